"""Images: whole, in proportion, as large as their place allows."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pydantic import ValidationError

from deckbuild.document import Frame, Picture, Text
from deckbuild.geometry import Rect, Size
from tests.samples import block, context

REGION = Size(400, 300)


def draw(path: Path, region: Size = REGION, **options: Any) -> Frame:
    return block("image", {"src": path, **options}).lay_out(region, context())


def picture(frame: Frame) -> Picture:
    item = frame.items[0]
    assert isinstance(item, Picture)
    return item


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    path = tmp_path / "wide.png"
    Image.new("RGB", (800, 200), "teal").save(path)
    return path


def test_an_image_is_as_wide_as_its_region(wide: Path) -> None:
    frame = draw(wide)
    assert picture(frame).rect == Rect(0, 0, 400, 100)
    assert frame.size == Size(400, 100)


def test_a_low_region_makes_it_smaller_and_centred(wide: Path) -> None:
    """108 pt is the least height, if that is in proportion."""
    assert picture(draw(wide, Size(600, 120))).rect == Rect(60, 0, 480, 120)


def test_a_small_image_is_not_blown_up(tmp_path: Path) -> None:
    path = tmp_path / "icon.png"
    Image.new("RGB", (40, 40)).save(path)
    assert picture(draw(path)).rect.size == Size(45, 45)


def test_a_caption_stands_below(wide: Path) -> None:
    frame = draw(wide, caption="A *plain* caption")
    text = frame.items[1]
    assert isinstance(text, Text)
    assert text.body.text == "A plain caption"
    assert text.rect.top == 106
    assert frame.size.height == pytest.approx(text.rect.bottom)


def test_alt_text_and_decoration(wide: Path) -> None:
    assert picture(draw(wide, alt="Teal")).alt == "Teal"
    assert picture(draw(wide, decorative=True)).decorative


def test_a_jpeg_becomes_a_png_the_right_way_up(tmp_path: Path) -> None:
    path = tmp_path / "turned.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turn by a quarter
    Image.new("RGB", (300, 200), "teal").save(path, exif=exif)
    with Image.open(io.BytesIO(picture(draw(path)).png)) as image:
        assert (image.format, image.size) == ("PNG", (200, 300))


def test_a_png_stays_as_it_is(wide: Path) -> None:
    assert picture(draw(wide)).png == wide.read_bytes()


def test_what_is_not_a_picture_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "notes.png"
    path.write_text("no picture")
    with pytest.raises(ValidationError, match=r"'notes\.png' can't be read as a picture"):
        draw(path)

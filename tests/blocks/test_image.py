"""Images: whole, in proportion, as large as their place allows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pydantic import ValidationError

from deckbuild.document import Frame, Picture, Text
from deckbuild.geometry import Rect, Size
from tests.raster.files import turned
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
    assert picture(draw(wide, decorative=True)).role == "decoration"


def test_a_photo_stands_upright(tmp_path: Path) -> None:
    path = tmp_path / "turned.jpg"
    Image.new("RGB", (300, 200), "teal").save(path, exif=turned(6))
    assert picture(draw(path)).rect.size == Size(200, 300)


def test_its_name_is_that_of_its_file(wide: Path) -> None:
    assert picture(draw(wide)).name == "wide"


def test_what_moves_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "spinner.gif"
    frames = [Image.new("RGB", (40, 40), color) for color in ("teal", "white")]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    (fault,) = draw(path).diagnostics
    assert (fault.code, fault.message) == (
        "FIL312",
        "'spinner.gif' is animated; the slide shows its first frame",
    )


def test_what_is_not_a_picture_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "notes.png"
    path.write_text("no picture")
    with pytest.raises(ValidationError, match=r"'notes\.png' is no picture"):
        draw(path)

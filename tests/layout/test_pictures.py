"""A page's pictures have the pixels that their places show."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from deckbuild.deck.load import load_deck
from deckbuild.document import Document, Picture
from deckbuild.layout.deck import lay_out
from deckbuild.registry import discover
from tests.raster.files import flag, saved
from tests.samples import context

LARGE = Image.effect_noise((3000, 1500), 40).convert("RGB")


def document(folder: Path, content: str) -> Document:
    """A deck of slides with this content each, laid out."""
    discover("deckbuild.blocks")
    slides = "".join(f"- {{title: T, content: {line}}}\n" for line in content.splitlines())
    (folder / "deck.yaml").write_text(f"title: T\nslides:\n{slides}")
    return lay_out(load_deck(folder), context())


def pictures(document: Document) -> list[Picture]:
    return [item for page in document.pages for item in page.walk() if isinstance(item, Picture)]


def resolution(picture: Picture) -> float:
    """Its pixels to the inch."""
    return Image.open(io.BytesIO(picture.data)).width / (picture.rect.width / 72)


@pytest.mark.parametrize("media", ["png", "jpeg", "webp"])
def test_a_large_picture_has_220_pixels_to_the_inch(tmp_path: Path, media: str) -> None:
    (tmp_path / "a.png").write_bytes(saved(LARGE, media))
    (picture,) = pictures(document(tmp_path, "[{image: {alt: x, src: a.png}}]"))
    assert resolution(picture) == pytest.approx(220, rel=0.01)


def test_so_has_one_in_columns_and_beside_text(tmp_path: Path) -> None:
    LARGE.save(tmp_path / "a.jpg")
    found = pictures(
        document(
            tmp_path,
            "[{columns: [[{image: {alt: x, src: a.jpg}}], [{image: {alt: x, src: a.jpg}}]]}]\n"
            "[Some words, {image: {alt: x, src: a.jpg}}, Other words]\n",
        )
    )
    assert [resolution(picture) for picture in found] == pytest.approx([220] * 3, rel=0.01)


def test_a_small_picture_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(saved(flag(), "png"))
    (picture,) = pictures(document(tmp_path, "[{image: {alt: x, src: a.png}}]"))
    assert (picture.data, picture.media) == (saved(flag(), "png"), "png")


def test_what_no_output_takes_becomes_what_all_take(tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(saved(flag(), "gif"))
    (picture,) = pictures(document(tmp_path, "[{image: {alt: x, src: a.gif}}]"))
    assert (picture.media, picture.data[:4]) == ("png", b"\x89PNG")


def test_a_picture_on_several_slides_is_made_once(tmp_path: Path) -> None:
    LARGE.save(tmp_path / "a.jpg")
    first, second = pictures(document(tmp_path, "[{image: {alt: x, src: a.jpg}}]\n" * 2))
    assert first.data is second.data

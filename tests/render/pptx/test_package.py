"""The file as a whole: valid, repeatable, of linear cost."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from types import FrameType

import pptx
import pytest

from deckbuild.document import Document, Paragraph, Picture, Run, Text
from deckbuild.geometry import Rect
from deckbuild.render.pptx import render_pptx
from deckbuild.render.pptx.package import ZIP_EPOCH
from tests.render.pptx.package_rules import faults
from tests.render.pptx.sample import (
    JPEG,
    PNG,
    SVG,
    TITLE_SLOT,
    TITLE_STYLE,
    body,
    document,
    everything,
    find,
    line,
    note,
    only,
    page,
    parts,
    style,
    xml,
)


def test_nothing_for_powerpoint_to_repair() -> None:
    assert faults(render_pptx(everything())) == []


def test_a_deck_without_pages_is_a_file_too() -> None:
    assert faults(render_pptx(document())) == []


def test_an_independent_validator_agrees(tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    path = tmp_path / "sample.pptx"
    path.write_bytes(render_pptx(everything()))
    assert [str(error) for error in audit.OpenXmlValidator().validate(path).errors] == []


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_pptx(everything()) == render_pptx(everything())


def test_zip_entries_bear_no_time_of_building() -> None:
    with zipfile.ZipFile(io.BytesIO(render_pptx(everything()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {ZIP_EPOCH}


def test_python_pptx_opens_it() -> None:
    deck = pptx.Presentation(io.BytesIO(render_pptx(everything())))
    assert [slide.shapes.title.text if slide.shapes.title else "" for slide in deck.slides] == [
        "",
        "A title",
        "",
    ]
    assert (deck.slide_width, deck.slide_height) == (960 * 12700, 540 * 12700)
    assert [layout.name for layout in deck.slide_layouts] == ["Content", "Bare"]


def test_document_properties() -> None:
    properties = pptx.Presentation(io.BytesIO(render_pptx(everything()))).core_properties
    assert (properties.title, properties.subject, properties.author) == (
        "Sample deck",
        "Trying things out",
        "A. Author",
    )
    assert (properties.keywords, properties.language) == ("slides, yaml", "en-US")


def test_nothing_is_left_of_a_template() -> None:
    names = parts(render_pptx(document(page(1))))
    assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]


def test_equal_pictures_are_stored_once() -> None:
    picture = Picture(Rect(0, 0, 10, 10), PNG, SVG)
    names = parts(render_pptx(document(page(1, picture, picture), page(2, picture))))
    assert [name for name in names if "media" in name] == ["ppt/media/image1.svg", "ppt/media/image2.png"]


def test_a_jpeg_is_a_part_of_its_own_type() -> None:
    content = render_pptx(document(page(1, Picture(Rect(0, 0, 10, 10), JPEG, media="jpeg"))))
    assert faults(content) == []
    assert parts(content)["ppt/media/image1.jpg"] == JPEG
    types = xml(content, "[Content_Types].xml")
    assert {each.get("Extension"): each.get("ContentType") for each in types}["jpg"] == "image/jpeg"


def test_sections_hold_neighbouring_pages() -> None:
    content = render_pptx(document(page(1, section="A"), page(2, section="A"), page(3, section="B")))
    sections = find(xml(content, "ppt/presentation.xml"), ".//p14:section")
    listed = {
        each.get("name"): [ident.get("id") for ident in find(each, ".//p14:sldId")] for each in sections
    }
    assert listed == {"A": ["256", "257"], "B": ["258"]}


@pytest.mark.parametrize(
    ("numbers", "first"),
    [
        ((1, 2, 3), None),  # the default is 1
        ((7, 8, 9), "7"),
        ((4,), "4"),
        ((4, 7, 8), None),  # PowerPoint counts on from the first: with gaps it would show other numbers
        ((), None),
    ],
)
def test_part_of_a_deck_counts_from_its_first_number(numbers: tuple[int, ...], first: str | None) -> None:
    root = xml(render_pptx(document(*map(page, numbers))), "ppt/presentation.xml")

    assert root.get("firstSlideNum") == first


def test_no_sections_without_names() -> None:
    content = render_pptx(document(page(1)))
    assert not find(xml(content, "ppt/presentation.xml"), ".//p14:section")


def test_the_theme_carries_slots_fonts_and_named_colours() -> None:
    theme = xml(render_pptx(document()), "ppt/theme/theme1.xml")
    assert only(theme, ".//a:accent1/a:srgbClr").get("val") == "00CC99"
    assert only(theme, ".//a:majorFont/a:latin").get("typeface") == "Calibri"
    assert only(theme, "a:custClrLst/a:custClr").get("name") == "Rust"


def test_a_page_needs_a_layout_of_the_document() -> None:
    with pytest.raises(ValueError, match="laid out as 'Nowhere'"):
        render_pptx(document(page(1, slide_layout="Nowhere")))


def test_a_slide_costs_the_same_however_long_the_deck() -> None:
    ten, twenty, forty = (calls(deck(pages)) for pages in (10, 20, 40))
    assert (forty - twenty) / 20 == pytest.approx((twenty - ten) / 10, rel=0.01)


def deck(pages: int) -> Document:
    """Pages with a title, a picture of their own, a link to the next page, and notes."""
    return document(
        *(
            page(
                number,
                Text(TITLE_SLOT.rect, body(line(f"Page {number:03}", TITLE_STYLE)), placeholder="title"),
                Text(Rect(0, 50, 90, 20), body(Paragraph((Run("Next", style(), f"#{number % pages + 1}"),)))),
                Picture(Rect(0, 0, 10, 10), PNG, SVG + b"<!-- %03d -->" % number),
                slide_layout="Content",
                section=f"Section {number:03}",
                notes=(note("script", "Say this."),),
            )
            for number in range(1, pages + 1)
        )
    )


def calls(made: Document) -> int:
    """How many Python functions are called, and how often built-in ones, to render the document."""
    count = 0

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        render_pptx(made)
    finally:
        sys.setprofile(None)
    return count

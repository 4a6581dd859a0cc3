"""Text: explicit sizes, theme fonts and colours, breaks, bullets, links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckbuild.check.package.archive import read_archive
from deckbuild.document import Bullet, Color, Diamond, Paragraph, Run, Shape, Text, TextBody
from deckbuild.geometry import Insets, Rect
from deckbuild.render.pptx import render_pptx
from deckbuild.render.pptx.xml import Element
from tests.render.pptx.sample import (
    CODE,
    GREEN,
    RUST,
    TITLE_SLOT,
    TITLE_STYLE,
    body,
    document,
    find,
    line,
    only,
    page,
    slide,
    style,
)

BOX = Rect(0, 0, 200, 100)


def paragraph(value: Paragraph) -> Element:
    """A paragraph as it stands in a text box."""
    return only(slide(Text(BOX, TextBody((value,)))), ".//a:p")


def run(value: Run) -> Element:
    """What is said of a run's looks."""
    return only(paragraph(Paragraph((value,))), "a:r/a:rPr")


def test_the_size_is_explicit_and_kerning_off() -> None:
    properties = run(Run("x", style(18.5)))
    assert (properties.get("sz"), properties.get("kern"), properties.get("lang")) == ("1850", "0", "en-US")


def test_no_autofit() -> None:
    assert len(only(slide(Text(BOX, body("x"))), ".//a:bodyPr/a:noAutofit")) == 0


def test_theme_fonts_are_named_by_their_place() -> None:
    assert only(run(Run("x", style())), "a:latin").get("typeface") == "+mn-lt"
    assert only(run(Run("x", TITLE_STYLE)), "a:latin").get("typeface") == "+mj-lt"


def test_code_keeps_its_face_and_is_not_proofed() -> None:
    properties = run(Run("x", style(face=CODE)))
    assert (only(properties, "a:latin").get("typeface"), properties.get("noProof")) == ("Courier New", "1")


@pytest.mark.parametrize(
    ("color", "written"),
    [
        (GREEN, ("schemeClr", "accent1", [])),
        (RUST, ("schemeClr", "accent3", [("lumMod", "70000")])),
        (GREEN.faded(0.25), ("schemeClr", "accent1", [("alpha", "25000")])),
        (Color("#1B3646", "dark 1"), ("schemeClr", "tx1", [])),
        (Color("#FFFFFF", "light 1"), ("schemeClr", "bg1", [])),
        (Color("#12ab9F"), ("srgbClr", "12AB9F", [])),
    ],
)
def test_colours_follow_the_theme(color: Color, written: tuple[str, str, list[tuple[str, str]]]) -> None:
    found = only(run(Run("x", style(color=color))), "a:solidFill")[0]
    changes = [(change.tag.rpartition("}")[2], change.get("val")) for change in found]
    assert (found.tag.rpartition("}")[2], found.get("val"), changes) == written


def test_emphasis_and_tracking() -> None:
    properties = run(Run("x", replace(style(bold=True), italic=True, underline=True, tracking=1.5)))
    assert [properties.get(name) for name in ("b", "i", "u", "spc")] == ["1", "1", "sng", "150"]


def test_struck_text() -> None:
    assert run(Run("x", replace(style(), strike=True))).get("strike") == "sngStrike"
    assert run(Run("x", style())).get("strike") is None


def test_a_vertical_tab_is_a_line_break() -> None:
    pieces = [(each.tag.rpartition("}")[2], "".join(each.itertext())) for each in paragraph(line("a\vb"))]
    assert pieces == [("pPr", ""), ("r", "a"), ("br", ""), ("r", "b"), ("endParaRPr", "")]


def test_control_characters_are_dropped() -> None:
    assert "".join(paragraph(line("a\x00\x07b\x9f\ufffec\td")).itertext()) == "abc\td"


def test_text_from_right_to_left() -> None:
    found = paragraph(replace(line("שלום"), rtl=True, align="right", margin=20, indent=-20))
    properties = only(found, "a:pPr")
    assert [properties.get(name) for name in ("rtl", "algn", "marL", "indent")] == [
        "1", "r", "254000", "-254000",
    ]  # fmt: skip
    assert only(found, "a:r/a:rPr/a:cs").get("typeface") == "+mn-cs"
    assert only(paragraph(line("x")), "a:pPr").get("rtl") is None


def test_beside_text_from_right_to_left_the_other_direction_is_said() -> None:
    root = slide(Text(BOX, TextBody((replace(line("שלום"), rtl=True), line("x")))))
    assert [each.get("rtl") for each in find(root, ".//a:pPr")] == ["1", "0"]


def test_leading_spaces_stay() -> None:
    assert "".join(paragraph(line("    indented")).itertext()) == "    indented"


def test_spacing_in_points_and_percent() -> None:
    spaced = replace(line("x"), space_before=6, space_after=3.5, line_spacing=0.9, align="center")
    properties = only(paragraph(spaced), "a:pPr")
    values = [only(properties, path).get("val") for path in ("a:lnSpc/*", "a:spcBef/*", "a:spcAft/*")]
    assert (values, properties.get("algn")) == (["90000", "600", "350"], "ctr")


def test_a_bullet_hangs() -> None:
    mark = Bullet("•", color=GREEN, face="Arial")
    properties = only(paragraph(replace(line("x"), bullet=mark, margin=18, indent=-18, level=1)), "a:pPr")
    assert [properties.get(name) for name in ("marL", "indent", "lvl")] == ["228600", "-228600", "1"]
    assert only(properties, "a:buChar").get("char") == "•"
    assert only(properties, "a:buFont").get("typeface") == "Arial"
    assert only(properties, "a:buClr/a:schemeClr").get("val") == "accent1"


def test_numbers_are_real_numbering() -> None:
    mark = Bullet(numbering="1.", start=3)
    number = only(paragraph(replace(line("x"), bullet=mark)), "a:pPr/a:buAutoNum")
    assert dict(number.attrib) == {"type": "arabicPeriod", "startAt": "3"}


def test_a_placeholder_repeats_only_what_differs_from_its_layout() -> None:
    def title(look: object) -> Element:
        text = Text(TITLE_SLOT.rect, body(line("x", look)), placeholder="title")  # type: ignore[arg-type]
        return only(slide(text, slide_layout="Content"), ".//a:r/a:rPr")

    same, green = title(replace(TITLE_STYLE, size=32)), title(replace(TITLE_STYLE, color=GREEN, bold=False))
    assert dict(same.attrib) == {"lang": "en-US", "sz": "3200", "kern": "0"}
    assert not len(same)
    assert green.get("b") == "0"
    assert [each.tag.rpartition("}")[2] for each in green] == ["solidFill"]


def test_text_in_a_shape_keeps_its_distance_from_the_box() -> None:
    """A diamond's own text rectangle is half as wide and high as its box: its insets count from there."""
    text = TextBody((line("x"),), Insets.symmetric(60, 30))
    root = slide(Shape(Rect(0, 0, 200, 100), Diamond(), body=text))
    insets = only(root, ".//a:bodyPr")
    assert [int(insets.get(f"{side}Ins", "")) / 12700 for side in "ltrb"] == [10, 5, 10, 5]


def test_links_leave_the_deck_or_jump_inside_it() -> None:
    outward = Text(BOX, TextBody((Paragraph((Run("out", style(), "https://example.org/"),)),)))
    inward = Text(BOX, TextBody((Paragraph((Run("in", style(), "#2"),)),)))
    package = read_archive(render_pptx(document(page(1, outward, inward), page(2))))
    out, jump = find(package.trees["/ppt/slides/slide1.xml"], ".//a:hlinkClick")
    relations = [
        (each.kind, each.target, each.external) for each in package.relations["/ppt/slides/slide1.xml"]
    ]
    assert ("hyperlink", "https://example.org/", True) in relations
    assert ("slide", "/ppt/slides/slide2.xml", False) in relations
    assert (out.get("action"), jump.get("action")) == (None, "ppaction://hlinksldjump")


def test_a_link_to_a_page_left_out_is_plain_text() -> None:
    assert not find(paragraph(Paragraph((Run("in", style(), "#9"),))), ".//a:hlinkClick")

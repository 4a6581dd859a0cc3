"""Notes pages: paragraphs as they were set, at their places, with links that lead somewhere."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.document import NOTES_PLACES, Bullet, NotesBlock, NotesPlaces, Paragraph, Run
from deckbuild.geometry import Rect
from deckbuild.render.pptx import render_pptx
from deckbuild.render.pptx.xml import Element
from tests.render.pptx.sample import CODE, document, find, note, only, page, parts, style, xml

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NOTES = "ppt/notesSlides/notesSlide1.xml"


def notes(*blocks: NotesBlock) -> list[Element]:
    """The paragraphs of a notes page."""
    root = xml(render_pptx(document(page(1, notes=blocks))), NOTES)
    return find(root, ".//p:sp[2]/p:txBody/a:p")


def script(*runs: Run, **options: object) -> NotesBlock:
    return NotesBlock("script", replace(Paragraph(runs), **options))  # type: ignore[arg-type]


def frames(root: Element) -> list[tuple[str | None, ...]]:
    """Position and size of each shape that says its own."""
    return [
        (only(each, "a:off").get("x"), only(each, "a:off").get("y"), only(each, "a:ext").get("cx"))
        for each in find(root, ".//p:spPr/a:xfrm")
    ]


def test_a_page_without_notes_has_no_notes_part() -> None:
    assert not [name for name in parts(render_pptx(document(page(1)))) if "notesSlide" in name]


def test_emphasis_and_code_survive() -> None:
    (paragraph,) = notes(script(Run("a", style(bold=True)), Run("  b", style(face=CODE))))
    bold, code = find(paragraph, "a:r/a:rPr")
    assert bold.get("b") == "1"
    assert only(code, "a:latin").get("typeface") == "Courier New"
    assert "".join(paragraph.itertext()) == "a  b"


def test_lists_have_real_marks_and_levels() -> None:
    dot, number = notes(
        script(Run("x", style()), bullet=Bullet("•"), margin=14.0, indent=-14.0),
        script(Run("y", style()), bullet=Bullet(numbering="1.", start=3), level=1, margin=28.0),
    )
    assert only(dot, "a:pPr/a:buChar").get("char") == "•"
    assert (only(dot, "a:pPr").get("marL"), only(dot, "a:pPr").get("indent")) == ("177800", "-177800")
    assert only(number, "a:pPr/a:buAutoNum").get("startAt") == "3"
    assert only(number, "a:pPr").get("lvl") == "1"


def test_links_are_relationships_of_the_notes() -> None:
    block = script(Run("there", style(), "#2"), Run("web", style(), "https://example.org"))
    package = render_pptx(document(page(1, notes=(block,)), page(2)))
    there, web = find(xml(package, NOTES), ".//a:hlinkClick")
    related = {
        each.get("Id"): (each.get("Target"), each.get("TargetMode"))
        for each in xml(package, "ppt/notesSlides/_rels/notesSlide1.xml.rels")
    }
    assert there.get("action") == "ppaction://hlinksldjump"
    assert related[there.get(R_ID)] == ("../slides/slide2.xml", None)
    assert related[web.get(R_ID)] == ("https://example.org", "External")


def test_the_slide_itself_is_the_first_that_notes_are_related_to() -> None:
    # Programs that look for the notes' own slide take the first relationship to one.
    package = render_pptx(document(page(1), page(2, notes=(script(Run("back", style(), "#1")),))))
    rels = xml(package, "ppt/notesSlides/_rels/notesSlide1.xml.rels")
    slides = [each.get("Target") for each in rels if (each.get("Type") or "").endswith("/slide")]
    assert slides == ["../slides/slide2.xml", "../slides/slide1.xml"]


def test_the_page_shows_slide_text_title_and_number() -> None:
    root = xml(render_pptx(document(page(1, notes=(note("script", "x"),)))), NOTES)
    assert [each.get("type") for each in find(root, ".//p:ph")] == ["sldImg", "body", "ftr", "sldNum"]
    assert only(root, ".//a:fld").get("type") == "slidenum"


def test_picture_and_text_stand_where_layout_placed_them() -> None:
    places = NotesPlaces(
        Rect(200, 36, 140, 79), Rect(36, 127, 468, 541), NOTES_PLACES.footer, NOTES_PLACES.number
    )
    placed = replace(page(1, notes=(note("script", "x"),)), notes_places=places)
    assert frames(xml(render_pptx(document(placed)), NOTES)) == [
        ("2540000", "457200", "1778000"),
        ("457200", "1612900", "5943600"),
    ]


def test_nothing_is_cut() -> None:
    (paragraph,) = notes(note("script", "word " * 5000))
    assert len("".join(paragraph.itertext())) == 25000

"""Notes pages: cues set off, parts told apart, and never too much for the page."""

from __future__ import annotations

from deckbuild.document import NotesBlock, Run
from deckbuild.geometry import Size
from deckbuild.render.pptx import render_pptx
from deckbuild.render.pptx.notes import SETTINGS, choose_setting, place_at
from deckbuild.render.pptx.notes_text import estimated_height
from deckbuild.render.pptx.xml import Element
from tests.render.pptx.sample import CODE, document, find, note, only, page, parts, style, xml

SLIDE = Size(960, 540)


def notes(*blocks: NotesBlock) -> list[Element]:
    """The paragraphs of a notes page."""
    root = xml(render_pptx(document(page(1, notes=blocks))), "ppt/notesSlides/notesSlide1.xml")
    return find(root, ".//p:sp[2]/p:txBody/a:p")


def looks(paragraph: Element) -> tuple[str | None, str | None]:
    """Bold and italic of the first run."""
    properties = find(paragraph, "a:r/a:rPr")[0]
    return properties.get("b"), properties.get("i")


def test_a_page_without_notes_has_no_notes_part() -> None:
    assert not [name for name in parts(render_pptx(document(page(1)))) if "notesSlide" in name]


def test_a_cue_stands_in_brackets_bold_and_italic() -> None:
    (cue,) = notes(note("cue", "Pause"))
    assert ("".join(cue.itertext()), looks(cue)) == ("[Pause]", ("1", "1"))
    assert only(cue, "a:r[2]/a:rPr/a:solidFill/a:schemeClr").get("val") == "accent1"


def test_brackets_are_not_doubled() -> None:
    (cue,) = notes(note("cue", "[Pause]"))
    assert "".join(cue.itertext()) == "[Pause]"


def test_headings_and_questions_are_bold_script_and_answers_are_plain() -> None:
    kinds = ("heading", "script", "question", "answer")
    assert [looks(each)[0] for each in notes(*(note(kind, "x") for kind in kinds))] == ["1", "0", "1", "0"]


def test_facts_have_real_bullets() -> None:
    (fact,) = notes(note("bullet", "x"))
    assert only(fact, "a:pPr/a:buChar").get("char") == "•"


def test_emphasis_and_code_survive() -> None:
    block = NotesBlock("script", (Run("a", style(bold=True)), Run("b", style(face=CODE))))
    bold, code = find(notes(block)[0], "a:r/a:rPr")
    assert bold.get("b") == "1"
    assert only(code, "a:latin").get("typeface") == "Courier New"


def test_the_page_shows_slide_text_title_and_number() -> None:
    root = xml(
        render_pptx(document(page(1, notes=(note("script", "x"),)))), "ppt/notesSlides/notesSlide1.xml"
    )
    assert [each.get("type") for each in find(root, ".//p:ph")] == ["sldImg", "body", "ftr", "sldNum"]
    assert only(root, ".//a:fld").get("type") == "slidenum"


def test_short_notes_are_set_in_twelve_points() -> None:
    assert choose_setting((note("script", "word " * 100),), SLIDE).size == 12


def test_longer_notes_take_room_from_the_picture_and_then_from_the_type() -> None:
    chosen = [choose_setting((note("script", "word " * count),), SLIDE) for count in (100, 600, 900, 1200)]
    assert sorted(chosen, key=lambda setting: -setting.image.width) == chosen
    assert [setting.size for setting in chosen] == sorted((each.size for each in chosen), reverse=True)


def test_what_is_chosen_holds_the_text() -> None:
    blocks = tuple(note("script", "word " * 30) for _ in range(25))
    setting = choose_setting(blocks, SLIDE)
    assert estimated_height(blocks, setting.size, setting.body.width) <= setting.body.height


def test_beyond_the_last_setting_nothing_is_cut() -> None:
    paragraphs = notes(note("script", "word " * 5000))
    assert len("".join(paragraphs[0].itertext())) == 25000
    assert choose_setting((note("script", "word " * 5000),), SLIDE) == place_at(*SETTINGS[-1], SLIDE)

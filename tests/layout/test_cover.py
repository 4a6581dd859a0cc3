"""The cover: title, subtitle, program and byline in their placeholders."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.document import Document, Group, Text

LayOut = Callable[[str], Document]

COVER = """
title: Deck
program: Harbour School
slides:
  - title: TITLE
    type: title
    subtitle: What it is about
    content: [Harbour School, Ada Morgan, Spring]
"""


def filled(document: Document) -> dict[int | None, str]:
    return {i.placeholder: i.body.text for i in document.pages[0].items if isinstance(i, Text)}


def test_each_text_in_its_place(laid_out: LayOut) -> None:
    assert filled(laid_out(COVER)) == {
        "eyebrow": "Harbour School",
        "title": "TITLE",
        "subtitle": "What it is about",
        "byline": "Ada Morgan  ·  Spring",
    }


def test_what_isnt_there_leaves_no_empty_text(laid_out: LayOut) -> None:
    assert set(filled(laid_out("title: D\nslides: [{title: One, type: title}]\n"))) == {"title"}


def test_the_program_stands_on_top_of_the_title(laid_out: LayOut) -> None:
    for title in ("Short", "A title " * 7):
        items = {i.name: i for i in laid_out(COVER.replace("TITLE", title)).pages[0].items}
        program, heading = items["Program"], items["Title"]
        assert isinstance(heading, Text)
        top = heading.rect.bottom - heading.body.height
        assert abs(top - program.rect.bottom - 6) < 0.01


def test_a_long_title_is_set_smaller_on_three_lines_at_most(laid_out: LayOut) -> None:
    """At 40 pt 27 characters fit on a line, 25 with 4 % to spare; at 33 pt 33."""
    items = laid_out(COVER.replace("TITLE", "Advanced job " * 6)).pages[0].items
    (title,) = (i for i in items if isinstance(i, Text) and i.placeholder == "title")
    (paragraph,) = title.body.paragraphs
    assert len(paragraph.lines) == 3
    assert paragraph.runs[0].style.size == 40

    items = laid_out(COVER.replace("TITLE", "Advanced working " * 6)).pages[0].items
    (title,) = (i for i in items if isinstance(i, Text) and i.placeholder == "title")
    (paragraph,) = title.body.paragraphs
    assert len(paragraph.lines) == 3
    assert paragraph.runs[0].style.size < 40


def test_the_title_is_read_first(laid_out: LayOut) -> None:
    assert laid_out(COVER).pages[0].items[0].name == "Title"


def test_the_deck_says_what_the_slide_doesnt(laid_out: LayOut) -> None:
    said = """
    title: Deck
    subtitle: The deck's subtitle
    author: Jane Doe
    date: March 2025
    program: Harbour School
    slides: [{title: TITLE, type: title}]
    """
    assert filled(laid_out(said)) == {
        "eyebrow": "Harbour School",
        "title": "TITLE",
        "subtitle": "The deck's subtitle",
        "byline": "Jane Doe  ·  March 2025",
    }


def test_one_thing_to_look_at_stands_beside_the_words(laid_out: LayOut) -> None:
    shown = """
    title: Deck
    slides:
      - {title: T, type: title, content: [Ada], graphics: [{kind: plate, id: p}, {kind: plate, id: q}]}
    """
    page = laid_out(shown).pages[0]
    (group,) = [item for item in page.items if isinstance(item, Group)]
    title = next(item for item in page.items if item.name == "Title")
    assert group.rect.left > title.rect.right
    assert page.slide_layout == "Cover, with picture"
    assert [fault.message for fault in page.faults] == ["the cover doesn't show the graphic 'q'"]

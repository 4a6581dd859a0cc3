"""Every type of slide has its look, in every shape that its content gives it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckbuild.document import Color, Document, Text
from tests.layout.test_page import one_slide, placed

LayOut = Callable[[str], Document]


@pytest.mark.parametrize(
    ("slide", "look"),
    [
        ("type: transition, title: T", "Section · 1"),
        ("type: transition, title: T, content: [20 minutes]", "Section, text · 1"),
        ("type: transition, title: T, content: [{code: {language: text, source: x}}]", "Segment opener"),
        ("type: insight, title: T", "Statement"),
        ("type: insight, title: T, subtitle: S", "Statement, text"),
        ("type: insight, title: T, content: [{bullets: [a]}]", "Insight, few words"),
        ("type: demo, title: T, content: [{bullets: [a]}]", "Demo, few words"),
        ("type: concept, title: T", "Statement"),
        ("type: closing, title: T", "Closing statement"),
        ("type: closing, title: T, content: [{bullets: [a]}]", "Closing, few words"),
        ("type: summary, title: T", "Statement"),
        ("type: summary, title: T, content: [{callout: C}]", "Summary"),
    ],
)
def test_the_look_follows_type_and_content(laid_out: LayOut, slide: str, look: str) -> None:
    (page,) = laid_out(one_slide(slide)).pages
    assert page.slide_layout.removesuffix(", title only") == look


PARTS = """
title: Deck
segments:
  - {id: a, title: "Part 7: Alpha", slides: [
      {title: Alpha, type: transition}, {title: One}, {title: Two}, {title: S, type: summary, content: [x]}]}
  - {id: b, title: Afterwards, slides: [{title: Beta, type: transition}, {title: Three}]}
"""


def test_a_section_page_says_its_number_and_what_is_coming(laid_out: LayOut) -> None:
    document = laid_out(PARTS)
    first = document.pages[0]
    (layout,) = [each for each in document.slide_layouts if each.name == first.slide_layout]
    assert [item.body.text for item in layout.items if isinstance(item, Text)] == ["7", "Part 7: Alpha"]
    assert [p.text for p in placed(first, "body").body.paragraphs] == ["One", "Two"]


def test_a_section_page_names_as_many_slides_as_there_is_room_for(laid_out: LayOut) -> None:
    coming = ", ".join(f"{{title: Slide {number}, content: [x]}}" for number in range(1, 13))
    page = laid_out(f"title: D\nslides: [{{title: T, type: transition}}, {coming}]").pages[0]
    told = [p.text.replace("\N{NO-BREAK SPACE}", " ") for p in placed(page, "body").body.paragraphs]
    assert told == ["Slide 1", "Slide 2", "Slide 3", "Slide 4", "Slide 5", "…"]


@pytest.mark.parametrize(
    ("kind", "look"),
    [
        ("insight", "Insight"),
        ("closing", "Closing"),
        ("transition", "Segment opener"),
        ("concept", "Content"),
    ],
)
def test_more_than_there_is_room_for_below_a_large_title_has_the_look_of_content(
    laid_out: LayOut, kind: str, look: str
) -> None:
    few, many = laid_out(
        f"title: D\nslides: [{{title: T, type: {kind}, content: [x]}}, "
        f"{{title: T, type: {kind}, content: [{', '.join(['line'] * 12)}]}}]"
    ).pages
    assert few.slide_layout != many.slide_layout
    assert many.slide_layout.startswith(look)


def test_a_segment_without_a_number_among_numbered_ones_shows_none(laid_out: LayOut) -> None:
    document = laid_out(PARTS)
    (layout,) = [each for each in document.slide_layouts if each.name == document.pages[4].slide_layout]
    assert [item.body.text for item in layout.items if isinstance(item, Text)] == ["Afterwards"]


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
@pytest.mark.parametrize("kind", ["concept", "demo", "summary", "closing"])
def test_titles_touch_neither_eyebrow_nor_rule_nor_body(laid_out: LayOut, kind: str, lines: int) -> None:
    words = " ".join(["harbour"] * (6 * lines - 1))
    slide = f"{{title: {words}, type: {kind}, content: [{{bullets: [one, two]}}, CODE]}}"
    slide = slide.replace("CODE", "{code: {language: text, source: x}}")
    first = "{title: First, content: [x]}"
    document = laid_out(f"title: Deck\nsegments: [{{id: a, title: A, slides: [{first}, {slide}]}}]")
    page = document.pages[1]
    title = placed(page, "title")
    assert len(title.body.paragraphs[0].lines) == lines
    (layout,) = [each for each in document.slide_layouts if each.name == page.slide_layout]
    items = {item.name: item.rect for item in layout.items}
    top = title.rect.bottom - title.body.height if lines > 1 else title.rect.top
    assert items["Eyebrow"].bottom <= top + 0.1 * 32 + 0.01  # what a line leaves empty above its capitals
    assert items["Rule"].top >= title.rect.bottom
    content = [item.rect.top for item in page.items if item.name == "Content"]
    assert min(content) > items["Rule"].bottom


def test_a_long_title_takes_the_place_of_the_bands_ornament(laid_out: LayOut) -> None:
    def band(title: str) -> list[str]:
        document = laid_out(
            f"title: D\nsegments: [{{id: a, title: A, slides: [{{title: {title}, content: [x]}}]}}]"
        )
        return [item.name for item in document.slide_layouts[0].items]

    assert "Trace" in band("Short")
    assert "Trace" not in band("A title that runs on to nearly the end of its line")


def test_a_summary_stands_on_tinted_ground_with_white_panels(laid_out: LayOut) -> None:
    document = laid_out(one_slide("title: T, type: summary, content: [{bullets: [a]}, {callout: C}]"))
    ground = document.slide_layouts[0].background
    assert isinstance(ground, Color)
    fills = {item.fill for item in document.pages[0].walk() if item.name in ("Card", "Takeaway panel")}
    assert ground not in fills

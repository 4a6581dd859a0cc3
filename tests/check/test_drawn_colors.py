"""Rules on colours: on altered pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckbuild.document import (
    Color,
    Item,
    Paragraph,
    Picture,
    Run,
    Shape,
    Text,
    TextBody,
)
from tests.check.altered import (
    INK,
    TIMELINE,
    WHITE,
    Change,
    messages,
)


def repainted(name: str, fill: Color) -> Change:
    def paint(item: Item) -> Item:
        return replace(item, fill=fill) if isinstance(item, Shape) and item.name == name else item

    return paint


def test_a_colour_that_the_theme_does_not_declare(tmp_path: Path) -> None:
    assert messages("COL003", TIMELINE, tmp_path, change=repainted("Triage", Color("#123456"))) == [
        "'Triage' is drawn in #123456, which the theme doesn't declare"
    ]


def test_a_vector_picture_off_the_palette(tmp_path: Path) -> None:
    def draw(item: Item) -> Item:
        if isinstance(item, Shape) and item.name == "Tick":
            return Picture(item.rect, b"", b'<svg><path fill="#123456"/></svg>', "Plot")
        return item

    assert "'Plot' is drawn in #123456" in messages("COL003", TIMELINE, tmp_path, change=draw)[0]


def test_text_on_its_own_fill(tmp_path: Path) -> None:
    (found,) = messages("COL001", TIMELINE, tmp_path, change=repainted("Triage", WHITE))

    assert found == "'Triage' is #FFFFFF on #FFFFFF, a contrast of 1.0; large text needs 3"


def test_text_on_a_fill_that_shows_what_is_below(tmp_path: Path) -> None:
    (found,) = messages("COL001", TIMELINE, tmp_path, change=repainted("Triage", INK.faded(0.2)))

    assert found.startswith("'Triage' is #FFFFFF on #D1D7DA")


def test_text_on_a_panel_below_it(tmp_path: Path) -> None:
    def ground(item: Item) -> Item:
        if isinstance(item, Text) and item.placeholder is not None and item.body.text == "Someone does.":
            return replace(item, body=painted(item.body, WHITE))
        return item

    (found,) = messages("COL001", TIMELINE, tmp_path, change=ground)

    assert found == "'Someone does.' is #FFFFFF on #FFFFFF, a contrast of 1.0; large text needs 3"


def painted(body: TextBody, color: Color) -> TextBody:
    def run_in(run: Run) -> Run:
        return replace(run, style=replace(run.style, color=color))

    def paragraph(each: Paragraph) -> Paragraph:
        return replace(each, runs=tuple(map(run_in, each.runs)))

    return replace(body, paragraphs=tuple(map(paragraph, body.paragraphs)))


def test_titles_are_measured_on_the_artwork_of_their_layout(tmp_path: Path) -> None:
    opener = """\
title: A deck
segments:
  - id: a
    title: A
    slides: [{title: One, content: [Text]}, {title: Two, content: [Text]}]
"""

    def ink(item: Item) -> Item:
        if isinstance(item, Text) and item.placeholder == "title":
            return replace(item, body=painted(item.body, INK))
        return item

    found = messages("COL001", opener, tmp_path, change=ink)

    assert found == ["'One' is #1B3646 on #003D5C, a contrast of 1.1; large text needs 3"]

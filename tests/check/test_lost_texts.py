"""No word, line of code, note or alternative text is lost: on altered pages (LAY017)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from deckbuild.check.engine import run
from deckbuild.check.subjects import check_context
from deckbuild.document import (
    Group,
    Item,
    Page,
    Shape,
    Text,
)
from deckbuild.layout.deck import lay_out
from deckbuild.pipeline import layout_context, read
from tests.check.altered import (
    RULES,
    TIMELINE,
    Change,
    messages,
)
from tests.check.proof import small_deck

LOST = """\
title: Queues absorb bursts
content:
  - bullets: [One queue, Two workers]
  - code: {language: console, source: "$ ls\\nfile"}
notes: Say this. [Pause] And that.
"""


def without(word: str) -> Change:
    """Takes a word out of every text."""

    def change(item: Item) -> Item:
        if not isinstance(item, Text | Shape) or item.body is None:
            return item
        paragraphs = tuple(
            replace(each, runs=tuple(replace(run, text=run.text.replace(word, "")) for run in each.runs))
            for each in item.body.paragraphs
        )
        return replace(item, body=replace(item.body, paragraphs=paragraphs))

    return change


def test_nothing_is_lost_on_a_slide_as_it_is(tmp_path: Path) -> None:
    assert messages("LAY017", LOST, tmp_path) == []


def test_a_word_that_layout_loses_is_named(tmp_path: Path) -> None:
    assert messages("LAY017", LOST, tmp_path, change=without("workers")) == [
        "the slide lacks 'workers' of 'Two workers'"
    ]


def test_what_an_item_is_called_shows_nothing(tmp_path: Path) -> None:
    def called(item: Item) -> Item:
        return replace(without("workers")(item), name="Two workers")

    assert messages("LAY017", LOST, tmp_path, change=called) == ["the slide lacks 'workers' of 'Two workers'"]


def test_a_line_of_code_that_layout_loses_is_named(tmp_path: Path) -> None:
    assert messages("LAY017", LOST, tmp_path, change=without("file")) == [
        "the slide doesn't show the line 'file' of the code"
    ]


def test_a_blank_that_code_loses_counts(tmp_path: Path) -> None:
    assert messages("LAY017", LOST, tmp_path, change=without(" ")) == [
        "the slide doesn't show the line '$ ls' of the code"
    ]


def lost(slide: str, folder: Path, change: Callable[[Page], Page]) -> list[str]:
    """What is lost where whole pages were changed."""
    deck = read(small_deck(slide, folder))
    surroundings = layout_context(deck)
    document = lay_out(deck, surroundings)
    document = replace(document, pages=tuple(map(change, document.pages)))
    context = check_context(deck, document, surroundings.theme)
    return [result.diagnostic.message for result in run((RULES["LAY017"],), context)]


def test_notes_that_layout_loses_are_named(tmp_path: Path) -> None:
    assert lost(LOST, tmp_path, lambda page: replace(page, notes=page.notes[:-1])) == [
        "the notes page lacks 'And that .' of 'And that.'"
    ]


def test_an_alternative_text_that_is_lost_is_named(tmp_path: Path) -> None:
    def silent(item: Item) -> Item:
        return replace(item, alt="") if isinstance(item, Group) else item

    (message,) = lost(TIMELINE, tmp_path, lambda page: replace(page, items=tuple(map(silent, page.items))))
    assert message.startswith("the slide's alternative texts lack")

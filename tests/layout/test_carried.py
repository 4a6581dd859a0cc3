"""Blocks that a graphic shows: nothing of their text may be lost."""

from __future__ import annotations

from typing import Literal

import pytest

from deckbuild.deck.fields import Inline, PlainStr
from deckbuild.deck.nodes import Block
from deckbuild.geometry import Size
from deckbuild.layout.carried import lost_texts, missing_words
from tests.samples import Plate, block, context


@pytest.mark.parametrize(
    ("wanted", "shown", "missing"),
    [
        ("load balancer", "load balancer", ""),
        ("load balancer", "users load balancer instances", ""),
        ("load balancer", "load the balancer", ""),  # parted into neighbouring labels
        ("load balancer", "balancer load", "balancer"),  # but in order
        ("three instances", "instances", "three"),
        ("three instances", "", "three instances"),
        ("", "anything", ""),
        ("a b", "a " + "x " * 40 + "b", "b"),  # not gathered from all over the graphic
    ],
)
def test_missing_words(wanted: str, shown: str, missing: str) -> None:
    assert " ".join(missing_words(wanted.split(), shown.split())) == missing


def lost(content: object, *words: str, kind: str = "bullets") -> list[str]:
    frame = Plate(id="plate", words=words).lay_out(Size(500, 300), context())
    return [fault.message for fault in lost_texts(block(kind, content, heading="Parts"), frame, "plate")]


def test_all_is_shown() -> None:
    assert (
        lost(
            ["**Load** balancer", {"text": "Instances", "bullets": ["`one`"]}],
            "PARTS",
            "Load-Balancer",
            "Instances",
            "one",
        )
        == []
    )


def test_case_markup_and_signs_dont_count() -> None:
    assert lost("AT&T → *Go!*", "parts", "at", "and", "T", "go", kind="text") == []


def test_each_text_that_is_missing_is_named() -> None:
    assert lost(["Load balancer", "Two instances"], "Parts", "Load balancer", "instances") == [
        "graphic 'plate' doesn't show all of 'Two instances': 'two' is missing"
    ]


def test_the_heading_counts() -> None:
    assert lost(["one"], "one") == ["graphic 'plate' doesn't show all of 'Parts': 'parts' is missing"]


def test_cells_count_and_layout_words_dont() -> None:
    table = {"columns": ["A", "B"], "rows": [["one", "two"]], "align": ["left", "right"]}
    assert lost(table, "Parts", "A", "B", "one", kind="table") == [
        "graphic 'plate' doesn't show all of 'two': 'two' is missing"
    ]


def test_a_choice_is_not_a_text() -> None:
    """A kind of block of somebody's own, with options that nobody sees."""

    class Quote(Block):
        quote: Inline
        language: PlainStr
        marks: Literal["single", "double"] = "double"

    quote = Quote(quote="Slow is smooth", language="en", heading="A saying", shown_in="plate")
    frame = Plate(id="plate", words=("A saying", "Slow is smooth")).lay_out(Size(500, 300), context())

    assert list(lost_texts(quote, frame, "plate")) == []


def test_looking_for_a_text_of_one_word_over_and_over_stays_cheap() -> None:
    """5,000 times the same word, of which one is missing: with every place tried this would run for hours."""
    assert missing_words(["tick"] * 5000, ["tick"] * 4999) == ["tick"]


@pytest.mark.parametrize(
    ("text", "label", "missing"),
    [
        ("a < b", "a > b", "<"),
        ("[the guide](https://example.org) here", "the guide here", "https://example.org"),
        ("☠ → ✗", "danger", "☠ → ✗"),
        ("☠ → ✗", "☠ → ✗", ""),
        ("costs 5 €", "costs 5 €", ""),
    ],
)
def test_signs_and_links_count(text: str, label: str, missing: str) -> None:
    found = lost(text, "Parts", label, kind="text")
    assert bool(found) == bool(missing)
    assert not missing or found[0].endswith(f"{missing!r} is missing")


def test_code_counts_sign_by_sign() -> None:
    code = block("code", {"source": "if (x != 0) { x += 1; }"}, heading="Parts")
    for label, fine in (("if x 0 x 1", False), ("if (x != 0) { x += 1; }", True)):
        frame = Plate(id="plate", words=("Parts", label)).lay_out(Size(500, 300), context())
        assert (list(lost_texts(code, frame, "plate")) == []) is fine

"""Blocks that a graphic shows: nothing of their text may be lost."""

from __future__ import annotations

import pytest

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

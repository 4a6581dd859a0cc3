"""Titles: no lone last word, no break after an ampersand."""

from __future__ import annotations

import pytest

from deckbuild.layout.title import no_widow
from tests.samples import PLAIN, broken, context, run


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 80, ["one two three"]),
        ("one two three", 52, ["one", "two_three"]),  # three isn't left alone
        ("one two three", 20, ["one", "two", "thr", "ee"]),  # but no word is torn for it
        ("one two", 20, ["one", "two"]),  # two words are what they are
        ("A & B", 20, ["A", "&_B"]),
        ("abcdefgh ijklmno pqrs", 85, ["abcdefgh", "ijklmno_pqrs"]),
        ("one two & six", 45, ["one two", "&_six"]),  # bound words are company enough
        ("x abcdefgh ijklmnop", 52, ["x abcdefgh", "ijklmnop"]),  # both don't fit on a line
    ],
)
def test_no_widow(text: str, width: float, expected: list[str]) -> None:
    runs = no_widow((run(text),), width, context())
    assert [line.replace("\u00a0", "_") for line in broken(PLAIN.lines(runs, width))] == expected


def test_the_last_word_may_stand_in_a_run_of_its_own() -> None:
    runs = no_widow((run("one two "), run("three")), 52, context())
    assert "".join(each.text for each in runs) == "one two three"

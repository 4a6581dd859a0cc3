"""Words in a diamond: a character is half an em wide, a line 1.2 em high."""

from __future__ import annotations

from deckbuild.document import Color
from deckbuild.layout.boxes import Setting
from deckbuild.layout.diamonds import smallest_diamond, split_label
from tests.samples import context


def test_a_label_breaks_to_the_smallest_diamond() -> None:
    side, body = smallest_diamond("Go/No-Go", Color("000000"), Setting(20.0, context()))
    assert body.text == "Go/\vNo-Go"
    assert side == 50 + 48 * 0.78 + 4


def test_a_label_breaks_at_spaces_and_after_a_solidus() -> None:
    assert split_label("Go/No-Go") == [["Go/No-Go"], ["Go/", "No-Go"]]


def test_a_label_of_many_words_breaks_evenly() -> None:
    """Every way to break 300 words would be more than there are atoms."""
    ways = split_label("word " * 300)
    assert len(ways) <= 41
    assert ["word " * 299 + "word"] in ways
    assert all(" ".join(lines) == "word " * 299 + "word" for lines in ways)


def test_a_label_of_nothing_is_a_line_of_nothing() -> None:
    assert split_label("") == [[""]]

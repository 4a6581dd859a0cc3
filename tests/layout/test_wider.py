"""Glyphs that come out 4 % wider than measured break no box: `python -m tests.wider DECK` prints those."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.document import TextBody
from deckbuild.geometry import Size
from tests.samples import PLAIN, SAMPLE, every_graphic, run
from tests.wider import broken, broken_boxes, wider

CONTENT = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize("deck", [SAMPLE, *sorted(CONTENT.iterdir())], ids=lambda path: path.name)
def test_no_box_of_a_deck_breaks(deck: Path) -> None:
    assert list(map(str, broken_boxes(deck))) == []


def test_no_box_of_a_graphic_breaks(tmp_path: Path) -> None:
    assert list(map(str, broken_boxes(every_graphic(tmp_path)))) == []


@pytest.mark.parametrize(
    ("text", "width", "wrap", "fault"),
    [
        ("one two", 38, True, ""),
        ("one two", 36, True, "gets lines for which 12.0 pt are missing"),
        ("one two", 35.5, False, "runs 0.9 pt over its edge"),
        ("cathedral", 46, True, "is torn"),
    ],
)
def test_what_breaks(text: str, width: float, wrap: bool, fault: str) -> None:
    body = TextBody((PLAIN.paragraph((run(text),), width),), wrap=wrap)
    assert broken(body, Size(width, 12), True, wider(PLAIN)) == fault

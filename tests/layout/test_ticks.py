"""Ticks along an axis: each value below its own, the unit after the last one or below them all."""

from __future__ import annotations

from deckbuild.geometry import Rect, Size
from deckbuild.layout.boxes import Setting
from deckbuild.layout.ticks import ticks
from tests.samples import context, texts


def said(words: list[str], unit: str, width: float) -> list[tuple[str, float]]:
    """Each text with how far its row is below the first."""

    def at(rect: Rect) -> list[float]:
        return [rect.left + rect.width * index / (len(words) - 1) for index in range(len(words))]

    found = texts(ticks(words, unit, at, width, Setting(12.0, context())).frame(Size(width, 0.0)))
    return [
        (text.body.text.replace("\N{NO-BREAK SPACE}", " "), text.rect.top - found[0].rect.top)
        for text in found
    ]


def test_the_unit_follows_the_last_value_where_there_is_room() -> None:
    assert [text for text, _ in said(["0", "10", "20"], "min", 300)] == ["0", "10", "20 min"]


def test_else_it_stands_below_them() -> None:
    *values, (unit, below) = said(["0", "10", "20"], "million years", 100)
    assert [text for text, _ in values] == ["0", "10", "20"]
    assert unit == "million years"
    assert below > 0


def test_values_that_would_touch_stand_in_rows() -> None:
    assert len({top for _, top in said(["1000", "1001", "1002"], "", 60)}) > 1

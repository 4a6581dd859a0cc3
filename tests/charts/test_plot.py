"""Plots: values along an axis, and which of them are marked."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.charts.plot import Axis
from deckbuild.geometry import Rect


def at_most(count: int, axis: Axis) -> Sequence[float]:
    return axis.round_values(lambda values: len(values) <= count)


def test_values_lie_along_a_rectangle() -> None:
    places = [Axis(10, 30).x(value, Rect(100, 0, 200, 50)) for value in (10, 15, 30)]
    assert places == [100, 150, 300]


def test_round_values_end_where_the_axis_ends_if_they_can() -> None:
    assert at_most(6, Axis(0, 900)) == [0, 300, 600, 900]


def test_else_they_are_as_close_as_is_clear() -> None:
    assert at_most(6, Axis(0, 870)) == [0, 200, 400, 600, 800]


def test_round_values_may_begin_after_the_start() -> None:
    assert at_most(5, Axis(7, 40)) == [10, 20, 30, 40]


def test_where_no_values_are_clear_none_is_marked() -> None:
    assert at_most(0, Axis(0, 900)) == []

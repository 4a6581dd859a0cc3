"""Plots: scale, columns, the points that labels keep clear of; values along an axis, and which are marked."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.charts.plot import MOST_OBSTACLES, Axis, Scale, bars, obstacles
from deckbuild.geometry import Point, Rect

SCALE = Scale(Rect(0, 0, 30, 10), 0, 10, 0, 5)
"""Three points a unit of x, and two points a unit of y: twenty steps of 1.5 points."""


def test_samples_are_a_small_step_apart() -> None:
    assert SCALE.samples()[:3] == [0.0, 0.5, 1.0]
    assert SCALE.samples([[0.0, 2.2, 10.0]]) == SCALE.samples()


def test_where_a_lines_points_stand_closer_all_of_them_are_samples() -> None:
    found = SCALE.samples([[4.0, 4.1], [7.3]])
    assert set(found) == {*SCALE.samples(), 4.1, 7.3}
    assert found == sorted(found)


def test_columns_stand_on_zero_a_gap_apart() -> None:
    one, two = bars(Scale(Rect(10, 0, 40, 50), 0, 2, -1, 4), [1, 4], gap=6)
    assert one == Rect(10, 30, 14, 10)
    assert two == Rect(30, 0, 20, 40)


def test_obstacles_are_three_points_apart() -> None:
    level = (Point(0, 5), Point(9, 5))
    assert obstacles({"a": level}) == {"a": [Point(0, 5), Point(3, 5), Point(6, 5), Point(9, 5)]}


def test_where_lines_fill_the_plot_obstacles_stand_further_apart() -> None:
    long = (Point(0, 0), Point(6.0 * MOST_OBSTACLES, 0))
    assert obstacles({"a": long})["a"][:2] == [Point(0, 0), Point(6, 0)]


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

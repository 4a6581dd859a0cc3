"""Ways of connectors: where they bend, and labels beside slanting ones."""

from __future__ import annotations

from deckbuild.diagrams.routes import Step, bends, bent, beside_slant
from deckbuild.geometry import Point, Rect, Size


def test_edges_to_one_end_turn_together_in_the_middle() -> None:
    steps = {0: Step("a", "x", 0, 100), 1: Step("b", "x", 200, 100)}
    assert bends(steps, 40) == {0: 20, 1: 20}


def test_edges_that_would_run_over_each_other_turn_apart() -> None:
    steps = {0: Step("a", "x", 0, 100), 1: Step("b", "y", 50, 150)}
    assert bends(steps, 60) == {0: 20, 1: 40}


def test_straight_edges_need_no_lane() -> None:
    steps = {0: Step("a", "x", 50, 50), 1: Step("b", "y", 0, 100)}
    assert bends(steps, 60)[1] == 30


def test_labelled_branches_part_early_so_that_each_label_has_a_line_of_its_own() -> None:
    steps = {0: Step("a", "x", 100, 0, labelled=True), 1: Step("a", "y", 100, 200)}
    assert bends(steps, 120) == {0: 12, 1: 12}


def test_a_way_has_no_points_where_it_goes_straight_on() -> None:
    way = [Point(0, 10), Point(20, 10), Point(40, 10), Point(40, 10), Point(40, 50)]
    assert bent(way) == (Point(0, 10), Point(40, 10), Point(40, 50))


def test_a_label_stands_so_far_from_a_slanting_line_that_its_corners_are_free() -> None:
    line = Rect(0, 0, 40, 80)  # half as wide as high: 4 points to the side over half the label's height
    assert beside_slant(line, Size(60, 16), upright=True) == Rect(30, 32, 60, 16)
    level = Rect(0, 0, 80, 40)
    assert beside_slant(level, Size(60, 16), upright=False) == Rect(10, -14, 60, 16)

"""Panels in line, and what reaches over the edges."""

from __future__ import annotations

from deckbuild.diagrams.placement import lined_up, overhang
from deckbuild.geometry import Insets, Rect, Size

HIGH, LOW = Rect(0, 10, 100, 80), Rect(120, 30, 50, 80)


def test_panels_of_different_ranks_get_one_top_and_one_bottom() -> None:
    panels = lined_up({"a": HIGH, "b": LOW}, {"a": [0], "b": [1, 2]}, across=True)
    assert panels == {"a": Rect(0, 10, 100, 100), "b": Rect(120, 10, 50, 100)}


def test_panels_that_share_a_rank_are_lanes_of_one_width() -> None:
    panels = lined_up({"a": HIGH, "b": LOW}, {"a": [0, 1], "b": [1, 2]}, across=True)
    assert panels == {"a": Rect(0, 10, 170, 80), "b": Rect(0, 30, 170, 80)}


def test_what_reaches_over_the_edges_is_told_for_each_side() -> None:
    assert overhang([Rect(-5, 10, 20, 20), Rect(80, 30, 27, 20)], Size(100, 60)) == Insets(right=7, left=5)


def test_what_is_inside_or_misses_by_rounding_reaches_over_nothing() -> None:
    assert overhang([Rect(-0.005, 0, 100, 60)], Size(100, 60)) == Insets()

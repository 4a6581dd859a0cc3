"""Spots for labels, by what they belong to."""

from __future__ import annotations

import numpy as np

from deckbuild.charts.spots import inside
from deckbuild.geometry import Point, Rect, Size

BOUNDS = Rect(0, 0, 200, 100)
SQUARE = np.array([(0.0, 0.0, 60.0), (60.0, 0.0, 60.0)])
"""A region from (0, 0) to (60, 60)."""


def test_a_label_stands_inside_its_region() -> None:
    spots = list(inside([SQUARE], [], [Size(20, 10), Size(10, 20)], BOUNDS))
    assert {spot.variant for spot in spots} == {0, 1}
    assert all(Rect(0, 0, 60, 60).contains(spot.rect) for spot in spots)
    assert all(spot.anchor is None for spot in spots)


def test_it_stays_off_what_covers_the_region() -> None:
    left_half = np.array([(0.0, 0.0, 60.0), (30.0, 0.0, 60.0)])
    spots = list(inside([SQUARE], [left_half], [Size(10, 10)], BOUNDS))
    assert spots
    assert min(spot.rect.left for spot in spots) >= 30


def test_a_label_without_room_has_a_leader_into_the_region() -> None:
    spots = list(inside([SQUARE], [], [Size(80, 10)], BOUNDS))
    (anchor,) = {spot.anchor for spot in spots}
    assert anchor is not None
    assert Rect(0, 0, 60, 60).contains(Rect.around(anchor, 0))


def test_a_region_that_is_hidden_leads_to_the_middle_of_the_plot() -> None:
    assert {spot.anchor for spot in inside([SQUARE], [SQUARE], [Size(20, 10)], BOUNDS)} == {Point(100, 50)}

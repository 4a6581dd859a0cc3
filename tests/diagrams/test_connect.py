"""Connectors between boxes: the sides that they join, sites where no side's middle is, and where ways
turn."""

from __future__ import annotations

import pytest

from deckbuild.diagrams.connect import End, Sites, channels, facing_sides
from deckbuild.document import Glue, Stroke
from deckbuild.geometry import Point, Rect
from tests.samples import context

TOP, FOOT = End(Rect(0, 0, 100, 40), "top"), End(Rect(20, 100, 100, 40), "foot")
STROKE = Stroke(context().tone.text)


def test_sides_face_each_other_across_the_larger_gap() -> None:
    assert facing_sides(Rect(0, 0, 10, 10), Rect(40, 20, 10, 10)) == ("right", "left")
    assert facing_sides(Rect(0, 0, 10, 10), Rect(20, 40, 10, 10)) == ("bottom", "top")


def test_or_along_the_way_that_is_asked_for() -> None:
    assert facing_sides(Rect(0, 0, 10, 10), Rect(40, 20, 10, 10), upright=True) == ("bottom", "top")
    assert facing_sides(Rect(20, 40, 10, 10), Rect(0, 0, 10, 10), upright=False) == ("left", "right")


def test_a_line_off_the_middle_gets_sites_of_its_own() -> None:
    sites = Sites()
    line = sites.straight(TOP, FOOT, STROKE, upright=True, at=70.0)
    assert line.points == (Point(70, 40), Point(70, 100))
    assert line.start == Glue("top", 0)
    assert line.end == Glue("foot", "top")  # the middle of its side
    assert dict(sites.added)["top"] == [Point(70, 40)]


def test_lines_that_meet_share_a_site() -> None:
    sites = Sites()
    there = sites.straight(TOP, FOOT, STROKE, upright=True, at=30.0)
    back = sites.straight(FOOT, TOP, STROKE, upright=True, at=30.0)
    assert there.start == back.end == Glue("top", 0)


def test_a_slanting_line_joins_the_middles() -> None:
    sites = Sites()
    line = sites.straight(TOP, FOOT, STROKE, upright=True, both=True, name="up and down")
    assert line.points == (Point(50, 40), Point(70, 100))
    assert (line.start_arrow, line.end_arrow, line.name) == (True, True, "up and down")
    assert not sites.added


def test_leaders_that_fan_out_turn_one_after_the_other() -> None:
    down = [(Point(0, y), Point(100, y * 3)) for y in (10, 20, 30)]
    assert channels(down) == pytest.approx([0.75, 0.5, 0.25])
    up = [(Point(0, y), Point(100, y / 3)) for y in (30, 60)]
    assert channels(up) == pytest.approx([1 / 3, 2 / 3])

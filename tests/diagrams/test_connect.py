"""Connectors between boxes: the sides that they join, and sites where no side's middle is."""

from __future__ import annotations

from deckbuild.diagrams.connect import End, Sites, facing_sides
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

"""Ways between boxes in ranks: on to the next, over several, back, and the places of their labels."""

from __future__ import annotations

from deckbuild.diagrams.ranked_ways import Link, label_places, ranked_ways
from deckbuild.geometry import Point, Rect, Size

ROW = {"a": Rect(0, 0, 100, 40), "b": Rect(140, 0, 100, 40), "c": Rect(280, 0, 100, 40)}
RANK = {"a": 0, "b": 1, "c": 2}


def test_a_way_leads_right_to_the_next_rank() -> None:
    (way,) = ranked_ways([Link("a", "b")], ROW, RANK, across=True)
    assert way == ((Point(100, 20), Point(140, 20)), "right", "left")


def test_what_leads_down_is_what_leads_right_turned() -> None:
    boxes = {"a": Rect(0, 0, 100, 40), "b": Rect(0, 80, 100, 40)}
    (way,) = ranked_ways([Link("a", "b")], boxes, {"a": 0, "b": 1}, across=False)
    assert way == ((Point(50, 40), Point(50, 80)), "bottom", "top")


def test_a_way_over_several_ranks_passes_the_boxes_between() -> None:
    (way,) = ranked_ways([Link("a", "c")], ROW, RANK, across=True)
    bends = [Point(120, 20), Point(120, -7), Point(260, -7), Point(260, 20)]
    assert way.points == (Point(100, 20), *bends, Point(280, 20))


def test_a_way_back_runs_over_the_boxes() -> None:
    (way,) = ranked_ways([Link("c", "a")], ROW, RANK, across=True)
    assert way == ((Point(330, 0), Point(330, -12), Point(50, -12), Point(50, 0)), "top", "top")


def test_boxes_of_one_rank_are_joined_by_the_sides_that_face_each_other() -> None:
    boxes = {"a": Rect(0, 0, 100, 40), "b": Rect(0, 80, 100, 40)}
    (way,) = ranked_ways([Link("b", "a")], boxes, {"a": 0, "b": 0}, across=True)
    assert way == ((Point(50, 80), Point(50, 40)), "top", "bottom")


def test_a_label_stands_beside_what_ways_to_one_box_do_not_share() -> None:
    """Both turn at 280 and arrive together at 120; the label is centred over the way out of `a`."""
    boxes = {"a": Rect(0, 0, 100, 40), "b": Rect(0, 200, 100, 40), "x": Rect(300, 100, 100, 40)}
    links = [Link("a", "x", labelled=True), Link("b", "x")]
    ways = ranked_ways(links, boxes, {"a": 0, "b": 0, "x": 1}, across=True)
    places = label_places(links, ways, {0: Size(60, 16)}, list(boxes.values()), Rect(0, 0, 400, 300))
    assert places == {0: Rect(160, 1, 60, 16)}

"""Boxes in their places: drawn and joined by name, and the first way to place them that fits."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.document import Color, Connector, Glue, Shape, Stroke
from deckbuild.geometry import Point, Rect, Size
from deckbuild.layout.boxes import Setting, fixed
from deckbuild.layout.placed import Placed, first_that_fits
from tests.samples import context

LEFT, RIGHT = Rect(0, 0, 40, 20), Rect(100, 0, 40, 20)
THIN = Stroke(Color("#000000"), 1.0)


def placed(width: float, height: float = 20) -> Placed:
    box = fixed(Size(40, 20), lambda rect: (Shape(rect),))
    rects = {"left": LEFT, "right": RIGHT}
    return Placed("g", Setting(12.0, context()), dict.fromkeys(rects, box), rects, Size(width, height))


def test_boxes_are_drawn_in_the_order_asked_for() -> None:
    assert list(placed(140).draw("right", "left")) == [Shape(RIGHT), Shape(LEFT)]


def test_a_connector_sticks_to_the_shapes_of_both_boxes() -> None:
    way = placed(140).join("left", "right", THIN, ("right", "left"), name="On")
    assert isinstance(way, Connector)
    assert way.points == (Point(40, 10), Point(100, 10))
    assert (way.start, way.end, way.name) == (Glue("g/left", "right"), Glue("g/right", "left"), "On")


def test_the_first_way_that_fits_is_the_last_one_made() -> None:
    made: list[float] = []

    def ways() -> Iterator[Placed]:
        for width in (160, 140, 120):
            made.append(width)
            yield placed(width)

    assert first_that_fits(ways(), Size(140, 20)).size.width == 140
    assert made == [160, 140]


def test_where_none_fits_width_counts_more_than_height() -> None:
    ways = [placed(160, 20), placed(150, 40), placed(150, 30)]
    assert first_that_fits(ways, Size(140, 20)).size == Size(150, 30)


def test_width_that_fits_counts_no_more() -> None:
    ways = [placed(100, 40), placed(140, 30)]
    assert first_that_fits(ways, Size(140, 20)).size == Size(140, 30)


def test_boxes_hold_where_each_has_room_in_its_rectangle() -> None:
    assert placed(140).hold()
    rects = {"left": LEFT, "right": Rect(100, 0, 39, 20)}
    assert not Placed("g", placed(140).setting, placed(140).boxes, rects, Size(140, 20)).hold()

"""Marks that graphics share."""

from __future__ import annotations

import pytest

from deckbuild.document import Color, Freeform, Stroke
from deckbuild.geometry import Rect, Size
from deckbuild.layout.marks import cap, disc_box, polygon, polyline
from tests.samples import context

BLUE, WHITE = Color("#003D5C", "accent 2"), Color("#FFFFFF", "light 1")


def test_a_disc_as_a_box_stands_in_the_middle_of_its_rectangle_with_its_icon_on_it() -> None:
    box = disc_box("server", 50, BLUE, WHITE, context())

    assert box.natural == Size(50, 50)
    circle, drawing = box.frame(Size(100, 50)).items
    assert circle.rect == Rect(25, 0, 50, 50)
    assert drawing.rect == Rect(34.5, 9.5, 31, 31)  # 0.62 of the diameter


def test_a_cap_is_what_a_rounded_rectangle_shows_of_its_top() -> None:
    """At 5 of 25 points of radius the rim stands 25 - sqrt(25² - 20²) = 10 points in from the sides."""
    strip = cap(Rect(0, 0, 100, 60), 5.0, 25.0, BLUE)
    assert strip.rect == Rect(0, 0, 100, 5)
    assert isinstance(strip.geometry, Freeform)
    start, rise, top, fall, close = strip.geometry.commands
    assert start == ("M", 10.0, 5.0)
    assert rise == ("C", pytest.approx(15.0), 2.5, pytest.approx(15.0), 0.0, 25.0, 0.0)
    assert top == ("L", 75.0, 0.0)
    assert fall == ("C", pytest.approx(85.0), 0.0, pytest.approx(85.0), 2.5, 90.0, 5.0)
    assert close == ("Z",)


def test_a_polyline_has_the_rectangle_of_its_points() -> None:
    line = polyline([(10, 20), (30, 20), (30, 50)], Stroke(BLUE), name="Way")
    assert line.rect == Rect(10, 20, 20, 30)
    assert isinstance(line.geometry, Freeform)
    assert line.geometry.size == Size(20, 30)
    assert line.geometry.commands == (("M", 0, 0), ("L", 20, 0), ("L", 20, 30))


def test_a_level_polyline_still_has_an_outline_with_a_height() -> None:
    line = polyline([(0, 0), (30, 0)], Stroke(BLUE), name="Way")
    assert isinstance(line.geometry, Freeform)
    assert line.geometry.size == Size(30, 0.01)


def test_a_polygon_is_closed_and_in_the_units_of_its_size() -> None:
    triangle = polygon([(0, 0), (4, 0), (4, 3)], Size(4, 3))
    assert triangle.size == Size(4, 3)
    assert triangle.commands == (("M", 0, 0), ("L", 4, 0), ("L", 4, 3), ("Z",))

"""Where shapes are in their boxes: what colour a point has depends on it."""

from __future__ import annotations

import pytest

from deckbuild.check.measures.ground import inside, outlines
from deckbuild.document import Diamond, Ellipse, Freeform, Shape
from deckbuild.geometry import Point, Rect, Size

BOX = Rect(0, 0, 100, 100)


@pytest.mark.parametrize(("x", "y", "within"), [(85, 50, True), (50, 85, True), (90, 90, False)])
def test_an_ellipse_leaves_the_corners_of_its_box(x: float, y: float, within: bool) -> None:
    assert inside(Shape(BOX, Ellipse()), Point(x, y), ()) is within


@pytest.mark.parametrize(("x", "y", "within"), [(50, 10, True), (80, 60, True), (80, 80, False)])
def test_a_diamond_has_its_corners_in_the_middles_of_the_sides(x: float, y: float, within: bool) -> None:
    assert inside(Shape(BOX, Diamond()), Point(x, y), ()) is within


@pytest.mark.parametrize(("x", "y", "within"), [(90, 50, True), (60, 50, True), (40, 50, False)])
def test_a_slope_parts_its_box(x: float, y: float, within: bool) -> None:
    triangle = Freeform(Size(100, 100), (("M", 0.0, 0.0), ("L", 100.0, 0.0), ("L", 100.0, 100.0), ("Z",)))
    assert inside(Shape(BOX, triangle), Point(x, y), tuple(outlines(triangle))) is within


def test_a_curve_passes_where_its_control_points_draw_it() -> None:
    """Half way along, the ends count an eighth each, the control points three."""
    ((_, *points),) = outlines(
        Freeform(Size(60, 60), (("M", 0.0, 0.0), ("C", 0.0, 30.0, 30.0, 60.0, 60.0, 60.0)))
    )
    assert points[len(points) // 2 - 1] == pytest.approx((18.75, 41.25))
    assert points[-1] == (60, 60)

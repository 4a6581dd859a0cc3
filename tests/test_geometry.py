"""Points, rectangles and insets."""

from __future__ import annotations

import pytest

from deckbuild.geometry import Insets, Point, Rect, Size

BOX = Rect(10, 20, 100, 50)


def test_a_rectangle_knows_its_edges_and_its_middle() -> None:
    assert (BOX.right, BOX.bottom) == (110, 70)
    assert BOX.center == Point(60, 45)
    assert BOX.size == Size(100, 50)
    assert Rect.from_edges(10, 20, 110, 70) == BOX
    assert Rect.of_size(Size(100, 50)) == BOX.moved(-10, -20)


def test_insets_are_taken_off_each_side() -> None:
    assert BOX.inset(Insets(top=1, right=2, bottom=3, left=4)) == Rect(14, 21, 94, 46)


def test_what_is_left_after_insets_is_never_negative() -> None:
    assert BOX.inset(Insets.all(60)).size == Size(0, 0)


def test_insets() -> None:
    assert Insets.symmetric(3, 5) == Insets(top=5, right=3, bottom=5, left=3)
    assert (Insets(1, 2, 3, 4).horizontal, Insets(1, 2, 3, 4).vertical) == (6, 4)


@pytest.mark.parametrize(
    ("other", "inside"),
    [(BOX, True), (Rect(9.6, 20, 100, 50), True), (Rect(9.4, 20, 100, 50), False), (Rect(0, 0, 5, 5), False)],
)
def test_contains_with_a_tolerance_of_half_a_point(other: Rect, inside: bool) -> None:
    assert BOX.contains(other, 0.5) is inside


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (Rect(60, 40, 100, 50), True),
        (Rect(110, 20, 10, 10), False),  # edge to edge
        (Rect(109.7, 20, 10, 10), False),  # less than the tolerance
        (Rect(20, 70, 10, 10), False),
    ],
)
def test_overlaps_with_a_tolerance_of_half_a_point(other: Rect, shared: bool) -> None:
    assert BOX.overlaps(other, 0.5) is shared
    assert other.overlaps(BOX, 0.5) is shared


@pytest.mark.parametrize(
    ("box", "crossed"),
    [
        (Rect(4, 4, 2, 2), True),
        (Rect(6, 2, 2, 2), False),
        (Rect(2, 6, 2, 2), False),
        (Rect(12, 12, 2, 2), False),
    ],
)
def test_a_slanted_line_crosses_what_is_on_its_way(box: Rect, crossed: bool) -> None:
    """From (0, 0) to (10, 10): boxes on the line, above it, below it, behind its end."""
    assert box.crossed_by(Point(0, 0), Point(10, 10)) is crossed
    assert box.crossed_by(Point(10, 10), Point(0, 0)) is crossed

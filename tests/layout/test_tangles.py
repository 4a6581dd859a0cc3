"""Lines and boxes: `a` left, `b` in the middle, `c` right, each 10 pt square with its middle at y = 5."""

from __future__ import annotations

from deckbuild.document import Color, Connector, Glue, Shape, Stroke
from deckbuild.geometry import Point, Rect
from deckbuild.layout.tangles import crossings, lines_through_boxes

INK = Color("#003D5C")


def box(key: str, left: float, top: float = 0.0, size: float = 10.0) -> Shape:
    return Shape(Rect(left, top, size, size), fill=INK, key=key)


A, B, C = box("a", 0), box("b", 30), box("c", 60)


def line(*points: tuple[float, float], start: str = "", end: str = "") -> Connector:
    return Connector(
        tuple(Point(*point) for point in points),
        Stroke(INK, 1),
        Glue(start, "right") if start else None,
        Glue(end, "left") if end else None,
    )


def test_a_line_through_a_box_between_its_ends() -> None:
    assert lines_through_boxes((A, B, C, line((10, 5), (60, 5), start="a", end="c"))) == 1


def test_a_line_around_it() -> None:
    assert lines_through_boxes((A, B, C, line((5, 10), (5, 20), (65, 20), (65, 10)))) == 0


def test_a_line_along_its_edge_only_touches() -> None:
    assert lines_through_boxes((B, line((10, 0), (60, 0)))) == 0


def test_a_line_holds_on_to_its_own_boxes() -> None:
    assert lines_through_boxes((A, B, line((5, 5), (35, 5), start="a", end="b"))) == 0


def test_a_panel_that_the_line_starts_in_isnt_passed() -> None:
    panel = box("panel", -5, -5, 20)
    assert lines_through_boxes((panel, A, B, line((10, 5), (30, 5), start="a", end="b"))) == 0


def test_lines_that_cross() -> None:
    assert crossings((line((0, 0), (10, 10)), line((0, 10), (10, 0)))) == 1


def test_a_straight_line_across_a_straight_line() -> None:
    assert crossings((line((0, 5), (10, 5)), line((5, 0), (5, 10)))) == 1


def test_lines_that_meet_dont_cross() -> None:
    assert crossings((line((0, 5), (10, 5)), line((5, 5), (5, 10)), line((0, 0), (0, 5)))) == 0

"""The checks themselves: each fault is seen where it is drawn. Boxes are 40 by 20 points."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.document import Color, Connector, Glue, Stroke
from deckbuild.geometry import Point, Rect
from tests.diagrams.truth import Drawing, crossings, faults

BOXES = {
    "a": Rect(0, 0, 40, 20),
    "b": Rect(0, 60, 40, 20),
    "x": Rect(140, 0, 40, 20),
    "y": Rect(140, 60, 40, 20),
}


def line(names: str, *points: tuple[float, float]) -> Connector:
    """A line between two boxes by their letters."""
    start, end = (Glue(f"g/{name}", side) for name, side in zip(names, ("right", "left"), strict=True))  # type: ignore[arg-type]
    return Connector(tuple(Point(*point) for point in points), Stroke(Color("#000000"), 1), start, end)


def drawn(
    *lines: Connector,
    labels: Mapping[int, Rect] | None = None,
    panels: Mapping[str, Rect] | None = None,
    held: Mapping[str, frozenset[str]] | None = None,
) -> Drawing:
    return Drawing(BOXES, panels or {}, lines, labels or {}, held or {})


A_TO_X = line("ax", (40, 10), (140, 10))
B_TO_Y = line("by", (40, 70), (140, 70))


def test_lines_apart_are_true() -> None:
    assert faults(drawn(A_TO_X, B_TO_Y)) == []


def test_a_fork_is_true() -> None:
    branch = line("ay", (40, 10), (90, 10), (90, 70), (140, 70))
    assert faults(drawn(A_TO_X, branch)) == []


def test_two_lines_on_one_trunk_say_what_is_not_so() -> None:
    down = line("ay", (40, 10), (90, 10), (90, 66), (140, 66))
    up = line("bx", (40, 74), (90, 74), (90, 14), (140, 14))
    assert faults(drawn(down, up)) == ["lines along each other: ('a', 'y'), ('b', 'x')"]


def test_one_arrowhead_of_two_lines() -> None:
    join = line("bx", (40, 70), (90, 70), (90, 10), (140, 10))
    assert "one arrowhead of two edges: x" in faults(drawn(A_TO_X, join))


def test_a_line_through_a_box() -> None:
    around = line("ax", (40, 10), (60, 10), (60, 70), (20, 70), (20, 90))
    assert "line through a box: ('a', 'x'), b" in faults(drawn(around))


def test_a_stranger_on_a_panel_and_a_member_beside_it() -> None:
    found = faults(drawn(panels={"g": Rect(-5, -5, 50, 90)}, held={"g": frozenset({"a", "x"})}))
    assert found == ["stranger on a panel: b, g", "outside its panel: x, g"]


def test_a_label_beside_another_line() -> None:
    assert faults(drawn(A_TO_X, B_TO_Y, labels={0: Rect(80, 0, 30, 7)})) == []
    strange = faults(drawn(A_TO_X, B_TO_Y, labels={0: Rect(80, 60, 30, 7)}))
    assert strange == ["label not on its own edge: 0"]


def test_a_line_through_a_label() -> None:
    assert "line through a label: 0" in faults(drawn(A_TO_X, labels={0: Rect(80, 5, 30, 10)}))


def test_crossings_are_counted() -> None:
    down = line("ay", (40, 10), (80, 10), (80, 66), (140, 66))
    up = line("bx", (40, 74), (100, 74), (100, 14), (140, 14))
    assert crossings(drawn(down, up)) == 1

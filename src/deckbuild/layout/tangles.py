"""Lines that are hard to follow: those that cross, and those through boxes that they don't lead to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from deckbuild.document import Connector, Item, Shape
from deckbuild.geometry import Insets, Point, Rect

RIM = 1.0  # points of a box's edge along which a line may run: it touches, and isn't inside


def lines_through_boxes(items: Sequence[Item]) -> int:
    """How often a line passes the inside of a box that it neither holds on to nor starts or ends in."""
    boxes = [item for item in items if isinstance(item, Shape) and _is_box(item)]
    return sum(_runs_through(line, box) for line in _lines(items) for box in boxes)


def crossings(items: Sequence[Item]) -> int:
    """How many pairs of lines cross, each going on beyond the other."""
    return sum(_cross(one, other) for one, other in combinations(_lines(items), 2))


def _lines(items: Sequence[Item]) -> list[Connector]:
    return [item for item in items if isinstance(item, Connector)]


def _is_box(shape: Shape) -> bool:
    """Whether a line through the shape would be wrong: it says something, or lines lead to it."""
    said = shape.body is not None and bool(shape.body.text.strip())
    return (said or bool(shape.key)) and (shape.fill is not None or shape.stroke is not None)


def _runs_through(line: Connector, box: Shape) -> bool:
    glued = {glue.key for glue in (line.start, line.end) if glue is not None}
    inside = box.rect.inset(Insets.all(RIM))
    if (box.key and box.key in glued) or inside.width <= 0 or inside.height <= 0:
        return False
    if _holds(inside, line.points[0]) or _holds(inside, line.points[-1]):
        return False
    return any(inside.crossed_by(a, b) for a, b in pairwise(line.points))


def _holds(rect: Rect, point: Point) -> bool:
    return rect.left <= point.x <= rect.right and rect.top <= point.y <= rect.bottom


def _cross(one: Connector, other: Connector) -> bool:
    if not one.rect.overlaps(other.rect, -RIM):
        return False
    return any(
        _apart(a, b, c, d) and _apart(c, d, a, b)
        for a, b in pairwise(one.points)
        for c, d in pairwise(other.points)
    )


def _apart(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether `c` and `d` are on different sides of the line through `a` and `b`, and not on it."""

    def side(point: Point) -> float:
        return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)

    return side(c) * side(d) < -1e-6

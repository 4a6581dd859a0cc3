"""Connectors between boxes: which sides they join, and the straight or elbowed way between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.document import Connector, Glue, Side, Stroke
from deckbuild.geometry import Point, Rect

ALIGNED = 1.0
"""Points by which two ends may miss each other and still be joined by a straight line."""


@dataclass(frozen=True, slots=True)
class End:
    """A box that a connector joins: its place and the key of its shape."""

    rect: Rect
    key: str


def side_point(rect: Rect, side: Side) -> Point:
    """The middle of a side, where the connection site is."""
    if side in ("left", "right"):
        return Point(rect.left if side == "left" else rect.right, rect.center.y)
    return Point(rect.center.x, rect.top if side == "top" else rect.bottom)


def facing_sides(start: Rect, end: Rect) -> tuple[Side, Side]:
    """The sides that face each other across the larger gap between two boxes."""
    across = max(end.left - start.right, start.left - end.right)
    down = max(end.top - start.bottom, start.top - end.bottom)
    if across >= down:
        return ("right", "left") if end.center.x >= start.center.x else ("left", "right")
    return ("bottom", "top") if end.center.y >= start.center.y else ("top", "bottom")


def elbow(start: Point, leaving: Side, end: Point, entering: Side, bend: float = 0.5) -> tuple[Point, ...]:
    """The axis-parallel way from `start` to `end`; `bend` is where a middle segment lies (0 to 1).

    Two points if the ends are in line, three if the sides are at right angles, four if they face each other.
    """
    leaves_across = leaving in ("left", "right")
    enters_across = entering in ("left", "right")
    if leaves_across and enters_across:
        if abs(start.y - end.y) <= ALIGNED:
            return start, Point(end.x, start.y)
        x = start.x + (end.x - start.x) * bend
        return start, Point(x, start.y), Point(x, end.y), end
    if not leaves_across and not enters_across:
        if abs(start.x - end.x) <= ALIGNED:
            return start, Point(start.x, end.y)
        y = start.y + (end.y - start.y) * bend
        return start, Point(start.x, y), Point(end.x, y), end
    corner = Point(end.x, start.y) if leaves_across else Point(start.x, end.y)
    return start, corner, end


def connect(
    start: End,
    end: End,
    stroke: Stroke,
    *,
    sides: tuple[Side, Side] | None = None,
    bend: float = 0.5,
    straight: bool = False,
    both: bool = False,
    arrow: bool = True,
    name: str = "",
) -> Connector:
    """A connector glued to both boxes, by default between the sides that face each other."""
    leaving, entering = sides or facing_sides(start.rect, end.rect)
    first, last = side_point(start.rect, leaving), side_point(end.rect, entering)
    points = (first, last) if straight else elbow(first, leaving, last, entering, bend)
    return Connector(
        points,
        stroke,
        Glue(start.key, leaving),
        Glue(end.key, entering),
        start_arrow=both,
        end_arrow=arrow,
        name=name,
    )


def channels(ways: Sequence[tuple[Point, Point]]) -> list[float]:
    """Where ways from a column to the next turn, from 0 (at the start) to 1, so that none crosses another.

    Of those that go down the upper ones turn further right, of those that go up further left.
    """
    down = [index for index, (start, end) in enumerate(ways) if end.y >= start.y]
    up = [index for index, (start, end) in enumerate(ways) if end.y < start.y]
    bends = [0.5] * len(ways)
    for group in (down[::-1], up):
        for place, index in enumerate(group, 1):
            bends[index] = place / (len(group) + 1)
    return bends

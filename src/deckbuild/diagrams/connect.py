"""Connectors between boxes: which sides they join, and the straight or elbowed way between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deckbuild.document import Connector, Glue, Side, Stroke
from deckbuild.geometry import Point, Rect

ALIGNED = 1.0
"""Points by which two ends may miss each other and still be joined by a straight line."""

CENTERED = 0.5
"""Points from the middle of a side within which a line uses the site that every box has there."""


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


def facing_sides(start: Rect, end: Rect, upright: bool | None = None) -> tuple[Side, Side]:
    """The sides that face each other across the larger gap between two boxes; with `upright` up and down,
    or else from side to side."""
    across = max(end.left - start.right, start.left - end.right)
    down = max(end.top - start.bottom, start.top - end.bottom)
    if upright is None:
        upright = down > across
    if upright:
        return ("bottom", "top") if end.center.y >= start.center.y else ("top", "bottom")
    return ("right", "left") if end.center.x >= start.center.x else ("left", "right")


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


@dataclass(frozen=True, slots=True)
class Sites:
    """The connection sites that boxes need beyond the middles of their sides, by the boxes' keys, each a
    point from its box's top left corner. Lines add them as they arrive."""

    added: defaultdict[str, list[Point]] = field(default_factory=lambda: defaultdict(list))

    def end(self, box: End, side: Side, at: float | None) -> tuple[Point, Glue]:
        """Where a straight line meets a side of the box, and the site there: `at` is the line's place across
        its way, in points; None is the middle of the side."""
        middle = point = side_point(box.rect, side)
        if at is not None:
            point = replace(middle, x=at) if side in ("top", "bottom") else replace(middle, y=at)
        if abs(point.x - middle.x) + abs(point.y - middle.y) <= CENTERED:
            return point, Glue(box.key, side)
        inside, own = point.moved(-box.rect.left, -box.rect.top), self.added[box.key]
        if inside not in own:
            own.append(inside)
        return point, Glue(box.key, own.index(inside))

    def straight(
        self,
        start: End,
        end: End,
        stroke: Stroke,
        *,
        upright: bool,
        at: float | None = None,
        both: bool = False,
        arrow: bool = True,
        name: str = "",
    ) -> Connector:
        """A straight connector glued to both boxes, up and down or else from side to side: level or upright
        at the place `at`, or between the middles of the sides."""
        leaving, entering = facing_sides(start.rect, end.rect, upright)
        (first, tail), (last, head) = self.end(start, leaving, at), self.end(end, entering, at)
        return Connector((first, last), stroke, tail, head, start_arrow=both, end_arrow=arrow, name=name)


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

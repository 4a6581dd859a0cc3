"""Spots where a label may stand, by what it belongs to. Lengths in points."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from deckbuild.charts.placing import Spot, room_inside
from deckbuild.geometry import Point, Rect, Size

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

GAP = 7.0
"""Points between a label and what it belongs to."""

WRAP_COST = 6.0
PULL = 0.6
"""Cost of a point between a label's middle and where the author wants it."""

SIDES = ((1, 0), (-1, 0), *((dx, dy) for dy in (-1, 1) for dx in (0, -0.4, 0.4, -0.8, 0.8)))
"""Directions from a curve to a label: above and below, somewhat to the sides, and beside."""

NEAREST = 16.0  # shortest leader
POINT = Size(2.0, 2.0)  # what a leader ends on


def along(curve: Sequence[Point], sizes: Sequence[Size], prefer: float | None = None) -> Iterator[Spot]:
    """Above, below and beside a curve, all along it; `prefer` is an x to stay near."""
    step = max(1, len(curve) // 48)
    for variant, size in enumerate(sizes):
        for point in curve[::step]:
            for far in (GAP, GAP * 2):
                for dx, dy in SIDES:
                    rect = _beside(point, size, dx, dy, far)
                    away = abs(rect.center.x - prefer) if prefer is not None else 0.0
                    yield Spot(rect, WRAP_COST * variant + PULL * away, variant)


def around(point: Point, sizes: Sequence[Size]) -> Iterator[Spot]:
    """In rings around a point, with a leader from it."""
    for variant, size in enumerate(sizes):
        for ring in range(8):
            for turn in range(16):
                angle = turn * math.pi / 8
                rect = _beside(point, size, math.cos(angle), math.sin(angle), NEAREST + ring * 10.0)
                yield Spot(rect, WRAP_COST * variant, variant, point)


def inside(
    regions: Sequence[ArrayLike], covered: Sequence[ArrayLike], sizes: Sequence[Size], bounds: Rect
) -> Iterable[Spot]:
    """Wholly inside one of the regions, given by vertical spans, less those that cover them; around their
    roomiest point where none of the sizes has room. Without regions that is the middle of `bounds`."""

    def room(size: Size, variant: int = 0) -> list[Spot]:
        return [spot for region in regions for spot in room_inside(region, covered, size, variant)]

    found = [spot for variant, size in enumerate(sizes) for spot in room(size, variant)]
    if found:
        return found
    roomiest = min(room(POINT), key=lambda spot: spot.bias, default=Spot(bounds))
    return around(roomiest.rect.center, sizes)


def by_arrow(start: Point, end: Point, sizes: Sequence[Size]) -> Iterator[Spot]:
    """Above and below a level arrow."""
    middle = (start.x + end.x) / 2
    for variant, size in enumerate(sizes):
        for column in range(-10, 11):
            for row in range(4):
                for side in (-1, 1):
                    rect = _beside(Point(middle + column * 4.0, start.y), size, 0, side, GAP + row * 5.0)
                    yield Spot(rect, WRAP_COST * variant + abs(column) + row * 5.0, variant)


def beside_event(x: float, top: float, sizes: Sequence[Size]) -> Iterator[Spot]:
    """Left and right of an upright line, from its top down."""
    for variant, size in enumerate(sizes):
        for row in range(24):
            for left in (x - GAP - size.width, x + GAP):
                rect = Rect(left, top + 2.0 + row * 6.0, size.width, size.height)
                yield Spot(rect, WRAP_COST * variant + row * 4.0, variant)


def on_limit(y: float, left: float, right: float, sizes: Sequence[Size]) -> Iterator[Spot]:
    """Above and below a level line, by preference at its right end."""
    for variant, size in enumerate(sizes):
        for column in range(24):
            x = right - size.width - column * max(4.0, (right - left - size.width) / 24)
            for top, bias in ((y - size.height - 4.5, 0.0), (y + 4.5, 2.0)):
                rect = Rect(x, top, size.width, size.height)
                yield Spot(rect, WRAP_COST * variant + bias + column * 1.5, variant)


def _beside(point: Point, size: Size, dx: float, dy: float, far: float) -> Rect:
    """A box whose nearest edge or corner lies `far` points from `point` in a direction."""
    x = point.x + dx * (far + size.width / 2)
    y = point.y + dy * (far + size.height / 2)
    return Rect.around(Point(x, y), size.width, size.height)

"""Where lines hold on to the sides of boxes: one in the middle, several apart from each other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deckbuild.diagrams.ranked_graph import Outline
from deckbuild.document import Side
from deckbuild.geometry import Point, Rect

APART = 14.0  # points between two lines on one side: their arrowheads are seen as two
LEAST = 7.0  # the same where a side has many
CORNER = 6.0  # points at each end of a side that stay free


@dataclass(frozen=True, slots=True)
class Port:
    """A point on the outline of a box. In the middle of its side it is where every outline has a site."""

    box: str
    side: Side
    at: Point
    middle: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """A line that wants a port: `toward` is where it goes, along the side."""

    name: str
    toward: float


def spread(wishes: Sequence[Wish], low: float, high: float) -> dict[str, float]:
    """Where along a side from `low` to `high` each line holds on to it: in the order of where they go, one
    that goes straight on from the middle of the side there."""
    middle = (low + high) / 2
    order = sorted(wishes, key=lambda wish: wish.toward)
    straight = [index for index, wish in enumerate(order) if abs(wish.toward - middle) < 0.5]
    center = float(straight[0]) if len(straight) == 1 else (len(order) - 1) / 2
    half = max(0.0, (high - low) / 2 - CORNER)
    if max(center, len(order) - 1 - center) * LEAST > half:
        center = (len(order) - 1) / 2
    reach = max(center, len(order) - 1 - center)
    step = min(APART, half / reach) if reach else 0.0
    return {wish.name: middle + (index - center) * step for index, wish in enumerate(order)}


def needed(count: int) -> float:
    """How long a side has to be for so many lines, in points."""
    return 2 * CORNER + LEAST * (count - 1) if count > 1 else 0.0


def port(name: str, rect: Rect, side: Side, at: float, outline: Outline) -> Port:
    """The port on a side of a box, at this coordinate along the side."""
    upright = side in ("left", "right")
    middle = rect.center.y if upright else rect.center.x
    length, depth = (rect.height, rect.width) if upright else (rect.width, rect.height)
    inside = _inside(outline, abs(at - middle), length, depth)
    if side == "left":
        point = Point(rect.left + inside, at)
    elif side == "right":
        point = Point(rect.right - inside, at)
    else:
        point = Point(at, rect.top + inside if side == "top" else rect.bottom - inside)
    return Port(name, side, point, abs(at - middle) < 0.05)


def _inside(outline: Outline, away: float, length: float, depth: float) -> float:
    """How far the outline lies inside its rectangle, `away` points from the middle of a side."""
    if outline == "diamond":
        return away / length * depth
    if outline == "pill":
        radius = min(length, depth) / 2
        beyond = max(0.0, away - (length / 2 - radius))
        return radius - math.sqrt(max(0.0, radius**2 - beyond**2))
    return 0.0


Ports = Mapping[str, Port]

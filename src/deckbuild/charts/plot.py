"""What a plot consists of, in points: its scale, and the lines and areas drawn to it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeVar

from deckbuild.document import Color
from deckbuild.geometry import Point, Rect

if TYPE_CHECKING:
    from deckbuild.charts.curves import Floats

Values = TypeVar("Values", float, "Floats")

STEP = 1.5  # points from sample to sample along x: no corner shows

Style = Literal["solid", "dashed", "dotted"]


@dataclass(frozen=True, slots=True)
class Scale:
    """Data to points: `rect` shows x from `left` to `right` and y from `bottom` to `top`."""

    rect: Rect
    left: float
    right: float
    bottom: float
    top: float

    def x(self, value: Values) -> Values:
        return self.rect.left + (value - self.left) / (self.right - self.left) * self.rect.width

    def y(self, value: Values) -> Values:
        return self.rect.bottom - (value - self.bottom) / (self.top - self.bottom) * self.rect.height

    def point(self, x: float, y: float) -> Point:
        return Point(self.x(x), self.y(y))

    def spans(self, region: Floats) -> Floats:
        """A region of the data, given by its vertical spans, in points."""
        import numpy as np

        x, one, other = region.T
        return np.column_stack([self.x(x), self.y(one), self.y(other)])

    def samples(self) -> list[float]:
        """Values of x a small step apart."""
        count = max(2, math.ceil(self.rect.width / STEP))
        return [self.left + (self.right - self.left) * index / count for index in range(count + 1)]


@dataclass(frozen=True, slots=True)
class Line:
    """A stroke along points."""

    points: tuple[Point, ...]
    color: Color
    width: float
    style: Style = "solid"


@dataclass(frozen=True, slots=True)
class Area:
    """A filled region, given by its vertical spans; `hatch` is the colour of its hatching."""

    spans: Floats
    fill: Color
    hatch: Color | None = None


def length(points: Sequence[Point]) -> float:
    """Of a polyline, in points."""
    return sum(math.hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(points))


def spaced(points: Sequence[Point], apart: float) -> list[Point]:
    """Points along a polyline, at most `apart` from each other however steep it runs; where its own lie
    closer, fewer of them."""
    found = list(points[:1])
    for a, b in pairwise(points):
        dx, dy = b.x - a.x, b.y - a.y
        count = max(1, math.ceil(math.hypot(dx, dy) / apart))
        found += [Point(a.x + dx * n / count, a.y + dy * n / count) for n in range(1, count + 1)]
    way = length(found) if len(found) > 2 else 0.0
    return found[:: max(1, int(apart * (len(found) - 1) / way)) if way else 1]

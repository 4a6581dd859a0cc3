"""What a plot consists of, in points: its scale, and the lines and areas drawn to it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeVar

from deckbuild.document import Color
from deckbuild.geometry import Point, Rect

if TYPE_CHECKING:
    from deckbuild.charts.curves import Floats

Values = TypeVar("Values", float, "Floats")

STEP = 1.5  # points from sample to sample along x: no corner shows

ROUND_STEPS = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0)
"""Times ten to some power: the steps of an axis that people count in."""

NEAR_END = 1e-5  # of an axis, by which the last mark may miss its end: nobody sees it

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
class Axis:
    """Values from `start` to `end` along the width of a rectangle."""

    start: float
    end: float

    def x(self, value: float, rect: Rect) -> float:
        return rect.left + (value - self.start) / (self.end - self.start) * rect.width

    def round_values(self, clear: Callable[[Sequence[float]], bool]) -> Sequence[float]:
        """Round values to mark: of the steps whose multiples are `clear` of each other, the closest one that
        ends where the axis ends, else the closest one; none where no step is clear.

        >>> Axis(0, 900).round_values(lambda values: len(values) < 5)
        [0.0, 300.0, 600.0, 900.0]
        """
        span = self.end - self.start
        power = 10 ** math.floor(math.log10(span / 10))
        steps = [step * power * scope for scope in (1, 10) for step in ROUND_STEPS]
        marked = [values for step in steps if (values := self._multiples(step)) and clear(values)]
        ending = [each for each in marked if len(each) > 2 and self.end - each[-1] < NEAR_END * span]
        return next(iter(ending or marked), [])

    def _multiples(self, step: float) -> list[float]:
        first, last = math.ceil(self.start / step - 1e-9), math.floor(self.end / step + 1e-9)
        return [step * number for number in range(first, last + 1)]


@dataclass(frozen=True, slots=True)
class Polyline:
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

"""What a plot consists of, in points: its scale, and the lines and areas drawn to it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Literal, TypeVar

from deckbuild.document import Color
from deckbuild.geometry import Point, Rect

if TYPE_CHECKING:
    from deckbuild.charts.curves import Floats

Values = TypeVar("Values", float, "Floats")

STEP = 1.5  # points from sample to sample along x: no corner shows

SPACING = 3.0  # points between the samples that labels keep clear of
MOST_OBSTACLES = 6000
"""Of those samples, over all lines together: where lines fill the plot, they stand further apart."""
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

    def samples(self, lines: Sequence[Sequence[float]] = ()) -> list[float]:
        """Values of x a small step apart; where those of one of the `lines` stand closer, all of these too,
        so that no peak is lost."""
        count = max(2, math.ceil(self.rect.width / STEP))
        step = (self.right - self.left) / count
        even = [self.left + (self.right - self.left) * index / count for index in range(count + 1)]
        close = any(after - before < step for line in lines for before, after in pairwise(line))
        return sorted({*even, *chain(*lines)}) if close else even


def bars(scale: Scale, values: Sequence[float], gap: float) -> list[Rect]:
    """Columns from zero up to the values: one for each unit of x, `gap` points apart; the last ends where its
    unit does.

    >>> bars(Scale(Rect(0, 0, 20, 10), 0, 2, 0, 5), [1, 5], gap=2)
    [Rect(left=0.0, top=8.0, width=8.0, height=2.0), Rect(left=10.0, top=0.0, width=10.0, height=10.0)]
    """
    ends = [scale.x(number) for number in range(len(values) + 1)]
    rights = [*(end - gap for end in ends[1:-1]), ends[-1]]
    edges = zip(ends[:-1], map(scale.y, values), rights, strict=True)
    return [Rect.from_edges(left, top, right, scale.y(0.0)) for left, top, right in edges]


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


Mark = Area | Polyline
"""What a plot's picture shows."""


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


def obstacles(lines: Mapping[str, Sequence[Point]]) -> dict[str, list[Point]]:
    """The lines as points a few points apart, which labels keep clear of."""
    apart = max(SPACING, sum(map(length, lines.values())) / MOST_OBSTACLES)
    return {name: spaced(line, apart) for name, line in lines.items()}

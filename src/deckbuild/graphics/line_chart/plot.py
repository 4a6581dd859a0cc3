"""The plot of a line chart: data to points, and painting it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from deckbuild.document import Color
from deckbuild.geometry import Point, Rect
from deckbuild.graphics.line_chart.curves import hatching
from deckbuild.graphics.line_chart.elements import Style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from deckbuild.graphics.line_chart.curves import Floats

Values = TypeVar("Values", float, "Floats")

STEP = 1.5  # points from sample to sample along x: no corner shows
HATCH_APART = 7.0
HATCH_WIDTH = 1.0

DASHES: Mapping[Style, tuple[float, ...]] = {"solid": (), "dashed": (7.0, 4.0), "dotted": (1.6, 3.2)}
"""Lengths of dashes and gaps, in points."""


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


def paint(axes: Axes, marks: Iterable[Area | Line]) -> None:
    """Areas and lines, from back to front."""
    for layer, mark in enumerate(marks):
        place: dict[str, Any] = {"clip_on": False, "zorder": layer}
        match mark:
            case Area(spans, fill, hatch):
                x, one, other = spans.T
                edge = [*one, *other[::-1]]
                axes.fill([*x, *x[::-1]], edge, color=(fill.hex, fill.alpha), linewidth=0, **place)
                if hatch:
                    stripes = list(hatching(spans, HATCH_APART))
                    axes.plot(
                        [x for stripe in stripes for x in (stripe.x0, stripe.x1, math.nan)],
                        [y for stripe in stripes for y in (stripe.y0, stripe.y1, math.nan)],
                        color=(hatch.hex, hatch.alpha),
                        linewidth=HATCH_WIDTH,
                        solid_capstyle="butt",
                        **place,
                    )
            case Line(points, color, width, style):
                axes.plot(
                    [point.x for point in points],
                    [point.y for point in points],
                    color=(color.hex, color.alpha),
                    linewidth=width,
                    linestyle=(0, DASHES[style]) if DASHES[style] else "-",
                    dash_capstyle="butt",
                    **place,
                )

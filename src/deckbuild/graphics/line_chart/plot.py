"""The plot of a line chart: data to points, and painting it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from deckbuild.document import Color
from deckbuild.geometry import Point, Rect
from deckbuild.graphics.line_chart.curves import Span, hatching
from deckbuild.graphics.line_chart.elements import Style

if TYPE_CHECKING:
    from matplotlib.axes import Axes


STEP = 1.5  # points from sample to sample along x: no corner shows
SPACING = 3.0  # points between the samples that labels keep clear of
MOST_OBSTACLES = 6000
"""Of those samples, over all lines together: where lines fill the plot, they stand further apart."""
SERIES_WIDTH = 2.75
STRONG_WIDTH = 3.75
LIMIT_WIDTH = 2.0
THIN = 1.25
HAIRLINE = 0.75
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

    def x(self, value: float) -> float:
        return self.rect.left + (value - self.left) / (self.right - self.left) * self.rect.width

    def y(self, value: float) -> float:
        return self.rect.bottom - (value - self.bottom) / (self.top - self.bottom) * self.rect.height

    def point(self, x: float, y: float) -> Point:
        return Point(self.x(x), self.y(y))

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
    """A filled region between curves; `hatch` is the colour of its hatching."""

    spans: tuple[Span, ...]
    fill: Color
    hatch: Color | None = None


def length(points: Sequence[Point]) -> float:
    """Of a polyline, in points."""
    return sum(math.hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(points))


def spaced(points: Sequence[Point], apart: float) -> list[Point]:
    """Points along a polyline, at most `apart` from each other however steep it runs."""
    found = list(points[:1])
    for a, b in pairwise(points):
        count = max(1, math.ceil(math.hypot(b.x - a.x, b.y - a.y) / apart))
        found += [
            Point(a.x + (b.x - a.x) * n / count, a.y + (b.y - a.y) * n / count) for n in range(1, count + 1)
        ]
    return found[:: 1 if len(found) < 3 else _thin(found, apart)]


def _thin(points: Sequence[Point], apart: float) -> int:
    """Every how many points may be kept where samples lie closer than `apart`."""
    way = length(points)
    return max(1, int(apart * (len(points) - 1) / way)) if way else 1


def paint(axes: Axes, marks: Iterable[Area | Line]) -> None:
    """Areas and lines, from back to front."""
    for layer, mark in enumerate(marks):
        match mark:
            case Area():
                _fill(axes, mark, layer)
            case Line():
                _stroke(axes, mark, layer)


def _fill(axes: Axes, area: Area, layer: int) -> None:
    edge = [(x, y) for x, y, _ in area.spans] + [(x, y) for x, _, y in reversed(area.spans)]
    xs, ys = zip(*edge, strict=True)
    axes.fill(xs, ys, color=_rgba(area.fill), linewidth=0, clip_on=False, zorder=layer)
    if area.hatch:
        stripes = list(hatching(area.spans, HATCH_APART))
        axes.plot(
            [x for stripe in stripes for x in (stripe.x0, stripe.x1, math.nan)],
            [y for stripe in stripes for y in (stripe.y0, stripe.y1, math.nan)],
            color=_rgba(area.hatch),
            linewidth=HATCH_WIDTH,
            solid_capstyle="butt",
            clip_on=False,
            zorder=layer,
        )


def _stroke(axes: Axes, line: Line, layer: int) -> None:
    axes.plot(
        [point.x for point in line.points],
        [point.y for point in line.points],
        color=_rgba(line.color),
        linewidth=line.width,
        linestyle=(0, DASHES[line.style]) if DASHES[line.style] else "-",
        dash_capstyle="butt",
        clip_on=False,
        zorder=layer,
    )


def _rgba(color: Color) -> tuple[float, float, float, float]:
    red, green, blue = (int(color.hex[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue, color.alpha

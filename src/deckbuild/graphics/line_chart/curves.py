"""Curves through points, what lies between two of them, and hatching for it. Plain arithmetic."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Function = Callable[[float], float]
Span = tuple[float, float, float]
"""A vertical span: x, and the two ends of it."""


def polyline(points: Sequence[tuple[float, float]]) -> Function:
    """Straight lines through `points` (ascending in x), level beyond both ends."""
    xs = [x for x, _ in points]

    def at(x: float) -> float:
        if x <= xs[0]:
            return points[0][1]
        if x >= xs[-1]:
            return points[-1][1]
        index = bisect_right(xs, x) - 1
        (x0, y0), (x1, y1) = points[index], points[index + 1]
        return y0 + (y1 - y0) * (x - x0) / (x1 - x0)

    return at


def level(value: float) -> Function:
    """The same everywhere."""
    return polyline([(0.0, value)])


def smooth(points: Sequence[tuple[float, float]]) -> Function:
    """A smooth curve through `points` (ascending in x) that never overshoots them, level beyond both ends.

    Cubic Hermite pieces whose slopes are weighted harmonic means (Fritsch and Butland, A Method for
    Constructing Local Monotone Piecewise Cubic Interpolants, 1984).
    """
    if len(points) < 3:
        return polyline(points)
    xs = [x for x, _ in points]
    steps = [b[0] - a[0] for a, b in pairwise(points)]
    rises = [(b[1] - a[1]) / step for (a, b), step in zip(pairwise(points), steps, strict=True)]
    slopes = [0.0]
    for index in range(1, len(points) - 1):
        before, after = rises[index - 1], rises[index]
        if before * after <= 0:
            slopes.append(0.0)
            continue
        one, two = 2 * steps[index] + steps[index - 1], steps[index] + 2 * steps[index - 1]
        slopes.append((one + two) / (one / before + two / after))
    slopes.append(0.0)

    def at(x: float) -> float:
        if x <= xs[0]:
            return points[0][1]
        if x >= xs[-1]:
            return points[-1][1]
        index = bisect_right(xs, x) - 1
        step = steps[index]
        t = (x - xs[index]) / step
        y0, y1 = points[index][1], points[index + 1][1]
        return (
            y0 * (1 + 2 * t) * (1 - t) ** 2
            + slopes[index] * step * t * (1 - t) ** 2
            + y1 * t * t * (3 - 2 * t)
            + slopes[index + 1] * step * t * t * (t - 1)
        )

    return at


def crossings(curve: Function, level: float, xs: Sequence[float]) -> Iterator[float]:
    """Where the curve passes `level`, to the precision of straight lines between samples at `xs`."""
    for a, b in pairwise(xs):
        low, high = curve(a) - level, curve(b) - level
        if low == 0:
            yield a
        elif low * high < 0:
            yield a + (b - a) * low / (low - high)


def regions(above: Function, below: Function, xs: Sequence[float]) -> list[list[Span]]:
    """Where `above` exceeds `below`: connected regions, each as vertical spans from left to right.

    Ends stand where the curves meet, by straight lines between the samples at `xs`.
    """
    found: list[list[Span]] = []
    current: list[Span] = []
    for index, x in enumerate(xs):
        gap = above(x) - below(x)
        if index:
            last = xs[index - 1]
            before = above(last) - below(last)
            if before * gap < 0:
                meet = last + (x - last) * before / (before - gap)
                level = (above(meet) + below(meet)) / 2
                current.append((meet, level, level))
                if before > 0:
                    found.append(current)
                    current = []
        if gap > 0:
            current.append((x, below(x), above(x)))
        elif current and gap == 0:
            found.append([*current, (x, below(x), below(x))])
            current = []
    if current:
        found.append(current)
    return [region for region in found if len(region) > 1]


@dataclass(frozen=True, slots=True)
class Stripe:
    """A straight piece of hatching."""

    x0: float
    y0: float
    x1: float
    y1: float


def hatching(region: Sequence[Span], apart: float, step: float = 0.75) -> Iterator[Stripe]:
    """Diagonals rising to the right (y downwards), `apart` points from each other, cut to the region.

    Cut here and not by a clip path or a pattern, which not every reader of SVG draws.
    """
    xs = [x for x, _, _ in region]
    one = polyline([(x, min(a, b)) for x, a, b in region])
    other = polyline([(x, max(a, b)) for x, a, b in region])
    top, bottom = min(min(a, b) for _, a, b in region), max(max(a, b) for _, a, b in region)
    spacing = apart * math.sqrt(2)
    first = math.ceil((xs[0] + top) / spacing)
    last = math.floor((xs[-1] + bottom) / spacing)
    count = max(1, math.ceil((xs[-1] - xs[0]) / step))
    grid = [xs[0] + (xs[-1] - xs[0]) * index / count for index in range(count + 1)]
    bounds = [(x, one(x), other(x)) for x in grid]
    for number in range(first, last + 1):
        total = number * spacing
        start: float | None = None
        end = 0.0
        for x, low, high in bounds:
            if low <= total - x <= high:
                start = x if start is None else start
                end = x
            elif start is not None:
                yield Stripe(start, total - start, end, total - end)
                start = None
        if start is not None:
            yield Stripe(start, total - start, end, total - end)

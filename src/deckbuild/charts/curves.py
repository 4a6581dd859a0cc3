"""Curves through points, what lies between two of them, and hatching for it. Plain arithmetic."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

Function = Callable[[Any], Any]
"""y by x, for one number or for an array of them."""


def polyline(points: Sequence[tuple[float, float]]) -> Function:
    """Straight lines through `points` (ascending in x), level beyond both ends."""
    import numpy as np

    if len(points) == 1:
        return lambda x: np.full_like(x, points[0][1], dtype=float)
    xs, ys = np.array(points).T

    def at(x: Any) -> Any:
        index, x = _piece(xs, x)
        rise, run = ys[index + 1] - ys[index], xs[index + 1] - xs[index]
        return np.where(
            x < xs[-1], ys[index] + rise * (x - xs[index]) / run, ys[-1]
        )  # the last y to the digit

    return at


def level(value: float) -> Function:
    """The same everywhere."""
    return polyline([(0.0, value)])


def smooth(points: Sequence[tuple[float, float]]) -> Function:
    """A smooth curve through `points` (ascending in x) that never overshoots them, level beyond both ends.

    Cubic Hermite pieces whose slopes are weighted harmonic means (Fritsch and Butland, A Method for
    Constructing Local Monotone Piecewise Cubic Interpolants, 1984).
    """
    import numpy as np

    if len(points) < 3:
        return polyline(points)
    xs, ys = np.array(points).T
    steps = np.diff(xs)
    rises = np.diff(ys) / steps
    slopes = np.zeros(len(xs))
    inner = np.flatnonzero(rises[:-1] * rises[1:] > 0) + 1
    one, two = 2 * steps[inner] + steps[inner - 1], steps[inner] + 2 * steps[inner - 1]
    slopes[inner] = (one + two) / (one / rises[inner - 1] + two / rises[inner])

    def at(x: Any) -> Any:
        index, x = _piece(xs, x)
        step = steps[index]
        t = (x - xs[index]) / step
        return (
            ys[index] * (1 + 2 * t) * (1 - t) ** 2
            + slopes[index] * step * t * (1 - t) ** 2
            + ys[index + 1] * t * t * (3 - 2 * t)
            + slopes[index + 1] * step * t * t * (t - 1)
        )

    return at


def _piece(xs: Floats, x: Any) -> tuple[Any, Any]:
    """Which of the pieces between `xs` x lies in, and x itself or the end that it lies beyond."""
    import numpy as np

    return np.clip(np.searchsorted(xs, x, "right") - 1, 0, len(xs) - 2), np.clip(x, xs[0], xs[-1])


def crossings(curve: Function, level: float, xs: Sequence[float]) -> list[float]:
    """Where the curve passes `level`, to the precision of straight lines between samples at `xs`."""
    gaps = (curve(xs) - level).tolist()
    return [
        a + (b - a) * low / (low - high) if low else a
        for a, b, low, high in zip(xs, xs[1:], gaps, gaps[1:], strict=False)
        if low == 0 or low * high < 0
    ]


def regions(above: Function, below: Function, xs: Sequence[float]) -> list[Floats]:
    """Where `above` exceeds `below`: connected regions, each as vertical spans from left to right.

    A span is a row of x and its two ends. The outer ones stand where the curves meet, by straight lines
    between the samples at `xs`.
    """
    import numpy as np

    gaps = above(xs) - below(xs)
    crossed = np.flatnonzero(gaps[:-1] * gaps[1:] < 0)
    at, before, after = np.asarray(xs), gaps[crossed], gaps[crossed + 1]
    meets = at[crossed] + (at[crossed + 1] - at[crossed]) * before / (before - after)
    at, gaps = np.insert(at, crossed + 1, meets), np.insert(gaps, crossed + 1, 0.0)
    low, high = below(at), above(at)
    middle = (low + high) / 2
    spans = np.column_stack([at, np.where(gaps, low, middle), np.where(gaps, high, middle)])
    return [spans[max(0, start - 1) : end + 1] for start, end in _runs(gaps > 0)]


def edges(region: ArrayLike, xs: Floats) -> tuple[Floats, Floats]:
    """The least and the greatest y of a region, given by its spans, at each of `xs`; beside it no y is both
    above one and below the other."""
    import numpy as np

    known, one, other = np.asarray(region).T
    low = np.interp(xs, known, np.minimum(one, other), left=np.inf, right=np.inf)
    return low, np.interp(xs, known, np.maximum(one, other), left=-np.inf, right=-np.inf)


class Stripe(NamedTuple):
    """A straight piece of hatching."""

    x0: float
    y0: float
    x1: float
    y1: float


def hatching(region: ArrayLike, apart: float, step: float = 0.75) -> Iterator[Stripe]:
    """Diagonals rising to the right (y downwards), `apart` points from each other, cut to the region.

    Cut here and not by a clip path or a pattern, which not every reader of SVG draws.
    """
    import numpy as np

    spans = np.asarray(region)
    left, right = spans[0, 0], spans[-1, 0]
    spacing = apart * math.sqrt(2)
    first = math.ceil((left + spans[:, 1:].min()) / spacing)
    last = math.floor((right + spans[:, 1:].max()) / spacing)
    xs = np.linspace(left, right, max(1, math.ceil((right - left) / step)) + 1)
    low, high = edges(spans, xs)
    for number in range(first, last + 1):
        ys = number * spacing - xs
        for start, end in _runs((low <= ys) & (ys <= high)):
            yield Stripe(xs[start], ys[start], xs[end - 1], ys[end - 1])


def _runs(flags: Flags) -> list[tuple[int, int]]:
    """Where flags are set without a gap: the index of the first, and that after the last.

    >>> import numpy as np
    >>> _runs(np.array([True, False, True, True]))
    [(0, 1), (2, 4)]
    """
    import numpy as np

    turns = np.flatnonzero(np.diff(np.concatenate([[0], flags, [0]]))).tolist()
    return list(zip(turns[::2], turns[1::2], strict=True))

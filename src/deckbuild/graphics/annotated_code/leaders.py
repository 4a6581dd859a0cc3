"""Callouts in a column beside what they are about: where they stand, and how their leaders run."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.geometry import Point
from deckbuild.layout.spread import spread

SNAP = 9.0
"""Points by which a callout moves to stand level with its target: a straight leader beats a small jog."""


def settle(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Positions as near as can be to the `wanted` ones (ascending), `apart` or more, from `low` to `high`.

    One that may stand just where it wants to, or nearly, does.

    >>> settle([10, 12, 50], 10, 0, 100)
    [6.0, 16.0, 50]
    """
    places = list(spread(wanted, [0.0] * len(wanted), low, high, apart))
    bounds = [low - apart, *places, high + apart]
    for index, want in enumerate(wanted):
        before, after = bounds[index] + apart, bounds[index + 2] - apart
        if abs(want - places[index]) <= SNAP and before <= want <= after:
            bounds[index + 1] = places[index] = want
    return places


def channels(ways: Sequence[tuple[Point, Point]]) -> list[float]:
    """Where each leader turns, from 0 (at its dot) to 1, so that none crosses another.

    Of those that go down the upper ones turn further right, of those that go up further left.
    """
    down = [index for index, (start, end) in enumerate(ways) if end.y >= start.y]
    up = [index for index, (start, end) in enumerate(ways) if end.y < start.y]
    bends = [0.5] * len(ways)
    for group in (down[::-1], up):
        for place, index in enumerate(group, 1):
            bends[index] = place / (len(group) + 1)
    return bends

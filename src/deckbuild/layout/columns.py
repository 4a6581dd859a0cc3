"""Frames side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from deckbuild.document import Frame, PlacedFrame, composed
from deckbuild.geometry import Size

T = TypeVar("T")


def column_widths(
    width: float, gap: float, weights: Sequence[float], least: float | Sequence[float] = 0.0
) -> tuple[float, ...]:
    """Widths in points that share `width` less the gaps in proportion to `weights`.

    Each gets `least` points, or its own of several, at the cost of the others; where that is too much for
    all, they add up to more.

    >>> column_widths(100, 10, [1, 2])
    (30.0, 60.0)
    >>> column_widths(100, 0, [1, 8, 1], least=20.0)
    (20.0, 60.0, 20.0)
    >>> column_widths(100, 0, [1, 1], least=[70.0, 10.0])
    (70.0, 30.0)
    """
    room = width - gap * (len(weights) - 1)
    needs = list(least) if isinstance(least, Sequence) else [least] * len(weights)
    small: set[int] = set()
    while True:
        left = room - sum(needs[index] for index in small)
        total = sum(weight for index, weight in enumerate(weights) if index not in small)
        widths = [
            needs[index] if index in small else left * weight / total for index, weight in enumerate(weights)
        ]
        too_small = {index for index, each in enumerate(widths) if each < needs[index]}
        if not too_small:
            return tuple(widths)
        small |= too_small


def side_by_side(
    columns: Sequence[T],
    region: Size,
    gap: float,
    lay_out: Callable[[T, Size], Frame],
    weights: Sequence[float] | None = None,
    least: float | Sequence[float] = 0.0,
    *,
    rtl: bool = False,
) -> Frame:
    """Each of `columns` laid out in its share of the region's width (`column_widths`), tops aligned, `gap`
    points apart. The frame is wider than the region by what columns are wider than their shares.

    They stand from left to right, or with `rtl` from right to left.
    """
    parts: list[PlacedFrame] = []
    left = height = over = 0.0
    for column, width in zip(
        columns, column_widths(region.width, gap, weights or [1] * len(columns), least), strict=True
    ):
        frame = lay_out(column, Size(width, region.height))
        parts.append(frame.at(region.width - left - width if rtl else left, 0))
        height = max(height, frame.size.height)
        over += max(0.0, frame.size.width - width)
        left += width + gap
    return composed(Size(max(region.width, left - gap) + over, height), parts)

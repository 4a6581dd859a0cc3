"""Places along a line: labels near what they name, without touching each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from deckbuild.geometry import Rect, Size
from deckbuild.layout.boxes import Box, Drawn, fixed


def spread(
    centers: Sequence[float], widths: Sequence[float], start: float, end: float, gap: float
) -> tuple[float, ...]:
    """The left edges of boxes `widths` wide, in order, at least `gap` apart and within `start` to `end`.

    Each is as near to its centre as the others let it be: the squares of the shifts add up to the least
    (isotonic regression by pooling neighbours that get in each other's way). Boxes that are too wide together
    begin at `start` and run past `end`. Centres ascend; all lengths are in points.

    >>> spread((10, 14), (8, 8), 0, 100, 2)
    (3.0, 13.0)
    """
    before = [sum(widths[:index]) + gap * index for index in range(len(widths))]
    pools: list[tuple[float, int]] = []  # mean wish, and how many boxes share it
    for center, width, offset in zip(centers, widths, before, strict=True):
        mean, count = center - width / 2 - offset, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    last = end - sum(widths) - gap * max(0, len(widths) - 1)
    wishes = [mean for mean, count in pools for _ in range(count)]
    return tuple(max(start, min(wish, last)) + offset for wish, offset in zip(wishes, before, strict=True))


def spread_boxes(boxes: Sequence[Box], centers: Callable[[Rect], Sequence[float]], gap: float) -> Box:
    """Boxes from left to right in one rectangle, each as near to its centre as the others let it be.

    `centers` tells them from the rectangle; they ascend. The boxes are as high as it, at least `gap` points
    apart, and of the width that they take where nothing makes them wrap.
    """
    sizes = [each.natural for each in boxes]
    widths = [size.width for size in sizes]

    def draw(rect: Rect) -> Iterator[Drawn]:
        lefts = spread(centers(rect), widths, rect.left, rect.right, gap)
        for each, left, width in zip(boxes, lefts, widths, strict=True):
            yield from each.draw(replace(rect, left=left, width=width))

    width = sum(widths) + gap * max(0, len(boxes) - 1)
    return fixed(Size(width, max((size.height for size in sizes), default=0.0)), draw)

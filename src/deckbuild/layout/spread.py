"""Places along a line: labels near what they name, without touching each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.geometry import Rect
from deckbuild.layout.boxes import Box, Drawn, fixed, row

SNAP = 9.0
"""Points by which a box moves to stand level with its target: a straight leader beats a small jog."""

CROSSED, HIDDEN = 100.0, 2.0
"""Costs, in rows, of a way that crosses a label, and of a label over a mark that has none yet."""


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


def spread_places(boxes: Sequence[Box], centers: Sequence[float], rect: Rect, gap: float) -> tuple[Rect, ...]:
    """Where boxes stand from left to right in a rectangle, each as near to its centre as others let it be.

    They are as high as the rectangle and of the width that they take where nothing makes them wrap, at least
    `gap` points apart. Centres ascend.
    """
    widths = [each.natural.width for each in boxes]
    lefts = spread(centers, widths, rect.left, rect.right, gap)
    return tuple(replace(rect, left=left, width=width) for left, width in zip(lefts, widths, strict=True))


def spread_boxes(boxes: Sequence[Box], centers: Callable[[Rect], Sequence[float]], gap: float) -> Box:
    """A box of boxes that stand at `spread_places`; `centers` tells their centres from the rectangle."""

    def draw(rect: Rect) -> Iterator[Drawn]:
        for each, place in zip(boxes, spread_places(boxes, centers(rect), rect, gap), strict=True):
            yield from each.draw(place)

    return fixed(row(boxes, ["fit"] * len(boxes), gap=gap).natural, draw)


@dataclass(frozen=True, slots=True)
class Labelled:
    """Where a label stands along a line: its edges in points, and its row, 0 next to the line."""

    left: float
    right: float
    row: int


def in_rows(
    marks: Sequence[float],
    widths: Sequence[float],
    order: Iterable[int],
    start: float,
    end: float,
    gap: float,
) -> list[Labelled]:
    """Labels `widths` wide at marks along a line from `start` to `end`, in as few rows as keep them apart.

    Each stands about its mark as far as the line's ends let it, or begins or ends there, so that it is never
    far from what it names. In `order` each gets the best place that is left: in a row near the line, where no
    way from a mark to its label crosses a label. Labels in a row are `gap` or more apart.

    >>> in_rows([2, 24], [20, 30], [1, 0], 0, 44, 2)
    [Labelled(left=0, right=20, row=1), Labelled(left=9.0, right=39.0, row=0)]
    """
    found: dict[int, Labelled] = {}

    def cost(index: int, place: Labelled, turn: int) -> float:
        others = [(marks[other], there) for other, there in found.items()]
        crossed = sum(there.left < marks[index] < there.right for _, there in others if there.row < place.row)
        crossing = sum(place.left < at < place.right for at, there in others if there.row > place.row)
        hidden = sum(
            place.left < marks[n] < place.right for n in range(len(marks)) if n not in (index, *found)
        )
        return CROSSED * (crossed + crossing) + HIDDEN * hidden + place.row + turn / 4

    for index in order:
        at, width = marks[index], widths[index]
        lefts = [max(start, min(left, end - width)) for left in (at - width / 2, at, at - width)]
        rows = range(2 + max((each.row for each in found.values()), default=-1))
        places = [(Labelled(x, x + width, row), turn) for turn, x in enumerate(lefts) for row in rows]
        free = [
            each
            for each in places
            if not any(
                each[0].row == there.row
                and each[0].left < there.right + gap
                and there.left < each[0].right + gap
                for there in found.values()
            )
        ]
        found[index] = min(free, key=lambda each: cost(index, *each))[0]
    return [found[index] for index in range(len(marks))]

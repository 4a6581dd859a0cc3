"""Rows, columns, and columns whose rows are in step."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import compress
from typing import Literal

from deckbuild.geometry import Rect, Size
from deckbuild.layout.boxes.around import for_size, for_width
from deckbuild.layout.boxes.box import EMPTY, Box, Drawn, Painter, box
from deckbuild.layout.columns import column_widths
from deckbuild.layout.label import ROUNDING

Track = float | Literal["fit", "share"]
"""How wide a cell of a row is: so many points, what it takes, or an equal share of what the others leave."""
Spare = Literal["boxes", "needs", "gaps", "around", "end"]
"""Where a column's spare height goes: to the boxes that make use of it, in equal parts or in proportion to
what each needs; what they make no use of between them, or half above and half below all; nowhere."""


def row(cells: Sequence[Box | None], tracks: Sequence[Track] = (), *, gap: float = 0.0) -> Box:
    """Boxes from left to right, each as high as the row; without `tracks` all of one width.

    Cells that are None are left out, with their track.
    """
    boxes = [each for each in cells if each is not None]
    kept = [
        track for each, track in zip(cells, tracks or ["share"] * len(cells), strict=True) if each is not None
    ]
    gaps = gap * max(0, len(boxes) - 1)

    def widths(width: float) -> list[float]:
        shares = kept.count("share")
        found = [0.0 if isinstance(each, str) else each for each in kept]
        free = width - gaps - sum(found)
        for index, each in enumerate(kept):
            if each == "fit":
                found[index] = boxes[index].takes(Size(max(0.0, free), 0.0)).width
                free -= found[index]
        if shares:
            part = max(0.0, free / shares)
            if math.isinf(width):
                part = max(e.natural.width for e, track in zip(boxes, kept, strict=True) if track == "share")
            found = [part if track == "share" else wide for wide, track in zip(found, kept, strict=True)]
        return found

    def takes(offered: Size) -> Size:
        wide = widths(offered.width)
        needs = [each.takes(Size(w, offered.height)) for each, w in zip(boxes, wide, strict=True)]
        most = max((n.width for n, track in zip(needs, kept, strict=True) if track == "share"), default=0.0)
        width = sum(
            max(most, w) if track == "share" else max(n.width, w)
            for n, w, track in zip(needs, wide, kept, strict=True)
        )
        return Size(width + gaps, max((need.height for need in needs), default=0.0))

    def draw(rect: Rect) -> Iterator[Drawn]:
        for each, place in zip(boxes, rect.columns(widths(rect.width), gap), strict=True):
            yield from each.draw(place)

    return box(takes, draw)


def column(
    boxes: Iterable[Box | None],
    *,
    gap: float = 0.0,
    spare: Spare = "boxes",
    even: bool = False,
    rules: Painter | None = None,
) -> Box:
    """Boxes from top to bottom, each as wide as the column; with `even` all of one height.

    `spare` says where height goes that they don't need; boxes that are None are left out. `rules` paints in
    the gaps.
    """
    kept = [each for each in boxes if each is not None]

    def needs(width: float) -> list[Size]:
        return [each.takes(Size(width, 0.0)) for each in kept]

    return _stacked(kept, needs, gap, spare, even, rules)


def alike(boxes: Sequence[Box], *, gap: float = 0.0) -> Box:
    """Boxes from top to bottom, all of one height where that is enough for each of them."""
    own, even = column(boxes, gap=gap), column(boxes, gap=gap, even=True)
    return for_size(lambda size: even if even.takes(Size(size.width, 0.0)).height <= size.height else own)


def weighted(boxes: Sequence[Box], weights: Sequence[float], *, gap: float = 0.0) -> Box:
    """Boxes from left to right that share the width by their weights."""
    return for_width(lambda width: row(boxes, column_widths(width, gap, weights), gap=gap))


def grid(
    boxes: Sequence[Box], across: int, *, gap: float = 0.0, row_gap: float | None = None, even: bool = False
) -> Box:
    """Boxes of one width in rows of `across`, the last filled up with room; with `even` all of one height.

    They are `gap` points apart, one row from the next `row_gap` if that is given.
    """
    cells = [*boxes, *[EMPTY] * (-len(boxes) % across)]
    rows = [row(cells[at : at + across], gap=gap) for at in range(0, len(cells), across)]
    return column(rows, gap=gap if row_gap is None else row_gap, even=even)


def shared_rows(
    columns: Sequence[Sequence[Box | None]],
    *,
    widths: Sequence[float] = (),
    gap: float = 0.0,
    spare: Spare = "gaps",
    rules: Sequence[Painter | None] = (),
) -> list[Box]:
    """Columns side by side whose rows are in step: a row is as high as its highest cell in any column.

    Each is a box of its own, to be set in a card; they must get the same height, and the same width or else
    `widths`. `rules` paint in the gaps of their column, above each cell that isn't None.
    """
    count = max(map(len, columns))
    filled = [[each or EMPTY for each in (*cells, *[None] * (count - len(cells)))] for cells in columns]

    @cache
    def rows(width: float) -> list[tuple[Size, ...]]:
        sizes = [
            [cell.takes(Size(own, 0.0)) for cell in cells]
            for cells, own in zip(filled, widths or [width] * len(filled), strict=True)
        ]
        return list(zip(*sizes, strict=True))

    def needs(index: int, width: float) -> list[Size]:
        return [Size(cells[index].width, max(cell.height for cell in cells)) for cells in rows(width)]

    return [
        _stacked(cells, partial(needs, index), gap, spare, even=False, rules=painter)
        for index, (cells, painter) in enumerate(zip(filled, rules or [None] * len(filled), strict=True))
    ]


def _stacked(
    boxes: Sequence[Box],
    needs: Callable[[float], Sequence[Size]],
    gap: float,
    spare: Spare,
    even: bool,
    rules: Painter | None = None,
) -> Box:
    """Boxes below each other, with what each takes at a width."""
    count = len(boxes)
    gaps = gap * max(0, count - 1)

    def heights(width: float, height: float) -> list[float]:
        """What each gets of `height` points."""
        found = [need.height for need in needs(width)]
        if even and found:
            found = [max(found)] * count
        free = max(0.0, height - gaps - sum(found))
        if not free or spare == "end":
            return found
        shares = [own if spare == "needs" else 1.0 for own in found]
        growing = [share > 0 for share in shares]
        while free > ROUNDING and any(growing):
            # What a box makes no use of goes to the others.
            part = free / sum(compress(shares, growing))
            for index in compress(range(count), growing):
                offered = found[index] + part * shares[index]
                used = min(offered, boxes[index].takes(Size(width, offered)).height)
                growing[index] = used > offered - ROUNDING
                found[index] = max(found[index], used)
            free = max(0.0, height - gaps - sum(found))
        return found

    def takes(offered: Size) -> Size:
        width = max((need.width for need in needs(offered.width)), default=0.0)
        least = sum(heights(offered.width, offered.height)) + gaps
        return Size(width, max(least, offered.height) if spare in ("gaps", "around") else least)

    def draw(rect: Rect) -> Iterator[Drawn]:
        found = heights(rect.width, rect.height)
        free = max(0.0, rect.height - gaps - sum(found))
        between = gap + (free / (count - 1) if spare == "gaps" and count > 1 else 0.0)
        start = replace(rect, top=rect.top + (free / 2 if spare == "around" else 0.0))
        for index, (each, place) in enumerate(zip(boxes, start.rows(found, between), strict=True)):
            if index and rules is not None and each is not EMPTY:
                yield from rules(Rect(rect.left, place.top - between, rect.width, between))
            yield from each.draw(place)

    return box(takes, draw)

"""Boxes: what takes room, composed before anything has a place.

A `Box` answers two questions: what it takes of the room that it is offered, and what it draws in the
rectangle that it gets. Rows, columns, padding and layers make one box of others, so that sizes are found in
one place: nobody else adds up widths and heights, once to measure and once to draw. `fit` searches the
largest text at which a box fits its region. Lengths are points; rectangles are those of the frame that the
box is drawn in.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import compress
from typing import Literal

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import NO_INSETS, Align, Anchor, Frame, Item, PlacedFrame, Text, TextBody, composed
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.label import ROUNDING, STEP, LabelLine, fits_region, set_label
from deckbuild.text.fitting import largest_fitting, sizes_between
from deckbuild.theme import Theme, Tone

Track = float | Literal["fit", "share"]
"""How wide a cell of a row is: so many points, what it takes, or an equal share of what the others leave."""
Spare = Literal["boxes", "needs", "gaps", "around", "end"]
"""Where a column's spare height goes: to the boxes that make use of it, in equal parts or in proportion to
what each needs; what they make no use of between them, or half above and half below all; nowhere."""
Drawn = Item | PlacedFrame
Painter = Callable[[Rect], Iterable[Drawn]]

ENDLESS = Size(math.inf, 0.0)
"""Offered to learn what a box takes where nothing makes it wrap or grow."""
VAST = 1e6  # points: wider than any line of text
SLACK = 0.5  # points beside a line, so that rounding in another program doesn't break it


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words of a graphic are set with: their size in points, and the surroundings."""

    size: float
    context: LayoutContext

    @property
    def theme(self) -> Theme:
        return self.context.theme

    @property
    def tone(self) -> Tone:
        """Colours for the ground that the graphic stands on."""
        return self.context.tone

    def smaller(self, points: float = 1.0) -> Setting:
        return Setting(self.size - points, self.context)

    def body(
        self,
        lines: Iterable[LabelLine],
        width: float,
        *,
        align: Align = "center",
        anchor: Anchor = "middle",
        insets: Insets = NO_INSETS,
    ) -> TextBody:
        """The lines broken to `width` points, insets included."""
        return set_label(lines, self.size, width, self.context, align=align, anchor=anchor, insets=insets)

    def one_line(self, line: LabelLine, *, align: Align = "left", anchor: Anchor = "middle") -> TextBody:
        """A line that stays one whatever its box; the body's `width` says what it takes."""
        return replace(self.body((line,), VAST, align=align, anchor=anchor), wrap=False)

    @property
    def pitch(self) -> float:
        """Height in points of one line."""
        return self.one_line(LabelLine("x")).height


@dataclass(frozen=True, slots=True)
class Box:
    """Something to draw that has no place yet.

    `takes(offered)` is the size that it takes where `offered` is there: wider or higher than that where it
    must be, as high as that only if it makes use of the height. Offered no height, it tells the least.
    `draw(rect)` are its items in the rectangle that it gets.
    """

    takes: Callable[[Size], Size]
    draw: Painter

    @property
    def natural(self) -> Size:
        """What it takes where nothing makes it wrap."""
        return self.takes(ENDLESS)

    def frame(self, region: Size) -> Frame:
        """The box in its region: the frame's size is what it takes there, more where it doesn't fit."""
        size = self.takes(region)
        rect = Rect(0.0, 0.0, region.width, size.height)
        return composed(Size(max(region.width, size.width), size.height), self.draw(rect))


def box(takes: Callable[[Size], Size], draw: Painter) -> Box:
    """A box that works out each size once: a column asks again for what its boxes answered before."""
    return Box(cache(takes), draw)


def fixed(size: Size, draw: Painter) -> Box:
    """A box of one size."""
    return Box(lambda _: size, draw)


def filling(draw: Painter, least: Size = Size(0.0, 0.0)) -> Box:  # noqa: B008
    """A box that makes use of all that it is offered, and needs `least`."""

    def takes(offered: Size) -> Size:
        width = least.width if math.isinf(offered.width) else max(least.width, offered.width)
        return Size(width, max(least.height, offered.height))

    return Box(takes, draw)


def space(width: float = 0.0, height: float = 0.0) -> Box:
    """Room that stays empty."""
    return fixed(Size(width, height), lambda _: ())


EMPTY = space()


def text(
    lines: Sequence[LabelLine],
    setting: Setting,
    *,
    align: Align = "left",
    anchor: Anchor = "top",
    insets: Insets = NO_INSETS,
    name: str = "",
    draw: Callable[[Rect, TextBody], Iterable[Drawn]] | None = None,
) -> Box:
    """Words that wrap. Narrower than its widest word it takes that word's width.

    `draw` makes the items from the rectangle and the words as set for it: by default free-standing text,
    whose rectangle is never lower than the words.
    """
    lines = tuple(lines)
    typesetter = setting.context.typesetter

    @cache
    def body(width: float) -> TextBody:
        return setting.body(lines, min(width, VAST), align=align, anchor=anchor, insets=insets)

    def takes(offered: Size) -> Size:
        made = body(offered.width)
        widest = max((typesetter.widest_unit(p.runs) + p.margin for p in made.paragraphs), default=0.0)
        used = min(offered.width, made.width + SLACK)
        return Size(max(used, widest + insets.horizontal), made.height)

    def drawn(rect: Rect) -> Iterable[Drawn]:
        made = body(rect.width)
        if draw is not None:
            return draw(rect, made)
        return (
            Text(
                replace(rect, height=max(rect.height, made.height)), made, name or plain_text(lines[0].text)
            ),
        )

    return box(takes, drawn)


def one_line(
    line: LabelLine, setting: Setting, *, align: Align = "left", anchor: Anchor = "middle", name: str = ""
) -> Box:
    """Words that stay on one line."""
    return set_line(setting.one_line(line, align=align, anchor=anchor), name)


def set_line(body: TextBody, name: str = "") -> Box:
    """A line that `Setting.one_line` has set."""
    size = Size(body.width + SLACK, body.height)
    return fixed(size, lambda rect: (Text(rect, body, name or body.text),))


def widest(lines: Iterable[LabelLine], setting: Setting) -> float:
    """Width in points of the widest of the lines where none of them wraps; 0 for none."""
    return max((setting.one_line(line).width for line in lines), default=0.0)


def pad(inner: Box, insets: Insets) -> Box:
    """The box with space round it."""
    takes = airy(inner, insets.horizontal, insets.vertical).takes
    return Box(takes, lambda rect: inner.draw(rect.inset(insets)))


def behind(inner: Box, *painters: Painter) -> Box:
    """The box with something painted in its rectangle first: a panel, a coloured edge."""
    return Box(
        inner.takes, lambda rect: (*(item for paint in painters for item in paint(rect)), *inner.draw(rect))
    )


def over(*boxes: Box) -> Box:
    """Boxes that share one rectangle, the first at the back; it takes what the neediest does."""

    def takes(offered: Size) -> Size:
        sizes = [each.takes(offered) for each in boxes]
        return Size(max(size.width for size in sizes), max(size.height for size in sizes))

    return box(takes, lambda rect: (item for each in boxes for item in each.draw(rect)))


def aligned(inner: Box, horizontal: float | None = None, vertical: float | None = 0.5) -> Box:
    """The box no larger than it has to be, in a larger rectangle: at 0 (left, top), 0.5 or 1 of what is free.

    None is for a direction in which it fills the rectangle.
    """

    def draw(rect: Rect) -> Iterable[Drawn]:
        size = inner.takes(Size(rect.width, 0.0))
        width = rect.width if horizontal is None else min(rect.width, size.width)
        height = rect.height if vertical is None else size.height
        return inner.draw(rect.placed(Size(width, height), horizontal or 0.0, vertical or 0.0))

    return Box(inner.takes, draw)


def stretched(inner: Box, most: float = math.inf, *, more: float = math.inf) -> Box:
    """The box, which makes use of all the height that it is offered, up to `most` points, and up to `more`
    points than it needs."""

    def takes(offered: Size) -> Size:
        size = inner.takes(offered)
        return Size(size.width, max(size.height, min(offered.height, most, size.height + more)))

    return Box(takes, inner.draw)


def at_least(inner: Box, width: float = 0.0, height: float = 0.0) -> Box:
    """The box, which takes no less than this."""

    def takes(offered: Size) -> Size:
        size = inner.takes(offered)
        return Size(max(size.width, width), max(size.height, height))

    return Box(takes, inner.draw)


def for_width(make: Callable[[float], Box]) -> Box:
    """The box that `make` composes for the width that there is, a very large one where nothing limits it."""
    made = cache(make)
    return Box(
        lambda offered: made(min(offered.width, VAST)).takes(offered),
        lambda rect: made(rect.width).draw(rect),
    )


def first_fitting(*boxes: Box) -> Box:
    """Several ways to draw one thing: the first that isn't wider than its rectangle, else the last."""

    def chosen(width: float) -> Box:
        return next((each for each in boxes if each.takes(Size(width, 0.0)).width <= width), boxes[-1])

    return for_width(chosen)


def airy(inner: Box, width: float = 0.0, height: float = 0.0) -> Box:
    """The box in a rectangle at least so much wider and higher than it has to be, all of which it may use."""

    def takes(offered: Size) -> Size:
        size = inner.takes(Size(max(0.0, offered.width - width), max(0.0, offered.height - height)))
        return Size(size.width + width, size.height + height)

    return Box(takes, inner.draw)


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


def fit(make: Callable[[Setting], Box], region: Size, context: LayoutContext, largest: float) -> Frame:
    """The box at the largest size of text, from `largest` points down to the label role's least, at which it
    fits the region; at the least size where it never does. Only that one is drawn."""
    _, found = largest_fitting(
        sizes_between(context.theme.type.label.min, largest, STEP),
        lambda size: make(Setting(size, context)),
        lambda each: fits_region(each.takes(Size(region.width, 0.0)), region),
    )
    return found.frame(region)

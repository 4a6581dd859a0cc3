"""A box: something to draw that has no place yet. Boxes of one size, and boxes that fill."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from deckbuild.document import Frame, Item, PlacedFrame, Shape, composed
from deckbuild.geometry import Rect, Size

Drawn = Item | PlacedFrame
Painter = Callable[[Rect], Iterable[Drawn]]

ENDLESS = Size(math.inf, 0.0)
"""Offered to learn what a box takes where nothing makes it wrap or grow."""
VAST = 1e6  # points: wider than any line of text


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


def slot(key: str, inner: Box) -> Box:
    """The least room for a box that is drawn later: an empty shape with its key."""
    return box(lambda offered: inner.takes(Size(offered.width, 0.0)), lambda rect: (Shape(rect, key=key),))


def slots(drawn: Iterable[Drawn]) -> dict[str, Rect]:
    """Where the slots among what is drawn are, by their keys."""
    return {item.key: item.rect for item in drawn if isinstance(item, Shape) and item.key}

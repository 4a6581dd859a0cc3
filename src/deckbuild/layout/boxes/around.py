"""Boxes made of a box: with space round it, with something behind it, aligned, stretched."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache

from deckbuild.document import Item, composed
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.boxes.box import VAST, Box, Drawn, Painter, box

BALANCE = 4.0  # points by which `balanced` tries a box narrower


def pad(inner: Box, insets: Insets) -> Box:
    """The box with space round it."""
    takes = airy(inner, insets.horizontal, insets.vertical).takes
    return Box(takes, lambda rect: inner.draw(rect.inset(insets)))


def behind(inner: Box, *painters: Painter) -> Box:
    """The box with something painted in its rectangle first: a panel, a coloured edge."""
    return Box(
        inner.takes, lambda rect: (*(item for paint in painters for item in paint(rect)), *inner.draw(rect))
    )


def redrawn(inner: Box, draw: Callable[[Rect, Sequence[Item]], Iterable[Drawn]]) -> Box:
    """The box whose items `draw` gets once they have places, and gives back: with lines between them."""
    return Box(inner.takes, lambda rect: draw(rect, composed(rect.size, inner.draw(rect)).items))


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


def stretched(inner: Box, most: float = math.inf, *, more: float = math.inf, times: float = math.inf) -> Box:
    """The box, which makes use of all the height that it is offered, up to `most` points, up to `more` points
    than it needs, and up to so many `times` what it needs."""

    def takes(offered: Size) -> Size:
        least = inner.takes(Size(offered.width, 0.0)).height
        height = min(offered.height, most, least + more, least * times if least else math.inf)
        size = inner.takes(Size(offered.width, height))
        return Size(size.width, max(size.height, height))

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


def for_size(make: Callable[[Size], Box]) -> Box:
    """The box that `make` composes for its rectangle's proportions; measured as if it had no height."""
    made = cache(make)
    return Box(
        lambda offered: made(Size(min(offered.width, VAST), 0.0)).takes(offered),
        lambda rect: made(rect.size).draw(rect),
    )


def balanced(inner: Box) -> Box:
    """The box at the top left of its rectangle, as narrow as it may be without growing higher: the last line
    of words holds more than one short word."""

    def draw(rect: Rect) -> Iterable[Drawn]:
        width, height = rect.width, inner.takes(rect.size).height
        while (size := inner.takes(Size(width - BALANCE, 0.0))).height <= height:
            if size.width > width - BALANCE:
                break
            width -= BALANCE
        return inner.draw(replace(rect, width=width, height=height))

    return Box(inner.takes, draw)


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

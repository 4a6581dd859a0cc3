"""A page's pictures, in as many pixels as its places show."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.document import Group, Item, Picture
from deckbuild.raster.shown import Order, shown

MOST_DPI = 220.0
"""Pixels to the inch of a picture's place: what PowerPoint compresses pictures to, and more than a screen of
2560 pixels shows of a slide of 13.3 inches."""


def with_shown_pictures(items: tuple[Item, ...], context: LayoutContext) -> tuple[Item, ...]:
    """The items with each picture from a file as an output takes it, also in groups.

    Done once, when every place is known: laying out tries many.
    """
    return tuple(_with_shown(item, context) for item in items)


def _with_shown(item: Item, context: LayoutContext) -> Item:
    match item:
        case Picture(svg=None, rect=rect):
            per_point = MOST_DPI / 72
            order = Order(item.data, item.media, rect.width * per_point, rect.height * per_point)
            made = context.memo.of(shown, order)
            return replace(item, data=made.data, media=made.media)
        case Group(frame=frame):
            return replace(item, frame=replace(frame, items=with_shown_pictures(frame.items, context)))
        case _:
            return item

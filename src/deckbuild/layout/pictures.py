"""Pictures in as many pixels as their places show."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.document import Picture
from deckbuild.raster.shown import Order, shown

MOST_DPI = 220.0
"""Pixels to the inch of a picture's place: what PowerPoint compresses pictures to, and more than a screen of
2560 pixels shows of a slide of 13.3 inches."""


def shown_picture(picture: Picture, context: LayoutContext) -> Picture:
    """A picture from a file as an output takes it; one that was drawn stays as it is."""
    if picture.svg is not None:
        return picture
    per_point = MOST_DPI / 72
    order = Order(
        picture.data, picture.media, picture.rect.width * per_point, picture.rect.height * per_point
    )
    made = context.memo.of(shown, order)
    return replace(picture, data=made.data, media=made.media)

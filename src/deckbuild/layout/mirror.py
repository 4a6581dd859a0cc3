"""Left and right exchanged, for decks that are read from right to left."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.document import Align, Freeform, Item, Shape, Text
from deckbuild.geometry import Insets, Rect
from deckbuild.layout.arrangement import Area, Arrangement


def start(context: LayoutContext) -> Align:
    """The side on which lines begin."""
    return "right" if context.rtl else "left"


def end(context: LayoutContext) -> Align:
    """The side on which lines end."""
    return "left" if context.rtl else "right"


def in_reading(rect: Rect, zone: Rect, context: LayoutContext) -> Rect:
    """A rectangle of `zone` where it stands in the deck's direction: as it is, or seen in a mirror."""
    return mirrored(rect, zone) if context.rtl else rect


def mirrored(rect: Rect, zone: Rect) -> Rect:
    """The rectangle as far from the right of `zone` as it was from its left."""
    return replace(rect, left=zone.left + zone.right - rect.right)


def mirrored_insets(insets: Insets) -> Insets:
    """Left and right exchanged."""
    return replace(insets, left=insets.right, right=insets.left)


def mirrored_item(item: Item, zone: Rect) -> Item:
    """Artwork of a layout in a mirror, its outlines with it. What text says runs as it did."""
    match item:
        case Shape(geometry=Freeform() as path):
            return replace(item, rect=mirrored(item.rect, zone), geometry=_turned(path))
        case Shape() | Text():
            return replace(item, rect=mirrored(item.rect, zone))
        case _:
            return item


def _turned(path: Freeform) -> Freeform:
    """The outline in a mirror. Coordinates of a command stand in pairs, x first."""
    commands = tuple(
        tuple(
            value if isinstance(value, str) or index % 2 == 0 else path.size.width - value
            for index, value in enumerate(command)
        )
        for command in path.commands
    )
    return replace(path, commands=commands)


def mirrored_arrangement(arrangement: Arrangement, zone: Rect) -> Arrangement:
    """The areas of `zone` with text right and graphics left of it. What is in them stays as it is."""
    text = None if arrangement.text is None else mirrored(arrangement.text, zone)
    return replace(arrangement, areas=tuple(_area(area, zone) for area in arrangement.areas), text=text)


def _area(area: Area, zone: Rect) -> Area:
    """The area in a mirror. A graphic narrower than its place is drawn from the left of a rectangle that was
    moved to centre it: what counts is where the drawing is."""
    width = area.rect.width
    if area.graphic is not None:
        width = min(width, area.frame.size.width)
    seen = mirrored(replace(area.rect, width=width), zone)
    return replace(area, rect=replace(area.rect, left=seen.left))

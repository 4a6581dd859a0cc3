"""What an arrangement is: areas of the body zone with their content."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Graphic
from deckbuild.document import Choice, Frame
from deckbuild.geometry import OPTICAL, Rect, Size

TOLERANCE = 0.01
"""Points by which what fits may exceed its place: rounding, where content fills it to the last bit."""


@dataclass(frozen=True, slots=True)
class Area:
    """Content at its place: `frame` in `rect` (points on the page), made at `size` points body text."""

    rect: Rect
    frame: Frame
    size: float = 0.0
    graphic: Graphic | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A name, for the slide layout, and the areas in reading order. `text` is the body placeholder's;
    `choice` says how it was chosen where there was a choice."""

    name: str
    areas: tuple[Area, ...]
    text: Rect | None = None
    choice: Choice | None = None


def draw(graphic: Graphic, rect: Rect, context: LayoutContext) -> Area:
    """A graphic drawn for `rect`, in its optical middle where it leaves room."""
    frame = graphic.lay_out(rect.size, context)
    dx = max(0.0, (rect.width - frame.size.width) / 2)
    dy = max(0.0, rect.height - frame.size.height) * OPTICAL
    return Area(rect.moved(dx, dy), frame, graphic=graphic)


def fits(area: Area) -> bool:
    """Whether an area's content needs no more than its place has."""
    return fits_in(area.frame.size, area.rect.size)


def overflow(area: Area) -> Size:
    """By how many points the content exceeds its place in each direction."""
    return excess(area.frame.size, area.rect.size)


def fits_in(needed: Size, room: Size) -> bool:
    """Whether content that needs so much fits, both ways."""
    over = excess(needed, room)
    return max(over.width, over.height) <= TOLERANCE


def excess(needed: Size, room: Size) -> Size:
    """By how many points what is needed exceeds the room in each direction."""
    return Size(max(0.0, needed.width - room.width), max(0.0, needed.height - room.height))

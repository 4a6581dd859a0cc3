"""Where things stand against each other: helpers of the layout rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckbuild.check.measures.drawn import Drawn, InkLine, Piece
from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.rule import Finding
from deckbuild.diagnostics import Span
from deckbuild.document import Item, Shape, Text
from deckbuild.geometry import Rect

Place = tuple[Span, str]
"""Where a fault is, and the measured fact."""


def name_of(item: Item) -> str:
    """What messages call an item: by its text, else by its name."""
    body = item.body if isinstance(item, Text | Shape) else None
    return (body.text.strip() if body else "") or item.name or type(item).__name__.lower()


def is_decorative(item: Item) -> bool:
    """Whether an item says nothing."""
    return item.role == "decoration"


def overflows(drawn: Drawn) -> bool:
    """Whether the area that an item is part of needs more than it has, a fault of its own (LAY001)."""
    area = drawn.area
    if area is None:
        return False
    needed = area.frame.size
    return needed.height > area.rect.height + FIT or needed.width > area.rect.width + FIT


def inked(found: Iterable[Piece]) -> tuple[tuple[Piece, InkLine], ...]:
    """Every line of text with the text it belongs to."""
    return tuple((piece, line) for piece in found for line in piece.lines)


def shares(one: Rect, other: Rect) -> str:
    """How much two rectangles share, for messages: `12 x 8 pt`."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return f"{width:.0f} x {height:.0f} pt"


def once_an_area(faults: Sequence[tuple[Drawn, Place]], what: str, hint: str) -> Iterator[Finding]:
    """One finding for all faults in an area of a page: the first, and how many `what` there are more."""
    areas: dict[int, list[Place]] = {}
    for drawn, place in faults:
        areas.setdefault(id(drawn.area), []).append(place)
    for places in areas.values():
        span, fact = places[0]
        more = f" (and {len(places) - 1} more {what})" if len(places) > 1 else ""
        yield Finding(f"{fact}{more}", span, hint)

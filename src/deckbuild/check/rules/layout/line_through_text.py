"""LAY006."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from deckbuild.check.measures.drawn import Piece, quoted
from deckbuild.check.measures.fit import inked, once_an_area
from deckbuild.check.measures.ground import covers
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Connector, Page
from deckbuild.geometry import Insets, Rect

TOUCH = Insets.all(1.0)
"""Points that a line may reach into the box of a text: its glyphs don't meet it yet."""


@rule("LAY006", on=Page)
def line_through_text(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A connector runs through a text.

    A struck-through label can't be read, and an arrow behind words seems to end at them (design guidelines,
    graphics: edge labels never on top of a line or node). A label with a fill of its own may sit on its line.
    """
    items = context.drawn[page.number]
    lines = inked(context.pieces[page.number])
    faults = []
    for each in items:
        if not isinstance(each.item, Connector):
            continue
        reach = each.item.rect
        for piece, line in lines:
            box = line.rect.inset(TOUCH)
            if not _near(reach, box) or (
                piece.drawn.order > each.order and _on_own_ground(piece, page, context)
            ):
                continue
            if any(box.crossed_by(a, b) for a, b in pairwise(each.item.points)):
                fact = f"the line {quoted(each.item.name or 'connector')} runs through {quoted(line.text)}"
                faults.append((piece.drawn, (context.place_of_text(page, line.text, piece.drawn.span), fact)))
    yield from once_an_area(faults, "places", "shorten the label, or place it elsewhere along the line")


def _near(reach: Rect, box: Rect) -> bool:
    across = reach.left <= box.right and box.left <= reach.right
    return across and reach.top <= box.bottom and box.top <= reach.bottom


def _on_own_ground(piece: Piece, page: Page, context: CheckContext) -> bool:
    """Whether a text has a fill that hides a line below it: its own, or that of what it stands on."""
    if piece.fill is not None:
        return True
    before = context.items[page.number][: piece.drawn.order]
    return any(covers(item) and item.rect.contains(piece.rect, 2.0) for item in before[-1:])

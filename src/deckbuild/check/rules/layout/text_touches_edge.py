"""LAY012."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.drawn import InkLine, Piece, quoted
from deckbuild.check.measures.fit import once_an_area, overflows
from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.measures.tried import cure
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page, Shape

LEAST = 1.5
"""Points between glyphs and the edge of a shape: the width of a stroke."""


@rule("LAY012", on=Page)
def text_touches_edge(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A label touches the edge of its shape.

    Letters that meet an outline can't be told from it (design guidelines, graphics: generous padding).
    What runs over the edge is told of as such (LAY007).
    """
    faults = []
    for piece in context.pieces[page.number]:
        item = piece.drawn.item
        if not isinstance(item, Shape) or (item.fill is None and item.stroke is None):
            continue
        over = max(piece.body.height - piece.rect.height, piece.body.width - piece.rect.width)
        if over > FIT or overflows(piece.drawn):
            continue
        for line in piece.lines:
            gap = _gap(piece, line)
            if gap < LEAST:
                fact = f"{quoted(line.text)} is {max(0.0, gap):.1f} pt from the edge of its shape"
                span = context.place_of_text(page, line.paragraph.text, piece.drawn.span)
                faults.append((piece.drawn, (span, fact)))
                break
    yield from once_an_area(faults, "labels", cure(page, "shorten the label"))


def _gap(piece: Piece, line: InkLine) -> float:
    box, seen = piece.rect, line.rect
    sides = (seen.left - box.left, box.right - seen.right, seen.top - box.top, box.bottom - seen.bottom)
    return min(sides)

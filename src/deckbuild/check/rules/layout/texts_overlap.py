"""LAY005."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.drawn import InkLine, Piece, quoted
from deckbuild.check.measures.fit import inked, once_an_area, overflows, shares
from deckbuild.check.measures.ground import covers
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.diagnostics import Span
from deckbuild.document import Page, Picture, Shape, Table

TOUCH = 1.0
"""Points that the boxes of two lines may share: their glyphs don't meet yet."""


@rule("LAY005", on=Page)
def texts_overlap(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Text is written over other text, or hidden by something drawn over it.

    Neither can be read (visual design guidelines, layout principles; design guidelines: edge labels are
    never on top of a line or node). Content that runs over because there is too much of it is told of as
    such (LAY001).
    """
    items = context.drawn[page.number]
    lines = [
        (piece, line) for piece, line in inked(context.pieces[page.number]) if not overflows(piece.drawn)
    ]
    hiding = [each for each in items if covers(each.item) and not overflows(each)]
    faults = []
    for index, (piece, line) in enumerate(lines):
        for other, line_over in lines[index + 1 :]:
            if other is not piece and line.rect.overlaps(line_over.rect, TOUCH):
                fact = (
                    f"{quoted(line_over.text)} is written over {quoted(line.text)}: they share "
                    f"{shares(line.rect, line_over.rect)}"
                )
                faults.append((piece.drawn, (_place(page, piece, line, context), fact)))
        for each in hiding:
            if each.order > piece.drawn.order and line.rect.overlaps(each.item.rect, TOUCH):
                item = each.item
                solid = isinstance(item, Picture | Table) or (isinstance(item, Shape) and _opaque(item))
                if solid:
                    fact = f"{quoted(item.name)} hides {shares(line.rect, item.rect)} of {quoted(line.text)}"
                    faults.append((piece.drawn, (_place(page, piece, line, context), fact)))
    hint = "use shorter labels, or fewer things in the graphic"
    yield from once_an_area(faults, "places", hint)


def _place(page: Page, piece: Piece, line: InkLine, context: CheckContext) -> Span:
    return context.place_of_text(page, line.paragraph.text, piece.drawn.span)


def _opaque(shape: Shape) -> bool:
    return getattr(shape.fill, "alpha", 1.0) >= 1.0

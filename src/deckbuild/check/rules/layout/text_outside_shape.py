"""LAY007."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.drawn import quoted
from deckbuild.check.measures.fit import once_an_area, overflows
from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.measures.tried import cure
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page, Text


@rule("LAY007", on=Page, on_render=True)
def text_outside_shape(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A text needs more room than its shape or box has.

    It runs over the edge of its box, into whatever is beside it (design guidelines, graphics: nothing
    spilling out). Graphics set labels as small as 12 pt and grow where they can; a label can still be too
    long for its box.
    """
    faults = []
    for piece in context.pieces[page.number]:
        item = piece.drawn.item
        if overflows(piece.drawn) or (isinstance(item, Text) and item.placeholder is not None):
            continue
        if piece.body.torn and piece.body.height <= piece.rect.height + FIT:
            continue  # told of as a torn word (LAY018)
        tall = piece.body.height - piece.rect.height
        wide = piece.body.width - piece.rect.width
        if max(tall, wide) > FIT:
            over = f"{tall:.0f} pt more height" if tall >= wide else f"{wide:.0f} pt more width"
            fact = f"{quoted(piece.body.text)} needs {over} than its box has"
            span = context.place_of_text(page, piece.body.paragraphs[0].text, piece.drawn.span)
            faults.append((piece.drawn, (span, fact)))
    yield from once_an_area(faults, "texts", cure(page, "shorten the text"))

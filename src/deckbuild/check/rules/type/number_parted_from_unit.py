"""TYP006."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from deckbuild.check.measures.drawn import quoted
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.inline import NO_BREAK_SPACE, bind_units
from deckbuild.document import Page


@rule("TYP006", on=Page)
def number_parted_from_unit(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A line ends between a number and its unit.

    Numbers keep their units on the same line (design guidelines, text): "300" at the end of a line is
    read as three hundred of anything. Where number and unit have one style they are kept together; markup
    between them parts them.

    Bad:
        title: Cooldown
        content:
          - bullets:
              - Whenever the queue is drained we keep instances running for another **300** seconds

    Good:
        title: Cooldown
        content:
          - bullets:
              - Whenever the queue is drained we keep instances running for another **300 seconds**
    """
    for piece in context.pieces[page.number]:
        for paragraph in piece.body.paragraphs:
            for before, after in pairwise(line.text for line in paragraph.lines):
                head, tail = before.rpartition(" ")[2], after.partition(" ")[0]
                if NO_BREAK_SPACE not in head and bind_units(f"{head} {tail}") != f"{head} {tail}":
                    fact = f"a line ends between {quoted(head)} and {quoted(tail)}"
                    span = context.place_of_text(page, paragraph.text, piece.drawn.span)
                    yield Finding(fact, span, "put both into one pair of marks, as in **300 seconds**")

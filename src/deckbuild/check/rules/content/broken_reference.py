"""CON011."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.references import references, targets
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.models import Deck


@rule("CON011", on=Deck)
def broken_reference(deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """A text refers to a slide, segment, exercise or appendix that isn't there.

    Links and references are valid (quality checklist, technical quality); numbers go wrong whenever slides
    are added or dropped. Appendices are the files in `appendices/` that begin with a letter, exercises those
    that an appendix describes under a heading; those of other sessions can't be looked up and pass.

    Bad:
        title: A deck
        slides:
          - title: All tenants share one token budget
            notes: You'll see on slide 12 what that costs.

    Good:
        title: A deck
        slides:
          - title: All tenants share one token budget
            notes: You'll see on slide 2 what that costs.
          - title: What a lost request costs
    """
    there = targets(deck, context.appendices)
    for number, passages in context.passages.items():
        for passage in passages:
            if passage.code:
                continue
            for found in references(passage.text):
                if not there.has(found):
                    what = f"no {found.kind} {found.target}"
                    fact = f"{found.written!r} refers to something that isn't there: the deck has {what}"
                    yield Finding(
                        fact, passage.at(found.index), "correct the reference", slide=number or None
                    )

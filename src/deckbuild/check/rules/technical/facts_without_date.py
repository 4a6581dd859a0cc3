"""TEC020."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from deckbuild.check.measures.facts import dates, products
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.models import Deck


@rule("TEC020", on=Deck)
def facts_without_date(deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """The deck names dates or versions, and doesn't say when they were last checked.

    Version numbers and dates are current (quality checklist, technical quality): current as of a day, which
    whoever gives the course next needs to know. `as_of` in deck.yaml is that day.

    Bad:
        title: A deck
        slides:
          - title: The tunnel is encrypted
            content: [Only TLS 1.3 is accepted.]

    Good:
        title: A deck
        as_of: 2026-01-31
        slides:
          - title: The tunnel is encrypted
            content: [Only TLS 1.3 is accepted.]
    """
    if deck.as_of is None:
        found = list(dict.fromkeys(fact.written for fact in chain(dates(context), products(context))))
        if found:
            more = f" and {len(found) - 3} more" if len(found) > 3 else ""
            fact = f"nothing says as of when {', '.join(found[:3])}{more} hold"
            hint = "check them, and write the day into deck.yaml, as in 'as_of: 2026-01-31'"
            yield Finding(fact, deck.span, hint)

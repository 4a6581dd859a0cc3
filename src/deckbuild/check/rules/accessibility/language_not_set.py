"""ACC004."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.deck.models import Deck


@rule("ACC004", on=Deck)
def language_not_set(deck: Deck) -> Iterator[Finding]:
    """The deck doesn't say which language it is in.

    The language decides how a screen reader pronounces the text and what PowerPoint's spelling check looks up
    (WCAG 2.2, 3.1.1 Language of Page). Each run of text carries it.

    Bad:
        title: Ein Deck
        slides:
          - title: Alle teilen sich ein Budget

    Good:
        title: Ein Deck
        language: de-DE
        slides:
          - title: Alle teilen sich ein Budget
    """
    if "language" not in deck.model_fields_set:
        fact = f"the deck's language isn't set, and {deck.language} is assumed"
        hint = f"write 'language: {deck.language}' in deck.yaml, or what it really is"
        yield Finding(fact, deck.span, hint)

"""CON009."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.placeholders import placeholder
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.models import Deck
from deckbuild.sources.values import span_of


@rule("CON009", on=Deck)
def variable_not_filled(deck: Deck) -> Iterator[Finding]:
    """A variable of the deck still has a placeholder for its value.

    `[Instructor Name]` is a good default for a deck that many people teach, and a bad title slide for the one
    who does. It is filled in under `vars`, or with `--set` when the deck is rendered. A deck that is meant to
    be filled in by others waives this rule.

    Bad:
        title: A deck
        vars:
          instructor: "[Instructor Name]"
        slides:
          - type: title
            title: A deck
            content: ["{{ instructor }}"]

    Good:
        title: A deck
        vars:
          instructor: Jane Doe
        slides:
          - type: title
            title: A deck
            content: ["{{ instructor }}"]
    """
    for name, value in deck.vars.items():
        if found := placeholder(value):
            fact = f"the variable {name!r} is still {found[0]!r}"
            yield Finding(fact, span_of(value), f"fill it in here, or render with --set {name}=…")

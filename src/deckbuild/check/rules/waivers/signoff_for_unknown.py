"""WVR005."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.outcome import Outcome
from deckbuild.check.rule import Finding, rule
from deckbuild.diagnostics import did_you_mean
from deckbuild.sources.values import span_of


@rule("WVR005", on=Outcome)
def signoff_for_unknown(outcome: Outcome) -> Iterator[Finding]:
    """A sign-off is for an item, a slide or an appendix that there isn't.

    Its slide has been renamed or deleted, or someone mistyped the file by hand. It vouches for nothing.
    """
    keys = [unit.key for unit in outcome.units]
    for signoff in outcome.signoffs:
        if signoff.item not in outcome.items:
            fact = f"the checklist has no item {str(signoff.item)!r}"
            yield Finding(fact, signoff.place_of("item"), did_you_mean(signoff.item, outcome.items, 16))
        for key, digest in signoff.covers.items():
            if key not in keys:
                fact = f"{signoff.by} signed for {str(key)!r}, which isn't in the deck"
                yield Finding(fact, span_of(digest), did_you_mean(key, keys, 6))

"""TEC022."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.facts import retired_names
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.models import Deck


@rule("TEC022", on=Deck)
def retired_name(_deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """A model, protocol or version is named that was out of use by the day in `as_of`.

    Version numbers and dates are current (quality checklist, technical quality). A few names are known, each
    with the day its makers gave (TLS 1.0, Python 3.8, the first models of some providers); a deck adds
    its own as `retired` in its `check`. Code counts too. A sentence that says so ("TLS 1.0 is disabled")
    is right.

    Bad:
        title: The tunnel is encrypted
        content: [We use TLS 1.1 between the sites.]

    Good:
        title: The tunnel is encrypted
        content: [We use TLS 1.3 between the sites. TLS 1.1 is disabled.]
    """
    for fact, retired in retired_names(context):
        instead = f"use {retired.instead}" if retired.instead else "name what has taken its place"
        text = f"{fact.written!r} is out of use since {retired.since}"
        yield Finding(text, fact.span, instead, slide=fact.slide)

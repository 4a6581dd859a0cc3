"""TEC021."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.facts import dates, months_before
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.models import Deck


@rule("TEC021", on=Deck)
def date_out_of_date(deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """A date is so old that what it stands for should be checked again.

    Version numbers and dates are current (quality checklist, technical quality). Too old is what lies more
    than `fact_months` (of the deck's `check`; two years if not set) before the day in `as_of`. Meant are
    dates with a month or quarter, and years in claims such as "as of 2022", in all texts but the background,
    which cites research with the dates it has. What is history may stay, with a waiver.

    Bad:
        title: A deck
        as_of: 2026-01-31
        slides:
          - title: What a token costs
            content: [Prices as of March 2023]

    Good:
        title: A deck
        as_of: 2026-01-31
        slides:
          - title: What a token costs
            content: [Prices as of November 2025]
    """
    if deck.as_of is None:
        return
    months = context.settings.fact_months
    oldest = months_before(deck.as_of, months)
    for fact in dates(context):
        if fact.month is not None and fact.month < oldest:
            age = (deck.as_of.year - fact.month.year) * 12 + deck.as_of.month - fact.month.month
            text = f"{fact.written!r} is {age} months before {deck.as_of}, the limit is {months}"
            yield Finding(text, fact.span, "look up today's figure and its date", slide=fact.slide)

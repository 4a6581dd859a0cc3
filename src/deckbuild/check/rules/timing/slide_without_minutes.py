"""TIM002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.timing import minutes, need
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.slides import Slide


@rule("TIM002", on=Slide)
def slide_without_minutes(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """A slide of a timed deck has no minutes.

    Without them nobody notices that a segment runs late. Only decks that give minutes to their session, a
    segment or another slide are timed.

    Bad:
        title: A timed deck
        session: {minutes: 45}
        slides:
          - title: All tenants share one token budget
            notes: A gateway that counts requests will let you down.

    Good:
        title: A timed deck
        session: {minutes: 45}
        slides:
          - title: All tenants share one token budget
            minutes: 45
            notes: A gateway that counts requests will let you down.
    """
    deck = context.deck
    timed = (
        bool(deck.session and deck.session.minutes)
        or any(segment.minutes for segment in deck.segments)
        or any(other.minutes for other in deck.slides)
    )
    if timed and slide.minutes is None:
        taken = need(slide, context.settings)
        fact = f"the slide has no minutes; {taken} take {minutes(taken.middle)}"
        yield Finding(fact, slide.span, "add `minutes:`")

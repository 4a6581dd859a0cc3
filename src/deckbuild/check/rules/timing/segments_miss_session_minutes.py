"""TIM004."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.timing import minutes
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.models import Deck

ROUNDING = 0.01  # minutes: sums of decimals


@rule("TIM004", on=Deck)
def segments_miss_session_minutes(deck: Deck) -> Iterator[Finding]:
    """The minutes of the segments don't add up to the session's.

    The calendar holds the session's minutes; a plan that needs more ends without its closing slides. A deck
    without segments adds up its slides.

    Bad:
        title: A deck
        session: {minutes: 45}
        slides:
          - {title: One, minutes: 30}
          - {title: Two, minutes: 20}

    Good:
        title: A deck
        session: {minutes: 45}
        slides:
          - {title: One, minutes: 30}
          - {title: Two, minutes: 15}
    """
    parts = deck.segments or deck.slides
    planned = [part.minutes for part in parts if part.minutes is not None]
    if deck.session is None or deck.session.minutes is None or not planned or len(planned) < len(parts):
        return
    over = sum(planned) - deck.session.minutes
    if abs(over) > ROUNDING:
        what = "segments" if deck.segments else "slides"
        fact = (
            f"the {what} add up to {minutes(sum(planned))}, "
            f"{minutes(abs(over))} {'more' if over > 0 else 'less'} than the session's "
            f"{minutes(deck.session.minutes)}"
        )
        yield Finding(
            fact, deck.session.place_of("minutes"), f"change the minutes of the {what}, or the session's"
        )

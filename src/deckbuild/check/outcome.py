"""What a check came to: the subject of the rules about waivers and sign-offs, which run last."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from deckbuild.check.signoffs import SignOff, Unit
from deckbuild.deck.slides import Waiver


@dataclass(frozen=True, slots=True)
class Scope:
    """A waiver and the number of the slide it stands on; None for one on the deck, for all slides."""

    waiver: Waiver
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """`idle` are the waivers that suppressed nothing; `codes` are of all rules, `ran` of those that ran;
    `units` is what can be signed for; `items` are the keys of the checklist's items."""

    idle: tuple[Scope, ...]
    codes: frozenset[str]
    ran: frozenset[str]
    today: datetime.date
    signoffs: tuple[SignOff, ...] = ()
    units: tuple[Unit, ...] = ()
    items: tuple[str, ...] = ()

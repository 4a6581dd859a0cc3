"""Waivers: an author's reasons why a rule doesn't apply to a slide or the deck."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from deckbuild.check.outcome import Scope
from deckbuild.check.reports.report import Result
from deckbuild.deck.models import Deck
from deckbuild.deck.slides import Waiver


def scopes(deck: Deck) -> tuple[Scope, ...]:
    """All waivers, those on slides first: the nearest one applies."""
    on_slides = [Scope(waiver, slide.number) for slide in deck.slides for waiver in slide.waivers]
    return (*on_slides, *(Scope(waiver) for waiver in deck.waivers))


def expired(waiver: Waiver, today: datetime.date) -> bool:
    """Whether the waiver's last day has passed."""
    return waiver.until is not None and waiver.until < today


def covers(scope: Scope, result: Result) -> bool:
    """Whether a waiver is for this finding: its rule, on its slide or anywhere in its deck."""
    return result.code == scope.waiver.rule and scope.slide in (None, result.slide)


def waive(
    results: Iterable[Result], deck: Deck, today: datetime.date
) -> tuple[tuple[Result, ...], tuple[Scope, ...]]:
    """The results, each with the waiver that suppresses it; and the waivers that suppress nothing.

    A waiver past its date suppresses nothing.
    """
    waivers = scopes(deck)
    holding = [scope for scope in waivers if not expired(scope.waiver, today)]
    used: list[Scope] = []
    waived = []
    for result in results:
        matching = [scope for scope in holding if covers(scope, result)]
        used += matching
        waived.append(replace(result, waiver=matching[0].waiver) if matching else result)
    return tuple(waived), tuple(scope for scope in waivers if not any(scope is each for each in used))

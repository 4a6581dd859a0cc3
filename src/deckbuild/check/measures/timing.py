"""How long a slide takes: talk at the deck's pace, pauses and activities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deckbuild.deck.notes import Cue, spoken_words
from deckbuild.deck.settings import CheckSettings
from deckbuild.deck.slides import Slide

STEP = 0.25
"""Minutes: slides are planned in quarters of a minute, so a smaller miss is rounding."""


@dataclass(frozen=True, slots=True)
class Need:
    """What slides take, in minutes: at the fastest, the middle and the slowest pace."""

    fast: float = 0.0
    middle: float = 0.0
    slow: float = 0.0
    words: int = 0
    rest: float = 0.0

    def __add__(self, other: Need) -> Need:
        return Need(
            self.fast + other.fast,
            self.middle + other.middle,
            self.slow + other.slow,
            self.words + other.words,
            self.rest + other.rest,
        )

    def __str__(self) -> str:
        """The sum in words: `116 words and 1.5 min of pauses and activities`."""
        rest = f" and {minutes(self.rest)} of pauses and activities" if self.rest else ""
        return f"{self.words} words{rest}"


def need(slide: Slide, settings: CheckSettings) -> Need:
    """What a slide takes: its script, the deck's seconds for each [Pause], and its activities."""
    spoken = spoken_words(slide.notes)
    pauses = sum(isinstance(part, Cue) and part.kind == "pause" for part in slide.notes)
    rest = pauses * settings.pause_seconds / 60 + sum(activity.minutes for activity in slide.activities)
    return Need(
        fast=spoken / settings.fastest + rest,
        middle=spoken / settings.words_per_minute + rest,
        slow=spoken / settings.slowest + rest,
        words=spoken,
        rest=rest,
    )


def total(slides: Iterable[Slide], settings: CheckSettings) -> Need:
    """What slides take together."""
    return sum((need(slide, settings) for slide in slides), Need())


def minutes(value: float) -> str:
    """Minutes in words.

    >>> minutes(2.25), minutes(12)
    ('2.25 min', '12 min')
    """
    return f"{round(value, 2):g} min"

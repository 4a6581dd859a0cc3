"""The time axis of a trace: times as positions, and the round times that are written along it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from deckbuild.deck.inline import bind_units
from deckbuild.deck.spelling import spelled
from deckbuild.document import TextBody
from deckbuild.layout.boxes import Setting
from deckbuild.layout.label import LabelParagraph

TICK_APART = 8.0  # between neighbouring times on the axis
ROUND_STEPS = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0)
"""Times ten to some power: the steps of an axis that people count in."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The time from `start` to `end`."""

    start: float
    end: float

    def at(self, time: float, width: float) -> float:
        """Where a time lies on an axis of `width` points, from its left end."""
        return (time - self.start) / (self.end - self.start) * width


@dataclass(frozen=True, slots=True)
class Tick:
    """A time on the axis: its place and the left edge of its words, in points from the axis' left end."""

    x: float
    left: float
    words: TextBody


def ticks(scale: Scale, unit: str, width: float, setting: Setting) -> list[Tick]:
    """Round times along an axis of `width` points; the last one carries the unit.

    Of the steps that leave room between the numbers, the closest one that ends where the axis ends.
    """
    power = 10 ** floor(log10((scale.end - scale.start) / 10))
    steps = [step * power * scope for scope in (1, 10) for step in ROUND_STEPS]
    axes = [found for step in steps if (found := _ticks(scale, step, unit, width, setting))]
    ending = [found for found in axes if len(found) > 2 and abs(found[-1].x - width) < 0.01]
    return next(iter(ending or axes), [])


def _ticks(scale: Scale, step: float, unit: str, width: float, setting: Setting) -> list[Tick]:
    """The multiples of a step; none if two of them stand too close."""
    found: list[Tick] = []
    first, last = ceil(scale.start / step - 1e-9), floor(scale.end / step + 1e-9)
    for number in range(first, last + 1):
        text = spelled(step * number, grouped=True)
        text = bind_units(f"{text} {unit}".strip()) if number == last else text
        line = LabelParagraph(text, color=setting.tone.muted, delta=-1.0)
        words = setting.one_line(line, align="center")
        x = scale.at(step * number, width)
        left = min(x - words.width / 2, width - words.width)
        if found and left - found[-1].left - found[-1].words.width < TICK_APART:
            return []
        found.append(Tick(x, max(left, 0.0) if number == first else left, words))
    return found

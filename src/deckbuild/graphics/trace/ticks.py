"""The times along the axis of a trace: which ones, where, and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckbuild.charts.plot import Axis
from deckbuild.deck.inline import bind_units
from deckbuild.deck.spelling import spelled
from deckbuild.document import TextBody
from deckbuild.geometry import Rect
from deckbuild.layout.boxes import Setting
from deckbuild.layout.label import LabelParagraph

TICK_APART = 8.0  # between neighbouring times on the axis


@dataclass(frozen=True, slots=True)
class Tick:
    """A time on the axis: where it lies, its words, and their left edge, in points."""

    x: float
    left: float
    words: TextBody


def ticks(axis: Axis, unit: str, rect: Rect, setting: Setting) -> list[Tick]:
    """Round times along the width of a rectangle, clear of each other; the last one carries the unit."""

    def made(times: Sequence[float]) -> Iterator[Tick]:
        for time in times:
            said = spelled(time, grouped=True) if time < times[-1] else in_units(time, unit)
            line = LabelParagraph(said, color=setting.tone.muted, delta=-1.0)
            words = setting.one_line(line, align="center")
            x = axis.x(time, rect)
            left = min(x - words.width / 2, rect.right - words.width)
            yield Tick(x, left if time > times[0] else max(left, rect.left), words)

    def clear(times: Sequence[float]) -> bool:
        ends = pairwise(made(times))
        return all(one.left + one.words.width + TICK_APART <= other.left for one, other in ends)

    return list(made(axis.round_values(clear)))


def in_units(time: float, unit: str) -> str:
    """A time in words, which stay together in a line."""
    return bind_units(f"{spelled(time, grouped=True)} {unit}".strip())

"""A ramp's measures: its columns, the scale they rise by, and what must have room in and above them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from deckbuild.charts.plot import Scale, bars
from deckbuild.deck.spelling import spelled
from deckbuild.document import Color, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.ramp.model import RampSpec
from deckbuild.layout.boxes import EMPTY, Box, Setting, aligned, column, row, text, widest
from deckbuild.layout.label import ROUNDING, LabelParagraph, label_fits
from deckbuild.layout.marks import disc_box, on_dark

PADDING = Insets(14.0, 16.0, 10.0, 16.0)
LARGER = (8.0, 6.0, 4.0, 2.0)
"""Points by which the levels' numbers may exceed the labels, in order of preference."""
LOW = 2.0
"""Of the room that the way back's box needs above the base: what it may take to be as low as its step."""
TALLEST = 1000.0
"""Points of the highest step, however low the others are: twice a page, so that it is told of."""
TIMES_GAP = 6.0
HEADING_AIR = 14.0  # between the heading and what rises below it
HEADING_SHARE = 0.55
"""Of the width: the most that the heading gets before it wraps."""
SEAM = 3.0  # between columns: parts the steps without breaking the staircase
EDGE = 4.0  # thickness of a step's tread
NUMBER = Insets(EDGE + 1.0, 0.0, 1.0, 17.0)  # left: clear of the check mark on the riser
CHECK = 22.0  # diameter of a check mark
BACK = 26.0  # diameter of the mark where the way back begins
BESIDE = 5.0  # between a check mark and its words
AIR = 4.0  # least room between neighbouring texts
BOX = Insets.symmetric(10.0, 7.0)
BACK_AT = 0.74
"""Where in its column the way back begins: right of the number, left of the next riser."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A ramp at one size of text, in a frame of `size`: `columns` as high as their levels. Their `numbers`
    stand below the treads, or above them where the columns are too low (`inside` false). With a `key` the
    heading says what the checks mean."""

    ramp: RampSpec
    setting: Setting
    heading: Box
    numbers: tuple[TextBody, ...]
    inside: bool
    key: bool
    size: Size
    columns: list[Rect]

    def gate_words(self) -> TextBody | None:
        """The words beside every check mark; None where they stand in the key, or don't fit beside all."""
        if self.ramp.gate is None or self.key:
            return None
        beside = 0.0 if self.inside else NUMBER.left + max(number.width for number in self.numbers)
        width = self.columns[0].width - CHECK / 2 - BESIDE - AIR - beside
        riser = min(low.top - high.top for low, high in pairwise(self.columns))
        body = self.setting.body((LabelParagraph(self.ramp.gate),), width, align="right")
        return body if label_fits(body, Size(width, riser - AIR), self.setting.context) else None


def plot(ramp: RampSpec, region: Size, setting: Setting, *, inside: bool, key: bool = False) -> Plot:
    """The ramp in its region, larger where it needs more; with a key where the checks' words have no room."""
    levels = [step.level for step in ramp.steps]
    numbers = partial(_numbers, ramp, setting, inside)
    small = numbers(0.0)
    times = widest((LabelParagraph(step.at) for step in ramp.steps), setting)
    least = max(times + 2 * AIR, max(body.width for body in small) + NUMBER.left + AIR) + SEAM
    width = max(region.width - PADDING.horizontal, least * len(levels))
    step = width / len(levels)
    heading = _heading(ramp, key, setting)
    head = heading.takes(Size(width * HEADING_SHARE, 0.0))
    top = PADDING.top + (0.0 if inside else small[0].height)
    under = max((level for index, level in enumerate(levels) if index * step < head.width), default=0.0)
    reached = ((top, levels[-1]), (top + head.height + HEADING_AIR, under))  # how high which levels may be
    need = _least_scale(ramp, step, small if inside else (), setting)
    below = setting.pitch + TIMES_GAP + PADDING.bottom
    height = max(region.height, below + max(y + need * level for y, level in reached))
    base = height - below
    rise = min((base - y) / level for y, level in reached if level)
    area = Rect.from_edges(PADDING.left, base - rise * levels[-1], PADDING.left + width, base)

    def fit(bodies: tuple[TextBody, ...]) -> bool:
        return all(
            body.width + NUMBER.left + AIR <= step
            and body.height + NUMBER.vertical <= level * rise + ROUNDING
            for body, level in zip(bodies, levels, strict=True)
        )

    shown = next(filter(fit, map(numbers, LARGER if inside else ())), small)
    columns = bars(Scale(area, 0.0, len(levels), 0.0, levels[-1]), levels, SEAM)
    size = Size(width + PADDING.horizontal, height)
    made = Plot(ramp, setting, heading, shown, inside, key, size, columns)
    if ramp.gate is None or key or made.gate_words():
        return made
    return plot(ramp, region, setting, inside=inside, key=True)


def _numbers(ramp: RampSpec, setting: Setting, inside: bool, delta: float) -> tuple[TextBody, ...]:
    """The levels with their unit, `delta` points larger than the labels."""

    def number(index: int, level: float) -> TextBody:
        color = setting.theme.text_on(step_fill(ramp, index, setting)) if inside else setting.tone.text
        line = LabelParagraph(f"{spelled(level)}{ramp.unit}", bold=True, delta=delta, color=color)
        return setting.one_line(line, anchor="top")

    return tuple(number(index, step.level) for index, step in enumerate(ramp.steps))


def _least_scale(ramp: RampSpec, step: float, numbers: tuple[TextBody, ...], setting: Setting) -> float:
    """Points a level that the words need: `numbers` inside their columns, the way back's below its level."""
    levels = [each.level for each in ramp.steps]
    needs = [(body.height + NUMBER.vertical) / level for body, level in zip(numbers, levels, strict=False)]
    if ramp.rollback is not None:
        start, end = ramp.rollback_steps
        label = back_words(ramp, step, setting).height + AIR
        needs.append(min(label / levels[end], LOW * (label + BACK) / levels[start]))
    return min(max(needs, default=CHECK / levels[-1]), TALLEST / levels[-1])


def _heading(ramp: RampSpec, key: bool, setting: Setting) -> Box:
    """What the levels measure, the note, and with `key` what a check mark means."""
    lines = [LabelParagraph(ramp.heading, bold=True)] if ramp.heading else []
    lines += [LabelParagraph(ramp.note, color=setting.tone.muted)] if ramp.note else []
    said: list[Box] = [aligned(text(lines, setting), 0.0, None)] if lines else []
    if key and ramp.gate:
        words = text([LabelParagraph(ramp.gate)], setting, anchor="middle")
        said.append(row([check_mark(ramp, "", setting), words], ("fit", "fit"), gap=BESIDE))
    return column(said, gap=AIR) if said else EMPTY


def check_mark(ramp: RampSpec, alt: str, setting: Setting) -> Box:
    """A check mark in a disc that stands out from the steps on either ground."""
    role = setting.theme.role
    fill, color = (role.on_dark, role.dark) if on_dark(setting.context) else (role.dark, role.on_dark)
    return disc_box(ramp.gate_icon, CHECK, fill, color, setting.context, alt=alt, name="Check")


def step_fill(ramp: RampSpec, index: int, setting: Setting) -> Color:
    """The last step is the goal: solid. The others are a tint."""
    primary = setting.theme.role.primary
    return primary if index == len(ramp.steps) - 1 else setting.theme.hue(primary).tint


def back_words(ramp: RampSpec, step: float, setting: Setting) -> TextBody:
    """The words of the way back in their box, which begins where its step begins and has the arrow in its
    middle; columns are `step` wide."""
    assert ramp.rollback is not None
    return setting.body((LabelParagraph(ramp.rollback.label, bold=True),), back_width(ramp, step), insets=BOX)


def back_width(ramp: RampSpec, step: float) -> float:
    return min(2 * BACK_AT, len(ramp.steps) - ramp.rollback_steps[0]) * step

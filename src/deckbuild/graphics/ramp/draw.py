"""A ramp drawn: columns that rise, their times below, the heading above the first ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.deck.inline import plain_text
from deckbuild.document import Anchor, Frame, Item, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.ramp.model import RampSpec
from deckbuild.graphics.ramp.steps import (
    AIR,
    BACK,
    BESIDE,
    CHECK,
    NUMBER,
    SEAM,
    Plot,
    box_label,
    box_width,
    check_mark,
    draw_gate,
    draw_step,
    draw_way_back,
    gates_said,
    numbers_fit,
    step_numbers,
)
from deckbuild.layout.boxes import SLACK, Setting
from deckbuild.layout.label import LabelLine
from deckbuild.layout.shapes import bar, panel

PADDING = Insets(14.0, 16.0, 10.0, 16.0)
LARGER = (8.0, 6.0, 4.0, 2.0, 0.0)
"""Points by which the levels' numbers may exceed the labels, in order of preference."""
LOW = 2.0
"""Of the room that the way back's box needs above the base: what it may take to be as low as its step."""
TALLEST = 1000.0
"""Points of the highest step, however low the others are: twice a page, so that it is told of."""
TIMES_GAP = 6.0
HEADING_AIR = 14.0  # between the heading and what rises below it
HEADING_SHARE = 0.55
"""Of the width: the most that the heading gets before it wraps."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A ramp's measures: its size, its plot, the heading, and the words of the checks if they stand there."""

    size: Size
    plot: Plot
    heading: tuple[Item, ...]
    said: TextBody | None


def lay_out_ramp(ramp: RampSpec, region: Size, setting: Setting) -> Frame:
    """The ramp with its labels at `size` points; larger than `region` where it needs more.

    The levels' numbers stand in the columns, else above them; the words of the checks beside each one,
    else once in the heading.
    """
    plans = []
    for inside in (True, False):
        plan = _plan(ramp, region, setting, inside, False)
        if ramp.gate is not None and plan.said is None:
            plan = _plan(ramp, region, setting, inside, True)
        plans.append(plan)
        if plan.size.height <= region.height + 0.01:
            break
    return _drawn(ramp, min(plans, key=lambda plan: plan.size.height), setting)


def _plan(ramp: RampSpec, region: Size, setting: Setting, inside: bool, key: bool) -> _Plan:
    count = len(ramp.steps)
    levels = tuple(step.level for step in ramp.steps)
    times = [setting.one_line(LabelLine(step.at)) for step in ramp.steps]
    numbers = step_numbers(ramp, setting, 0.0, inside)
    least = max(
        max(body.width for body in times) + 2 * AIR, max(body.width for body in numbers) + NUMBER.left + AIR
    )
    width = max(region.width, (least + SEAM) * count + PADDING.horizontal)
    column = (width - PADDING.horizontal) / count
    heading = tuple(_heading(ramp, column * count * HEADING_SHARE, key, setting))
    reach = max((item.rect.right for item in heading), default=0.0)
    below = times[0].height + TIMES_GAP + PADDING.bottom
    above = 0.0 if inside else numbers[0].height
    top = PADDING.top + above
    under = max((level for i, level in enumerate(levels) if PADDING.left + i * column < reach), default=0.0)
    clear = max((item.rect.bottom + HEADING_AIR + above for item in heading), default=0.0)
    need = _least_scale(ramp, column, numbers if inside else (), setting)
    height = max(region.height, below + max(top + need * levels[-1], clear + need * under))
    base = height - below
    scale = (base - top) / levels[-1]
    if under:
        scale = min(scale, (base - clear) / under)
    plot = Plot(PADDING.left, column, base, scale, levels, numbers, inside)
    for delta in LARGER if inside else ():
        larger = step_numbers(ramp, setting, delta, inside)
        if numbers_fit(larger, plot):
            plot = replace(plot, numbers=larger)
            break
    said = None if key else gates_said(ramp, plot, setting)
    return _Plan(Size(width, height), plot, heading, said)


def _least_scale(ramp: RampSpec, column: float, numbers: tuple[TextBody, ...], setting: Setting) -> float:
    """Points a level that the words need: `numbers` inside their columns, the way back's below its level."""
    lowest = CHECK / ramp.steps[-1].level
    needs = [
        (body.height + NUMBER.vertical) / step.level for body, step in zip(numbers, ramp.steps, strict=False)
    ]
    if ramp.rollback is not None:
        start, end = ramp.rollback_steps
        label = box_label(ramp.rollback, box_width(start, column, len(ramp.steps)), setting)
        as_low = (label.height + AIR) / ramp.steps[end].level
        above_base = (label.height + AIR + BACK) / ramp.steps[start].level
        needs.append(min(as_low, LOW * above_base))
    return min(max(needs, default=lowest), TALLEST / ramp.steps[-1].level)


def _heading(ramp: RampSpec, width: float, key: bool, setting: Setting) -> Iterator[Item]:
    """What the levels measure, the note, and with `key` what a check mark means."""
    context, top = setting.context, PADDING.top
    lines = [LabelLine(ramp.heading, bold=True)] if ramp.heading else []
    lines += [LabelLine(ramp.note, color=context.tone.muted)] if ramp.note else []

    def said(lines: Sequence[LabelLine], left: float, anchor: Anchor = "top") -> Text:
        body = setting.body(lines, width, align="left", anchor=anchor)
        height = body.height if anchor == "top" else max(CHECK, body.height)
        return Text(Rect(left, top, min(width, body.width + SLACK), height), body, plain_text(lines[0].text))

    if lines:
        text = said(lines, PADDING.left)
        yield text
        top = text.rect.bottom + AIR
    if key and ramp.gate is not None:
        yield from check_mark(ramp, Rect(PADDING.left, top, CHECK, CHECK), context, "")
        yield said((LabelLine(ramp.gate),), PADDING.left + CHECK + BESIDE, "middle")


def _drawn(ramp: RampSpec, plan: _Plan, setting: Setting) -> Frame:
    context = setting.context
    light = context.tone.ground.hex == context.theme.role.background.hex
    ground = context.theme.role.surface_neutral if light else context.tone.panel
    plot = plan.plot
    items: list[Item] = [
        panel(Rect.of_size(plan.size), context, fill=ground, name="Ramp panel", decorative=True),
        *plan.heading,
    ]
    for index, step in enumerate(ramp.steps):
        items += draw_step(ramp, index, plot, context)
        items += draw_gate(ramp, index, plot, plan.said, context)
        time = setting.one_line(LabelLine(step.at), align="center")
        at = replace(plot.column(index), top=plot.base + TIMES_GAP, height=time.height)
        items.append(Text(at, time, f"Time {plain_text(step.at)}", span=step.span))
    baseline = Rect(plot.left, plot.base, plot.right - plot.left, context.theme.shape.stroke)
    items.append(bar(baseline, context.tone.muted, "Baseline"))
    if ramp.rollback is not None:
        items += draw_way_back(ramp, ramp.rollback, plot, setting)
    return Frame(plan.size, tuple(items))

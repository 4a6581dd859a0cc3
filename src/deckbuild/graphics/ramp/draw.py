"""A ramp drawn: columns that rise with checks at their risers, their times below, the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from deckbuild.color import first_seen
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End, connect
from deckbuild.document import RECTANGLE, Shape, Stroke, Text, composed
from deckbuild.geometry import Point, Rect, Size
from deckbuild.graphics.ramp.model import RampSpec, Rollback
from deckbuild.graphics.ramp.plot import (
    AIR,
    BACK,
    BESIDE,
    CHECK,
    EDGE,
    HEADING_SHARE,
    NUMBER,
    PADDING,
    SEAM,
    TIMES_GAP,
    Plot,
    back_width,
    back_words,
    check_mark,
    plot,
    step_fill,
)
from deckbuild.layout.boxes import Box, Drawn, Setting, aligned, row, set_line
from deckbuild.layout.label import ROUNDING, LabelParagraph
from deckbuild.layout.marks import disc
from deckbuild.layout.shapes import bar, panel

SEEN = 3.0
"""Contrast that meaningful lines need (WCAG 2.2, §1.4.11)."""


def ramp_box(ramp: RampSpec, setting: Setting) -> Box:
    """The ramp, which makes use of all that it is offered.

    The levels' numbers stand in the columns, else above them; the words of the checks beside each one,
    else once in the heading.
    """

    @cache
    def made(region: Size) -> Plot:
        ways = [plot(ramp, region, setting, inside=inside) for inside in (True, False)]
        return min(ways, key=lambda each: max(each.size.height, region.height + ROUNDING))

    def draw(rect: Rect) -> Iterable[Drawn]:
        found = made(rect.size)
        return (composed(found.size, _drawn(found)).at(rect.left, rect.top),)

    return Box(lambda offered: made(offered).size, draw)


def _drawn(plot: Plot) -> Iterator[Drawn]:
    ramp, setting, tone, base = plot.ramp, plot.setting, plot.setting.tone, plot.columns[0].bottom
    whole = Rect.of_size(plot.size)
    yield panel(whole, setting.context, fill=tone.neutral, name="Ramp panel")
    steps = whole.inset(replace(PADDING, bottom=plot.size.height - base))
    yield from plot.heading.draw(replace(steps, width=steps.width * HEADING_SHARE))
    for index, step in enumerate(ramp.steps):
        yield from _step(plot, index)
        if ramp.gate is not None and index:
            yield from _gate(plot, index, ramp.gate)
        time = setting.one_line(LabelParagraph(step.at), align="center")
        at = replace(plot.columns[index], top=base + TIMES_GAP, height=time.height)
        yield Text(at, time, f"Time {plain_text(step.at)}", span=step.span)
    yield bar(replace(steps, top=base, height=setting.theme.shape.stroke), tone.muted, "Baseline")
    if ramp.rollback is not None:
        yield from _way_back(plot, ramp.rollback)


def _step(plot: Plot, index: int) -> Iterator[Drawn]:
    """A column with its tread and its number."""
    place, number = plot.columns[index], plot.numbers[index]
    body = replace(number, insets=NUMBER) if plot.inside else None
    name, key = f"Step {plain_text(plot.ramp.steps[index].at)}", f"{plot.ramp.id}/step-{index + 1}"
    fill = step_fill(plot.ramp, index, plot.setting)
    yield Shape(place, RECTANGLE, fill, None, body, name, key, role="label" if body else "decoration")
    yield bar(replace(place, height=EDGE), plot.setting.theme.role.primary, "Tread")
    if not plot.inside:
        at = Rect(place.left + NUMBER.left, place.top - number.height, number.width, number.height)
        yield Text(at, number, f"Level {number.text}")


def _gate(plot: Plot, index: int, gate: str) -> Iterable[Drawn]:
    """The check mark on the riser of a step, and its words to the left unless they stand in the heading."""
    before, column = plot.columns[index - 1 : index + 1]
    mark = Rect.around(Point(column.left - SEAM / 2, (column.top + before.top + EDGE) / 2), CHECK)
    said, name = plot.gate_words(), plain_text(gate)
    words = aligned(set_line(said, name)) if said else None
    both = row([words, check_mark(plot.ramp, name, plot.setting)], ("fit", "fit"), gap=BESIDE)
    return both.draw(mark.placed(both.natural, 1.0))


def _way_back(plot: Plot, rollback: Rollback) -> Iterator[Drawn]:
    """A mark on the step that fails, a dashed arrow down, and a box as high as the level to return to; on
    the base where that is too low."""
    ramp, context, theme = plot.ramp, plot.setting.context, plot.setting.theme
    start, end = ramp.rollback_steps
    column, number, step = plot.columns[start], plot.numbers[start], plot.columns[0].width + SEAM
    body = back_words(ramp, step, plot.setting)
    top = min(plot.columns[end].top, column.bottom - AIR - body.height)
    place = replace(column, top=top, width=back_width(ramp, step), height=body.height)
    box = End(place, f"{ramp.id}/back-to")
    x = place.center.x
    beside = column.left + NUMBER.left + number.width + AIR <= x - BACK / 2
    below_number = EDGE + (number.height if plot.inside else 0.0) + BACK / 2
    y = column.top + (EDGE / 2 if beside else below_number)
    mark = End(Rect.around(Point(x, y), BACK), f"{ramp.id}/back")
    fill, behind, ground = theme.role.accent, step_fill(ramp, start, plot.setting), context.tone.ground
    warm = (fill, theme.role.accent_text)
    line = first_seen(warm, [behind], SEEN) or theme.text_on(behind)
    edge = Stroke(first_seen(warm, [ground], SEEN) or context.tone.text, theme.shape.stroke, "dash")
    stroke = Stroke(line, theme.shape.connector, "dash")
    name = f"Back to {plain_text(ramp.steps[end].at)}"
    yield connect(mark, box, stroke, sides=("bottom", "top"), straight=True, name=name)
    color = theme.text_on(fill)
    yield from disc(mark.rect, rollback.icon, fill, color, context, name="Way back", key=mark.key)
    yield panel(place, context, fill=ground, stroke=edge, body=body, name="Rollback", key=box.key)

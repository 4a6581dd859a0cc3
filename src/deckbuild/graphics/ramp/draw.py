"""A ramp drawn: columns that rise with checks at their risers, their times below, the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End, connect
from deckbuild.document import RECTANGLE, Frame, Shape, Stroke, Text, TextBody, composed
from deckbuild.geometry import Point, Rect, Size
from deckbuild.graphics.ramp.model import RampSpec, RampStep, Rollback
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
from deckbuild.layout.boxes import Drawn, Setting, set_line
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import disc, on_dark
from deckbuild.layout.shapes import bar, panel


def lay_out_ramp(ramp: RampSpec, region: Size, setting: Setting) -> Frame:
    """The ramp with its labels at one size; larger than `region` where it needs more.

    The levels' numbers stand in the columns, else above them; the words of the checks beside each one,
    else once in the heading.
    """
    plots = []
    for inside in (True, False):
        made = plot(ramp, region, setting, inside=inside)
        if ramp.gate is not None and made.gate_words() is None:
            made = plot(ramp, region, setting, inside=inside, key=True)
        plots.append(made)
        if made.size.height <= region.height + 0.01:
            break
    best = min(plots, key=lambda each: each.size.height)
    return composed(best.size, _drawn(best))


def _drawn(plot: Plot) -> Iterator[Drawn]:
    ramp, tone, theme = plot.ramp, plot.setting.tone, plot.setting.theme
    light = tone.ground.hex == theme.role.background.hex
    ground = theme.role.surface_neutral if light else tone.panel
    whole = Rect.of_size(plot.size)
    yield panel(whole, plot.setting.context, fill=ground, name="Ramp panel", decorative=True)
    steps = whole.inset(replace(PADDING, bottom=plot.size.height - plot.base))
    yield from plot.heading.draw(replace(steps, width=steps.width * HEADING_SHARE))
    said = plot.gate_words()
    for index, step in enumerate(ramp.steps):
        yield from _step(plot, index, step)
        if ramp.gate is not None and index:
            yield from _gate(plot, index, ramp.gate, said)
        time = plot.setting.one_line(LabelParagraph(step.at), align="center")
        at = replace(plot.column(index), top=plot.base + TIMES_GAP, height=time.height)
        yield Text(at, time, f"Time {plain_text(step.at)}", span=step.span)
    yield bar(replace(steps, top=plot.base, height=theme.shape.stroke), tone.muted, "Baseline")
    if ramp.rollback is not None:
        yield from _way_back(plot, ramp.rollback)


def _step(plot: Plot, index: int, step: RampStep) -> Iterator[Drawn]:
    """A column with its tread and its number."""
    place, number = plot.column(index), plot.numbers[index]
    body = replace(number, insets=NUMBER) if plot.inside else None
    name, key = f"Step {plain_text(step.at)}", f"{plot.ramp.id}/step-{index + 1}"
    fill = step_fill(plot.ramp, index, plot.setting)
    yield Shape(place, RECTANGLE, fill, None, body, name, key, decorative=body is None)
    yield bar(replace(place, height=EDGE), plot.setting.theme.role.primary, "Tread")
    if not plot.inside:
        at = Rect(place.left + NUMBER.left, place.top - number.height, number.width, number.height)
        yield Text(at, number, f"Level {number.text}")


def _gate(plot: Plot, index: int, gate: str, said: TextBody | None) -> Iterator[Drawn]:
    """The check mark on the riser of a step, and its words to the left if they are `said` there."""
    y = (plot.tread(index) + plot.tread(index - 1) + EDGE) / 2
    mark = Rect.around(Point(plot.column(index).left - SEAM / 2, y), CHECK)
    if said is not None:
        words = set_line(said, plain_text(gate))
        yield from words.draw(mark.moved(-BESIDE - words.natural.width, 0.0).placed(words.natural, 0.0))
    yield from check_mark(plot.ramp, plain_text(gate), plot.setting).draw(mark)


def _way_back(plot: Plot, rollback: Rollback) -> Iterator[Drawn]:
    """A mark on the step that fails, a dashed arrow down, and a box as high as the level to return to; on
    the base where that is too low."""
    ramp, context, theme = plot.ramp, plot.setting.context, plot.setting.theme
    start, end = ramp.rollback_steps
    column, number = plot.column(start), plot.numbers[start]
    body = back_words(ramp, plot.width, plot.setting)
    top = min(plot.tread(end), plot.base - AIR - body.height)
    box = replace(column, top=top, width=back_width(ramp, plot.width), height=body.height)
    x = box.center.x
    beside = column.left + NUMBER.left + number.width + AIR <= x - BACK / 2
    below_number = EDGE + (number.height if plot.inside else 0.0) + BACK / 2
    mark = Rect.around(Point(x, column.top + (EDGE / 2 if beside else below_number)), BACK)
    fill = theme.role.accent
    line = fill if on_dark(context) else theme.role.accent_text  # orange is too pale for a thin line
    stroke = Stroke(line, theme.shape.connector, "dash")
    ends = End(mark, f"{ramp.id}/back"), End(box, f"{ramp.id}/back-to")
    name = f"Back to {plain_text(ramp.steps[end].at)}"
    yield connect(*ends, stroke, sides=("bottom", "top"), straight=True, name=name)
    circle, drawing = disc(mark, rollback.icon, fill, theme.text_on(fill), context, name="Way back")
    assert isinstance(circle, Shape)
    yield from (replace(circle, key=ends[0].key), drawing)
    edge, key = replace(stroke, width=theme.shape.stroke), ends[1].key
    yield panel(box, context, fill=context.tone.ground, stroke=edge, body=body, name="Rollback", key=key)

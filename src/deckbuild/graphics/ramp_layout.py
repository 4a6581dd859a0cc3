"""Laying out a ramp: columns that rise, a check at each riser, and the way back inside the columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import RECT, Color, Connector, Frame, Glue, Item, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.connect import SITES
from deckbuild.graphics.marks import caption, disc, one_line
from deckbuild.layout.label import LabelLine, label_fits, set_label
from deckbuild.layout.shapes import bar, panel

if TYPE_CHECKING:
    from deckbuild.graphics.ramp import Ramp, Rollback

PADDING = Insets(14.0, 16.0, 10.0, 16.0)
SEAM = 3.0  # between columns: parts the steps without breaking the staircase
EDGE = 4.0  # thickness of a step's tread
NUMBER = Insets(EDGE + 1.0, 0.0, 1.0, 17.0)  # left: clear of the check mark on the riser
LARGER = (8.0, 6.0, 4.0, 2.0, 0.0)
"""Points by which the levels' numbers may exceed the labels, in order of preference."""
CHECK = 22.0  # diameter of a check mark
BACK = 26.0  # diameter of the mark where the way back begins
BESIDE = 5.0  # between a check mark and its words
AIR = 4.0  # least room between neighbouring texts
TIMES_GAP = 6.0
HEADING_AIR = 14.0  # between the heading and what rises below it
BOX = Insets.symmetric(10.0, 7.0)
BACK_AT = 0.74
"""Where in its column the way back begins: right of the number, left of the next riser."""
DISC_BOTTOM = 4
"""The bottom one of an ellipse's eight connection sites (ECMA-376 `presetShapeDefinitions.xml`)."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """Columns `width` apart from `left` on, standing on `base`, `scale` points a level."""

    left: float
    width: float
    base: float
    scale: float
    levels: tuple[float, ...]
    numbers: tuple[TextBody, ...]

    @property
    def right(self) -> float:
        return self.left + self.width * len(self.levels)

    def tread(self, index: int) -> float:
        return self.base - self.levels[index] * self.scale

    def column(self, index: int) -> Rect:
        left = self.left + self.width * index
        seam = SEAM if index < len(self.levels) - 1 else 0.0
        return Rect.from_edges(left, self.tread(index), left + self.width - seam, self.base)


def lay_out_ramp(ramp: Ramp, region: Size, size: float, context: LayoutContext) -> Frame:
    """The ramp with its labels at `size` points; larger than `region` where it needs more."""
    count = len(ramp.steps)
    levels = tuple(step.level for step in ramp.steps)
    times = [one_line(LabelLine(step.at), size, context, align="center") for step in ramp.steps]
    smallest = _numbers(ramp, size, 0.0, context)
    least = max(body.width for body in (*times, *smallest)) + 2 * AIR + SEAM
    width = max(region.width, least * count + PADDING.horizontal)
    column = (width - PADDING.horizontal) / count
    heading = tuple(_heading(ramp, size, column * count * 0.55, context))
    below = times[0].height + TIMES_GAP + PADDING.bottom
    top = PADDING.top
    under = [level for i, level in enumerate(levels) if any(i * column < text.rect.width for text in heading)]
    clear = max((text.rect.bottom for text in heading), default=0.0) + HEADING_AIR

    def scaled(height: float) -> float:
        """Points a level, so that the last step reaches the top and the first ones stay below the heading."""
        base = height - below
        scales = [(base - top) / levels[-1]]
        if under:
            scales.append((base - clear) / max(under))
        return min(scales)

    height = region.height
    if (need := _least_scale(ramp, size, column, smallest, context)) > scaled(height):
        height = below + max(top + need * levels[-1], clear + need * max(under, default=0.0))
    plot = _Plot(PADDING.left, column, height - below, scaled(height), levels, smallest)
    for delta in LARGER:
        numbers = _numbers(ramp, size, delta, context)
        if all(
            body.height + NUMBER.vertical <= level * plot.scale and body.width + NUMBER.left + AIR <= column
            for body, level in zip(numbers, levels, strict=True)
        ):
            plot = replace(plot, numbers=numbers)
            break
    light = context.tone.ground.hex == context.theme.role.background.hex
    ground = context.theme.role.surface_neutral if light else context.tone.panel
    items: list[Item] = [
        panel(Rect(0, 0, width, height), context, fill=ground, name="Ramp panel", decorative=True),
        *heading,
    ]
    gates = _gates(ramp, plot, size, context)
    for index in range(count):
        items += _step(ramp, index, plot, context)
        items += gates[index]
        place = plot.column(index)
        at = Rect(place.left, plot.base + TIMES_GAP, place.width, times[index].height)
        items.append(Text(at, times[index], f"Time {plain_text(ramp.steps[index].at)}"))
    baseline = Rect(plot.left, plot.base, plot.right - plot.left, context.theme.shape.stroke)
    items.append(bar(baseline, context.tone.muted, "Baseline"))
    if ramp.rollback is not None:
        items += _way_back(ramp, ramp.rollback, plot, size, context)
    return Frame(Size(width, height), tuple(items))


def _numbers(ramp: Ramp, size: float, delta: float, context: LayoutContext) -> tuple[TextBody, ...]:
    """The levels with their unit, `delta` points larger than the labels."""
    return tuple(
        one_line(
            LabelLine(
                f"{step.level:g}{ramp.unit}", bold=True, delta=delta, color=_on_step(index, ramp, context)
            ),
            size,
            context,
            anchor="top",
        )
        for index, step in enumerate(ramp.steps)
    )


def _least_scale(
    ramp: Ramp, size: float, column: float, numbers: tuple[TextBody, ...], context: LayoutContext
) -> float:
    """Points a level that the words need: numbers inside their columns, the way back's below its level."""
    needs = [
        (body.height + NUMBER.vertical) / step.level for body, step in zip(numbers, ramp.steps, strict=True)
    ]
    if ramp.rollback is not None:
        start, end = ramp.rollback_steps
        width = _box_width(start, column, len(ramp.steps))
        needs.append((_box_label(ramp.rollback, size, width, context).height + AIR) / ramp.steps[end].level)
    return max(needs)


def _heading(ramp: Ramp, size: float, width: float, context: LayoutContext) -> Iterator[Text]:
    lines = [LabelLine(ramp.heading, bold=True)] if ramp.heading else []
    lines += [LabelLine(ramp.note, color=context.tone.muted)] if ramp.note else []
    if lines:
        text = caption(lines, Rect(PADDING.left, PADDING.top, width, 0), size, context)
        yield replace(text, rect=replace(text.rect, width=min(width, text.body.width + 0.5)))


def _gates(ramp: Ramp, plot: _Plot, size: float, context: LayoutContext) -> list[tuple[Item, ...]]:
    """A check mark on each riser with its words to the left; the words just once where they don't fit all."""
    if ramp.gate is None:
        return [()] * len(ramp.steps)
    theme = context.theme
    lines = (LabelLine(ramp.gate),)
    width = plot.width - SEAM - CHECK / 2 - BESIDE - AIR
    risers = [plot.tread(index - 1) - plot.tread(index) for index in range(1, len(ramp.steps))]
    body = set_label(lines, size, width, context, align="right")
    said = label_fits(body, Size(width, min(risers) - AIR), context)
    drawn: list[tuple[Item, ...]] = [()]
    for index, riser in enumerate(risers, 1):
        x, y = plot.column(index).left - SEAM / 2, plot.tread(index) + (riser + EDGE) / 2
        mark = Rect(x - CHECK / 2, y - CHECK / 2, CHECK, CHECK)
        alt = plain_text(ramp.gate)
        on_dark = context.tone.ground.hex == theme.role.dark.hex
        fill, color = (
            (theme.role.on_dark, theme.role.dark) if on_dark else (theme.role.dark, theme.role.on_dark)
        )
        items: tuple[Item, ...] = disc(mark, ramp.gate_icon, fill, color, alt=alt, name="Check")
        if said:
            at = Rect(mark.left - BESIDE - width, y - body.height / 2, width, body.height)
            items = (Text(at, body, alt), *items)
        drawn.append(items)
    return drawn


def _on_step(index: int, ramp: Ramp, context: LayoutContext) -> Color:
    return context.theme.text_on(_step_fill(index, ramp, context))


def _step_fill(index: int, ramp: Ramp, context: LayoutContext) -> Color:
    """The last step is the goal: solid. The others are a tint."""
    primary = context.theme.role.primary
    return primary if index == len(ramp.steps) - 1 else context.theme.hue(primary).tint


def _step(ramp: Ramp, index: int, plot: _Plot, context: LayoutContext) -> Iterator[Item]:
    place = plot.column(index)
    body = replace(plot.numbers[index], insets=NUMBER)
    name = f"Step {plain_text(ramp.steps[index].at)}"
    key = f"{ramp.id}/step-{index + 1}"
    yield Shape(place, RECT, _step_fill(index, ramp, context), None, body, name, key)
    yield bar(replace(place, height=EDGE), context.theme.role.primary, "Tread")


def _box_width(start: int, column: float, count: int) -> float:
    """The way back's box begins where its step begins and has the arrow in its middle."""
    return min(2 * BACK_AT * column, (count - start) * column)


def _box_label(rollback: Rollback, size: float, width: float, context: LayoutContext) -> TextBody:
    return set_label((LabelLine(rollback.label, bold=True),), size, width, context, insets=BOX)


def _way_back(
    ramp: Ramp, rollback: Rollback, plot: _Plot, size: float, context: LayoutContext
) -> Iterator[Item]:
    """A mark on the step that fails, a dashed arrow down, and a box as high as the level to return to."""
    theme = context.theme
    start, end = ramp.rollback_steps
    column = plot.column(start)
    width = _box_width(start, plot.width, len(ramp.steps))
    body = _box_label(rollback, size, width, context)
    box = Rect(column.left, plot.tread(end), width, body.height)
    x = box.center.x
    number = plot.numbers[start]
    beside = column.left + NUMBER.left + number.width + AIR <= x - BACK / 2
    y = column.top + (EDGE / 2 if beside else EDGE + number.height + BACK / 2)
    mark = Rect(x - BACK / 2, y - BACK / 2, BACK, BACK)
    fill = theme.role.accent
    circle, drawing = disc(mark, rollback.icon, fill, theme.text_on(fill), alt="", name="Way back")
    keys = f"{ramp.id}/back", f"{ramp.id}/back-to"
    stroke = Stroke(fill, theme.shape.connector, "dash")
    yield Connector(
        (Point(x, mark.bottom), Point(x, box.top)),
        stroke,
        Glue(keys[0], DISC_BOTTOM),
        Glue(keys[1], SITES["top"]),
        name=f"Back to {plain_text(ramp.steps[end].at)}",
    )
    if isinstance(circle, Shape):
        yield replace(circle, key=keys[0])
    yield drawing
    yield panel(
        box,
        context,
        fill=context.tone.ground,
        stroke=replace(stroke, width=theme.shape.stroke),
        body=body,
        name="Rollback",
        key=keys[1],
    )

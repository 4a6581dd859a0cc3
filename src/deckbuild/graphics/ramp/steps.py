"""What a ramp is drawn from: steps with their numbers, checks at the risers, the box of the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.deck.spelling import spelled
from deckbuild.document import RECTANGLE, Color, Connector, Glue, Item, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.ramp.model import RampSpec, Rollback
from deckbuild.layout.boxes import SLACK, Setting
from deckbuild.layout.label import LabelLine, label_fits
from deckbuild.layout.marks import disc, on_dark
from deckbuild.layout.shapes import bar, panel

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
    """Columns `width` apart from `left` on, standing on `base`, `scale` points a level. Their numbers stand
    below the treads, or above them where the columns are too low (`inside` false)."""

    left: float
    width: float
    base: float
    scale: float
    levels: tuple[float, ...]
    numbers: tuple[TextBody, ...]
    inside: bool

    @property
    def right(self) -> float:
        return self.left + self.width * len(self.levels)

    def tread(self, index: int) -> float:
        return self.base - self.levels[index] * self.scale

    def column(self, index: int) -> Rect:
        left = self.left + self.width * index
        seam = SEAM if index < len(self.levels) - 1 else 0.0
        return Rect.from_edges(left, self.tread(index), left + self.width - seam, self.base)


def step_numbers(ramp: RampSpec, setting: Setting, delta: float, inside: bool) -> tuple[TextBody, ...]:
    """The levels with their unit, `delta` points larger than the labels."""
    context = setting.context

    def number(index: int, level: float) -> TextBody:
        color = context.theme.text_on(_step_fill(index, ramp, context)) if inside else context.tone.text
        line = LabelLine(f"{spelled(level)}{ramp.unit}", bold=True, delta=delta, color=color)
        return setting.one_line(line, anchor="top")

    return tuple(number(index, step.level) for index, step in enumerate(ramp.steps))


def numbers_fit(numbers: tuple[TextBody, ...], plot: Plot) -> bool:
    """Whether the numbers fit their columns."""
    return all(
        body.width + NUMBER.left + AIR <= plot.width
        and (not plot.inside or body.height + NUMBER.vertical <= level * plot.scale + 0.01)
        for body, level in zip(numbers, plot.levels, strict=True)
    )


def _step_fill(index: int, ramp: RampSpec, context: LayoutContext) -> Color:
    """The last step is the goal: solid. The others are a tint."""
    primary = context.theme.role.primary
    return primary if index == len(ramp.steps) - 1 else context.theme.hue(primary).tint


def draw_step(ramp: RampSpec, index: int, plot: Plot, context: LayoutContext) -> Iterator[Item]:
    """A column with its tread and its number."""
    place, number = plot.column(index), plot.numbers[index]
    body = replace(number, insets=NUMBER) if plot.inside else None
    name = f"Step {plain_text(ramp.steps[index].at)}"
    key = f"{ramp.id}/step-{index + 1}"
    fill = _step_fill(index, ramp, context)
    yield Shape(place, RECTANGLE, fill, None, body, name, key, decorative=body is None)
    yield bar(replace(place, height=EDGE), context.theme.role.primary, "Tread")
    if not plot.inside:
        at = Rect(place.left + NUMBER.left, place.top - number.height, number.width, number.height)
        yield Text(at, number, f"Level {number.text}")


def gates_said(ramp: RampSpec, plot: Plot, setting: Setting) -> TextBody | None:
    """The words beside every check mark; None where they don't fit beside all."""
    if ramp.gate is None:
        return None
    width = plot.width - SEAM - CHECK / 2 - BESIDE - AIR
    if not plot.inside:
        width -= NUMBER.left + max(number.width for number in plot.numbers)
    risers = [plot.tread(index - 1) - plot.tread(index) for index in range(1, len(ramp.steps))]
    body = setting.body((LabelLine(ramp.gate),), width, align="right")
    return body if label_fits(body, Size(width, min(risers) - AIR), setting.context) else None


def check_mark(ramp: RampSpec, place: Rect, context: LayoutContext, alt: str) -> tuple[Item, ...]:
    """A check mark in a disc that stands out from the steps on either ground."""
    role = context.theme.role
    fill, color = (role.on_dark, role.dark) if on_dark(context) else (role.dark, role.on_dark)
    return disc(place, ramp.gate_icon, fill, color, context, alt=alt, name="Check")


def draw_gate(
    ramp: RampSpec, index: int, plot: Plot, said: TextBody | None, context: LayoutContext
) -> Iterator[Item]:
    """The check mark on the riser of a step, and its words to the left if they are `said` there."""
    if ramp.gate is None or index == 0:
        return
    x = plot.column(index).left - SEAM / 2
    y = (plot.tread(index) + plot.tread(index - 1) + EDGE) / 2
    mark = Rect.around(Point(x, y), CHECK)
    alt = plain_text(ramp.gate)
    if said is not None:
        size = Size(said.width + SLACK, said.height)
        yield Text(mark.moved(-BESIDE - size.width, 0.0).placed(size, 0.0), said, alt)
    yield from check_mark(ramp, mark, context, alt)


def box_width(start: int, column: float, count: int) -> float:
    """The way back's box begins where its step begins and has the arrow in its middle."""
    return min(2 * BACK_AT * column, (count - start) * column)


def box_label(rollback: Rollback, width: float, setting: Setting) -> TextBody:
    return setting.body((LabelLine(rollback.label, bold=True),), width, insets=BOX)


def draw_way_back(ramp: RampSpec, rollback: Rollback, plot: Plot, setting: Setting) -> Iterator[Item]:
    """A mark on the step that fails, a dashed arrow down, and a box as high as the level to return to; on
    the base where that is too low."""
    context, theme = setting.context, setting.context.theme
    start, end = ramp.rollback_steps
    column = plot.column(start)
    width = box_width(start, plot.width, len(ramp.steps))
    body = box_label(rollback, width, setting)
    top = min(plot.tread(end), plot.base - AIR - body.height)
    box = replace(column, top=top, width=width, height=body.height)
    x = box.center.x
    number = plot.numbers[start]
    beside = column.left + NUMBER.left + number.width + AIR <= x - BACK / 2
    number_height = number.height if plot.inside else 0.0
    y = column.top + (EDGE / 2 if beside else EDGE + number_height + BACK / 2)
    mark = Rect.around(Point(x, y), BACK)
    fill = theme.role.accent
    circle, drawing = disc(mark, rollback.icon, fill, theme.text_on(fill), context, alt="", name="Way back")
    keys = f"{ramp.id}/back", f"{ramp.id}/back-to"
    line = fill if on_dark(context) else theme.role.accent_text  # orange is too pale for a thin line
    stroke = Stroke(line, theme.shape.connector, "dash")
    yield Connector(
        (Point(x, mark.bottom), Point(x, box.top)),
        stroke,
        Glue(keys[0], "bottom"),
        Glue(keys[1], "top"),
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

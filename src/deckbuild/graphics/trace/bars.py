"""What a trace is drawn from: the tree's rows, the time axis, bars with durations, attribute panels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, floor, log10

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import bind_units, plain_text
from deckbuild.deck.spelling import spelled
from deckbuild.document import Color, Frame, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.trace.model import Row, TraceSpec
from deckbuild.layout.highlight import code_paragraphs, code_runs
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.marks import caption, one_line
from deckbuild.layout.shapes import panel

CHIP = Insets.symmetric(10.0, 5.0)
FOOT = Insets.symmetric(12.0, 9.0)
BESIDE = 6.0  # between a bar and its duration
INSIDE = 8.0  # least air on both sides of a duration inside its bar
APART = 16.0  # between columns of attributes
TICK_APART = 8.0  # between neighbouring times on the axis
ROUND_STEPS = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0)
"""Times ten to some power: the steps of an axis that people count in."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Times as positions: `start` to `end` lie at `left` to `right` points."""

    start: float
    end: float
    left: float
    right: float

    def at(self, time: float) -> float:
        return self.left + (time - self.start) / (self.end - self.start) * (self.right - self.left)


def name_label(row: Row, size: float, context: LayoutContext, width: float) -> TextBody:
    """A span's name at most `width` points wide; the outermost and the highlighted one are bold."""
    line = LabelLine(row.span.name, bold=row.span.highlight or row.depth == 0)
    return set_label((line,), size, width, context, align="left")


def header(
    trace: TraceSpec, left: float, right: float, top: float, size: float, context: LayoutContext
) -> Iterator[Item]:
    """The trace id as a piece of the log line that it leads to, and the note at the far end."""
    height = 0.0
    if trace.trace_id:
        line = code_runs(f'"trace_id": "{trace.trace_id}"', "json", size, context)
        body = TextBody(code_paragraphs(line, context), CHIP, "middle", wrap=False)
        box = Rect(left, top, body.width + 1.0, body.height)
        yield panel(box, context, fill=context.theme.code.background, body=body, name="Trace id")
        left, height = box.right + BESIDE * 2, box.height
    if trace.note:
        lines = (LabelLine(trace.note, color=context.tone.muted, delta=-1.0),)
        at = Rect(left, top, right - left, height)
        yield caption(lines, at, size, context, align="right", anchor="middle", name="Note")


def axis(
    scale: Scale, unit: str, top: float, size: float, context: LayoutContext
) -> tuple[tuple[float, Text], ...]:
    """Round times along the axis, each with its position; the last one carries the unit.

    Of the steps that leave room between the numbers, the closest one that ends where the axis ends.
    """
    power = 10 ** floor(log10((scale.end - scale.start) / 10))
    steps = [step * power * scope for scope in (1, 10) for step in ROUND_STEPS]
    axes = [tuple(_marks(scale, step, unit, top, size, context)) for step in steps]
    roomy = [marks for marks in axes if marks and _roomy(marks)]
    ending = [marks for marks in roomy if len(marks) > 2 and abs(marks[-1][0] - scale.right) < 0.01]
    return next(iter(ending or roomy), ())


def _marks(
    scale: Scale, step: float, unit: str, top: float, size: float, context: LayoutContext
) -> Iterator[tuple[float, Text]]:
    first, last = ceil(scale.start / step - 1e-9), floor(scale.end / step + 1e-9)
    for number in range(first, last + 1):
        text = spelled(step * number, grouped=True)
        text = bind_units(f"{text} {unit}".strip()) if number == last else text
        line = LabelLine(text, color=context.tone.muted, delta=-1.0)
        body = one_line(line, size, context, align="center")
        x = scale.at(step * number)
        left = min(x - body.width / 2, scale.right - body.width)
        left = max(left, scale.left) if number == first else left
        yield x, Text(Rect(left, top, body.width, body.height), body, f"Time {text}")


def _roomy(marks: Sequence[tuple[float, Text]]) -> bool:
    return all(
        after.rect.left - before.rect.right >= TICK_APART for (_, before), (_, after) in pairwise(marks)
    )


def bar_fill(row: Row, context: LayoutContext) -> tuple[Color, Color]:
    """A bar's fill and edge: solid for the outermost and the highlighted span, a tint for the others."""
    theme = context.theme
    on_dark = context.tone.ground.hex == theme.role.dark.hex
    plain = theme.role.on_dark_muted if on_dark else theme.role.dark
    color = (
        theme.palette[row.span.color]
        if row.span.color
        else theme.role.primary
        if row.span.highlight
        else plain
    )
    if row.span.highlight or row.depth == 0:
        return color, color
    return theme.hue(color).tint, color


def draw_bar(
    row: Row, rect: Rect, scale: Scale, unit: str, size: float, context: LayoutContext
) -> Iterator[Item]:
    """The bar with its duration inside, or where it's too short beside it: right if free, else left."""
    fill, edge = bar_fill(row, context)
    span = row.span
    duration = bind_units(f"{spelled(span.end - span.start, grouped=True)} {unit}".strip())
    bold = span.highlight or row.depth == 0
    line = LabelLine(duration, bold=bold, color=context.theme.text_on(fill))
    body = one_line(line, size, context, align="center")
    inside = body.width + 2 * INSIDE <= rect.width
    times = f"{spelled(span.start, grouped=True)} to {spelled(span.end, grouped=True)} {unit}".strip()
    alt = f"{plain_text(span.name)}: {times}"
    yield Shape(
        rect,
        Rounded(min(context.theme.shape.radius, rect.height / 4)),
        fill,
        Stroke(edge, context.theme.shape.stroke),
        body if inside else None,
        f"Span {plain_text(span.name)}",
        row.key,
        alt,
    )
    if not inside:
        body = one_line(replace(line, color=context.tone.text), size, context)
        left = rect.right + BESIDE
        if left + body.width > scale.right:
            left = rect.left - BESIDE - body.width
        at = Rect(left, rect.center.y - body.height / 2, body.width, body.height)
        yield Text(at, body, f"Duration {plain_text(span.name)}")


def attributes(row: Row, width: float, size: float, context: LayoutContext) -> Frame:
    """A panel with what a span records, in columns beside the span's name, or below it where that's wider."""
    theme = context.theme
    _, edge = bar_fill(row, context)
    tint = theme.hue(edge).tint
    color = theme.text_on(tint)
    by = f"Recorded by {plain_text(row.span.name)}"
    title = one_line(LabelLine(row.span.name, bold=True, color=color), size, context)
    labels = [one_line(LabelLine(text, color=color), size, context) for text in row.span.attributes]
    widest, pitch = max(body.width for body in labels), max(body.height for body in labels) + 2.0
    beside = title.width + APART
    across = int((width - FOOT.horizontal - beside + APART) // (widest + APART))
    if across < 1:
        beside, across = 0.0, max(1, int((width - FOOT.horizontal + APART) // (widest + APART)))
    across = min(across, len(labels))
    down = ceil(len(labels) / across)
    across = ceil(len(labels) / down)
    above = 0.0 if beside else title.height + 2.0
    height = above + down * pitch - 2.0 + FOOT.vertical
    box = Rect(0, 0, width, height)
    items: list[Item] = [
        panel(
            box,
            context,
            fill=tint,
            stroke=Stroke(edge, theme.shape.stroke),
            name="Attributes",
            decorative=True,
        ),
        Text(Rect(FOOT.left, FOOT.top, title.width, title.height), title, by),
    ]
    step = (width - FOOT.horizontal - beside + APART) / across
    for index, body in enumerate(labels):
        left, top = FOOT.left + beside + index % across * step, FOOT.top + above + index // across * pitch
        items.append(Text(Rect(left, top, body.width, body.height), body, f"Attribute {body.text}"))
    needed = FOOT.horizontal + beside + across * (widest + APART) - APART
    return Frame(Size(max(width, needed), height), tuple(items))

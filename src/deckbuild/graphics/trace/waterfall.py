"""A trace on its panel: what identifies it, the rows over time, what the spans record at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from deckbuild.diagrams.connect import End, connect
from deckbuild.document import Ellipse, Item, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.trace.model import Call, TraceSpec, calls_of
from deckbuild.graphics.trace.rows import BESIDE, bar_colors, timed_rows
from deckbuild.layout.boxes import (
    Box,
    Setting,
    aligned,
    column,
    fixed,
    for_width,
    pad,
    redrawn,
    row,
    space,
    words,
)
from deckbuild.layout.highlight import code_paragraphs, code_runs
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import on_dark
from deckbuild.layout.shapes import on_panel, panel

PADDING = Insets.symmetric(14.0, 12.0)
CHIP = Insets.symmetric(10.0, 5.0)
FOOT = Insets.symmetric(12.0, 9.0)
APART = 16.0  # between columns of attributes
LINE_GAP = 2.0  # between lines of attributes
HEADER_GAP = 10.0
FOOT_GAP = 14.0  # rows to attributes
FEET_APART = 8.0
DOT = 7.0  # where a bar's line meets its attributes
CLEAR = 3.0  # that line keeps from what it passes


def trace_panel(trace: TraceSpec, setting: Setting) -> Box:
    """The trace; its rows share the height that nothing else needs."""
    context, calls = setting.context, calls_of(trace)
    main = timed_rows(calls, trace.unit, setting)
    recording = [each for each in calls if each.span.attributes]
    feet = [_attributes(each, setting) for each in recording]
    if feet:
        main = _joined(recording[0], main, feet.pop(0), setting)
    whole = column([_header(trace, setting), column([main, *feet], gap=FEET_APART)], gap=HEADER_GAP)
    return on_panel(pad(whole, PADDING), context, fill=context.tone.neutral, name="Trace panel")


def _header(trace: TraceSpec, setting: Setting) -> Box | None:
    """The trace id as a piece of the log line that it leads to, and the note at the far end."""
    if not trace.trace_id and not trace.note:
        return None
    chip = aligned(_chip(trace.trace_id, setting), vertical=0.0) if trace.trace_id else None
    muted = setting.tone.muted
    note = words(trace.note, setting, color=muted, delta=-1.0, align="right", anchor="middle", name="Note")
    return row([chip, note or space()], ("fit", "share"), gap=BESIDE * 2)


def _chip(trace_id: str, setting: Setting) -> Box:
    context = setting.context
    code = code_runs(f'"trace_id": "{trace_id}"', "json", setting.size, context)
    body = TextBody(code_paragraphs(code, context), CHIP, "middle", wrap=False)
    fill = context.theme.code.background
    return fixed(
        Size(body.width + 1.0, body.height),
        lambda rect: (panel(rect, context, fill=fill, body=body, name="Trace id"),),
    )


def _attributes(each: Call, setting: Setting) -> Box:
    """A panel with what a span records, in columns beside the span's name, or below it where that's wider."""
    context, edge = setting.context, bar_colors(each, setting)[1]
    tint = context.theme.hue(edge).tint

    def label(said: str, name: str, *, bold: bool = False) -> Box:
        line = LabelParagraph(said, bold=bold, color=context.theme.text_on(tint))
        body = setting.one_line(line)
        size = Size(body.width, body.height)
        return fixed(size, lambda rect: (Text(rect.placed(size, 0.0, 0.0), body, f"{name} {body.text}"),))

    title = label(each.span.name, "Recorded by", bold=True)
    labels = [label(said, "Attribute") for said in each.span.attributes]
    pitch = max(one.natural.width for one in labels) + APART

    def made(width: float) -> Box:
        beside = int((width - title.natural.width) // pitch)
        most = max(1, beside if beside > 0 else int((width + APART) // pitch))
        across = ceil(len(labels) / ceil(len(labels) / most))
        # Columns of the width that they need: spread over the panel, two words would be far apart.
        rows = [labels[at : at + across] for at in range(0, len(labels), across)]
        lines = column([row(each, [pitch - APART] * len(each), gap=APART) for each in rows], gap=LINE_GAP)
        if beside > 0:
            return row([title, lines], ("fit", "share"), gap=APART)
        return column([title, lines], gap=LINE_GAP)

    stroke = Stroke(edge, context.theme.shape.stroke)
    return on_panel(pad(for_width(made), FOOT), context, fill=tint, stroke=stroke, name="Attributes")


def _joined(each: Call, rows: Box, foot: Box, setting: Setting) -> Box:
    """The rows above the attributes of one of them, to which a line leads from its bar straight down, unless
    something is in the way: their title says enough."""
    theme, edge = setting.theme, bar_colors(each, setting)[1]
    # A bar's own colour may be too pale for a thin line.
    stroke = Stroke(edge if on_dark(setting.context) else theme.hue(edge).text, theme.shape.connector)

    def line(rect: Rect, items: Sequence[Item]) -> Iterator[Item]:
        yield from items
        at = next(n for n, item in enumerate(items) if item.key == each.key)
        start = End(items[at].rect, each.key)
        x, top = start.rect.center.x, rect.bottom - foot.takes(Size(rect.width, 0.0)).height
        passed = [item.rect for item in items[at + 1 :] if item.rect.top < top]
        if not any(other.left - CLEAR < x < other.right + CLEAR for other in passed):
            dot = End(Rect.around(Point(x, top), DOT), f"{each.key}-records")
            name = f"{each.name} records"
            yield connect(start, dot, stroke, sides=("bottom", "top"), straight=True, arrow=False, name=name)
            yield Shape(dot.rect, Ellipse(), edge, name="Dot", key=dot.key, role="decoration")

    return redrawn(column([rows, foot], gap=FOOT_GAP), line)

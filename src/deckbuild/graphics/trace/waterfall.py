"""A trace on its panel: what identifies it, the rows over time, what the spans record at the foot."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End, connect
from deckbuild.document import Ellipse, Item, Shape, Stroke, Text, TextBody, composed
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.trace.model import Call, TraceSpec, tree_rows
from deckbuild.graphics.trace.rows import BESIDE, bar_colors, timed_rows
from deckbuild.layout.boxes import (
    Box,
    Setting,
    aligned,
    column,
    fixed,
    for_width,
    pad,
    row,
    space,
    text,
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
    context = setting.context
    main = timed_rows(trace, setting)
    recording = [each for each in tree_rows(trace) if each.span.attributes]
    feet = [_attributes(each, setting) for each in recording]
    if feet:
        main = _joined(recording[0], main, feet[0], setting)
    body = column([main, *feet[1:]], gap=FEET_APART)
    light = context.tone.ground.hex == context.theme.role.background.hex
    fill = context.theme.role.surface_neutral if light else context.tone.panel
    whole = pad(column([_header(trace, setting), body], gap=HEADER_GAP), PADDING)
    return on_panel(whole, context, fill=fill, name="Trace panel")


def _header(trace: TraceSpec, setting: Setting) -> Box | None:
    """The trace id as a piece of the log line that it leads to, and the note at the far end."""
    context = setting.context
    code = code_runs(f'"trace_id": "{trace.trace_id}"', "json", setting.size, context)
    body = TextBody(code_paragraphs(code, context), CHIP, "middle", wrap=False)
    chip = fixed(
        Size(body.width + 1.0, body.height),
        lambda rect: (panel(rect, context, fill=context.theme.code.background, body=body, name="Trace id"),),
    )
    line = LabelParagraph(trace.note or "", color=context.tone.muted, delta=-1.0)
    note = text((line,), setting, align="right", anchor="middle", name="Note")
    if not trace.trace_id and not trace.note:
        return None
    cells = (aligned(chip, vertical=0.0) if trace.trace_id else None, note if trace.note else space())
    return row(cells, ("fit", "share"), gap=BESIDE * 2)


def _attributes(each: Call, setting: Setting) -> Box:
    """A panel with what a span records, in columns beside the span's name, or below it where that's wider."""
    context = setting.context
    edge = bar_colors(each, setting)[1]
    tint = context.theme.hue(edge).tint
    color = context.theme.text_on(tint)

    def label(words: str, name: str, *, bold: bool = False) -> Box:
        body = setting.one_line(LabelParagraph(words, bold=bold, color=color))
        size = Size(body.width, body.height)
        return fixed(size, lambda rect: (Text(rect.placed(size, 0.0, 0.0), body, f"{name} {body.text}"),))

    title = label(each.span.name, "Recorded by", bold=True)
    labels = [label(words, "Attribute") for words in each.span.attributes]
    pitch = max(one.natural.width for one in labels) + APART

    def made(width: float) -> Box:
        beside = int((width - title.natural.width) // pitch)
        across = min(max(1, beside if beside > 0 else int((width + APART) // pitch)), len(labels))
        down = ceil(len(labels) / across)
        across = ceil(len(labels) / down)
        filled = [*labels, *[space()] * (across * down - len(labels))]
        lines = [row(filled[start : start + across], gap=APART) for start in range(0, len(filled), across)]
        grid = column(lines, gap=LINE_GAP)
        if beside > 0:
            return row([title, grid], ("fit", "share"), gap=APART)
        return column([title, grid], gap=LINE_GAP)

    stroke = Stroke(edge, context.theme.shape.stroke)
    return on_panel(pad(for_width(made), FOOT), context, fill=tint, stroke=stroke, name="Attributes")


def _joined(each: Call, rows: Box, foot: Box, setting: Setting) -> Box:
    """The rows above the attributes of one of them, to which a line leads from its bar straight down, unless
    something is in the way: their title says enough."""
    context = setting.context
    both = column([rows, foot], gap=FOOT_GAP)

    def draw(rect: Rect) -> Iterator[Item]:
        items = composed(rect.size, both.draw(rect)).items
        yield from items
        at = next(n for n, item in enumerate(items) if isinstance(item, Shape) and item.key == each.key)
        start = End(items[at].rect, each.key)
        x, top = start.rect.center.x, rect.bottom - foot.takes(Size(rect.width, 0.0)).height
        passed = [item.rect for item in items[at + 1 :] if item.rect.top < top]
        if any(other.left - CLEAR < x < other.right + CLEAR for other in passed):
            return
        edge = bar_colors(each, setting)[1]
        dot = End(Rect.around(Point(x, top), DOT), f"{each.key}-records")
        # A bar's own colour may be too pale for a thin line.
        line = edge if on_dark(context) else context.theme.hue(edge).text
        stroke = Stroke(line, context.theme.shape.connector)
        name = f"{plain_text(each.span.name)} records"
        yield connect(start, dot, stroke, sides=("bottom", "top"), straight=True, arrow=False, name=name)
        yield Shape(dot.rect, Ellipse(), edge, name="Dot", key=dot.key, decorative=True)

    return Box(both.takes, draw)

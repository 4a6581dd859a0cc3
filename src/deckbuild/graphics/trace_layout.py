"""Laying out a trace: names left, bars right under a time axis, what the spans record at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import floor, log10
from typing import TYPE_CHECKING

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Connector, Frame, Item, Paragraph, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.connect import End, connect
from deckbuild.graphics.marks import caption, one_line, polyline
from deckbuild.layout.highlight import code_paragraphs, code_runs
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.shapes import bar, panel

if TYPE_CHECKING:
    from deckbuild.graphics.trace import Trace, TraceSpan

PADDING = Insets.symmetric(14.0, 12.0)
CHIP = Insets.symmetric(10.0, 5.0)
INDENT = 14.0  # a level of the tree: the guide's bend and the air after it
GUIDE = 5.0  # from a name's left edge to the guide that hangs below it
NAMES_SHARE = 0.42
"""Of the width: the most that names get before they wrap."""
COLUMN_GAP = 12.0
THIN, THICK = 16.0, 28.0
"""Least and greatest thickness of a bar, in points."""
ROW_AIR = 6.0  # above and below a bar at least this much in sum
BAND = 6.0  # by how much the highlighted row's band reaches beyond the names
BESIDE = 6.0  # between a bar and its duration
GAP = 10.0
FOOT_GAP = 18.0  # rows to attributes: room for the connector's bend
COLUMNS_APART = 16.0
TICK_APART = 10.0  # between the axis's numbers


@dataclass(frozen=True, slots=True)
class _Row:
    """A span in the tree: its depth, and which row is its parent's."""

    span: TraceSpan
    depth: int
    parent: int | None
    key: str


@dataclass(frozen=True, slots=True)
class _Scale:
    """Times as positions: `start` to `end` on `left` to `right` points."""

    start: float
    end: float
    left: float
    right: float

    def at(self, time: float) -> float:
        return self.left + (time - self.start) / (self.end - self.start) * (self.right - self.left)


def lay_out_trace(trace: Trace, region: Size, size: float, context: LayoutContext) -> Frame:
    """The trace with its text at `size` points; larger than `region` where it needs more."""
    rows = tuple(_rows(trace, trace.spans))
    names = [_name(row, size, context) for row in rows]
    inner = region.width - PADDING.horizontal
    widest = max(name.width + row.depth * INDENT for name, row in zip(names, rows, strict=True))
    column = min(widest, inner * NAMES_SHARE)
    names = [
        _name(row, size, context, column - row.depth * INDENT) for row in rows
    ]
    header = tuple(_header(trace, inner, size, context))
    header_height = max((item.rect.height + GAP for item in header), default=0.0)
    scale = _Scale(
        min(row.span.start for row in rows),
        max(row.span.end for row in rows),
        PADDING.left + column + COLUMN_GAP,
        PADDING.left + inner,
    )
    ticks = tuple(_ticks(scale, trace.unit, PADDING.top + header_height, size, context))
    top = PADDING.top + header_height + ticks[0].rect.height + 4.0
    feet = tuple(
        _attributes(row, Rect(PADDING.left, 0, inner, 0), size, context) for row in rows if row.span.attributes
    )
    feet_height = FOOT_GAP + sum(foot.size.height for foot in feet) + GAP * (len(feet) - 1) if feet else 0.0
    thin = max(THIN, one_line(LabelLine("0"), size, context).height + 2.0)
    least = max(max(name.height for name in names), thin) + ROW_AIR
    needed = top + least * len(rows) + feet_height + PADDING.bottom
    height = max(region.height, needed)
    pitch = (height - PADDING.bottom - feet_height - top) / len(rows)
    thick = min(THICK, max(thin, pitch * 0.6))
    bars = [
        Rect.from_edges(
            scale.at(row.span.start),
            top + pitch * (index + 0.5) - thick / 2,
            scale.at(row.span.end),
            top + pitch * (index + 0.5) + thick / 2,
        )
        for index, row in enumerate(rows)
    ]
    light = context.tone.ground.hex == context.theme.role.background.hex
    ground = context.theme.role.surface_neutral if light else context.tone.panel
    items: list[Item] = [
        panel(Rect(0, 0, region.width, height), context, fill=ground, name="Trace panel", decorative=True),
        *(move_right(item, inner) for item in header),
    ]
    items += _grid(ticks, scale, top, pitch * len(rows), context)
    for index, row in enumerate(rows):
        if row.span.highlight:
            items.append(_band(row, index, top, pitch, region.width, context))
    items += _guides(rows, names, top, pitch, context)
    lines: list[Text] = []
    for index, (row, name, place) in enumerate(zip(rows, names, bars, strict=True)):
        left = PADDING.left + row.depth * INDENT
        at = Rect(left, top + pitch * (index + 0.5) - name.height / 2, column - row.depth * INDENT, name.height)
        drawn = tuple(_bar(row, place, trace.unit, size, scale, context))
        items += (Text(at, name, plain_text(row.span.name)), *drawn)
        lines += [item for item in drawn if isinstance(item, Text)]
    foot_top = height - PADDING.bottom - feet_height + FOOT_GAP
    footed = [index for index, row in enumerate(rows) if row.span.attributes]
    for index, foot in zip(footed, feet, strict=True):
        blockers = [*bars[index + 1 :], *(line.rect for line in lines)]
        box = Rect(PADDING.left, foot_top, inner, foot.size.height)
        if index == footed[0]:
            items += _join(rows[index], bars[index], box, blockers, context)
        items += foot.moved(PADDING.left, foot_top)
        foot_top += foot.size.height + GAP
    return Frame(Size(region.width, height), tuple(items))


def _rows(trace: Trace, spans: Sequence[TraceSpan], depth: int = 0, parent: int | None = None, before: int = 0) -> Iterator[_Row]:
    """The spans in drawing order: children follow their parent, siblings stand in order of their start."""
    count = before
    for span in sorted(spans, key=lambda span: span.start):
        own = count
        yield _Row(span, depth, parent, f"{trace.id}/span-{own + 1}")
        count += 1
        for row in _rows(trace, span.spans, depth + 1, own, count):
            yield row
            count += 1


def _name(row: _Row, size: float, context: LayoutContext, width: float = 1e6) -> TextBody:
    line = LabelLine(row.span.name, bold=row.span.highlight or row.depth == 0)
    return set_label((line,), size, width, context, align="left")

"""A trace drawn: names left, bars right under a time axis, what the spans record at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End, connect
from deckbuild.document import Ellipse, Frame, Item, PlacedFrame, Shape, Stroke, Text, TextBody, composed
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.trace.bars import (
    Scale,
    attributes,
    axis,
    bar_fill,
    draw_bar,
    header,
    name_label,
)
from deckbuild.graphics.trace.model import Row, TraceSpec, tree_rows
from deckbuild.layout.label import LabelLine
from deckbuild.layout.marks import on_dark, one_line, polyline
from deckbuild.layout.shapes import bar, panel

PADDING = Insets.symmetric(14.0, 12.0)
INDENT = 14.0  # a level of the tree: the guide's bend and the air after it
GUIDE = 5.0  # from a name's left edge to the guide that hangs below it
NAMES_SHARE = 0.42
"""Of the width: the most that names get before they wrap."""
COLUMN_GAP = 14.0
THIN, THICK = 16.0, 28.0
"""Least and greatest thickness of a bar, in points."""
SHORTEST = 1.0  # points of a bar: a shorter one is a line, and still there
ROW_AIR = 6.0  # least height of a row beyond its name or bar
BAND_REACH = 7.0  # by how much the highlighted row's band sticks out beyond names and bars
HEADER_GAP = 10.0
AXIS_GAP = 4.0
FOOT_GAP = 14.0  # rows to attributes
FEET_APART = 8.0
DOT = 7.0  # where a bar's line meets its attributes
CLEAR = 3.0  # that line keeps from what it passes


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where rows stand: the names' column and, for each row, its middle and its bar."""

    rows: tuple[Row, ...]
    names: tuple[TextBody, ...]
    top: float
    pitch: float
    thick: float
    scale: Scale

    def middle(self, index: int) -> float:
        return self.top + self.pitch * (index + 0.5)

    def left(self, index: int) -> float:
        """Left edge of a name."""
        return PADDING.left + self.rows[index].depth * INDENT

    def bar(self, index: int) -> Rect:
        span, middle = self.rows[index].span, self.middle(index)
        left, right = self.scale.at(span.start), self.scale.at(span.end)
        return Rect(left, middle - self.thick / 2, max(SHORTEST, right - left), self.thick)


def lay_out_trace(trace: TraceSpec, region: Size, size: float, context: LayoutContext) -> Frame:
    """The trace with its text at `size` points; larger than `region` where it needs more."""
    rows = tree_rows(trace)
    width = region.width - PADDING.horizontal
    right = PADDING.left + width
    natural = [name_label(row, size, context, 1e6).width + row.depth * INDENT for row in rows]
    column = min(max(natural), width * NAMES_SHARE)
    names = tuple(name_label(row, size, context, column - row.depth * INDENT) for row in rows)
    start, end = min(row.span.start for row in rows), max(row.span.end for row in rows)
    scale = Scale(start, end, PADDING.left + column + COLUMN_GAP, right)
    head = tuple(header(trace, PADDING.left, right, PADDING.top, size, context))
    axis_top = max((item.rect.bottom + HEADER_GAP for item in head), default=PADDING.top)
    ticks = axis(scale, trace.unit, axis_top, size, context)
    top = ticks[0][1].rect.bottom + AXIS_GAP if ticks else axis_top
    feet = [index for index, row in enumerate(rows) if row.span.attributes]
    frames = [attributes(rows[index], width, size, context) for index in feet]
    feet_height = sum(frame.size.height for frame in frames) + FEET_APART * (len(frames) - 1) + FOOT_GAP
    feet_height = feet_height if frames else 0.0
    thin = max(THIN, one_line(LabelLine("0"), size, context).height + 2.0)
    least = max(thin, *(name.height for name in names)) + ROW_AIR
    height = max(region.height, top + least * len(rows) + feet_height + PADDING.bottom)
    pitch = (height - PADDING.bottom - feet_height - top) / len(rows)
    placed = _Rows(rows, names, top, pitch, min(THICK, max(thin, pitch * 0.6)), scale)
    light = context.tone.ground.hex == context.theme.role.background.hex
    ground = context.theme.role.surface_neutral if light else context.tone.panel
    whole = Rect(0, 0, region.width, height)
    back = panel(whole, context, fill=ground, name="Trace panel", decorative=True)
    items: list[Item | PlacedFrame] = [back, *head]
    items += _bands(placed, region.width, context)
    items += _grid(placed, ticks, context)
    items += _guides(placed, context)
    drawn = [
        tuple(draw_bar(row, placed.bar(i), scale, trace.unit, size, context)) for i, row in enumerate(rows)
    ]
    foot = height - PADDING.bottom - feet_height + FOOT_GAP
    for index, name in enumerate(names):
        left = placed.left(index)
        at = Rect(left, placed.middle(index) - name.height / 2, column - (left - PADDING.left), name.height)
        items += (
            Text(at, name, plain_text(rows[index].span.name), span=rows[index].span.span),
            *drawn[index],
        )
    for index, frame in zip(feet, frames, strict=True):
        items.append(frame.at(PADDING.left, foot))
        if index == feet[0]:
            below = [item.rect for later in drawn[index + 1 :] for item in later]
            items += _join(placed, index, Rect(PADDING.left, foot, width, frame.size.height), below, context)
        foot += frame.size.height + FEET_APART
    needed = max([region.width, *(frame.size.width + PADDING.horizontal for frame in frames)])
    return composed(Size(needed, height), items)


def _bands(placed: _Rows, width: float, context: LayoutContext) -> Iterator[Item]:
    """A pale band behind the highlighted row."""
    for index, row in enumerate(placed.rows):
        if row.span.highlight:
            _, edge = bar_fill(row, context)
            top = placed.top + placed.pitch * index
            reach = PADDING.left - BAND_REACH
            box = Rect(reach, top, width - 2 * reach, placed.pitch)
            yield panel(box, context, fill=edge.faded(0.18), name="Highlighted row", decorative=True)


def _grid(placed: _Rows, ticks: Sequence[tuple[float, Text]], context: LayoutContext) -> Iterator[Item]:
    """The times and a hairline from each through all rows."""
    for x, text in ticks:
        line = Rect(x - 0.5, placed.top, 1.0, placed.pitch * len(placed.rows))
        yield bar(line, context.tone.hairline, f"Grid {text.body.text}")
        yield text


def _guides(placed: _Rows, context: LayoutContext) -> Iterator[Item]:
    """From each parent's name down and across to each child's."""
    stroke = Stroke(context.theme.role.neutral, 1.0)
    for index, row in enumerate(placed.rows):
        if row.parent is None:
            continue
        x = placed.left(row.parent) + GUIDE
        top = placed.middle(row.parent) + placed.names[row.parent].height / 2
        middle = placed.middle(index)
        yield polyline(((x, top), (x, middle), (placed.left(index) - 2.0, middle)), stroke, name="Branch")


def _join(
    placed: _Rows, index: int, box: Rect, taken: Sequence[Rect], context: LayoutContext
) -> Iterator[Item]:
    """From a bar straight down to its attributes, unless something is in the way: their title says enough."""
    row, rect = placed.rows[index], placed.bar(index)
    x = rect.center.x
    if any(other.left - CLEAR < x < other.right + CLEAR for other in taken):
        return
    _, edge = bar_fill(row, context)
    dot = Rect(x - DOT / 2, box.top - DOT / 2, DOT, DOT)
    key = f"{row.key}-records"
    name = f"{plain_text(row.span.name)} records"
    # A bar's own colour may be too pale for a thin line.
    line = edge if on_dark(context) else context.theme.hue(edge).text
    stroke = Stroke(line, context.theme.shape.connector)
    ends = End(rect, row.key), End(dot, key)
    yield connect(*ends, stroke, sides=("bottom", "top"), straight=True, arrow=False, name=name)
    yield Shape(dot, Ellipse(), edge, name="Dot", key=key, decorative=True)

"""The rows of a trace: names indented as a tree at the left, bars over time at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.deck.inline import bind_units, plain_text
from deckbuild.deck.spelling import spelled
from deckbuild.document import Color, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.trace.model import Call, TraceSpec, tree_rows
from deckbuild.graphics.trace.ticks import Scale, ticks
from deckbuild.layout.boxes import (
    SLACK,
    Box,
    Setting,
    airy,
    aligned,
    behind,
    column,
    fixed,
    for_width,
    pad,
    row,
    stretched,
    text,
    widest,
)
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import on_dark, polyline
from deckbuild.layout.shapes import bar, panel

INDENT = 14.0  # a level of the tree: the guide's bend and the air after it
GUIDE = 5.0  # from a name's left edge to the guide that hangs below it
NAMES_SHARE = 0.42
"""Of the width: the most that names get before they wrap."""
COLUMN_GAP = 13.5
THIN, THICK = 16.0, 28.0
"""Least and greatest thickness of a bar, in points."""
SHORTEST = 1.0  # points of a bar: a shorter one is a line, and still there
ROW_AIR = 6.0  # least height of a row beyond its name or bar
BAND_REACH = 7.0  # by how much the highlighted row's band sticks out beyond names and bars
AXIS_GAP = 4.0
BESIDE = 6.0  # between a bar and its duration
INSIDE = 8.0  # least air on both sides of a duration inside its bar


def timed_rows(trace: TraceSpec, setting: Setting) -> Box:
    """The spans as rows of one height under the times, with guides from each name to those it called."""
    context = setting.context
    rows = tree_rows(trace)
    scale = Scale(min(each.span.start for each in rows), max(each.span.end for each in rows))
    names = [_name(each, setting) for each in rows]
    bars = [_bar(each, scale, trace.unit, setting) for each in rows]
    natural = max(widest((_line(each),), setting) + each.depth * INDENT for each in rows)

    def made(width: float) -> Box:
        lead = min(natural, width * NAMES_SHARE) + SLACK
        times = ticks(scale, trace.unit, width - lead - COLUMN_GAP, setting)
        above = times[0].words.height + AXIS_GAP if times else 0.0
        halves = [name.takes(Size(lead, 0.0)).height / 2 for name in names]

        def places(rect: Rect) -> tuple[Rect, ...]:
            return rect.rows([rect.height / len(rows)] * len(rows))

        def bands(rect: Rect) -> Iterator[Item]:
            """A pale band behind the highlighted row."""
            for each, place in zip(rows, places(rect), strict=True):
                if each.span.highlight:
                    fill = bar_colors(each, setting)[1].faded(0.18)
                    reach = place.inset(Insets.symmetric(-BAND_REACH, 0.0))
                    yield panel(reach, context, fill=fill, name="Highlighted row")

        def grid(rect: Rect) -> Iterator[Item]:
            """The times and a hairline from each through all rows."""
            start = rect.left + lead + COLUMN_GAP
            for tick in times:
                line = replace(rect, left=start + tick.x - 0.5, width=1.0)
                yield bar(line, context.tone.hairline, f"Grid {tick.words.text}")
                size = Size(tick.words.width, tick.words.height)
                place = rect.placed(size, 0.0, 0.0).moved(tick.left + lead + COLUMN_GAP, -above)
                yield Text(place, tick.words, f"Time {tick.words.text}")

        def guides(rect: Rect) -> Iterator[Item]:
            """From each parent's name down and across to each child's."""
            middles = [place.center.y for place in places(rect)]
            for each, middle in zip(rows, middles, strict=True):
                if each.parent is not None:
                    x = rect.left + rows[each.parent].depth * INDENT + GUIDE
                    top = middles[each.parent] + halves[each.parent]
                    tip = rect.left + each.depth * INDENT - 2.0
                    stroke = Stroke(context.theme.role.neutral, 1.0)
                    yield polyline(((x, top), (x, middle), (tip, middle)), stroke, name="Branch")

        lines = [
            stretched(airy(row(cells, (lead, "share"), gap=COLUMN_GAP), height=ROW_AIR))
            for cells in zip(names, bars, strict=True)
        ]
        return pad(behind(column(lines, even=True), bands, grid, guides), Insets(top=above))

    return for_width(made)


def _strong(each: Call) -> bool:
    """Whether a span stands out: the outermost and the highlighted one."""
    return each.span.highlight or each.depth == 0


def _line(each: Call) -> LabelParagraph:
    return LabelParagraph(each.span.name, bold=_strong(each))


def _name(each: Call, setting: Setting) -> Box:
    def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
        yield Text(rect, body, plain_text(each.span.name), span=each.span.span)

    words = text((_line(each),), setting, anchor="middle", draw=draw)
    return pad(aligned(words), Insets(left=each.depth * INDENT))


def bar_colors(each: Call, setting: Setting) -> tuple[Color, Color]:
    """A bar's fill and edge: solid for the outermost and the highlighted span, a tint for the others."""
    theme = setting.theme
    color = theme.role.on_dark_muted if on_dark(setting.context) else theme.role.dark
    if each.span.color:
        color = theme.palette[each.span.color]
    elif each.span.highlight:
        color = theme.role.primary
    return (color if _strong(each) else theme.hue(color).tint), color


def _bar(each: Call, scale: Scale, unit: str, setting: Setting) -> Box:
    """The bar with its duration inside, or where it's too short beside it: right if free, else left."""
    span, name, context = each.span, plain_text(each.span.name), setting.context
    thin = max(THIN, setting.pitch + 2.0)
    fill, edge = bar_colors(each, setting)
    duration = bind_units(f"{spelled(span.end - span.start, grouped=True)} {unit}".strip())
    line = LabelParagraph(duration, bold=_strong(each), color=context.theme.text_on(fill))
    inside = setting.one_line(line, align="center")
    beside = setting.one_line(replace(line, color=context.tone.text))
    times = f"{spelled(span.start, grouped=True)} to {spelled(span.end, grouped=True)} {unit}".strip()

    def draw(rect: Rect) -> Iterator[Item]:
        left, right = scale.at(span.start, rect.width), scale.at(span.end, rect.width)
        size = Size(max(SHORTEST, right - left), min(THICK, max(thin, rect.height * 0.6)))
        place = rect.placed(size, 0.0).moved(left, 0.0)
        fits = inside.width + 2 * INSIDE <= size.width
        outline = Rounded(min(context.theme.shape.radius, size.height / 4))
        stroke = Stroke(edge, context.theme.shape.stroke)
        body = inside if fits else None
        yield Shape(place, outline, fill, stroke, body, f"Span {name}", each.key, f"{name}: {times}")
        if not fits:
            at = place.placed(Size(beside.width, beside.height), 0.0)
            after = at.moved(size.width + BESIDE, 0.0)
            before = at.moved(-BESIDE - at.width, 0.0)
            yield Text(after if after.right <= rect.right else before, beside, f"Duration {name}")

    return fixed(Size(0.0, thin), draw)

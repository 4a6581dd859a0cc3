"""The rows of a trace: names indented as a tree at the left, bars over time at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.charts.plot import Axis
from deckbuild.deck.spelling import spelled
from deckbuild.document import Color, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.trace.model import Call
from deckbuild.graphics.trace.ticks import in_units, ticks
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
BAND_REACH = Insets.symmetric(
    -7.0, 0.0
)  # by which the highlighted row's band sticks out beyond names and bars
AXIS_GAP = 4.0
BESIDE = 6.0  # between a bar and its duration
INSIDE = 8.0  # least air on both sides of a duration inside its bar


def timed_rows(calls: Sequence[Call], unit: str, setting: Setting) -> Box:
    """The calls as rows of one height under the times, with guides from each name to those it called."""
    context = setting.context
    axis = Axis(min(each.span.start for each in calls), max(each.span.end for each in calls))
    names = [_name(each, setting) for each in calls]
    bars = [_bar(each, axis, unit, setting) for each in calls]

    def made(width: float) -> Box:
        lead = min(width * NAMES_SHARE + SLACK, max(name.natural.width for name in names))
        start = lead + COLUMN_GAP
        times = ticks(axis, unit, Rect(start, 0.0, width - start, 0.0), setting)
        above = times[0].words.height + AXIS_GAP if times else 0.0

        def places(rect: Rect) -> tuple[Rect, ...]:
            return rect.rows([rect.height / len(calls)] * len(calls))

        def band(rect: Rect) -> Iterator[Item]:
            """A pale band behind the highlighted row."""
            for each, place in zip(calls, places(rect), strict=True):
                if each.span.highlight:
                    reach, fill = place.inset(BAND_REACH), bar_colors(each, setting)[1].faded(0.18)
                    yield panel(reach, context, fill=fill, name="Highlighted row")

        def grid(rect: Rect) -> Iterator[Item]:
            """The times and a hairline from each through all rows."""
            for tick in times:
                line = replace(rect, left=rect.left + tick.x - 0.5, width=1.0)
                yield bar(line, context.tone.hairline, f"Grid {tick.words.text}")
                size = Size(tick.words.width, tick.words.height)
                place = rect.placed(size, 0.0, 0.0).moved(tick.left, -above)
                yield Text(place, tick.words, f"Time {tick.words.text}")

        def guides(rect: Rect) -> Iterator[Item]:
            """From each parent's name down and across to each child's."""
            starts = {}
            for each, name, place in zip(calls, names, places(rect), strict=True):
                x, y = rect.left + each.depth * INDENT, place.center.y
                starts[each.key] = x + GUIDE, y + name.takes(Size(lead, 0.0)).height / 2
                if each.parent:
                    left, top = starts[each.parent.key]
                    stroke = Stroke(context.theme.role.neutral, 1.0)
                    yield polyline(((left, top), (left, y), (x - 2.0, y)), stroke, name="Branch")

        cells = zip(names, bars, strict=True)
        lines = [airy(row(each, (lead, "share"), gap=COLUMN_GAP), height=ROW_AIR) for each in cells]
        whole = column(map(stretched, lines), even=True)
        return pad(behind(whole, band, grid, guides), Insets(top=above))

    return for_width(made)


def _name(each: Call, setting: Setting) -> Box:
    def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
        yield Text(rect, body, each.name, span=each.span.span)

    line = LabelParagraph(each.span.name, bold=each.strong)
    return pad(aligned(text((line,), setting, anchor="middle", draw=draw)), Insets(left=each.depth * INDENT))


def bar_colors(each: Call, setting: Setting) -> tuple[Color, Color]:
    """A bar's fill and edge: solid for the outermost and the highlighted span, a tint for the others."""
    theme = setting.theme
    color = theme.role.on_dark_muted if on_dark(setting.context) else theme.role.dark
    if each.span.color:
        color = theme.palette[each.span.color]
    elif each.span.highlight:
        color = theme.role.primary
    return (color if each.strong else theme.hue(color).tint), color


def _bar(each: Call, axis: Axis, unit: str, setting: Setting) -> Box:
    """The bar with its duration inside, or where it's too short beside it: right if free, else left."""
    span, context = each.span, setting.context
    thin = max(THIN, setting.pitch + 2.0)
    fill, edge = bar_colors(each, setting)
    duration = in_units(span.end - span.start, unit)
    line = LabelParagraph(duration, bold=each.strong, color=context.theme.text_on(fill))
    inside = setting.one_line(line, align="center")
    beside = setting.one_line(replace(line, color=context.tone.text))
    times = f"{each.name}: {spelled(span.start, grouped=True)} to {spelled(span.end, grouped=True)} {unit}"

    def draw(rect: Rect) -> Iterator[Item]:
        left = axis.x(span.start, rect)
        width = max(SHORTEST, axis.x(span.end, rect) - left)
        height = min(THICK, max(thin, rect.height * 0.6))
        place = replace(rect.placed(Size(width, height)), left=left)
        fits = inside.width + 2 * INSIDE <= width
        outline = Rounded(min(context.theme.shape.radius, height / 4))
        stroke, body = Stroke(edge, context.theme.shape.stroke), inside if fits else None
        yield Shape(place, outline, fill, stroke, body, f"Span {each.name}", each.key, times.strip())
        if not fits:
            at = place.placed(Size(beside.width, beside.height), 0.0)
            after = at.moved(width + BESIDE, 0.0)
            before = at.moved(-BESIDE - at.width, 0.0)
            yield Text(after if after.right <= rect.right else before, beside, f"Duration {each.name}")

    return fixed(Size(0.0, thin), draw)

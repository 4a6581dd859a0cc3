"""A line chart drawn: the plot as a picture, its words as native text around and on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.diagnostics.codes.layout import LABEL_WITHOUT_PLACE
from deckbuild.document import Align, Connector, Frame, Item, Stroke, Text, composed
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.line_chart.label_key import lay_out_key
from deckbuild.graphics.line_chart.label_places import Labelled, place_labels
from deckbuild.graphics.line_chart.labels import draw_label
from deckbuild.graphics.line_chart.matplotlib_engine import picture
from deckbuild.graphics.line_chart.measure import (
    TICK_GAP,
    TITLE_GAP,
    Measured,
    axis_text,
    ground,
    measure,
)
from deckbuild.graphics.line_chart.model import LineChartSpec
from deckbuild.graphics.line_chart.plot import (
    HAIRLINE,
    LIMIT_WIDTH,
    SERIES_WIDTH,
    STRONG_WIDTH,
    THIN,
    Area,
    Line,
    paint,
)
from deckbuild.layout.shapes import panel
from deckbuild.text.fitting import largest_fitting, sizes_between

TICK_ROOM = 60.0
HATCH = 0.75  # opacity of hatching: seen, but behind the lines
LEAST = Size(240.0, 180.0)
"""Below this a plot has no room for its labels."""

LABEL_SHARE = 0.019
"""Label size over the chart's width: over the full width of a page labels grow with the lines."""


def lay_out_chart(chart: LineChartSpec, region: Size, context: LayoutContext) -> Frame:
    """The chart filling the region, its labels at the largest size at which none touches anything.

    Labels that touch something even at the least size are numbers in the plot, and words in a key below it.
    """
    role, padding = context.theme.type.label, context.theme.shape.padding
    whole = Rect(0, 0, max(region.width, LEAST.width), max(region.height, LEAST.height))
    _, found = largest_fitting(
        sizes_between(role.min, min(role.max, max(role.style.size, whole.width * LABEL_SHARE))),
        lambda size: place_labels(measure(chart, size, whole, context)),
        lambda labelled: not labelled.crowded,
    )
    key = Frame(Size(whole.width - 2 * padding, 0.0))
    numbers: dict[str, int] = {}
    while more := {label.key for label in found.crowded} - numbers.keys():
        keyed = [label for label in found.labels if label.key in more | numbers.keys()]
        numbers = {label.key: number for number, label in enumerate(keyed, 1)}
        key = lay_out_key(keyed, key.size.width, role.min, context)
        room = max(LEAST.height, whole.height - key.size.height - padding)
        made = measure(chart, role.min, replace(whole, height=room), context)
        found = place_labels(replace(made, numbers=numbers))
    plot = found.measured.whole
    whole = replace(whole, height=max(whole.height, plot.height + key.size.height + padding * bool(numbers)))
    back = panel(whole, context, fill=ground(context), name="Chart panel", decorative=True)
    return composed(whole.size, (back, _drawn(found).at(0.0, 0.0), key.at(whole.left + padding, plot.bottom)))


def _drawn(found: Labelled) -> Frame:
    """The plot as a picture, and its words; a fault for each label that touches something even so."""
    made = found.measured
    plot = made.scale.rect.inset(Insets.all(-TICK_GAP))  # lines have a width, also at the edge
    items: list[Item] = [
        picture(plot, lambda axes: paint(axes, _marks(made)), "Plot"),
        *_axis_labels(made),
        *_arrows(made),
    ]
    for label, at in zip(found.labels, found.places, strict=True):
        items += draw_label(label, at, made.context)
    hint = "leave something out, or give the chart more room"
    faults = tuple(
        Diagnostic(
            LABEL_WITHOUT_PLACE,
            f"no free place in the chart for {label.name!r}, nor for its number",
            made.chart.span,
            hint,
            Severity.WARNING,
        )
        for label in found.crowded
    )
    return Frame(made.whole.size, tuple(items), faults)


def _marks(made: Measured) -> Iterator[Area | Line]:
    """From back to front: grid, areas, events, limits, axes, and the series with the first on top."""
    chart, scale, tone = made.chart, made.scale, made.context.tone
    area, palette = scale.rect, made.context.theme.palette
    for value in chart.y.ticks:
        if scale.bottom < value <= scale.top:
            ends = (scale.point(scale.left, value), scale.point(scale.right, value))
            yield Line(ends, tone.hairline, HAIRLINE)
    for band in made.bands:
        hatch = band.hue.fill.faded(HATCH) if band.part.hatch else None
        for region in band.regions:
            yield Area(region, made.area_fill(band.hue), hatch)
    for event in chart.events:
        yield Line(made.event_ends(event.at), tone.text, THIN, "dashed")
    for limit in chart.limits:
        hue = made.context.theme.hue(palette[limit.color] if limit.color else tone.muted)
        yield Line(made.limit_ends(limit), made.visible(hue), LIMIT_WIDTH, "dotted")
    axes = (Point(area.left, area.top), Point(area.left, area.bottom), Point(area.right, area.bottom))
    yield Line(axes, tone.muted, THIN)
    for series in reversed(chart.series):
        name = str(series.id)
        width = STRONG_WIDTH if series.strong else SERIES_WIDTH
        yield Line(made.trace(made.curves[name]), made.visible(made.hues[name]), width, series.style)


def _arrows(made: Measured) -> Iterator[Item]:
    for annotation in made.chart.annotations:
        if annotation.between:
            stroke = Stroke(made.context.tone.text, made.context.theme.shape.connector)
            name = f"{plain_text(annotation.text)} arrow"
            yield Connector(made.gap(annotation), stroke, start_arrow=True, name=name, decorative=True)


def _axis_labels(made: Measured) -> Iterator[Item]:
    """Ticks' values and the axes' names, none on its side, so that nobody must turn their head."""
    chart, scale, area = made.chart, made.scale, made.scale.rect
    padding = made.context.theme.shape.padding
    left = made.whole.left + padding * 1.25
    line = axis_text("", "left", made.size, made.context).height

    def text(words: str, align: Align, at: Rect, name: str) -> Text:
        return Text(at, axis_text(words, align, made.size, made.context), name)

    above = Rect(left, made.whole.top + padding, area.right - left, line)
    yield text(chart.y.label, "left", above, "Y axis")
    for value in chart.y.ticks:
        at = Rect(left, scale.y(value) - line / 2, area.left - TICK_GAP - left, line)
        yield text(spelled(value, grouped=True), "right", at, f"Y tick {spelled(value, grouped=True)}")
    for value in chart.x.ticks:
        at = Rect(scale.x(value) - TICK_ROOM / 2, area.bottom + TITLE_GAP, TICK_ROOM, line)
        yield text(spelled(value, grouped=True), "center", at, f"X tick {spelled(value, grouped=True)}")
    below = Rect(area.left, made.whole.bottom - padding - line, area.width, line)
    yield text(chart.x.label, "center", below, "X axis")

"""The elements of a line chart in its plot: what is painted, what labels say and where those may stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from deckbuild.charts.placing import Busy
from deckbuild.charts.plot import Area, Mark, Polyline
from deckbuild.charts.spots import along, around, beside_event, by_arrow, inside, on_limit
from deckbuild.geometry import Insets, Point
from deckbuild.graphics.line_chart.colors import area_fill, hue_of, ink, line_color, tag_fill
from deckbuild.graphics.line_chart.elements import (
    ChartAnnotation,
    ChartBand,
    ChartEvent,
    ChartLimit,
    ChartSeries,
)
from deckbuild.graphics.line_chart.measure import Measured
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.plot_labels import Label, PlacedLabel, PlotElement, place_labels

if TYPE_CHECKING:
    from deckbuild.charts.curves import Floats

SERIES_WIDTH = 2.75
STRONG_WIDTH = 3.75
LIMIT_WIDTH = 2.0
THIN = 1.25
HAIRLINE = 0.75
HATCH = 0.75  # opacity of hatching: seen, but behind the lines

NARROW = 6.0
"""Points across of a hatched region that a label had better avoid: less is hidden behind a letter."""

HATCHED, RULED = 250.0, 30.0
"""Costs of text on hatching, which is hard to read, and across a grid line, which is merely not neat."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart at one label size: its elements as their labels are read, the lines that labels keep clear of,
    by their elements' keys, and what is painted, from back to front."""

    measured: Measured
    elements: list[PlotElement]
    lines: Mapping[str, Sequence[Point]]
    marks: list[Mark]

    def labels(self, numbers: Mapping[str, int] | None = None) -> list[PlacedLabel]:
        """All labels in their places; those with one of `numbers`, by their elements' keys, as such."""
        made = self.measured
        hatched = [mark.spans for mark in self.marks if isinstance(mark, Area) and mark.hatch]
        area, ys = made.scale.rect, map(made.scale.y, made.chart.y.ticks)
        busy = [Busy(region, HATCHED) for region in hatched if region[-1, 0] - region[0, 0] >= NARROW]
        busy += [Busy(((area.left, y, y), (area.right, y, y)), RULED) for y in ys]
        bounds = area.inset(Insets(0, 0, 2, 2))
        return place_labels(self.elements, self.lines, bounds, made.setting, busy, numbers)


def plotted(made: Measured) -> Plot:
    """What the chart consists of at one label size."""
    chart, scale, tone = made.chart, made.scale, made.setting.tone
    left, right, top, bottom = scale.rect.left, scale.rect.right, scale.rect.top, scale.rect.bottom
    regions = [made.regions(band) for band in chart.bands]
    bands = [
        _band(made, f"{chart.id}/band-{number}", band, regions[number - 1], list(chain(*regions[number:])))
        for number, band in enumerate(chart.bands, 1)
    ]
    events = [_event(made, f"{chart.id}/event-{number}", each) for number, each in enumerate(chart.events, 1)]
    limits = [_limit(made, f"{chart.id}/limit-{number}", each) for number, each in enumerate(chart.limits, 1)]
    remarks = [
        _annotation(made, f"{chart.id}/annotation-{number}", each)
        for number, each in enumerate(chart.annotations, 1)
    ]
    series = [_series(made, each) for each in chart.series]
    levels = [scale.y(value) for value in chart.y.ticks if scale.bottom < value <= scale.top]
    grid = [Polyline((Point(left, y), Point(right, y)), tone.hairline, HAIRLINE) for y in levels]
    axes = Polyline((Point(left, top), Point(left, bottom), Point(right, bottom)), tone.muted, THIN)
    behind = [mark for each in (*bands, *events, *limits) for mark in each.marks]
    before = [mark for each in reversed(series) for mark in each.marks]
    lines = {each.key: each.line for each in (*series, *events, *limits, *remarks) if each.line}
    elements = [*events, *limits, *bands, *remarks, *series]
    return Plot(made, elements, lines, [*grid, *behind, axes, *before])


def _series(made: Measured, series: ChartSeries) -> PlotElement:
    context, name = made.setting.context, str(series.id)
    hue, line = made.hues[name], made.trace(made.curves[name])
    behind = [context.tone.neutral, *(area_fill(made.band_hue(band), context) for band in made.chart.bands)]
    label = Label((LabelParagraph(series.label, bold=True, color=ink(hue, behind, context)),))
    prefer = None if series.label_at is None else made.scale.x(series.label_at)
    width = STRONG_WIDTH if series.strong else SERIES_WIDTH
    mark = Polyline(line, line_color(hue, context), width, series.style)
    return PlotElement(
        f"{made.chart.id}/{name}", label, lambda sizes, way: along(way, sizes, prefer), line, (mark,)
    )


def _event(made: Measured, key: str, event: ChartEvent) -> PlotElement:
    x, area = made.scale.x(event.at), made.scale.rect
    line = (Point(x, area.top), Point(x, area.bottom))
    detail = (LabelParagraph(event.detail),) if event.detail else ()
    label = Label((LabelParagraph(event.label, bold=True), *detail))
    mark = Polyline(line, made.setting.tone.text, THIN, "dashed")
    return PlotElement(key, label, lambda sizes, _: beside_event(x, area.top, sizes), line, (mark,))


def _limit(made: Measured, key: str, limit: ChartLimit) -> PlotElement:
    scale, context = made.scale, made.setting.context
    start = scale.point(scale.left if limit.start is None else limit.start, limit.value)
    end = scale.point(scale.right if limit.end is None else limit.end, limit.value)
    label = Label((LabelParagraph(limit.label, color=context.tone.muted),)) if limit.label else None
    hue = hue_of(limit.color, context.theme.hue(context.tone.muted), context.theme)
    mark = Polyline((start, end), line_color(hue, context), LIMIT_WIDTH, "dotted")
    line = (start, end)
    return PlotElement(key, label, lambda sizes, _: on_limit(start.y, start.x, end.x, sizes), line, (mark,))


def _band(
    made: Measured, key: str, band: ChartBand, regions: Sequence[Floats], covered: Sequence[Floats]
) -> PlotElement:
    """Its label stands inside where the band shows; where it is too small, outside with a leader into it."""
    context, hue, bounds = made.setting.context, made.band_hue(band), made.scale.rect
    fill, tag = area_fill(hue, context), tag_fill(hue, context)
    words = band.label and LabelParagraph(band.label, bold=True, color=ink(hue, [tag], context))
    label = Label((words,), ground=tag) if words else None
    hatch = hue.fill.faded(HATCH) if band.hatch else None
    layers = [Area(region, fill, hatch) for region in regions]
    if fill.alpha < 1.0:  # the bands that it covers must not show through
        layers = [*(Area(region, context.tone.neutral) for region in regions), *layers]
    return PlotElement(
        key, label, lambda sizes, _: inside(regions, covered, sizes, bounds), marks=tuple(layers)
    )


def _annotation(made: Measured, key: str, annotation: ChartAnnotation) -> PlotElement:
    context, words = made.setting.context, (LabelParagraph(annotation.text, bold=True),)
    if annotation.between:
        one, two = (made.first(str(series), annotation.value or 0.0) for series in annotation.between)
        label = Label(words, ground=context.tone.neutral)
        return PlotElement(key, label, lambda sizes, _: by_arrow(one, two, sizes), (one, two))
    series, x = str(annotation.series), annotation.at or 0.0
    point = made.scale.point(x, float(made.curves[series](x)))
    label = Label(words, dot=line_color(made.hues[series], context))
    return PlotElement(key, label, lambda sizes, _: around(point, sizes))

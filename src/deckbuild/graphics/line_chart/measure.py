"""A line chart measured at one label size: its plot area, curves, areas and colours."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from deckbuild.color import blend, contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.spelling import spelled
from deckbuild.document import Align, Color, TextBody
from deckbuild.geometry import Insets, Point, Rect
from deckbuild.graphics.line_chart.curves import Function, Span, crossings
from deckbuild.graphics.line_chart.elements import ChartAnnotation, ChartBand, ChartLimit
from deckbuild.graphics.line_chart.model import LineChartSpec
from deckbuild.graphics.line_chart.plot import Scale
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.theme import Series

TICK_GAP = 6.0
TITLE_GAP = 4.0
DARK_AREA = 0.28
"""How much of its hue an area has on a dark ground, where a pale tint would glare."""


@dataclass(frozen=True, slots=True)
class Band:
    """A band with its colours and its regions in points."""

    part: ChartBand
    hue: Series
    regions: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A chart at one label size (points): everything known but the places of the labels."""

    chart: LineChartSpec
    context: LayoutContext
    size: float
    whole: Rect
    scale: Scale
    curves: dict[str, Function]
    hues: dict[str, Series]
    bands: tuple[Band, ...]
    samples: tuple[float, ...]
    """The values of x at which curves are drawn."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The labels, by their keys, that show a number in the plot; their words stand in the key below it."""

    def said(self, key: str, lines: Sequence[LabelLine]) -> list[LabelLine]:
        """What stands in the plot for a label."""
        if key not in self.numbers:
            return list(lines)
        return [replace(lines[0], text=str(self.numbers[key]), bold=True)]

    def trace(self, curve: Function) -> tuple[Point, ...]:
        """A curve in points."""
        return tuple(self.scale.point(x, curve(x)) for x in self.samples)

    def limit_ends(self, limit: ChartLimit) -> tuple[Point, Point]:
        """From where to where a limit is drawn."""
        start = self.scale.left if limit.start is None else limit.start
        end = self.scale.right if limit.end is None else limit.end
        return self.scale.point(start, limit.value), self.scale.point(end, limit.value)

    def event_ends(self, at: float) -> tuple[Point, Point]:
        """Top and foot of an event's line."""
        x, area = self.scale.x(at), self.scale.rect
        return Point(x, area.top), Point(x, area.bottom)

    def gap(self, annotation: ChartAnnotation) -> tuple[Point, Point]:
        """The ends of a double arrow: where its level first meets both series."""
        level = annotation.value or 0.0
        one, two = (self._first(self.curves[str(name)], level) for name in annotation.between or ())
        return self.scale.point(one, level), self.scale.point(two, level)

    def _first(self, curve: Function, level: float) -> float:
        """The x where a curve first has a value; in a narrow peak, which samples miss, between its points."""
        coarse = self.scale.samples()
        found = next(crossings(curve, level, coarse), None)
        return next(crossings(curve, level, self.chart.with_points(coarse))) if found is None else found

    def area_fill(self, hue: Series) -> Color:
        """What an area of this hue is filled with: its pale tint, on a dark ground a dim one."""
        if _is_light(self.context):
            return hue.tint
        return Color(blend(hue.fill.faded(DARK_AREA), ground(self.context)))

    def tag_fill(self, hue: Series) -> Color:
        """What a label inside such an area stands on."""
        return hue.tint if _is_light(self.context) else ground(self.context)

    def visible(self, hue: Series) -> Color:
        """The hue's strongest colour that a line shows in (3:1, WCAG 2.2 §1.4.11)."""
        behind = ground(self.context)
        colors = (hue.fill, hue.text, hue.tint)
        return next((color for color in colors if contrast(color, behind) >= 3.0), self.context.tone.text)

    def ink(self, hue: Series, grounds: Sequence[Color] | None = None) -> Color:
        """The hue's colour that text can be read in (4.5:1, WCAG 2.2 §1.4.3) on all of `grounds`, by default
        the panel and every area."""
        if grounds is None:
            areas = [self.area_fill(band.hue) for band in self.bands]
            grounds = [ground(self.context), *areas]
        for color in (hue.text, hue.fill, hue.tint):
            if all(contrast(color, behind) >= 4.5 for behind in grounds):
                return color
        return self.context.tone.text


def measure(chart: LineChartSpec, size: float, whole: Rect, context: LayoutContext) -> Measured:
    """Axes, curves and areas with labels of `size` points in a panel as large as `whole`."""
    theme = context.theme
    padding = theme.shape.padding
    line = axis_text("", "left", size, context).height
    ticks = [axis_text(spelled(value, grouped=True), "right", size, context).width for value in chart.y.ticks]
    margins = Insets(
        padding + line + TITLE_GAP,
        padding * 1.5,
        padding + line + TITLE_GAP + (line if chart.x.ticks else 0.0),
        padding * 1.25 + max(ticks, default=0.0) + TICK_GAP,
    )
    scale = Scale(whole.inset(margins), *chart.x_range(), *chart.y_range())
    hues = {
        str(series.id): theme.hue(theme.palette[series.color])
        if series.color
        else theme.series[index % len(theme.series)]
        for index, series in enumerate(chart.series)
    }
    samples = dense(chart, scale)
    bands = tuple(
        Band(
            band,
            theme.hue(theme.palette[band.color]) if band.color else hues[str(band.series)],
            tuple(
                tuple((scale.x(x), scale.y(one), scale.y(other)) for x, one, other in region)
                for region in chart.regions(band, samples) or chart.regions(band, chart.with_points(samples))
            ),
        )
        for band in chart.bands
    )
    return Measured(chart, context, size, whole, scale, chart.curves(), hues, bands, tuple(samples))


def dense(chart: LineChartSpec, scale: Scale) -> list[float]:
    """Values of x a small step apart; all points too where they stand closer, so that no peak is lost."""
    xs = scale.samples()
    gaps = (after[0] - before[0] for series in chart.series for before, after in pairwise(series.points))
    return chart.with_points(xs) if min(gaps, default=math.inf) < xs[1] - xs[0] else xs


def axis_text(text: str, align: Align, size: float, context: LayoutContext) -> TextBody:
    """One line in the quiet colour of axes."""
    body = set_label([LabelLine(text, color=context.tone.muted)], size, 1e4, context, align=align)
    return replace(body, wrap=False)


def ground(context: LayoutContext) -> Color:
    """The panel: neutral on a light page, so that coloured areas stand out."""
    return context.theme.role.surface_neutral if _is_light(context) else context.tone.panel


def _is_light(context: LayoutContext) -> bool:
    return context.tone.ground.hex == context.theme.role.background.hex

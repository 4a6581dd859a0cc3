"""A line chart measured at one label size: its plot area, curves, areas and hues."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from deckbuild.charts.curves import Function, crossings
from deckbuild.charts.plot import Scale
from deckbuild.context import LayoutContext
from deckbuild.deck.spelling import spelled
from deckbuild.document import Align, TextBody
from deckbuild.geometry import Insets, Point, Rect
from deckbuild.graphics.line_chart.elements import ChartBand
from deckbuild.graphics.line_chart.model import LineChartSpec
from deckbuild.layout.boxes import Setting, widest
from deckbuild.layout.label import LabelParagraph
from deckbuild.theme import Series

if TYPE_CHECKING:
    from deckbuild.charts.curves import Floats

TICK_GAP = 6.0
TITLE_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Band:
    """A band with its hue and its regions in points, and those of later bands, which may cover them."""

    part: ChartBand
    hue: Series
    regions: list[Floats]
    covering: list[Floats]


@dataclass(frozen=True, slots=True)
class Measured:
    """A chart at one label size: where its plot is and what its data are in points.

    `samples` are the values of x at which curves are drawn.
    """

    chart: LineChartSpec
    setting: Setting
    whole: Rect
    scale: Scale
    samples: list[float]
    curves: dict[str, Function]
    hues: dict[str, Series]
    bands: list[Band]

    def trace(self, curve: Function) -> tuple[Point, ...]:
        """A curve in points."""
        return tuple(map(self.scale.point, self.samples, curve(self.samples).tolist()))

    def first(self, series: str, level: float) -> Point:
        """Where a series first has a value; in a narrow peak, which samples miss, between its points."""
        curve, coarse = self.curves[series], self.scale.samples()
        found = crossings(curve, level, coarse) or crossings(curve, level, self.chart.with_points(coarse))
        return self.scale.point(found[0], level)


def measure(chart: LineChartSpec, size: float, whole: Rect, context: LayoutContext) -> Measured:
    """Axes, curves and areas with labels of `size` points in a panel as large as `whole`."""
    setting, theme = Setting(size, context), context.theme
    padding, line = theme.shape.padding, setting.pitch
    ticks = widest((LabelParagraph(spelled(value, grouped=True)) for value in chart.y.ticks), setting)
    margins = Insets(
        padding + line + TITLE_GAP,
        padding * 1.5,
        padding + line + TITLE_GAP + (line if chart.x.ticks else 0.0),
        padding * 1.25 + ticks + TICK_GAP,
    )
    scale = Scale(whole.inset(margins), *chart.x_range(), *chart.y_range())
    hues = {
        str(series.id): theme.hue(theme.palette[series.color])
        if series.color
        else theme.series[index % len(theme.series)]
        for index, series in enumerate(chart.series)
    }
    samples = _samples(chart, scale)

    bands: list[Band] = []
    for part in reversed(chart.bands):
        hue = theme.hue(theme.palette[part.color]) if part.color else hues[str(part.series)]
        found = chart.regions(part, samples) or chart.regions(part, chart.with_points(samples))
        covering = [region for later in reversed(bands) for region in later.regions]
        bands.append(Band(part, hue, [scale.spans(region) for region in found], covering))
    return Measured(chart, setting, whole, scale, samples, chart.curves(), hues, bands[::-1])


def _samples(chart: LineChartSpec, scale: Scale) -> list[float]:
    """Values of x a small step apart; all points too where they stand closer, so that no peak is lost."""
    xs = scale.samples()
    gaps = (after[0] - before[0] for series in chart.series for before, after in pairwise(series.points))
    return chart.with_points(xs) if min(gaps, default=math.inf) < xs[1] - xs[0] else xs


def axis_text(text: str, align: Align, setting: Setting) -> TextBody:
    """One line in the quiet colour of axes."""
    return setting.one_line(LabelParagraph(text, color=setting.tone.muted), align=align)

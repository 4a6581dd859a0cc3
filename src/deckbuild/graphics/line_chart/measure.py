"""A line chart measured at one label size: its plot area, curves and hues."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

from deckbuild.charts.curves import Function, crossings
from deckbuild.charts.plot import Scale
from deckbuild.context import LayoutContext
from deckbuild.geometry import Insets, Point, Rect
from deckbuild.graphics.line_chart.colors import hue_of
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
class Measured:
    """A chart at one label size: where its plot is and what its data are in points.

    `samples` are the values of x at which curves are drawn; curves and hues are those of the series by id.
    """

    chart: LineChartSpec
    setting: Setting
    whole: Rect
    scale: Scale
    samples: list[float]
    curves: dict[str, Function]
    hues: dict[str, Series]

    def band_hue(self, band: ChartBand) -> Series:
        """A band's own colours, else those of its series."""
        return hue_of(band.color, self.hues[str(band.series)], self.setting.theme)

    def trace(self, curve: Function) -> tuple[Point, ...]:
        """A curve in points."""
        return tuple(map(self.scale.point, self.samples, curve(self.samples).tolist()))

    def regions(self, band: ChartBand) -> list[Floats]:
        """Where a band is, in points; a narrow one, which samples miss, by the points of the series."""
        chart, xs = self.chart, self.samples
        return [*map(self.scale.spans, chart.regions(band, xs) or chart.regions(band, chart.with_points(xs)))]

    def first(self, series: str, level: float) -> Point:
        """Where a series first has a value; in a narrow peak, which samples miss, between its points."""
        curve, coarse = self.curves[series], self.scale.samples()
        found = crossings(curve, level, coarse) or crossings(curve, level, self.chart.with_points(coarse))
        return self.scale.point(found[0], level)


def measure(chart: LineChartSpec, size: float, whole: Rect, context: LayoutContext) -> Measured:
    """Axes and curves with labels of `size` points in a panel as large as `whole`."""
    setting, theme = Setting(size, context), context.theme
    padding, line = theme.shape.padding, setting.pitch
    below = padding + line + TITLE_GAP
    bottom, top = chart.y_range()
    highest = max(chart.y.ticks, default=bottom)
    margins = Insets(
        # The value at a tick that is near the top stands below the axis' name.
        top=below + max(0.0, line / 2 - (top - highest) / (top - bottom) * whole.height),
        right=max(padding * 1.5, widest(map(LabelParagraph, chart.x.marked[-1:]), setting) / 2 + padding / 2),
        bottom=below + (line if chart.x.ticks else 0.0),
        left=padding * 1.25 + widest(map(LabelParagraph, chart.y.marked), setting) + TICK_GAP,
    )
    scale = Scale(whole.inset(margins), *chart.x_range(), bottom, top)
    samples = scale.samples([[x for x, _ in series.points] for series in chart.series])
    turns = zip(chart.series, cycle(theme.series), strict=False)
    hues = {str(series.id): hue_of(series.color, turn, theme) for series, turn in turns}
    return Measured(chart, setting, whole, scale, samples, chart.curves(), hues)

"""Lines over an axis, with areas between them, limits, events and remarks."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.line_chart.draw import lay_out_chart
from deckbuild.graphics.line_chart.model import LineChartSpec


@GRAPHICS.register("line-chart")
class LineChart(LineChartSpec):
    """Lines over an axis, named directly, with bands, limits, events and annotations."""

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return lay_out_chart(self, region, context)

"""A dashboard: tiles with a number each, its course or level, and the thresholds that matter."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.dashboard.draw import board
from deckbuild.graphics.dashboard.model import DashboardSpec
from deckbuild.layout.boxes import fit


@GRAPHICS.register("dashboard")
class Dashboard(DashboardSpec):
    """Metric tiles in rows, drawn with native shapes."""

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return fit(lambda setting: board(self, setting), region, context)

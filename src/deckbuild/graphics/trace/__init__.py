"""A trace: the spans of one request as bars over time, children indented below their parents."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.trace.model import TraceSpec
from deckbuild.graphics.trace.waterfall import trace_panel
from deckbuild.layout.boxes import fit


@GRAPHICS.register("trace")
class Trace(TraceSpec):
    """The waterfall of one request: a bar for every span, as long as the call took."""

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return fit(lambda setting: trace_panel(self, setting), region, context)

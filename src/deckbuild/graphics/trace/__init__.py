"""A trace: the spans of one request as bars over time, children indented below their parents."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.trace.draw import lay_out_trace
from deckbuild.graphics.trace.model import TraceSpec
from deckbuild.layout.label import fit_frame

LARGEST = 16.0  # beyond, the names take the width that the bars need


@GRAPHICS.register("trace")
class Trace(TraceSpec):
    """The waterfall of one request: a bar for every span, as long as the call took."""

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return fit_frame(lambda size: lay_out_trace(self, region, size, context), region, context, LARGEST)

"""Flow: labelled nodes joined by arrows, in ranks."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.flow.draw import lay_out_flow
from deckbuild.graphics.flow.model import FlowSpec


@GRAPHICS.register("flow")
class Flow(FlowSpec):
    """Steps, parts or pieces of work, and what leads to what."""

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return lay_out_flow(self, region, context)

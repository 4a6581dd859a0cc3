"""Layers of a system on top of each other: bands across the whole width, and pillars side by side."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.layers.model import LayersSpec
from deckbuild.graphics.layers.stack import stack
from deckbuild.layout.boxes import fit


@GRAPHICS.register("layers")
class Layers(LayersSpec):
    """Layers of a system from top to bottom, with arrows between them and pillars in between."""

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return fit(lambda setting: stack(self, region.width, setting), region, context)

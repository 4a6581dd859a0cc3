"""A ramp: a rollout that goes up in steps, what must be met before each, and one step back."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.ramp.draw import ramp_box
from deckbuild.graphics.ramp.model import RampSpec
from deckbuild.layout.boxes import fit

LARGEST = 16.0  # the levels' numbers above it must stay the largest


@GRAPHICS.register("ramp")
class Ramp(RampSpec):
    """Steps up to a full rollout, with a check before each next one and an example of a way back."""

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return fit(lambda setting: ramp_box(self, setting), region, context, LARGEST)

"""Architectures: tiers of nodes with the lines between them, in boxes, through channels."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.architecture.draw import lay_out_architecture
from deckbuild.graphics.architecture.model import ArchitectureSpec


@GRAPHICS.register("architecture")
class Architecture(ArchitectureSpec):
    """Tiers of nodes joined by lines: who calls what, through which boundary, with what kept where.

    Tiers stand below each other (`direction: down`) or side by side (`right`); lines join neighbours.
    """

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return lay_out_architecture(self, region, context)

"""Phases of a plan in a row, with gates between them and their weeks in proportion beneath."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.phases.draw import phases
from deckbuild.graphics.phases.model import PhasesSpec
from deckbuild.layout.boxes import fit


@GRAPHICS.register("phases")
class Phases(PhasesSpec):
    """Phase cards in a row, gates between them, and a bar with their times in proportion."""

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return fit(lambda setting: phases(self, setting), region, context)

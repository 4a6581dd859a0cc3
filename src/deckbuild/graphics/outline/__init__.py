"""The outline of a document: its sections on a page, each with a check box, its source and its length."""

from __future__ import annotations

from typing import ClassVar

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.outline.draw import outline
from deckbuild.graphics.outline.model import OutlineSpec
from deckbuild.layout.boxes import fit


@GRAPHICS.register("outline")
class Outline(OutlineSpec):
    """A page with a document's table of contents."""

    technical: ClassVar[bool] = False

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return fit(lambda setting: outline(self, setting), region, context)

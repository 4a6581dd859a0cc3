"""Source code with callouts that point at its lines."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.annotated_code.draw import lay_out_code
from deckbuild.graphics.annotated_code.model import AnnotatedCodeSpec


@GRAPHICS.register("annotated-code")
class AnnotatedCode(AnnotatedCodeSpec):
    """Code in a dark panel, its important lines lit up, each explained by a callout beside it."""

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return lay_out_code(self, region, context)

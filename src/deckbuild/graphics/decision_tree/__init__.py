"""Decision tree: questions in a column, each with an answer that leads to an outcome beside it."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.decision_tree.draw import lay_out_tree
from deckbuild.graphics.decision_tree.model import DecisionTreeSpec


@GRAPHICS.register("decision-tree")
class DecisionTree(DecisionTreeSpec):
    """Questions to ask in turn, and what follows from each answer."""

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return lay_out_tree(self, region, context)

"""A list of boxes to tick."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import Field

from deckbuild.context import LayoutContext
from deckbuild.deck.entries import Entries
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.nodes import Block
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.layout.flow import flow
from deckbuild.layout.lists import least_list_width, list_paragraphs
from deckbuild.sources.values import span_of


@BLOCKS.register("checklist")
class Checklist(Block):
    """A list of boxes to tick."""

    shows: ClassVar[bool] = True

    checklist: Entries = Field(min_length=1, description="The entries, each perhaps with a list below it.")

    def least_width(self, context: LayoutContext) -> float:
        return least_list_width(self.checklist, context, "box")

    def entries(self) -> int:
        return len(self.checklist)

    def parted(self, at: int) -> tuple[Self, Self]:
        first = self.model_copy(update={"checklist": self.checklist[:at]})
        second = self.model_copy(
            update={
                "checklist": self.checklist[at:],
                "heading": None,
                "span": span_of(self.checklist[at].text),
            }
        )
        return first, second

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return flow(list_paragraphs(self.checklist, region.width, context, "box"), region.width, self.span)

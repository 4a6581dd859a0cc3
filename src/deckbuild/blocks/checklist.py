"""A list of boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from deckbuild.context import LayoutContext
from deckbuild.deck.entries import Entries
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.nodes import Block, Division
from deckbuild.document import Frame, Paragraph
from deckbuild.geometry import Size
from deckbuild.layout.flow import flow
from deckbuild.layout.lists import entry_heights, least_list_width, list_paragraphs
from deckbuild.sources.values import span_of


@BLOCKS.register("checklist")
class Checklist(Block):
    """A list of boxes to tick."""

    shows: ClassVar[bool] = True

    checklist: Entries = Field(min_length=1, description="The entries, each perhaps with a list below it.")

    def least_width(self, context: LayoutContext) -> float:
        return least_list_width(self.checklist, context, "box")

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return flow(self._paragraphs(region.width, context), region.width, self.span)

    def division(self, width: float, context: LayoutContext) -> Division:
        return Division(entry_heights(self._paragraphs(width, context)), self._cut)

    def _cut(self, first: int, last: int) -> Checklist:
        entries = self.checklist[first:last]
        return self.model_copy(update={"checklist": entries, "span": span_of(entries[0].text)})

    def _paragraphs(self, width: float, context: LayoutContext) -> Iterator[Paragraph]:
        return list_paragraphs(self.checklist, width, context, "box")

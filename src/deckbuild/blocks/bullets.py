"""A bulleted list."""

from __future__ import annotations

from typing import Self

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


@BLOCKS.register("bullets")
class Bullets(Block):
    """A bulleted list."""

    bullets: Entries = Field(min_length=1, description="The entries, each perhaps with a list below it.")

    def least_width(self, context: LayoutContext) -> float:
        return least_list_width(self.bullets, context, "bullet")

    def entries(self) -> int:
        return len(self.bullets)

    def parted(self, at: int) -> tuple[Self, Self]:
        first = self.model_copy(update={"bullets": self.bullets[:at]})
        second = self.model_copy(
            update={"bullets": self.bullets[at:], "heading": None, "span": span_of(self.bullets[at].text)}
        )
        return first, second

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return flow(list_paragraphs(self.bullets, region.width, context, "bullet"), region.width, self.span)

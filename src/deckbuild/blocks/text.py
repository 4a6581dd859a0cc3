"""A paragraph of text, or several set apart by blank lines."""

from __future__ import annotations

import re

from pydantic import Field

from deckbuild.context import LayoutContext
from deckbuild.deck.fields import Inline
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.nodes import Block
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.layout.flow import PARAGRAPH_GAP, body_style, flow
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.title import no_widow

WIDOW = 1 / 3
"""Of the width: a longer last word may have its line to itself, where binding it would leave a hole above."""


@BLOCKS.register("text")
class TextBlock(Block):
    """Running text."""

    text: Inline = Field(description="The text; a blank line starts a new paragraph.")

    def statement(self) -> str:
        return self.text

    def line(self) -> str | None:
        return self.text if self.heading is None else None

    def least_width(self, context: LayoutContext) -> float:
        return context.typesetter.widest_unit(inline_runs(self.text, body_style(context), context))

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        style = body_style(context)
        return flow(
            (
                context.typesetter.paragraph(
                    no_widow(inline_runs(part, style, context), region.width, context, WIDOW),
                    region.width,
                    space_before=PARAGRAPH_GAP * style.size,
                )
                for part in re.split(r"\n\s*\n", self.text.strip())
            ),
            region.width,
            self.span,
        )

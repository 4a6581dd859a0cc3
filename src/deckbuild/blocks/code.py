"""Source code in a dark panel."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from pydantic import Field

from deckbuild.context import LayoutContext
from deckbuild.deck.fields import Inline, SourceCode
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.nodes import Block
from deckbuild.document import Frame, Paragraph, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.highlight import Language, code_paragraphs, code_runs
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.shapes import panel
from deckbuild.text.fitting import largest_fitting, sizes_between

SIZE_STEP = 2.0
"""Points by which code is smaller than the body text beside it: Courier runs half as wide again."""


@BLOCKS.register("code")
class Code(Block):
    """Source code, highlighted, each line on one line."""

    shows: ClassVar[bool] = True
    technical: ClassVar[bool] = True

    language: Language = Field(
        default="text",
        description=(
            "What it is written in: a name that Pygments knows, such as json, yaml, python or bash; "
            "`text` has no colours."
        ),
    )
    source: SourceCode = Field(
        min_length=1,
        description=(
            "The code, taken literally: no markup, and `{{ braces }}` stay. Use a block scalar (`|`)."
        ),
    )
    title: Inline | None = Field(default=None, description="A file name or the like, above the code.")

    def least_width(self, context: LayoutContext) -> float:
        return self._body(context.theme.type.code.min, context).width

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """The size follows the body text and gives way, down to the role's minimum, where a line is long."""
        role = context.theme.type.code
        largest = min(max(context.body_size - SIZE_STEP, role.min), role.max)
        _, body = largest_fitting(
            sizes_between(role.min, largest, 0.5),
            lambda size: self._body(size, context),
            lambda tried: tried.width <= region.width,
        )
        size = Size(max(region.width, body.width), body.height)
        ground = context.theme.code.background
        box = panel(Rect.of_size(size), context, fill=ground, body=body, name="Code", role="code")
        return Frame(size, (replace(box, span=self.span),))

    def _body(self, size: float, context: LayoutContext) -> TextBody:
        padding = context.theme.shape.padding
        lines = code_paragraphs(code_runs(self.source, self.language, size, context), context)
        above = () if self.title is None else (self._title_line(self.title, context),)
        return TextBody((*above, *lines), Insets.symmetric(padding * 1.5, padding), "middle", wrap=False)

    def _title_line(self, title: str, context: LayoutContext) -> Paragraph:
        style = replace(context.theme.type.label.style, color=context.theme.code.comment, bold=True)
        return context.typesetter.paragraph(
            inline_runs(title, style, context),
            float("inf"),
            space_after=context.theme.shape.padding / 2,
        )

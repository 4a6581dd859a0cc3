"""Source code in a dark panel."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from deckbuild.context import LayoutContext
from deckbuild.deck.fields import Inline, SourceCode
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.nodes import Block, Division
from deckbuild.document import Frame, Paragraph, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.highlight import Language, code_paragraphs, code_runs, line_starts, source_lines
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.shapes import panel
from deckbuild.sources.values import SourceStr
from deckbuild.text.fitting import largest_fitting, sizes_between

SIZE_STEP = 2.0
"""Points by which code is smaller than the body text beside it: Courier runs half as wide again."""


@BLOCKS.register("code")
class Code(Block):
    """Source code, highlighted, each line on one line.

    Of code that was cut, `whole` is all the source, which gives its lines their colours and their size, and
    `begin` the number that its first line has there, from 0.
    """

    shows: ClassVar[bool] = True
    technical: ClassVar[bool] = True
    loader_fields: ClassVar[frozenset[str]] = frozenset({"span", "whole", "begin"})

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

    whole: SkipJsonSchema[str] = Field(default="", exclude=True)
    begin: SkipJsonSchema[int] = Field(default=0, exclude=True)

    def least_width(self, context: LayoutContext) -> float:
        return self._body(context.theme.type.code.min, context).width

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """The size follows the body text and gives way, down to the role's minimum, where a line is long."""
        body = self._shown(self._fitting(region.width, context))
        size = Size(max(region.width, body.width), body.height)
        ground = context.theme.code.background
        box = panel(Rect.of_size(size), context, fill=ground, body=body, name="Code", role="code")
        return Frame(size, (replace(box, span=self.span),))

    def division(self, width: float, context: LayoutContext) -> Division:
        """Between lines, best where one is blank or has a prompt; the title stands above each part."""
        lines = source_lines(self.source)
        body = self._fitting(width, context)
        heights = tuple(each.height for each in body.paragraphs[-len(lines) :])
        tight = frozenset(range(1, len(lines))) - line_starts(self.source, self.language, context)
        return Division(heights, self._cut, body.height - sum(heights), tight)

    def _cut(self, first: int, last: int) -> Code:
        """The lines from `first` up to `last` of those that are shown, without blank ones at either end."""
        shown = source_lines(self.source)
        while first < last - 1 and not shown[first].strip():
            first += 1
        whole = self.source if isinstance(self.source, SourceStr) else SourceStr(self.source)
        above = next((n for n, line in enumerate(whole.splitlines()) if line.strip()), 0)
        source = whole.lines(above + first, above + last)
        return self.model_copy(
            update={"source": source, "whole": self.source, "begin": first, "span": source.at(0)}
        )

    def _shown(self, whole: TextBody) -> TextBody:
        """What stands here of the whole source: the title, and the lines that weren't cut off."""
        if not self.whole:
            return whole
        title = () if self.title is None else whole.paragraphs[:1]
        lines = whole.paragraphs[len(title) :][self.begin :][: len(source_lines(self.source))]
        return replace(whole, paragraphs=(*title, *lines))

    def _fitting(self, width: float, context: LayoutContext) -> TextBody:
        """All of the source at the largest size at which `width` points are enough, else at the least."""
        role = context.theme.type.code
        largest = min(max(context.body_size - SIZE_STEP, role.min), role.max)
        _, body = largest_fitting(
            sizes_between(role.min, largest, 0.5),
            lambda size: self._body(size, context),
            lambda tried: tried.width <= width,
        )
        return body

    def _body(self, size: float, context: LayoutContext) -> TextBody:
        padding = context.theme.shape.padding
        lines = code_paragraphs(code_runs(self.whole or self.source, self.language, size, context), context)
        above = () if self.title is None else (self._title_line(self.title, context),)
        return TextBody((*above, *lines), Insets.symmetric(padding * 1.5, padding), "middle", wrap=False)

    def _title_line(self, title: str, context: LayoutContext) -> Paragraph:
        style = replace(context.theme.type.label.style, color=context.theme.code.comment, bold=True)
        return context.typesetter.paragraph(
            inline_runs(title, style, context),
            float("inf"),
            space_after=context.theme.shape.padding / 2,
        )

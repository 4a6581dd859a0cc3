"""All code of a deck, wherever it stands, and where each of its lines was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.check.measures.appendices import Fence
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.fields import Code as SourceMark
from deckbuild.deck.fields import fields_marked
from deckbuild.deck.nodes import Node
from deckbuild.diagnostics import Span
from deckbuild.sources.values import SourceStr, span_of


@dataclass(frozen=True, slots=True)
class Code:
    """Some source code in a language (empty if none is given), from a slide or an appendix."""

    language: str
    source: str
    slide: int | None = None
    fence: Fence | None = None

    @property
    def span(self) -> Span:
        """Where it begins."""
        return self.at(1, 1)

    def at(self, line: int, column: int) -> Span:
        """The position in its file of a line and column of the code, both counted from 1.

        A column past the end of the line is its end, a line past the last is the last.
        """
        lines = self.source.splitlines() or [""]
        line = min(max(line, 1), len(lines))
        column = min(max(column, 1), len(lines[line - 1]) + 1)
        if self.fence is not None:
            start = self.fence.spans[min(line, len(self.fence.spans)) - 1]
            return Span(start.file, start.line, start.column + column - 1)
        if isinstance(self.source, SourceStr):
            return self.source.at(sum(len(each) + 1 for each in lines[: line - 1]) + column - 1)
        return span_of(self.source)


def code_of(node: Node, slide: int | None = None) -> Iterator[Code]:
    """The code that a block or a graphic shows."""
    for name, mark in fields_marked(type(node), SourceMark):
        yield Code(getattr(node, mark.language).lower(), getattr(node, name), slide)


def code_in(context: CheckContext) -> Iterator[Code]:
    """Every piece of code: in blocks and graphics, in the order of the slides, then in the appendices."""
    for slide in context.deck.slides:
        for node in (*slide.blocks, *slide.graphics):
            yield from code_of(node, slide.number)
    for appendix in context.appendices:
        for fence in appendix.fences:
            yield Code(fence.language.lower(), fence.source, None, fence)

"""Blocks one below the other, neighbouring text joined in one frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block
from deckbuild.diagnostics import Diagnostic
from deckbuild.document import Frame, Item, Shape, Text
from deckbuild.geometry import Rect, Size
from deckbuild.layout.flow import BLOCK_GAP, HEADING_GAP, POINT_GAP, flowing, heading, heading_runs
from deckbuild.layout.lists import counts_on


def stack(blocks: Iterable[Block], region: Size, context: LayoutContext, *, fill: bool = False) -> Frame:
    """The blocks with their headings from top to bottom, at the context's body size.

    Text that follows text becomes one frame of paragraphs, so that it can be edited as one. The frame's
    size is what all blocks need; more than the region has is the overflow. Blocks that a graphic shows
    (`shown_in`) are left out. With `fill`, blocks that grow share what height is left.
    """
    drawn = [block for block in blocks if block.shown_in is None]
    heights = _heights(drawn, region.width, context)
    if fill and heights:
        spare = region.height - _piled(drawn, region, context, heights, measure=True).size.height
        share = max(0.0, spare) / len(heights)
        heights = {index: height + share for index, height in heights.items()}
    return _piled(drawn, region, context, heights)


def stacked_height(blocks: Iterable[Block], width: float, context: LayoutContext) -> float:
    """The height in points that `stack` needs for the blocks. Those that grow are measured, not laid out."""
    drawn = [block for block in blocks if block.shown_in is None]
    heights = _heights(drawn, width, context)
    return _piled(drawn, Size(width, 0.0), context, heights, measure=True).size.height


def least_width(blocks: Iterable[Block], context: LayoutContext) -> float:
    """The least width in points at which `stack` tears no word of the blocks and nothing sticks out."""
    drawn = [block for block in blocks if block.shown_in is None]
    words = (context.typesetter.widest_unit(heading_runs(block, context)) for block in drawn)
    return max((*(block.least_width(context) for block in drawn), *words), default=0.0)


def _heights(blocks: Sequence[Block], width: float, context: LayoutContext) -> dict[int, float]:
    """What each block that grows needs, by its index."""
    return {index: block.height(width, context) for index, block in enumerate(blocks) if block.grows}


def _piled(
    blocks: Sequence[Block],
    region: Size,
    context: LayoutContext,
    heights: Mapping[int, float],
    *,
    measure: bool = False,
) -> Frame:
    """The blocks stacked; those that grow get their `heights`, and are left blank just to `measure`.

    A block that grows may hold others that do: laid out to be measured and again to be drawn, at every
    level, the innermost would be laid out as often as two to the number of levels.
    """
    pile = _Pile(region.width)
    for index, block in enumerate(blocks):
        gap = (POINT_GAP if block.heading else BLOCK_GAP) * context.body_size
        title = heading(block, region.width, context)
        below = HEADING_GAP * context.body_size
        top = (gap if pile.items else 0.0) + title.size.height + below if title else gap
        size = Size(region.width, heights.get(index, max(0.0, region.height - pile.height - top)))
        blank = measure and index in heights
        frame = Frame(size, (Shape(Rect.of_size(size)),)) if blank else block.lay_out(size, context)
        joins = not pile.counts_on(frame)
        if title:
            pile.add(title, gap, joins=joins)
            gap, joins = below, True
        pile.add(frame, gap, joins=joins, joins_heading=title is not None)
    return pile.frame()


class _Pile:
    """Frames being stacked: the items so far, where the next one goes, and how many aren't plain text."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.widest = width
        self.height = 0.0
        self.solid = 0
        self.items: list[Item] = []
        self.diagnostics: list[Diagnostic] = []

    def add(self, frame: Frame, gap: float, *, joins: bool = True, joins_heading: bool = False) -> None:
        """Put `frame` below what is there, `gap` points apart; where both are text, as more paragraphs of it
        if it `joins`."""
        self.diagnostics += frame.diagnostics
        self.widest = max(self.widest, frame.size.width)
        text = flowing(frame)
        above = self.items[-1] if self.items else None
        if joins and text and isinstance(above, Text) and self._flows(above):
            # A heading brings its own space after; two spaces would add up.
            first, *rest = text.body.paragraphs
            first = replace(first, space_before=0.0 if joins_heading else gap)
            body = replace(above.body, paragraphs=(*above.body.paragraphs, first, *rest))
            joined = replace(above, rect=Rect(0, above.rect.top, self.width, body.height), body=body)
            self.items[-1] = joined
            self.height = joined.rect.bottom
            return
        self.solid += text is None
        top = self.height + (gap if self.items else 0.0)
        self.items += frame.at(0, top).items
        self.height = top + frame.size.height

    def counts_on(self, frame: Frame) -> bool:
        """Whether the numbers of `frame`, in one text with those above, would be counted on from them."""
        text = flowing(frame)
        above = self.items[-1] if self.items else None
        if text is None or not isinstance(above, Text):
            return False
        return counts_on(above.body.paragraphs, text.body.paragraphs[0])

    def _flows(self, text: Text) -> bool:
        """Whether `text` is plain flowing text at the foot of the pile, open for more paragraphs."""
        rect = text.rect
        return (
            text.role == "body" and not rect.left and rect.width == self.width and rect.bottom >= self.height
        )

    def frame(self) -> Frame:
        return Frame(Size(self.widest, self.height), tuple(self.items), tuple(self.diagnostics))

"""Text parted into two columns of about the same height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block
from deckbuild.document import Paragraph
from deckbuild.geometry import Size
from deckbuild.layout.flow import BLOCK_GAP, flowing, heading

FEWEST = 4
"""Pieces that are worth two columns: two in each."""

HEADING_LEEWAY = 1.25
"""How many times higher than need be columns may get for the second to begin with a heading."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place where the second column may begin: before an entry (from 0) of a block, by their numbers;
    `height` is that of what stands before it, in points."""

    block: int
    entry: int
    height: float


def can_be_halved(blocks: Sequence[Block]) -> bool:
    """Whether there is enough to stand in two columns."""
    return sum(block.entries() for block in blocks) >= FEWEST


def halves(
    blocks: Sequence[Block], width: float, context: LayoutContext
) -> tuple[Sequence[Block], Sequence[Block]]:
    """The blocks for a first and a second column, each `width` points wide: parted between two blocks or two
    entries of a list, where the higher column is as low as can be; before a heading if one is near.

    There must be enough of them (`can_be_halved`).
    """
    heights = [list(_heights(block, width, context)) for block in blocks]
    places = [(block, entry) for block, each in enumerate(heights) for entry in range(len(each))]
    *before, total = accumulate((height for each in heights for height in each), initial=0.0)
    cuts = [
        _Cut(block, entry, height)
        for (block, entry), height in zip(places, before, strict=True)
        if height and not _lonely(entry, len(heights[block]))
    ]

    def higher(cut: _Cut) -> float:
        return max(cut.height, total - cut.height)

    best = min(cuts, key=higher)
    headed = [cut for cut in cuts if not cut.entry and blocks[cut.block].heading is not None]
    near = [cut for cut in headed if higher(cut) <= HEADING_LEEWAY * higher(best)]
    best = min(near, key=higher, default=best)
    if not best.entry:
        return blocks[: best.block], blocks[best.block :]
    first, second = blocks[best.block].parted(best.entry)
    return (*blocks[: best.block], first), (second, *blocks[best.block + 1 :])


def _lonely(entry: int, count: int) -> bool:
    """Whether a cut leaves one entry of a list behind, or takes just one along."""
    return count > 2 and entry in (1, count - 1)


def _heights(block: Block, width: float, context: LayoutContext) -> Iterator[float]:
    """What each entry of the block takes, with the gap before it; its heading counts with the first."""
    title = heading(block, width, context)
    above = BLOCK_GAP * context.body_size + (title.size.height if title else 0.0)
    frame = block.lay_out(Size(width, 0.0), context)
    text = flowing(frame)
    entries = [] if text is None else list(entry_heights(text.body.paragraphs))
    if len(entries) != block.entries() or len(entries) < 2:
        yield above + frame.size.height
        return
    yield above + entries[0]
    yield from entries[1:]


def entry_heights(paragraphs: Sequence[Paragraph]) -> Iterator[float]:
    """The height of each entry of a list, with those below it."""
    height = 0.0
    for index, paragraph in enumerate(paragraphs):
        if index and not paragraph.level:
            yield height
            height = 0.0
        height += paragraph.space_before + paragraph.height + paragraph.space_after
    yield height

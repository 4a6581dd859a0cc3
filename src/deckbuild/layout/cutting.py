"""Content too long for a page, cut up for several: as few as will do, about equally full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, repeat

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block, Division
from deckbuild.geometry import Size
from deckbuild.layout.flow import BLOCK_GAP, HEADING_GAP, POINT_GAP, flowing, heading
from deckbuild.layout.halves import entry_heights
from deckbuild.layout.stack import least_width, stacked_height
from deckbuild.text.fitting import sizes_between

# What pages cost together decides where they end. Each costs the square of its share that is filled, so that
# three that are two thirds full cost 1.33 together, two full ones and an empty one 2.
ONE_MORE = 100.0
"""A page, or a point by which something is higher than one: nothing else is worth that."""

LONELY = 0.5
"""One entry of a block left behind, or alone taken along."""

TIGHT = 0.1
"""A cut in the middle of what belongs together: it is worth to end a page a fifth of its height earlier."""


@dataclass(frozen=True, slots=True)
class CutUp:
    """Content page by page, and the size of its text in points, the same on all pages. `fits` is whether
    each of them has room for its own; `harm` is what the places of the cuts cost."""

    size: float
    pages: tuple[tuple[Block, ...], ...]
    fits: bool
    harm: float


@dataclass(frozen=True, slots=True)
class _Entry:
    """What isn't cut any further: `number` (from 0) of the block with this index, and its height in points.

    To that comes what stands `above` the block's entries on every page, and a `gap` between two blocks.
    `cost` is that of a page that begins here.
    """

    block: int
    number: int
    height: float
    above: float
    gap: float
    cost: float = 0.0

    @property
    def below_others(self) -> float:
        """What it takes where something stands above it, in points."""
        return self.height if self.number else self.gap + self.above + self.height


def cut_up(blocks: Sequence[Block], first: Size, others: Size, context: LayoutContext) -> CutUp | None:
    """The blocks on as few pages as they need at the least size of body text, cut where it does least harm,
    at the largest size at which that can be done. There is room for `first` on the first page, for `others`
    on those after it, in points.

    What is higher than a page stands alone on one. None if all of it is on one page, or there is nothing.
    """
    if not blocks:
        return None
    role = context.theme.type.body
    least, *larger = reversed(sizes_between(role.min, role.max))
    best = _cut_up(blocks, first, others, context.at(least))
    for size in larger:
        cut = _cut_up(blocks, first, others, context.at(size))
        if len(cut.pages) > len(best.pages) or not cut.fits:
            break
        if cut.harm <= best.harm:
            best = cut
    return best if len(best.pages) > 1 else None


def _cut_up(blocks: Sequence[Block], first: Size, others: Size, context: LayoutContext) -> CutUp:
    """The blocks on as few pages as they need at the context's size."""
    divisions = [_division(block, first.width, context) for block in blocks]
    entries = [
        entry
        for index, (block, division) in enumerate(zip(blocks, divisions, strict=True))
        for entry in _entries(index, block, division, first.width, context)
    ]
    starts = _starts(entries, first.height, others.height)
    stops = (*starts[1:], len(entries))
    pages = [entries[start:stop] for start, stop in zip(starts, stops, strict=True)]
    rooms = (first.height, *repeat(others.height, len(pages) - 1))
    high_enough = all(_needed(page) <= room for page, room in zip(pages, rooms, strict=True))
    return CutUp(
        context.body_size,
        tuple(tuple(_on_page(page, blocks, divisions)) for page in pages),
        high_enough and least_width(blocks, context) <= first.width,
        sum(entries[start].cost for start in starts),
    )


def _division(block: Block, width: float, context: LayoutContext) -> Division | None:
    """Where the block may be cut: where it says, or between the entries of a list."""
    count = block.entries()
    text = flowing(block.lay_out(Size(width, 0.0), context)) if count > 1 else None
    if text is None:
        return block.division(width, context)

    def cut(first: int, last: int) -> Block:
        part = block.parted(last)[0] if last < count else block
        part = part.parted(first)[1] if first else part
        return part.model_copy(update={"heading": block.heading})

    return Division(tuple(entry_heights(text.body.paragraphs)), cut)


def _entries(
    index: int, block: Block, division: Division | None, width: float, context: LayoutContext
) -> Iterator[_Entry]:
    gap = (POINT_GAP if block.heading else BLOCK_GAP) * context.body_size
    if division is None:
        yield _Entry(index, 0, stacked_height([block], width, context), 0.0, gap)
        return
    title = heading(block, width, context)
    above = division.repeated + (title.size.height + HEADING_GAP * context.body_size if title else 0.0)
    last = len(division.heights) - 1
    for number, height in enumerate(division.heights):
        cost = 0.0
        if number in division.tight:
            cost += TIGHT
        if last > 1 and number in (1, last):
            cost += LONELY
        yield _Entry(index, number, height, above, gap, cost)


def _starts(entries: Sequence[_Entry], first: float, others: float) -> tuple[int, ...]:
    """With which entries the pages begin that cost least together."""
    costs: list[float] = [0.0]  # of the best pages for the entries up to each
    begins: list[int] = []  # with which the last of these pages begins
    for stop in range(1, len(entries) + 1):
        found: list[tuple[float, int]] = []
        below = 0.0
        for start in range(stop - 1, -1, -1):
            entry = entries[start]
            needed = entry.above + entry.height + below
            below += entry.below_others
            room = others if start else first
            if needed > room and found:
                if needed > max(first, others):
                    break
                continue
            over, filled = max(0.0, needed - room), min(1.0, needed / room)
            found.append((costs[start] + ONE_MORE * (1 + over) + filled**2 + entry.cost, start))
        cost, start = min(found, key=lambda each: (round(each[0], 6), -each[1]))  # among equals a short end
        costs.append(cost)
        begins.append(start)
    starts = []
    stop = len(entries)
    while stop:
        stop = begins[stop - 1]
        starts.append(stop)
    return tuple(reversed(starts))


def _needed(entries: Sequence[_Entry]) -> float:
    """The height of a page with these entries, in points."""
    top, *below = entries
    return top.above + top.height + sum(entry.below_others for entry in below)


def _on_page(
    entries: Sequence[_Entry], blocks: Sequence[Block], divisions: Sequence[Division | None]
) -> Iterator[Block]:
    """The blocks, or what of them has its entries on the page."""
    for index, group in groupby(entries, key=lambda entry: entry.block):
        numbers = [entry.number for entry in group]
        division = divisions[index]
        if division is None or len(numbers) == len(division.heights):
            yield blocks[index]
        else:
            yield division.cut(numbers[0], numbers[-1] + 1)

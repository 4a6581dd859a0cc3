"""Tiers as rows, each with its title at the left and its note at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture.lines import beside, label, runs
from deckbuild.graphics.architecture.model import ArchitectureSpec, Link
from deckbuild.graphics.architecture.phrases import Scale, phrase
from deckbuild.graphics.architecture.tiers import (
    BARE_GAP,
    LABEL_AIR,
    LINE_GAP,
    gap_slot,
    interleaved,
    meter,
    neighbour_gap,
    tier_box,
    words,
)
from deckbuild.layout.boxes import (
    EMPTY,
    Box,
    at_least,
    column,
    for_size,
    for_width,
    over,
    pad,
    row,
    slots,
    stretched,
    weighted,
)
from deckbuild.layout.marked import GAP

HEAD_SHARE, NOTE_SHARE = 0.25, 0.22  # of the width, the most that titles and notes may take
TWO_LINES = 0.72  # of that share: two lines are worth this much width, not all of it
NARROWEST = 64  # points; a column for titles or notes
GAP_GROWTH = 0.35  # of the spare height, what goes to the gaps between rows
WORDS_SHARE = 0.6  # of a meter's width, the most that its words take


def tier_rows(graphic: ArchitectureSpec, nodes: Mapping[str, Box], width: float, scale: Scale) -> Box:
    """The tiers below each other, `width` points wide; `nodes` are the places of their nodes."""
    tiers = graphic.tiers
    edge = scale.pad if any(tier.boxed for tier in tiers) else 0.0
    said = [words(tier, scale, stacked=True) for tier in tiers]
    bold = [phrase(tier.note, tier.note_icon, scale, stacked=True) for tier in tiers if tier.note]
    head = _side([title for title, _ in said if title is not EMPTY], width * HEAD_SHARE, scale)
    foot = _side(bold, width * NOTE_SHARE, scale)
    air = 1.5 * scale.pad
    left, right = (size.width + air if size.width else 0.0 for size in (head, foot))
    middle = Rect.from_edges(edge + left, 0.0, max(edge + left, width - edge - right), 0.0)
    boxes: list[Box] = []
    across: dict[str, Rect] = {}
    for tier, (title, note) in zip(tiers, said, strict=True):
        gap = neighbour_gap(graphic, tier, scale)
        standing = weighted([nodes[node.id] for node in tier.nodes], graphic.weights(tier), gap=gap)
        across |= slots(standing.draw(middle))
        parts = [
            _side_cell(title, head, Insets(right=air)),
            column([stretched(standing), meter(tier, scale, _before_bar)]),
            _side_cell(note, foot, Insets(left=air)),
        ]
        frame = Insets.symmetric(edge, scale.pad if tier.boxed else 0.0)
        boxes.append(tier_box(tier, row(parts, (left, "share", right)), frame, scale))
    links = [graphic.links(one.nodes, other.nodes) for one, other in pairwise(tiers)]
    return _stacked(boxes, [_gap(each, across, width, scale) for each in links])


def _side_cell(said: Box, size: Size, air: Insets) -> Box:
    """A tier's title or note in a column as wide and no lower than those of other tiers."""
    return EMPTY if said is EMPTY else pad(at_least(said, height=size.height), air)


def _before_bar(said: Box, bar: Box) -> Box:
    """A meter's words, then its bar."""

    def made(width: float) -> Box:
        return row([said, bar], (said.takes(Size(width * WORDS_SHARE, 0.0)).width, "share"), gap=2 * GAP)

    return for_width(made)


def _stacked(tiers: Sequence[Box], gaps: Sequence[float]) -> Box:
    """Tiers below each other, `gaps` points apart. Of the spare height a part goes to the gaps, alike, the
    rest to the tiers in proportion to what they need."""

    def spread(growth: float) -> Box:
        between = [gap_slot(index, gap + growth) for index, gap in enumerate(gaps)]
        return column(interleaved(tiers, between), spare="needs")

    def made(size: Size) -> Box:
        spare = size.height - spread(0.0).takes(Size(size.width, 0.0)).height
        return spread(max(0.0, spare) * GAP_GROWTH / max(1, len(gaps)))

    return for_size(made)


def _gap(links: Sequence[Link], nodes: Mapping[str, Rect], width: float, scale: Scale) -> float:
    """Between rows: the labels of the lines, as high as they are where they stand and on one line."""
    places = beside(runs(links, nodes, upright=True), Rect(0.0, 0.0, width, 0.0), scale)
    heights = [place.height for _, place in places]
    heights += [label(link, scale).natural.height for link in links if link.speaks]
    return max([LINE_GAP if links else BARE_GAP, *(height + LABEL_AIR for height in heights)])


def _side(boxes: Sequence[Box], widest: float, scale: Scale) -> Size:
    """The column for titles or notes of rows, icons on top: as narrow as two lines allow where that is
    narrow, else as three do, but never wider than `widest`."""
    if not boxes:
        return Size(0.0, 0.0)

    def fit(width: float, most: float) -> bool:
        sizes = (each.takes(Size(width, 0.0)) for each in boxes)
        return all(size.width <= width + 1 and size.height <= most for size in sizes)

    heights = {lines: lines * scale.size * 1.25 + scale.icon + GAP for lines in (2, 3)}
    limits = ((heights[2], widest * TWO_LINES), (heights[3], widest))
    tried = ((width, most) for most, limit in limits for width in range(NARROWEST, int(limit) + 1, 4))
    width = next((width for width, most in tried if fit(width, most)), widest)
    return Size(width, over(*boxes).takes(Size(width, 0.0)).height)

"""Tiers as rows, each with its title at the left and its note at the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture.lines import beside, label, runs
from deckbuild.graphics.architecture.model import ArchitectureSpec, Link
from deckbuild.graphics.architecture.nodes import weighted
from deckbuild.graphics.architecture.phrases import Scale, phrase
from deckbuild.graphics.architecture.tiers import (
    BARE_GAP,
    LABEL_AIR,
    LINE_GAP,
    gap_slot,
    interleaved,
    meter,
    neighbour_gap,
    slots,
    tier_box,
    words,
)
from deckbuild.layout.boxes import EMPTY, Box, Drawn, at_least, column, for_width, over, row, stretched
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
    bold = [
        phrase(tier.note, tier.note_icon, scale.tone.text, scale, stacked=True) for tier in tiers if tier.note
    ]
    head = _side([title for title, _ in said if title is not EMPTY], width * HEAD_SHARE, scale)
    foot = _side(bold, width * NOTE_SHARE, scale)
    boxes = []
    for tier, (title, note) in zip(tiers, said, strict=True):
        gap = neighbour_gap(graphic, tier, scale)
        standing = weighted([nodes[node.id] for node in tier.nodes], graphic.weights(tier), gap)
        middle = column([stretched(standing), meter(tier, scale, _before_bar)])
        parts = [_cell(title, head), middle, _cell(note, foot)]
        content = row(parts, (head.width, "share", foot.width), gap=1.5 * scale.pad)
        boxes.append(tier_box(tier, content, Insets.symmetric(edge, scale.pad if tier.boxed else 0.0), scale))
    across = slots(item for each in boxes for item in each.draw(Rect(0.0, 0.0, width, 0.0)))
    links = [graphic.links(one.nodes, other.nodes) for one, other in pairwise(tiers)]
    gaps = [gap_slot(index, _gap(each, across, width, scale)) for index, each in enumerate(links)]
    return _stacked(boxes, gaps)


def _cell(said: Box, size: Size) -> Box | None:
    """A tier's words in a column as wide as for all tiers, which is only there if one of them has any."""
    if said is EMPTY:
        return said if size.width else None
    return at_least(said, height=size.height)


def _before_bar(said: Box, bar: Box) -> Box:
    """A meter's words, then its bar."""

    def made(width: float) -> Box:
        return row([said, bar], (said.takes(Size(width * WORDS_SHARE, 0.0)).width, "share"), gap=2 * GAP)

    return for_width(made)


def _stacked(tiers: Sequence[Box], gaps: Sequence[Box]) -> Box:
    """Tiers below each other. Of the spare height a part goes to the gaps, alike, the rest to the tiers in
    proportion to what they need."""
    parts = interleaved(tiers, gaps)

    def draw(rect: Rect) -> Iterable[Drawn]:
        needs = [each.takes(Size(rect.width, 0.0)).height for each in parts]
        spare = max(0.0, rect.height - sum(needs))
        growth = spare * GAP_GROWTH / len(gaps) if gaps else 0.0
        share = (spare - growth * len(gaps)) / sum(needs[::2])
        heights = [each + (growth if index % 2 else share * each) for index, each in enumerate(needs)]
        for each, place in zip(parts, rect.rows(heights), strict=True):
            yield from each.draw(place)

    return Box(column(parts).takes, draw)


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
    neediest = over(*boxes)
    for lines, limit in ((2, widest * TWO_LINES), (3, widest)):
        for width in range(NARROWEST, int(limit) + 1, 4):
            size = neediest.takes(Size(width, 0.0))
            if size.width <= width + 1 and size.height <= lines * scale.size * 1.25 + scale.icon + GAP:
                return Size(width, size.height)
    return Size(widest, neediest.takes(Size(widest, 0.0)).height)

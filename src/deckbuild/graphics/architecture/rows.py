"""Tiers as rows, each with its title at the left and its note at the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture.lines import beside, label, lanes
from deckbuild.graphics.architecture.model import ArchitectureSpec, Link, Tier
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase, weighted
from deckbuild.graphics.architecture.tiers import (
    BARE_GAP,
    LABEL_AIR,
    LINE_GAP,
    gap_slot,
    ink,
    interleaved,
    meter,
    neighbour_gap,
    tier_box,
)
from deckbuild.layout.boxes import EMPTY, Box, Drawn, at_least, column, over, row, stretched
from deckbuild.layout.columns import column_widths

HEAD_SHARE, NOTE_SHARE = 0.25, 0.22  # of the width, the most that titles and notes may take
TWO_LINES = 0.72  # of that share: two lines are worth this much width, not all of it
NARROWEST = 64  # points; a column for titles or notes
GAP_GROWTH = 0.35  # of the spare height, what goes to the gaps between rows
WORDS_SHARE = 0.6  # of a meter's width, the most that its words take


def tier_rows(graphic: ArchitectureSpec, slots: Mapping[str, Box], width: float, scale: Scale) -> Box:
    """The tiers below each other, `width` points wide; `slots` are the places of their nodes."""
    tiers = graphic.tiers
    edge = scale.pad if any(tier.boxed for tier in tiers) else 0.0
    titles = [(tier.title, tier.icon) for tier in tiers if tier.title or tier.icon]
    notes = [(tier.note, tier.note_icon) for tier in tiers if tier.note]
    head, note = _side(titles, width * HEAD_SHARE, scale), _side(notes, width * NOTE_SHARE, scale)
    room = Insets(
        left=head.width + 1.5 * scale.pad if titles else 0.0,
        right=note.width + 1.5 * scale.pad if notes else 0.0,
    )
    middle = Rect(0.0, 0.0, width, 0.0).inset(Insets.symmetric(edge, 0.0)).inset(room)

    def after_words(words: Box, bar: Box) -> Box:
        lead = words.takes(Size(middle.width * WORDS_SHARE, 0.0)).width
        return row([words, bar], (lead, "share"), gap=2 * GAP)

    boxes: list[Box] = []
    across: dict[str, Rect] = {}
    for tier in tiers:
        weights = graphic.weights(tier)
        gap = neighbour_gap(graphic, tier, scale)
        cells = middle.columns(column_widths(middle.width, gap, weights), gap)
        across |= {node.id: place for node, place in zip(tier.nodes, cells, strict=True)}
        nodes = weighted([slots[node.id] for node in tier.nodes], weights, gap)
        parts = [stretched(nodes), meter(tier, scale, after_words)]
        frame = Insets.symmetric(edge, scale.pad if tier.boxed else 0.0)
        boxes.append(tier_box(tier, _said(tier, head, note, scale), column(parts), room, frame, scale))
    gaps = [
        _gap(graphic.links(one.nodes, other.nodes), across, width, scale) for one, other in pairwise(tiers)
    ]
    return _stacked(boxes, [gap_slot(index, gap) for index, gap in enumerate(gaps)])


def _stacked(tiers: Sequence[Box], gaps: Sequence[Box]) -> Box:
    """Tiers below each other. Of the spare height a part goes to the gaps, alike, the rest to the tiers in
    proportion to what they need."""
    parts = interleaved(tiers, gaps)

    def draw(rect: Rect) -> Iterable[Drawn]:
        needs, between = (
            [each.takes(Size(rect.width, 0.0)).height for each in both] for both in (tiers, gaps)
        )
        spare = max(0.0, rect.height - sum(needs) - sum(between))
        to_gaps = spare * GAP_GROWTH if gaps else 0.0
        grown = [gap + to_gaps / len(gaps) for gap in between]
        heights = [each + (spare - to_gaps) * each / sum(needs) for each in needs]
        for each, place in zip(parts, rect.rows(interleaved(heights, grown)), strict=True):
            yield from each.draw(place)

    return Box(column(parts).takes, draw)


def _said(tier: Tier, head: Size, note: Size, scale: Scale) -> Box:
    """A tier's title at the left and its note at the right, in columns as wide as for all tiers."""
    color, mark = ink(tier, scale), scale.hue(tier.color).text

    def side(words: str | None, symbol: str | None, size: Size, bold: bool) -> Box:
        said = phrase(words or "", symbol, color, scale, bold=bold, stacked=True, mark=mark)
        return at_least(said, height=size.height)

    title = side(tier.title, tier.icon, head, True) if tier.title or tier.icon else EMPTY
    remark = side(tier.note, tier.note_icon, note, False) if tier.note else EMPTY
    return row([title, EMPTY, remark], (head.width, "share", note.width))


def _gap(links: Sequence[Link], nodes: Mapping[str, Rect], width: float, scale: Scale) -> float:
    """Between rows: the labels of the lines, as high as they are where they stand and on one line."""
    if not links:
        return BARE_GAP
    runs = lanes(links, nodes, upright=True)
    heights = [place.height for place in beside(runs, Rect(0.0, 0.0, width, 0.0), scale).values()]
    heights += [label(link, scale).natural.height for link in links if link.speaks]
    return max([LINE_GAP, *(height + LABEL_AIR for height in heights)])


def _side(phrases: Sequence[tuple[str | None, str | None]], widest: float, scale: Scale) -> Size:
    """The column for titles or notes of rows, icons on top: as narrow as two lines allow where that is
    narrow, else as three do, but never wider than `widest`."""
    color = scale.context.tone.text
    boxes = [phrase(words or "", mark, color, scale, bold=True, stacked=True) for words, mark in phrases]
    if not boxes:
        return Size(0.0, 0.0)

    def fit(width: float, most: float) -> bool:
        sizes = (each.takes(Size(width, 0.0)) for each in boxes)
        return all(size.width <= width + 1 and size.height <= most for size in sizes)

    width = next(
        (
            tried
            for lines, limit in ((2, widest * TWO_LINES), (3, widest))
            for tried in range(NARROWEST, int(limit) + 1, 4)
            if fit(tried, lines * scale.size * 1.25 + scale.icon + GAP)
        ),
        widest,
    )
    return Size(width, over(*boxes).takes(Size(width, 0.0)).height)

"""Tiers as rows, each with its title at the left and its note at the right."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.geometry import Rect, Size
from deckbuild.graphics.architecture.lanes import (
    ANY_WIDTH,
    Drawing,
    Extent,
    beside,
    labelled,
    lanes,
    link_size,
)
from deckbuild.graphics.architecture.nodes import component
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase_size
from deckbuild.graphics.architecture.plan import (
    BARE_GAP,
    LABEL_AIR,
    LINE_GAP,
    Plan,
    TierPlace,
    item_cells,
    neighbour_gap,
    spread,
)  # fmt: skip

HEAD_SHARE, NOTE_SHARE = 0.25, 0.22  # of the width, the most that titles and notes may take
TWO_LINES = 0.72  # of that share: two lines are worth this much width, not all of it
NARROWEST = 64.0  # points; a column for titles or notes
GAP_GROWTH = 0.35  # of the spare height, what goes to the gaps between rows


def plan_rows(drawing: Drawing, region: Size, scale: Scale) -> Plan:
    """The places for one attempt, filling the region where that is large enough."""
    pad, width = scale.pad, region.width
    tiers = drawing.tiers
    boxed = any(tier.boxed for tier in tiers)
    titles = [(tier.title or "", tier.icon) for tier in tiers if tier.title or tier.icon]
    notes = [(tier.note or "", tier.note_icon) for tier in tiers if tier.note]
    head = _column(titles, width, HEAD_SHARE, scale)
    note = _column(notes, width, NOTE_SHARE, scale)
    left = (pad if boxed else 0.0) + (head.width + 1.5 * pad if titles else 0.0)
    right = width - (pad if boxed else 0.0) - (note.width + 1.5 * pad if notes else 0.0)
    short = 0.0
    across: dict[str, Extent] = {}
    cells: dict[str, tuple[Rect, ...]] = {}
    needs: list[float] = []
    meters: list[float] = []
    for index, tier in enumerate(tiers):
        weights = drawing.columns if len(drawing.columns) == len(tier.nodes) else [1.0] * len(tier.nodes)
        gap = neighbour_gap(drawing, index, scale)
        tallest = 0.0
        for node, (x, length) in zip(tier.nodes, spread(left, right - left, gap, weights), strict=True):
            across[node.id] = x, length
            cells[node.id] = item_cells(node, tier, drawing, (x, length), gap, scale)
            hue = scale.hue(node.color or tier.color)
            need = component(node, Rect(x, 0, length, 0), hue, scale, cells=cells[node.id]).need
            short = max(short, need.width - length)
            tallest = max(tallest, need.height)
        meter = phrase_size(tier.meter.label, None, right - left, scale).height + GAP if tier.meter else 0.0
        meters.append(meter)
        around = 2 * pad if tier.boxed else 0.0
        content = tallest + meter
        if tier.boxed:
            content = max(
                content, head.height if tier.title or tier.icon else 0, note.height if tier.note else 0
            )
        needs.append(content + around)
    gaps = []
    for index in range(len(tiers) - 1):
        links = drawing.between(index, index + 1)
        lines = lanes(links, across)
        labels = [rect.height for rect in beside(lines, Rect(0, 0, width, 0), scale).values()]
        labels += [link_size(link, ANY_WIDTH, scale).height for _, link in labelled(links)]
        gaps.append(max([LINE_GAP, *(height + LABEL_AIR for height in labels)]) if lines else BARE_GAP)
    total = sum(needs) + sum(gaps)
    spare = max(0.0, region.height - total)
    to_gaps = spare * GAP_GROWTH if gaps else 0.0
    grown = [gap + to_gaps / len(gaps) for gap in gaps]
    heights = [need + (spare - to_gaps) * need / sum(needs) for need in needs]
    top = 0.0
    places, nodes, between = [], {}, []
    for index, (tier, height) in enumerate(zip(tiers, heights, strict=True)):
        inset = pad if tier.boxed else 0.0
        inner = Rect(left, top + inset, right - left, height - 2 * inset)
        meter = meters[index]
        places.append(
            TierPlace(
                Rect(0, top, width, height) if tier.boxed else None,
                Rect(pad, inner.top, head.width, inner.height) if tier.title or tier.icon else None,
                Rect(width - pad - note.width, inner.top, note.width, inner.height) if tier.note else None,
                Rect(left, inner.bottom - meter + GAP, right - left, meter - GAP) if tier.meter else None,
            )
        )
        for node in tier.nodes:
            x, length = across[node.id]
            nodes[node.id] = Rect(x, inner.top, length, inner.height - meter)
        top += height
        if index < len(grown):
            between.append(Rect(0, top, width, grown[index]))
            top += grown[index]
    return Plan(Size(width + short, total), tuple(places), nodes, cells, tuple(between))


def _column(phrases: Sequence[tuple[str, str | None]], width: float, share: float, scale: Scale) -> Size:
    """The column for titles or notes of rows, icons on top: as narrow as two lines allow where that is
    narrow, else as three do, but never more than `share` of `width`."""
    if not phrases:
        return Size(0.0, 0.0)

    def set_to(column: float) -> Size:
        sizes = [phrase_size(label, mark, column, scale, bold=True, stacked=True) for label, mark in phrases]
        return Size(max(size.width for size in sizes), max(size.height for size in sizes))

    widest = width * share
    for lines, limit in ((2, widest * TWO_LINES), (3, widest)):
        column = NARROWEST
        while column <= limit:
            size = set_to(column)
            if size.width <= column + 1 and size.height <= lines * scale.size * 1.25 + scale.icon + GAP:
                return Size(column, size.height)
            column += 4
    return Size(widest, set_to(widest).height)

"""Where the tiers and nodes of an architecture stand.

`down`: tiers are rows, each with its title at the left and its note at the right. `right`: tiers are columns,
each with its title on top and its note at the foot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckbuild.geometry import Rect, Size
from deckbuild.graphics import architecture_spec as spec
from deckbuild.graphics.architecture_lanes import (
    ANY_WIDTH,
    Drawing,
    Extent,
    beside,
    labelled,
    lanes,
    link_size,
)
from deckbuild.graphics.architecture_nodes import component
from deckbuild.graphics.architecture_parts import GAP, Scale, phrase_size

LINE_GAP = 26.0  # between parts with a line between them: room to see which way its head points
BARE_GAP = 16.0  # between tiers without
LABEL_AIR = 12.0  # what a gap needs beyond its label
HEAD_SHARE, NOTE_SHARE = 0.25, 0.22  # of the width, the most that titles and notes of rows may take
LABEL_SHARE = 0.2  # of the width, where a label between columns breaks
CHANNEL_SHARE = 0.16  # the same for a channel's name, which may be long
NARROWEST = 64.0  # a column for titles or notes
TWO_LINES = 0.72  # of that share: two lines are worth this much width, not all of it
GATE = 28.0  # width of a channel's gate
GAP_GROWTH = 0.35  # of the spare height, what goes to the gaps between rows
METER = 8.0  # height of a meter's bar


@dataclass(frozen=True, slots=True)
class TierPlace:
    """Where a tier's parts stand; what it doesn't have is None."""

    box: Rect | None
    head: Rect | None
    note: Rect | None
    meter: Rect | None


@dataclass(frozen=True, slots=True)
class Plan:
    """All places in points. `need` is what they take: more than the region where it doesn't fit."""

    need: Size
    tiers: tuple[TierPlace, ...]
    nodes: Mapping[str, Rect]
    cells: Mapping[str, tuple[Rect, ...]]
    gaps: tuple[Rect, ...]
    """Between each tier and the next."""


def plan(drawing: Drawing, region: Size, scale: Scale) -> Plan:
    """The places for one attempt, filling the region where that is large enough."""
    return (_rows if drawing.direction == "down" else _columns)(drawing, region, scale)


def spread(start: float, length: float, gap: float, weights: Sequence[float]) -> list[Extent]:
    """Start and length of neighbours that share `length` by weight, `gap` points apart."""
    room = length - gap * (len(weights) - 1)
    extents = []
    for weight in weights:
        share = room * weight / sum(weights)
        extents.append((start, share))
        start += share + gap
    return extents


def _rows(drawing: Drawing, region: Size, scale: Scale) -> Plan:
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
        gap = _neighbour_gap(drawing, index, scale)
        tallest = 0.0
        for node, (x, length) in zip(tier.nodes, spread(left, right - left, gap, weights), strict=True):
            across[node.id] = x, length
            cells[node.id] = _cells(node, tier, drawing, (x, length), gap, scale)
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


def _columns(drawing: Drawing, region: Size, scale: Scale) -> Plan:
    pad, tiers = scale.pad, drawing.tiers
    gaps = [_column_gap(drawing, index, region.width, scale) for index in range(len(tiers) - 1)]
    room = region.width - sum(gaps)
    widths = [room * tier.weight / sum(each.weight for each in tiers) for tier in tiers]
    boxed = any(tier.boxed for tier in tiers)
    inset = pad if boxed else 0.0
    short, head, note, tallest = 0.0, 0.0, 0.0, 0.0
    cells: dict[str, tuple[Rect, ...]] = {}
    needs: dict[str, float] = {}
    steps: list[float] = []
    meters: list[float] = []
    lefts: list[float] = []
    x = 0.0
    for index, (tier, width) in enumerate(zip(tiers, widths, strict=True)):
        lefts.append(x)
        inner = width - 2 * inset
        if tier.title or tier.icon:
            head = max(head, phrase_size(tier.title or "", tier.icon, inner, scale, bold=True).height)
        if tier.note:
            note = max(note, phrase_size(tier.note, tier.note_icon, inner, scale).height)
        for node in tier.nodes:
            cells[node.id] = _cells(node, tier, drawing, (x + inset, inner), GAP, scale)
            hue = scale.hue(node.color or tier.color)
            need = component(node, Rect(x + inset, 0, inner, 0), hue, scale, cells=cells[node.id]).need
            short = max(short, need.width - inner)
            needs[node.id] = need.height
        steps.append(_neighbour_gap(drawing, index, scale))
        meters.append(
            phrase_size(tier.meter.label, None, inner, scale).height + METER + 2 * GAP if tier.meter else 0.0
        )
        content = sum(needs[node.id] for node in tier.nodes) + steps[-1] * (len(tier.nodes) - 1) + meters[-1]
        tallest = max(tallest, content)
        x += width + (gaps[index] if index < len(gaps) else 0.0)
    above = inset + (head + pad if head else 0.0)
    under = inset + (note + pad if note else 0.0)
    total = above + tallest + under
    height = max(region.height, total)
    places, nodes = [], {}
    for index, (tier, left, width) in enumerate(zip(tiers, lefts, widths, strict=True)):
        inner = Rect(left + inset, above, width - 2 * inset, height - above - under)
        step, meter = steps[index], meters[index]
        content = sum(needs[n.id] for n in tier.nodes) + step * (len(tier.nodes) - 1) + meter
        extra = (inner.height - content) / len(tier.nodes)
        y = inner.top
        for node in tier.nodes:
            tall = needs[node.id] + extra
            nodes[node.id] = Rect(inner.left, y, inner.width, tall)
            y += tall + step
        places.append(
            TierPlace(
                Rect(left, 0, width, height) if tier.boxed else None,
                Rect(inner.left, inset, inner.width, head) if tier.title or tier.icon else None,
                Rect(inner.left, height - inset - note, inner.width, note) if tier.note else None,
                Rect(inner.left, inner.bottom - meter + GAP, inner.width, meter - GAP)
                if tier.meter
                else None,
            )
        )
    between = [
        Rect(left + width, above, after - left - width, height - above - under)
        for (left, width), after in zip(zip(lefts[:-1], widths[:-1], strict=True), lefts[1:], strict=True)
    ]
    moved = {
        name: tuple(Rect(c.left, nodes[name].top, c.width, nodes[name].height) for c in own)
        for name, own in cells.items()
    }
    return Plan(Size(region.width + short, total), tuple(places), nodes, moved, tuple(between))


def _cells(
    node: spec.Component, tier: spec.Tier, drawing: Drawing, extent: Extent, gap: float, scale: Scale
) -> tuple[Rect, ...]:
    """A cell for each item: in line with the columns where a node alone in its row has one item a column."""
    if not node.items:
        return ()
    x, length = extent
    aligned = len(tier.nodes) == 1 and len(node.items) == len(drawing.columns)
    if aligned:
        return tuple(Rect(a, 0, b, 0) for a, b in spread(x, length, gap, drawing.columns))
    pad = scale.pad
    return tuple(Rect(a, 0, b, 0) for a, b in spread(x + pad, length - 2 * pad, 0.0, [1.0] * len(node.items)))


def _neighbour_gap(drawing: Drawing, index: int, scale: Scale) -> float:
    """Between neighbours in a tier: enough for the lines that join them, and for their labels."""
    gap = scale.context.theme.shape.gap
    for one, other in pairwise(drawing.tiers[index].nodes):
        for link in drawing.joined(one.id, other.id):
            size = link_size(link, ANY_WIDTH, scale)
            label = size.width + LABEL_AIR if drawing.direction == "down" else size.height + LABEL_AIR / 2
            gap = max(gap, label, LINE_GAP * 0.75)
    return gap


def _column_gap(drawing: Drawing, index: int, width: float, scale: Scale) -> float:
    """Between columns: the labels of the lines, or the channel with its gates."""
    links = drawing.between(index, index + 1)
    channel = drawing.channel(index)
    words = [link_size(link, width * LABEL_SHARE, scale).width for link in links]
    gap = max([LINE_GAP if links else BARE_GAP, *(word + 2 * LABEL_AIR for word in words if word)])
    if channel is not None:
        label = phrase_size(channel.label, None, width * CHANNEL_SHARE, scale, bold=True).width
        gap = max(gap, label + 2 * LABEL_AIR) + (2 * GATE if channel.ends else 0.0)
    return gap


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

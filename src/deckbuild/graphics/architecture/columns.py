"""Tiers as columns, each with its title on top and its note at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.geometry import Rect, Size
from deckbuild.graphics.architecture.lanes import Drawing, link_size
from deckbuild.graphics.architecture.nodes import component
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase_size
from deckbuild.graphics.architecture.plan import (
    BARE_GAP,
    GATE,
    LABEL_AIR,
    LINE_GAP,
    METER,
    Plan,
    TierPlace,
    item_cells,
    neighbour_gap,
)  # fmt: skip
from deckbuild.layout.columns import column_widths

LABEL_SHARE = 0.14  # of the width, where a label between columns breaks
CHANNEL_SHARE = 0.16  # the same for a channel's name, which may be long


def plan_columns(drawing: Drawing, region: Size, scale: Scale) -> Plan:
    """The places for one attempt, filling the region where that is large enough."""
    pad, tiers = scale.pad, drawing.tiers
    gaps = [_column_gap(drawing, index, region.width, scale) for index in range(len(tiers) - 1)]
    boxed = any(tier.boxed for tier in tiers)
    inset = pad if boxed else 0.0
    least = 2 * (inset + pad) + scale.icon
    widths = column_widths(region.width - sum(gaps), 0.0, [tier.weight for tier in tiers], least)
    short, head, note = 0.0, 0.0, 0.0
    cells: dict[str, tuple[Rect, ...]] = {}
    needs: dict[str, float] = {}
    steps: list[float] = []
    meters: list[float] = []
    lefts: list[float] = []
    x = 0.0
    for index, (tier, width) in enumerate(zip(tiers, widths, strict=True)):
        lefts.append(x)
        inner_width = width - 2 * inset
        if tier.title or tier.icon:
            head = max(head, phrase_size(tier.title or "", tier.icon, inner_width, scale, bold=True).height)
        if tier.note:
            note = max(note, phrase_size(tier.note, tier.note_icon, inner_width, scale).height)
        for node in tier.nodes:
            cells[node.id] = item_cells(node, tier, drawing, (x + inset, inner_width), GAP, scale)
            hue = scale.hue(node.color or tier.color)
            need = component(node, Rect(x + inset, 0, inner_width, 0), hue, scale, cells=cells[node.id]).need
            short = max(short, need.width - inner_width)
            needs[node.id] = need.height
        steps.append(neighbour_gap(drawing, index, scale))
        meters.append(
            phrase_size(tier.meter.label, None, inner_width, scale, bold=True).height + METER + 2 * GAP
            if tier.meter
            else 0.0
        )
        x += width + (gaps[index] if index < len(gaps) else 0.0)
    # The same step, the same height for meters, and in columns of as many nodes the same rows: so that
    # neighbouring nodes line up.
    step, meter = max(steps), max(meters)
    alike = {
        len(tier.nodes): [max(row) for row in zip(*same, strict=True)]
        for tier in tiers
        for same in [[[needs[n.id] for n in t.nodes] for t in tiers if len(t.nodes) == len(tier.nodes)]]
    }
    tallest = max(sum(rows) + step * (count - 1) for count, rows in alike.items()) + meter
    above = inset + (head + pad if head else 0.0)
    under = inset + (note + pad if note else 0.0)
    total = above + tallest + under
    height = max(region.height, total)
    places, nodes = [], {}
    for tier, left, width in zip(tiers, lefts, widths, strict=True):
        inner = Rect(left + inset, above, width - 2 * inset, height - above - under)
        y = inner.top
        heights = _shared(alike[len(tier.nodes)], step, inner.height - meter)
        for node, tall in zip(tier.nodes, heights, strict=True):
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
    return Plan(Size(max(region.width, x) + short, total), tuple(places), nodes, moved, tuple(between))


def _shared(needs: Sequence[float], step: float, height: float) -> list[float]:
    """Heights of the nodes in a column, `step` apart: alike where that is enough for each of them."""
    room = height - step * (len(needs) - 1)
    alike = room / len(needs)
    extra = alike - sum(needs) / len(needs)
    return [alike if alike >= max(needs) else need + extra for need in needs]


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

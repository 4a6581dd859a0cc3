"""Tiers as columns, each with its title on top and its note at the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from deckbuild.geometry import Insets, Size
from deckbuild.graphics.architecture.channel import GATE
from deckbuild.graphics.architecture.lines import label
from deckbuild.graphics.architecture.model import ArchitectureSpec, Tier
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
    aligned,
    alike,
    at_least,
    balanced,
    column,
    pad,
    row,
    shared_rows,
    stretched,
)
from deckbuild.layout.columns import column_widths
from deckbuild.layout.marked import GAP

LABEL_SHARE = 0.14  # of the width, where a label between columns breaks
CHANNEL_SHARE = 0.16  # the same for a channel's name, which may be long


def tier_columns(graphic: ArchitectureSpec, nodes: Mapping[str, Box], width: float, scale: Scale) -> Box:
    """The tiers side by side, `width` points wide: titles, nodes of as many, meters and notes line up."""
    tiers = graphic.tiers
    edge = scale.pad if any(tier.boxed for tier in tiers) else 0.0
    gaps = [_gap(graphic, one, other, width, scale) for one, other in pairwise(tiers)]
    least = 2 * (edge + scale.pad) + scale.icon
    widths = column_widths(width - sum(gaps), 0.0, [tier.weight for tier in tiers], least)
    inner = [each - 2 * edge for each in widths]
    step = max(neighbour_gap(graphic, tier, scale) for tier in tiers)
    stacks = _stacks([[nodes[node.id] for node in tier.nodes] for tier in tiers], inner, step)
    meters = [meter(tier, scale, _above_bar) for tier in tiers]
    gauge = max(bar.takes(Size(each, 0.0)).height for bar, each in zip(meters, inner, strict=True))
    cells = []
    for tier, stack, bar in zip(tiers, stacks, meters, strict=True):
        title, note = words(tier, scale, stacked=False)
        middle = column([stretched(stack), at_least(bar, height=gauge)])
        head = None if title is EMPTY else pad(balanced(title), Insets(bottom=scale.pad))
        foot = None if note is EMPTY else pad(balanced(note), Insets(top=scale.pad))
        cells.append([head, stretched(middle), foot])
    between = [[None, stretched(gap_slot(index)), None] for index in range(len(gaps))]
    found = shared_rows(interleaved(cells, between), widths=interleaved(inner, gaps), spare="boxes")
    frame = Insets.all(edge)
    boxes = [tier_box(tier, each, frame, scale) for tier, each in zip(tiers, found[::2], strict=True)]
    empty = [pad(each, Insets.symmetric(0.0, edge)) for each in found[1::2]]
    return row(interleaved(boxes, empty), interleaved(widths, gaps))


def _stacks(tiers: Sequence[Sequence[Box]], widths: Sequence[float], step: float) -> list[Box]:
    """The nodes of each tier below each other, as high as those beside them in tiers of as many."""
    needs = [
        [node.takes(Size(width, 0.0)).height for node in nodes]
        for nodes, width in zip(tiers, widths, strict=True)
    ]
    found = []
    for nodes in tiers:
        beside = zip(*(own for own in needs if len(own) == len(nodes)), strict=True)
        level = [at_least(node, height=max(heights)) for node, heights in zip(nodes, beside, strict=True)]
        found.append(alike([stretched(each) for each in level], gap=step))
    return found


def _above_bar(said: Box, bar: Box) -> Box:
    """A meter's words above its bar."""
    return column([aligned(said, 0.0, 0.0), bar], gap=GAP, spare="end")


def _gap(graphic: ArchitectureSpec, one: Tier, other: Tier, width: float, scale: Scale) -> float:
    """Between columns: the labels of the lines, or the channel with its gates."""
    links = graphic.links(one.nodes, other.nodes)
    said = [label(link, scale).takes(Size(width * LABEL_SHARE, 0.0)) for link in links if link.speaks]
    gap = max([LINE_GAP if links else BARE_GAP, *(size.width + 2 * LABEL_AIR for size in said)])
    channel = graphic.channel(one, other)
    if channel is None:
        return gap
    name = phrase(channel.label, None, scale).takes(Size(width * CHANNEL_SHARE, 0.0))
    return max(gap, name.width + 2 * LABEL_AIR) + (2 * GATE if channel.ends else 0.0)

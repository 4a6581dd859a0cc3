"""What planning an architecture yields, and what rows and columns have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckbuild.geometry import Rect, Size
from deckbuild.graphics.architecture import model
from deckbuild.graphics.architecture.lanes import ANY_WIDTH, Drawing, Extent, link_size
from deckbuild.graphics.architecture.phrases import Scale

LINE_GAP = 26.0  # between parts with a line between them: room to see which way its head points
BARE_GAP = 16.0  # between tiers without
LABEL_AIR = 12.0  # what a gap needs beyond its label
GATE = 28.0  # width of a channel's gate
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


def spread(start: float, length: float, gap: float, weights: Sequence[float]) -> list[Extent]:
    """Start and length of neighbours that share `length` by weight, `gap` points apart."""
    room = length - gap * (len(weights) - 1)
    extents = []
    for weight in weights:
        share = room * weight / sum(weights)
        extents.append((start, share))
        start += share + gap
    return extents


def item_cells(
    node: model.Component, tier: model.Tier, drawing: Drawing, extent: Extent, gap: float, scale: Scale
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


def neighbour_gap(drawing: Drawing, index: int, scale: Scale) -> float:
    """Between neighbours in a tier: enough for the lines that join them, and for their labels."""
    gap = scale.context.theme.shape.gap
    for one, other in pairwise(drawing.tiers[index].nodes):
        for link in drawing.joined(one.id, other.id):
            size = link_size(link, ANY_WIDTH, scale)
            label = size.width + LABEL_AIR if drawing.direction == "down" else size.height + LABEL_AIR / 2
            gap = max(gap, label, LINE_GAP * 0.75)
    return gap

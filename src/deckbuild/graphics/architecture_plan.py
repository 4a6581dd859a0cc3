"""Where the tiers, nodes and lines of an architecture stand.

`down`: tiers are rows, each with its title at the left and its note at the right. `right`: tiers are columns,
each with its title on top and its note at the foot. Lines between neighbouring tiers run straight through the
stretch that both their nodes share, evenly spread over it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from deckbuild.geometry import Rect, Size
from deckbuild.graphics import architecture_spec as spec
from deckbuild.graphics.architecture_parts import GAP, Scale, component, phrase

Direction = Literal["down", "right"]
Extent = tuple[float, float]

LINE_GAP = 34.0  # between tiers with a line between them: room to see which way its head points
BARE_GAP = 16.0  # between tiers without
LABEL_AIR = 14.0  # what a line needs beyond its label
SHARED = 12.0  # points two nodes must share for a straight line between them
HEAD_SHARE, NOTE_SHARE = 0.25, 0.2  # of the width, for the titles and notes of rows
GATE = 26.0  # width of a channel's gate
GAP_GROWTH = 0.35  # of the spare height, what goes to the gaps between rows


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, with the look-ups that planning and routing share."""

    tiers: tuple[spec.Tier, ...]
    links: tuple[spec.Link, ...]
    channels: tuple[spec.Channel, ...]
    columns: tuple[float, ...]
    direction: Direction

    def tier_of(self, node: str) -> int:
        return next(i for i, tier in enumerate(self.tiers) for n in tier.nodes if n.id == node)

    def node(self, name: str) -> spec.Component:
        return next(node for tier in self.tiers for node in tier.nodes if node.id == name)

    def between(self, first: int, second: int) -> tuple[spec.Link, ...]:
        """The links between two tiers, whichever way they lead."""
        ends = {first, second}
        return tuple(li for li in self.links if {self.tier_of(li.start), self.tier_of(li.end)} == ends)

    def channel(self, first: int) -> spec.Channel | None:
        """The channel between tier `first` and the next."""
        ids = {self.tiers[first].id, self.tiers[first + 1].id}
        return next((channel for channel in self.channels if set(channel.between) == ids), None)


@dataclass(frozen=True, slots=True)
class TierPlace:
    """Where a tier's parts stand; what it doesn't have is None."""

    box: Rect | None
    area: Rect
    head: Rect | None = None
    note: Rect | None = None
    meter: Rect | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All places in points. `need` is what they take: more than the region where it doesn't fit."""

    need: Size
    tiers: tuple[TierPlace, ...]
    nodes: Mapping[str, Rect]
    cells: Mapping[str, tuple[Rect, ...]]
    gaps: tuple[Rect, ...]


def plan(drawing: Drawing, region: Size, scale: Scale) -> Plan:
    return (_rows if drawing.direction == "down" else _columns)(drawing, region, scale)


def hue_name(node: spec.Component, tier: spec.Tier) -> str | None:
    return node.color or tier.color


def spread(left: float, width: float, gap: float, weights: Sequence[float]) -> list[Extent]:
    """Start and length of neighbours that share `width` by weight, `gap` points apart."""
    room = width - gap * (len(weights) - 1)
    extents = []
    for weight in weights:
        length = room * weight / sum(weights)
        extents.append((left, length))
        left += length + gap
    return extents


def link_label(link: spec.Link, width: float, scale: Scale) -> Size:
    """What a link's label takes if it may be `width` points wide."""
    if not link.label and not link.icon:
        return Size(0, 0)
    ink = scale.context.tone.text
    natural = phrase(link.label or "", link.icon, Rect(0, 0, 10_000, 0), ink, scale)
    text = natural.items[-1]
    words = text.rect.right if not isinstance(text, type(None)) else 0.0
    from deckbuild.document import Text

    words = next((i.body.width + i.rect.left for i in natural.items if isinstance(i, Text)), words)
    if words <= width:
        return Size(words + 1, natural.need.height)
    set_ = phrase(link.label or "", link.icon, Rect(0, 0, width, 0), ink, scale)
    return Size(width, set_.need.height)

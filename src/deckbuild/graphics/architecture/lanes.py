"""Where the lines between the nodes of an architecture run, before anything is drawn.

Lines run straight through the stretch that two nodes share across the flow, evenly spread over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from deckbuild.geometry import Rect, Size
from deckbuild.graphics.architecture import model
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase_size

Direction = Literal["down", "right"]
Extent = tuple[float, float]

SHARED = 12.0  # points that two nodes must share for a straight line between them
LABEL_RISE = 3.0  # between a label's foot and the level line below it
ANY_WIDTH = 10_000.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, with the look-ups that planning and routing share."""

    tiers: tuple[model.Tier, ...]
    links: tuple[model.Link, ...]
    channels: tuple[model.Channel, ...]
    columns: tuple[float, ...]
    direction: Direction

    def tier_of(self, node: str) -> int:
        return next(i for i, tier in enumerate(self.tiers) for each in tier.nodes if each.id == node)

    def between(self, first: int, second: int) -> tuple[model.Link, ...]:
        """The links between two tiers (or within one), whichever way they lead."""
        ends = [first, second]
        return tuple(
            link for link in self.links if sorted((self.tier_of(link.start), self.tier_of(link.end))) == ends
        )

    def joined(self, one: str, other: str) -> tuple[model.Link, ...]:
        """The links between two nodes, whichever way they lead."""
        return tuple(link for link in self.links if {link.start, link.end} == {one, other})

    def channel(self, first: int) -> model.Channel | None:
        """The channel between tier `first` and the next."""
        ids = {self.tiers[first].id, self.tiers[first + 1].id}
        return next((channel for channel in self.channels if set(channel.between) == ids), None)


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of a link, the `index`-th of its gap. `at` is where it runs across the flow, in points; None
    is a slanting line between nodes that share too little."""

    link: model.Link
    index: int
    at: float | None


def lanes(links: Sequence[model.Link], extents: Mapping[str, Extent]) -> tuple[Lane, ...]:
    """The lines of the links through one gap, given each node's start and length across the flow.

    Links between the same two nodes share the stretch that both have.
    """
    found: list[Lane] = []
    pairs: dict[frozenset[str], list[int]] = {}
    for index, link in enumerate(links):
        pairs.setdefault(frozenset((link.start, link.end)), []).append(index)
    for pair, group in pairs.items():
        left = max(extents[name][0] for name in pair)
        right = min(sum(extents[name]) for name in pair)
        if right - left < SHARED:
            found += [Lane(links[index], index, None) for index in group]
            continue
        lines = [index for index in group for _ in range(links[index].lines)]
        step = (right - left) / len(lines)
        found += [Lane(links[each], each, left + step * (n + 0.5)) for n, each in enumerate(lines)]
    return tuple(found)


def labelled(links: Sequence[model.Link]) -> Iterator[tuple[int, model.Link]]:
    """The links that say something, with their positions."""
    return ((index, link) for index, link in enumerate(links) if link.label or link.icon)


def link_size(link: model.Link, widest: float, scale: Scale) -> Size:
    """What a link's label takes if it may be `widest` points wide."""
    return phrase_size(link.label or "", link.icon, widest, scale, bold=True)


def beside(runs: Sequence[Lane], gap: Rect, scale: Scale) -> dict[int, Rect]:
    """Places for the labels of upright lines by the link's index, in the middle of the gap's height: right of
    the line where there is room up to the next one, else left of it; broken where neither is enough."""
    places: dict[int, Rect] = {}
    upright = [(lane.at, lane) for lane in runs if lane.at is not None]
    ordered = sorted(upright, key=lambda each: each[0])
    taken = gap.left - GAP
    for n, (at, lane) in enumerate(ordered):
        following = ordered[n + 1] if n + 1 < len(ordered) else None
        last = following is None or following[1].index != lane.index
        if last and (lane.link.label or lane.link.icon):
            right = (gap.right + GAP if following is None else following[0]) - at - 2 * GAP
            left = at - taken - 2 * GAP
            onward = link_size(lane.link, ANY_WIDTH, scale).width <= right or right >= left
            size = link_size(lane.link, right if onward else left, scale)
            x = at + GAP if onward else at - GAP - size.width
            places[lane.index] = Rect(x, gap.center.y - size.height / 2, size.width, size.height)
            taken = x + size.width if onward else at
        else:
            taken = at
    return places


def above(runs: Sequence[Lane], gap: Rect, scale: Scale) -> dict[int, Rect]:
    """Places for the labels of level lines by the link's index: above the line, in the middle of the gap."""
    places: dict[int, Rect] = {}
    width = gap.width - 2 * GAP
    for lane in runs:
        if lane.at is not None and lane.index not in places and (lane.link.label or lane.link.icon):
            height = link_size(lane.link, width, scale).height
            places[lane.index] = Rect(gap.left + GAP, lane.at - LABEL_RISE - height, width, height)
    return places

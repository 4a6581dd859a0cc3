"""Places across the arrows of a ranked graph: of boxes, of lanes, of where clusters begin and end.

Turned so that ranks follow each other to the right: along is the direction of the arrows, across the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from deckbuild.diagrams.ranked_graph import RankedGraph
from deckbuild.diagrams.ranked_order import Entry, Order
from deckbuild.diagrams.spacing import Apart, Pull, earliest, settled
from deckbuild.geometry import Size

BOX_GAP = 14.0  # points between boxes of a rank
LANE_GAP = 10.0  # points from a box to a line that passes it
LANE = 8.0  # points between parallel lines
PANEL_MARGIN = 12.0  # points from a panel's edge to what stands on it
PANEL_GAP = 12.0
STUB = 14.0  # points of line before and behind a turn: seen as a stem, long enough for an arrowhead
RANK_GAP = 34.0  # an arrow between ranks: long enough to be seen as one
FIRM, LOOSE, FAINT = 300.0, 0.01, 1e-4  # weights: what makes a drawing regular, what keeps it close, the rest
CLEARANCE = 3.0  # points between a line and its label: close enough to belong together


@dataclass(frozen=True, slots=True)
class Measures:
    """What a graph is laid out with, turned: the size of the boxes in each rank, the room for labels by the
    numbers of their links, and for titles of panels by cluster: `before` or `after` the boxes across or,
    `ahead`, along.
    `above` says that a label stands before its line across, not after it. `gap` is between boxes of a rank,
    `air` a factor for other distances, below 1 where room is short."""

    sizes: tuple[Size, ...]
    labels: Mapping[int, Size] = field(default_factory=dict)
    before: Mapping[str, float] = field(default_factory=dict)
    after: Mapping[str, float] = field(default_factory=dict)
    ahead: Mapping[str, float] = field(default_factory=dict)
    above: bool = True
    gap: float = BOX_GAP
    air: float = 1.0

    @property
    def margin(self) -> float:
        """Points from a panel's edge to what stands on it."""
        return PANEL_MARGIN * self.air


@dataclass(frozen=True)
class Rows:
    """Places across: the middles of boxes and of lanes, by entry."""

    graph: RankedGraph
    order: Order
    measures: Measures

    @cached_property
    def things(self) -> dict[Entry, int]:
        """A number for each entry, in every rank the same."""
        return {entry: number for number, entry in enumerate(dict.fromkeys(e for r in self.order for e in r))}

    @cached_property
    def aparts(self) -> list[Apart]:
        found: dict[tuple[int, int], float] = {}
        for rank in self.order:
            for one, other in pairwise(rank):
                pair = self.things[one], self.things[other]
                found[pair] = max(found.get(pair, 0.0), self._gap(one, other))
        for key in self.graph.clusters:
            pair = self.things[Entry("opens", key)], self.things[Entry("closes", key)]
            heads = self.measures.before.get(key, 0.0) + self.measures.after.get(key, 0.0)
            found[pair] = max(found.get(pair, 0.0), 2 * self.measures.margin + heads)
        return [Apart(one, other, gap) for (one, other), gap in found.items()]

    @cached_property
    def extent(self) -> float:
        """The least that all needs across, in points."""
        least = earliest([self.reach(entry)[0] for entry in self.things], self.aparts)
        return max(least[number] + self.reach(entry)[1] for entry, number in self.things.items())

    def reach(self, entry: Entry) -> tuple[float, float]:
        """How far an entry reaches before and after its place."""
        if entry.kind == "box":
            extent = self.measures.sizes[self.graph.rank[str(entry.name)]].height
            return extent / 2, extent / 2
        if entry.kind == "lane":
            label = self.measures.labels.get(int(entry.name))
            beside = CLEARANCE if self.measures.above else 2 * CLEARANCE
            room = label.height + 2 * beside if label else 2.0
            return (room, 2.0) if self.measures.above else (2.0, room)
        return 0.0, 0.0

    def _gap(self, one: Entry, other: Entry) -> float:
        gap = self.reach(one)[1] + self.reach(other)[0]
        if one.kind == "opens":
            return gap + self.measures.margin + self.measures.before.get(str(one.name), 0.0)
        if other.kind == "closes":
            return gap + self.measures.margin + self.measures.after.get(str(other.name), 0.0)
        kinds = {one.kind, other.kind}
        if kinds == {"box"}:
            return gap + max(self.measures.gap, self._between(one, other))
        if kinds == {"lane"}:
            return gap + LANE - 4.0
        air = self.measures.air
        return gap + (LANE_GAP * air if "lane" in kinds else self.measures.gap + PANEL_GAP * air - BOX_GAP)

    def _between(self, one: Entry, other: Entry) -> float:
        """Room for the line of peers that stand beside each other."""
        joined = [
            number
            for number, link in enumerate(self.graph.links)
            if {link.start, link.end} == {one.name, other.name}
        ]
        labels = [self.measures.labels[n].height + 2 * CLEARANCE for n in joined if n in self.measures.labels]
        least = RANK_GAP * self.measures.air if joined else 0.0
        return max([least, *(2 * STUB * self.measures.air + label for label in labels)])

    def settled(self, room: float | None) -> dict[Entry, float]:
        """Places from 0 to `room` points, or where everything would like to be."""
        free = room is None
        extent = max(self.extent, room or 0.0)
        bounds = []
        for entry in self.things:
            low, high = self.reach(entry)
            bounds.append((-9e3, 9e3) if free else (low, extent - high))
        places = settled(len(self.things), self.aparts, list(self._pulls(extent)), bounds)
        low = min(places[number] - self.reach(entry)[0] for entry, number in self.things.items())
        high = max(places[number] + self.reach(entry)[1] for entry, number in self.things.items())
        shift = -low if free else (extent - high - low) / 2
        return {entry: places[number] + shift for entry, number in self.things.items()}

    def _pulls(self, extent: float) -> Iterator[Pull]:
        """Boxes stand in the middle of those that they lead to, then of those that lead to them; siblings at
        one distance; lanes near the ends of their lines."""
        graph, things = self.graph, self.things
        after: dict[Entry, list[Entry]] = {}
        before: dict[Entry, list[Entry]] = {}
        for number, link in enumerate(graph.links):
            ends = Entry("box", link.start), Entry("box", link.end)
            if graph.beside(number):
                continue
            if number not in graph.lanes:
                after.setdefault(ends[0], []).append(ends[1])
                before.setdefault(ends[1], []).append(ends[0])
                continue
            lane = things[Entry("lane", number)]
            back = graph.backward(number)
            for end in ends:
                yield Pull({lane: 1.0, things[end]: -1.0}, 0.0, LOOSE if back else FIRM / 3)
        for entry, near in after.items():
            yield self._middle(entry, near, FIRM)
            siblings = [each for each in near if len(before[each]) == 1]
            at = sorted(siblings, key=self._place)
            for one, each, other in zip(at, at[1:], at[2:], strict=False):
                yield Pull({things[one]: 1.0, things[each]: -2.0, things[other]: 1.0}, 0.0, FIRM)
        for entry, near in before.items():
            firm = len(near) > 1 or len(after[near[0]]) == 1
            yield self._middle(entry, near, FIRM if firm else LOOSE)
        for rank in self.order:
            solid = [entry for entry in rank if entry.kind == "box"]
            for place, entry in enumerate(solid):
                yield Pull({things[entry]: 1.0}, extent * (place + 0.5) / len(solid), FAINT)
        for key in graph.clusters:
            yield Pull({things[Entry("closes", key)]: 1.0, things[Entry("opens", key)]: -1.0}, 0.0, FAINT)

    def _middle(self, entry: Entry, near: list[Entry], weight: float) -> Pull:
        first, last = min(near, key=self._place), max(near, key=self._place)
        factors = {self.things[entry]: 1.0}
        for each in (first, last):
            factors[self.things[each]] = factors.get(self.things[each], 0.0) - 0.5
        return Pull(factors, 0.0, weight)

    def _place(self, entry: Entry) -> int:
        rank = self.order[self.graph.rank[str(entry.name)]]
        return rank.index(entry)

"""A graph in ranks: which edges lead back, what stands in which group, and the room that lines need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from deckbuild.diagrams.graphviz_engine import Cluster, Diagram, Wire, solve
from deckbuild.diagrams.placement import Placement, lined_up, spread_over
from deckbuild.diagrams.ranked_ways import LIFT, PASSING
from deckbuild.diagrams.ranks import Ranks, rank_nodes
from deckbuild.diagrams.routes import LABEL_CLEARANCE, LANE, STUB
from deckbuild.geometry import Insets, Size

RANK_GAP = 44.0  # an arrow between ranks: long enough to be seen as one
BOX_GAP = 2 * PASSING  # points between boxes of a rank: a line passes with air on both sides
PANEL_MARGIN = 12.0  # points from a panel's edge to the boxes of its group
SPINE = 8  # weight of the first arrow out of a node: what authors name first is the main way


class Edge(Protocol):
    """What leads from one box to another; peers share a rank."""

    @property
    def start(self) -> str: ...
    @property
    def end(self) -> str: ...
    @property
    def peers(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class RankedGraph:
    """Boxes whose ranks follow each other to the right (`across`) or down, the edges between them, and groups
    that share a panel, by key. `rank` and `home` are the number of each box's rank and the key of its group;
    over those of `headed` edges lead back. `labels` are the rooms for labels, by the numbers of their
    edges."""

    names: tuple[str, ...]
    edges: Sequence[Edge]
    groups: Mapping[str, tuple[str, ...]]
    ranks: Ranks
    rank: Mapping[str, int]
    home: Mapping[str, str]
    headed: frozenset[str]
    across: bool = True
    labels: Mapping[int, Size] = field(default_factory=dict)

    def backward(self, edge: Edge) -> bool:
        """Whether an edge leads to an earlier rank."""
        return self.rank[edge.end] < self.rank[edge.start]

    @property
    def columns(self) -> int:
        """How many boxes stand beside each other."""
        return len(self.ranks) if self.across else max(map(len, self.ranks))

    @property
    def rows(self) -> int:
        """How many boxes stand below each other."""
        return max(map(len, self.ranks)) if self.across else len(self.ranks)

    def share(self, width: float) -> float:
        """How wide each box may be, in points, where the graph is `width` points wide."""
        gaps = (self.columns - 1) * (self.rank_gap if self.across else BOX_GAP)
        margins = 2 * PANEL_MARGIN * self._panels_beside()
        return (width - gaps - margins) / self.columns - self.headroom.left

    @property
    def rank_gap(self) -> float:
        """Points between ranks, for arrows and the labels beside them."""
        beside = [
            STUB * 2 + LANE + (room.width if self.across else room.height)
            for number, room in self.labels.items()
            if not self.backward(self.edges[number])
        ]
        return max([RANK_GAP if self.across else RANK_GAP * 0.7, *beside])

    @property
    def headroom(self) -> Insets:
        """Room above the boxes, or left of them, for arrows that lead back."""
        back = [number for number, edge in enumerate(self.edges) if self.backward(edge)]
        if not back:
            return Insets()
        if not self.across:
            return Insets(left=LIFT + 2.0)
        highest = max((self.labels[number].height for number in back if number in self.labels), default=0.0)
        return Insets(top=LIFT + LABEL_CLEARANCE + highest)

    def placed(self, box: Size, titles: Mapping[str, float]) -> Placement:
        """The boxes, all of one size, in Graphviz's places; those of `headed` with their headroom. `titles`
        are the points that each panel's title takes above its boxes."""
        head = self.headroom
        headed = Size(box.width + head.horizontal, box.height + head.vertical)
        firsts = {edge.start: edge for edge in reversed(self.edges)}
        wires = [
            Wire(
                edge.start,
                edge.end,
                weight=SPINE if edge is firsts[edge.start] else 1,
                ranks=not self.backward(edge),
            )
            for edge in self.edges
        ]
        clusters = [
            Cluster(key, members, PANEL_MARGIN, Size(10.0, titles[key]))
            for key, members in self.groups.items()
        ]
        return solve(
            Diagram(
                {name: headed if name in self.headed else box for name in self.names},
                tuple(wires),
                tuple(clusters),
                self.ranks,
                "right" if self.across else "down",
                BOX_GAP,
                self.rank_gap,
            )
        )

    def spread(self, placement: Placement, size: Size) -> Placement:
        """What `placed` found, spread over `size` points: boxes without their headroom, panels in line."""
        spread, head = spread_over(placement, size), self.headroom
        boxes = {
            name: rect.inset(head) if name in self.headed else rect for name, rect in spread.boxes.items()
        }
        spans = {key: [self.rank[name] for name in members] for key, members in self.groups.items()}
        return replace(spread, boxes=boxes, clusters=lined_up(spread.clusters, spans, across=self.across))

    def titles_at_foot(
        self, placement: Placement, reach: Mapping[str, float], held: Collection[str]
    ) -> frozenset[str]:
        """Lanes with a line from the lane above to a box below their title, which would run through it. Those
        with a line from such a box to the lane below keep it on top, and those `held`. `reach` is where each
        title ends, in points from the left."""
        boxes, home = placement.boxes, self.home
        ends = (sorted((edge.start, edge.end), key=lambda name: boxes[name].top) for edge in self.edges)
        crossing = [
            (upper, lower)
            for upper, lower in ends
            if home.get(upper) != home.get(lower) and boxes[upper].bottom <= boxes[lower].top
        ]
        near = {name for name, key in home.items() if boxes[name].center.x < reach[key]}
        entered = {home[lower] for _, lower in crossing if lower in near}
        left = {home[upper] for upper, _ in crossing if upper in near}
        return frozenset(entered - left - {*held})

    def _panels_beside(self) -> int:
        """How many panels stand beside each other, each with its margins."""
        levels = [frozenset(self.home[name] for name in rank if name in self.home) for rank in self.ranks]
        return len({*levels} - {frozenset()}) if self.across else max(map(len, levels))


def ranked_graph(
    nodes: Iterable[str], edges: Sequence[Edge], groups: Mapping[str, tuple[str, ...]]
) -> RankedGraph:
    """The graph of these boxes, ranked by its edges."""
    names = tuple(nodes)
    ranks = rank_nodes(names, [(edge.start, edge.end, edge.peers) for edge in edges])
    rank = {name: number for number, level in enumerate(ranks) for name in level}
    home = {name: key for key, members in groups.items() for name in members}
    back = [edge for edge in edges if rank[edge.end] < rank[edge.start]]
    ends = {end for edge in back for end in (edge.start, edge.end)}
    beside = {name: groups[home[name]] if name in home else names for name in names}
    headed = frozenset(name for name, around in beside.items() if ends.intersection(around))
    return RankedGraph(names, edges, groups, ranks, rank, home, headed)

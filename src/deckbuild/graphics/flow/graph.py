"""A flow as a graph: its ranks, which group a node is in, which arrows lead back."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.diagrams.ranks import Ranks, rank_nodes
from deckbuild.graphics.flow.model import FlowEdge, FlowGroup, FlowSpec


@dataclass(frozen=True, slots=True)
class Graph:
    """A flow that leads right (`across`) or down, with what follows from its edges and groups. `rank` and
    `home` are the number of each node's rank and the key of its group; over those of `headed` arrows lead
    back."""

    flow: FlowSpec
    ranks: Ranks
    rank: dict[str, int]
    home: dict[str, str]
    headed: frozenset[str]
    across: bool = True

    def backward(self, edge: FlowEdge) -> bool:
        """Whether an edge leads to an earlier rank."""
        return self.rank[edge.end] < self.rank[edge.start]

    def group(self, name: str) -> FlowGroup | None:
        """The group that a node is in."""
        return self.flow.groups[self.home[name]] if name in self.home else None


def graph_of(flow: FlowSpec) -> Graph:
    ranks = rank_nodes(flow.nodes, [(edge.start, edge.end, edge.peers) for edge in flow.edges])
    rank = {name: number for number, names in enumerate(ranks) for name in names}
    home = {name: key for key, group in flow.groups.items() for name in group.nodes}
    back = [edge for edge in flow.edges if rank[edge.end] < rank[edge.start]]
    ends = {end for edge in back for end in (edge.start, edge.end)}
    panels = {name: flow.groups[home[name]].nodes if name in home else flow.nodes for name in flow.nodes}
    headed = frozenset(name for name, beside in panels.items() if ends.intersection(beside))
    return Graph(flow, ranks, rank, home, headed)

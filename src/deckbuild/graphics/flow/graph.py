"""A flow as a graph in ranks."""

from __future__ import annotations

from deckbuild.diagrams.ranked_graph import RankedGraph, ranked_graph
from deckbuild.graphics.flow.model import FlowSpec


def graph_of(flow: FlowSpec) -> RankedGraph:
    return ranked_graph(flow.nodes, flow.edges, {key: group.nodes for key, group in flow.groups.items()})

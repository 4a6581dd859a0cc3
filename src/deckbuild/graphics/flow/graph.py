"""A flow as a graph in ranks."""

from __future__ import annotations

from deckbuild.diagrams.ranked_graph import Link, RankedGraph, nested
from deckbuild.graphics.flow.model import FlowSpec


def graph_of(flow: FlowSpec) -> RankedGraph:
    """The graph; edges that look alike may leave their node as one fork."""
    links = tuple(
        Link(edge.start, edge.end, edge.peers, (edge.style, edge.color) if edge.arrow == "end" else None)
        for edge in flow.edges
    )
    outlines = {name: node.shape for name, node in flow.nodes.items()}
    return RankedGraph(outlines, links, nested(flow.members()))

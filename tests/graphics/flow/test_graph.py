"""A flow as a graph."""

from __future__ import annotations

from deckbuild.graphics.flow import Flow
from deckbuild.graphics.flow.graph import graph_of
from tests.graphics.drawn import graphic


def test_an_edge_to_an_earlier_rank_leads_back() -> None:
    flow = graphic("flow", "{nodes: {a: A, b: B, c: C}, edges: [a -> b -> c, c -> b]}")
    assert isinstance(flow, Flow)
    graph = graph_of(flow)
    assert [graph.backward(number) for number in range(3)] == [False, False, True]

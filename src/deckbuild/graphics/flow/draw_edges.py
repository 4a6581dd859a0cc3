"""Arrows of a flow: native connectors glued to the nodes, and their labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.diagrams.ranked_ways import Link, label_places, ranked_ways
from deckbuild.document import Connector, Glue, Stroke
from deckbuild.geometry import Rect
from deckbuild.graphics.flow.model import FlowEdge
from deckbuild.graphics.flow.parts import edge_label, palette_color
from deckbuild.graphics.flow.plan import Plan
from deckbuild.layout.boxes import Drawn


def draw_edges(edges: Sequence[FlowEdge], plan: Plan) -> Iterator[Drawn]:
    """Connectors, then their labels."""
    graph, cards, setting = plan.graph, plan.cards, plan.cards.setting
    links = [Link(edge.start, edge.end, bool(edge.label)) for edge in edges]
    ways = ranked_ways(links, cards.rects, graph.rank, across=graph.across)
    for edge, way in zip(edges, ways, strict=True):
        color = palette_color(edge.color, setting.context) or setting.tone.muted
        yield Connector(
            way.points,
            Stroke(color, setting.theme.shape.connector, "dash" if edge.style == "dashed" else "solid"),
            Glue(cards.key(edge.start), way.leaving),
            Glue(cards.key(edge.end), way.entering),
            start_arrow=edge.arrow == "both",
            end_arrow=edge.arrow != "none",
            span=edge.span,
        )
    places = label_places(links, ways, graph.labels, list(cards.rects.values()), Rect.of_size(cards.size))
    for number, place in places.items():
        yield from edge_label(edges[number], setting).draw(place)

"""Arrows of a flow: native connectors glued to the nodes, and their labels."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.diagrams.ranked_ways import Link, label_places, ranked_ways
from deckbuild.document import Connector, Glue, Stroke
from deckbuild.geometry import Rect
from deckbuild.graphics.flow.parts import BACK_LABEL_WIDTH, LABEL_WIDTH, edge_label, label_room, palette_color
from deckbuild.graphics.flow.plan import Plan
from deckbuild.layout.boxes import Drawn


def draw_edges(plan: Plan) -> Iterator[Drawn]:
    """Connectors, then their labels."""
    graph, setting = plan.graph, plan.setting
    edges, across = graph.flow.edges, graph.across
    links = [Link(edge.start, edge.end, bool(edge.label)) for edge in edges]
    ways = ranked_ways(links, plan.boxes, graph.rank, across=across)
    for edge, way in zip(edges, ways, strict=True):
        color = palette_color(edge.color, setting.context) or setting.tone.muted
        yield Connector(
            way.points,
            Stroke(color, setting.theme.shape.connector, "dash" if edge.style == "dashed" else "solid"),
            Glue(f"{graph.flow.id}/{edge.start}", way.leaving),
            Glue(f"{graph.flow.id}/{edge.end}", way.entering),
            start_arrow=edge.arrow == "both",
            end_arrow=edge.arrow != "none",
            span=edge.span,
        )
    sizes = {}
    for number, edge in enumerate(edges):
        if edge.label:
            above = across and graph.backward(edge)
            sizes[number] = label_room([edge], setting, BACK_LABEL_WIDTH if above else LABEL_WIDTH)
    places = label_places(links, ways, sizes, list(plan.boxes.values()), Rect.of_size(plan.size))
    for number, place in places.items():
        yield from edge_label(edges[number], setting).draw(place)

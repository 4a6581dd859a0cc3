"""A flow drawn: panels and cards, then the arrows over them and their labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.ports import Port
from deckbuild.diagrams.routes import bent
from deckbuild.document import Color, Connector, Frame, Glue, Shape, Stroke, composed
from deckbuild.geometry import Point, Size
from deckbuild.graphics.flow.model import FlowGroup, FlowSpec
from deckbuild.graphics.flow.parts import edge_label, palette_color
from deckbuild.graphics.flow.plan import Plan, best_plan
from deckbuild.graphics.shared.card import SEEN, line_color
from deckbuild.layout.boxes import Drawn
from deckbuild.layout.marks import with_sites
from deckbuild.layout.shapes import panel

PANEL_EDGE = 1.0


def lay_out_flow(flow: FlowSpec, region: Size, context: LayoutContext) -> Frame:
    """The flow by the plan that fits best."""
    plan = best_plan(flow, region, context)
    return composed(plan.cards.size, (*_boxes(flow, plan), *_edges(flow, plan)))


def _boxes(flow: FlowSpec, plan: Plan) -> Iterator[Drawn]:
    """Panels, outer ones first, each followed by the cards on it, then the cards that stand free."""
    cards, setting, graph = plan.cards, plan.cards.setting, plan.graph
    for key in sorted(flow.groups, key=graph.depth):
        group = flow.groups[key]
        own = cards.key(f"group/{key}" if key in flow.nodes else key)  # a node may have the same id
        body, name = plan.titles[key].body, plain_text(group.title)
        fill, edge = _ground(group, setting.context), None
        if graph.depth(key) > 1:  # on another panel, which may have the same colour
            color = palette_color(group.color, setting.context)
            edge = Stroke(line_color(color, setting.context) if color else setting.tone.muted, PANEL_EDGE)
        yield panel(plan.panels[key], setting.context, fill=fill, stroke=edge, body=body, name=name, key=own)
        yield from _cards(plan, (name for name in flow.nodes if graph.home[name] == key))
    yield from _cards(plan, (name for name in flow.nodes if not graph.home[name]))


def _cards(plan: Plan, names: Iterable[str]) -> Iterator[Drawn]:
    """Cards whose outlines have the connection sites that lines need beyond the middles of their sides."""
    for name in names:
        key, rect = plan.cards.key(name), plan.cards.rects[name]
        sites = [at.moved(-rect.left, -rect.top) for at in _sites(plan, name)]
        for item in plan.cards.draw(name):
            if sites and isinstance(item, Shape) and item.key == key:
                item = replace(item, geometry=with_sites(item.geometry, rect.size, sites))
            yield item


def _sites(plan: Plan, name: str) -> list[Point]:
    """Where lines hold on to a card, other than in the middle of a side."""
    ports = (port for way in plan.ways for port in (way.leaving, way.entering))
    return list(dict.fromkeys(port.at for port in ports if port.box == name and not port.middle))


def _edges(flow: FlowSpec, plan: Plan) -> Iterator[Drawn]:
    """Connectors glued to the cards, then their labels."""
    setting = plan.cards.setting
    for edge, way in zip(flow.edges, plan.ways, strict=True):
        color = palette_color(edge.color, setting.context) or setting.tone.muted
        yield Connector(
            bent(way.points),
            Stroke(color, setting.theme.shape.connector, "dash" if edge.style == "dashed" else "solid"),
            _glue(plan, way.leaving),
            _glue(plan, way.entering),
            start_arrow=edge.arrow == "both",
            end_arrow=edge.arrow != "none",
            span=edge.span,
        )
    for number, place in plan.labels.items():
        yield from edge_label(flow.edges[number], setting).draw(place)


def _glue(plan: Plan, port: Port) -> Glue:
    site = port.side if port.middle else _sites(plan, port.box).index(port.at)
    return Glue(plan.cards.key(port.box), site)


def _ground(group: FlowGroup, context: LayoutContext) -> Color:
    color = palette_color(group.color, context)
    light = contrast(context.tone.ground, context.theme.role.background) < SEEN
    return context.theme.hue(color).tint if color and light else context.tone.panel

"""A flow drawn: panels and cards, then the arrows over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.placement import union
from deckbuild.diagrams.routes import segments, touches
from deckbuild.document import Color, Connector, Frame, Item, composed
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.flow.draw_edges import draw_edges
from deckbuild.graphics.flow.graph import graph_of
from deckbuild.graphics.flow.model import FlowGroup, FlowSpec
from deckbuild.graphics.flow.parts import palette_color, panel_title
from deckbuild.graphics.flow.plan import PANEL_MARGIN, TITLE_GAP, Plan, best_plan
from deckbuild.graphics.shared.card import SEEN
from deckbuild.layout.boxes import Drawn
from deckbuild.layout.label import ROUNDING
from deckbuild.layout.shapes import panel


def lay_out_flow(flow: FlowSpec, region: Size, context: LayoutContext) -> Frame:
    """The flow by the plan that fits best, with room around it for lines that pass outside the boxes."""
    graph = graph_of(flow)
    plan = best_plan(graph, region, context)
    edges = composed(plan.size, draw_edges(plan)).items
    over = _overhang(edges, plan.size)
    if over != Insets():
        inner = Size(region.width - over.horizontal, region.height - over.vertical)
        plan = best_plan(graph, inner, context)
        edges = composed(plan.size, draw_edges(plan)).items
    size = Size(plan.size.width + over.horizontal, plan.size.height + over.vertical)
    drawn = composed(plan.size, (*_boxes(plan, edges), *edges))
    return composed(size, (drawn.at(over.left, over.top),))


def _overhang(items: Iterable[Item], size: Size) -> Insets:
    """By how much lines and labels reach over the edges."""
    hull = union((Rect.of_size(size), *(item.rect for item in items)))
    sides = (-hull.top, hull.right - size.width, hull.bottom - size.height, -hull.left)
    return Insets(*(side if side > ROUNDING else 0.0 for side in sides))


def _boxes(plan: Plan, lines: Sequence[Item]) -> Iterator[Drawn]:
    """Panels each followed by the cards on it, then the cards that stand free."""
    flow, context = plan.graph.flow, plan.setting.context
    insets = Insets.all(PANEL_MARGIN)
    if any(_meets_title(plan, key, lines) for key in flow.groups):
        firsts = [
            plan.boxes[group.nodes[0]].center.x - plan.panels[k].left for k, group in flow.groups.items()
        ]
        insets = replace(insets, left=max(firsts) + TITLE_GAP)
    for key, group in flow.groups.items():
        rect = plan.panels[key]
        body = panel_title(group, rect.width, plan.setting, insets, "bottom" if key in plan.footed else "top")
        own = f"group/{key}" if key in flow.nodes else key  # a node may have the same id
        ground, name = _ground(group, context), plain_text(group.title)
        yield panel(rect, context, fill=ground, body=body, name=name, key=f"{flow.id}/{own}")
        for node in group.nodes:
            yield from plan.cards[node].draw(plan.boxes[node])
    for node in flow.nodes:
        if node not in plan.graph.home:
            yield from plan.cards[node].draw(plan.boxes[node])


def _ground(group: FlowGroup, context: LayoutContext) -> Color:
    color = palette_color(group.color, context)
    light = contrast(context.tone.ground, context.theme.role.background) < SEEN
    return context.theme.hue(color).tint if color and light else context.tone.panel


def _meets_title(plan: Plan, key: str, items: Sequence[Item]) -> bool:
    """Whether a line runs through the title of a panel."""
    rect = plan.panels[key].inset(Insets.all(PANEL_MARGIN))
    title = panel_title(plan.graph.flow.groups[key], rect.width, plan.setting)
    place = rect.placed(Size(title.width, title.height), 0.0, 1.0 if key in plan.footed else 0.0)
    lines = [item for item in items if isinstance(item, Connector)]
    return any(touches(place, part) for line in lines for part in segments(line.points))

"""Boxes of a flow: nodes as cards, and the panels of groups with their headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Connector, Item, Rounded, Shape
from deckbuild.geometry import Insets, Rect
from deckbuild.graphics.flow.measures import (
    PANEL_MARGIN,
    TITLE_GAP,
    node_card,
    palette_color,
    panel_title,
)
from deckbuild.graphics.flow.model import FlowGroup, FlowSpec
from deckbuild.graphics.flow.plan import Plan
from deckbuild.graphics.shared.card import SEEN, card_look, draw_card
from deckbuild.graphics.shared.routes import segments, touches


def _ground(group: FlowGroup, context: LayoutContext) -> Color:
    color = palette_color(group.color, context)
    light = contrast(context.tone.ground, context.theme.role.background) < SEEN
    return context.theme.hue(color).tint if color and light else context.tone.panel


def draw_boxes(flow: FlowSpec, plan: Plan, edges: Sequence[Item], context: LayoutContext) -> tuple[Item, ...]:
    """Panels each followed by the nodes on it, then the nodes that stand free."""
    items: list[Item] = []
    homes = {name: group for group in flow.groups.values() for name in group.nodes}
    insets = Insets.all(PANEL_MARGIN)
    if any(_meets_title(flow, key, plan, edges, context) for key in flow.groups):
        beside = max(
            plan.boxes[group.nodes[0]].center.x - plan.panels[key].left for key, group in flow.groups.items()
        )
        insets = replace(insets, left=beside + TITLE_GAP)
    for key, group in flow.groups.items():
        rect = plan.panels[key]
        title = panel_title(group, plan.size, rect.width - insets.horizontal, context)
        body = replace(title, insets=insets, anchor="bottom" if key in plan.footed else "top")
        shape = Rounded(context.theme.shape.radius)
        own = f"group/{key}" if key in flow.nodes else key  # a node may have the same id
        ground, name = _ground(group, context), plain_text(group.title)
        items.append(Shape(rect, shape, ground, None, body, name, f"{flow.id}/{own}"))
        for name in group.nodes:
            items += _node(flow, name, plan, group, context)
    for name in flow.nodes:
        if name not in homes:
            items += _node(flow, name, plan, None, context)
    return tuple(items)


def _meets_title(flow: FlowSpec, key: str, plan: Plan, edges: Sequence[Item], context: LayoutContext) -> bool:
    """Whether a line runs through the title of a panel."""
    rect = plan.panels[key].inset(Insets.all(PANEL_MARGIN))
    title = panel_title(flow.groups[key], plan.size, rect.width, context)
    top = rect.bottom - title.height if key in plan.footed else rect.top
    place = Rect(rect.left, top, title.width, title.height)
    return any(
        touches(place, part)
        for edge in edges
        if isinstance(edge, Connector)
        for part in segments(edge.points)
    )


def _node(
    flow: FlowSpec, name: str, plan: Plan, group: FlowGroup | None, context: LayoutContext
) -> tuple[Item, ...]:
    node = flow.nodes[name]
    color = palette_color(node.color or (group.color if group else None), context)
    own = palette_color(node.color, context)
    look = card_look(own if node.highlight else color, context, highlight=node.highlight)
    if group is not None and not node.highlight:
        look = replace(look, fill=context.theme.role.background, text=context.theme.role.text)
    return draw_card(
        node_card(flow, name, context),
        plan.boxes[name],
        plan.size,
        look,
        context,
        key=f"{flow.id}/{name}",
        name=plain_text(node.label),
        shape=node.shape,
        tall=node.stretch and plan.direction == "right",
    )

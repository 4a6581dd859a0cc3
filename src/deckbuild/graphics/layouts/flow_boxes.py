"""Boxes of a flow: nodes as cards, and the panels of groups with their headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Connector, Item, Rounded, Shape, TextBody
from deckbuild.geometry import Insets, Rect
from deckbuild.graphics.drawing.card import PADDING, SEEN, Card, card_look, draw_card, line_color
from deckbuild.graphics.drawing.routes import segments, touches
from deckbuild.layout.label import LabelLine, set_label

if TYPE_CHECKING:
    from deckbuild.graphics.flow import Flow, FlowGroup
    from deckbuild.graphics.layouts.flow_layout import Plan

PANEL_MARGIN = 12.0
TITLE_GAP = 8.0
HERO = 2.0  # times the usual size: the icon of a box that stretches
HEADING_STEP = 2.0  # points by which a group's title is larger than labels
IN_DIAMOND = Insets.symmetric(26.0, 16.0)  # a diamond's corners hold no text


def node_card(flow: Flow, name: str, context: LayoutContext) -> Card:
    """What stands in a node's box."""
    node = flow.nodes[name]
    padding = IN_DIAMOND if node.shape == "diamond" else PADDING
    icon_size = context.theme.shape.icon * (HERO if node.stretch else 1.0)
    return Card(node.label, node.details, node.icon, icon_size, padding)


def panel_title(group: FlowGroup, size: float, width: float, context: LayoutContext) -> TextBody:
    """A panel's heading, at the top of its panel of boxes `width` points wide."""
    color = palette_color(group.color, context)
    strong = line_color(color, context) if color else context.tone.heading
    lines = [LabelLine(group.note, color=strong)] if group.note else []
    lines.append(LabelLine(group.title, bold=True, color=context.tone.text, delta=HEADING_STEP))
    return set_label(lines, size, width, context, align="left", anchor="top")


def titles_at_foot(
    flow: Flow, boxes: dict[str, Rect], panels: dict[str, Rect], size: float, context: LayoutContext
) -> frozenset[str]:
    """Lanes with a line from the lane above to their first box, which would run through a title on top. Those
    with a line from their first box to the lane below keep it there."""
    homes = {name: key for key, group in flow.groups.items() for name in group.nodes}
    met: set[str] = set()
    held: set[str] = set()
    for edge in flow.edges:
        ends = sorted((edge.start, edge.end), key=lambda name: boxes[name].top)
        upper, lower = (homes.get(name) for name in ends)
        if upper == lower or boxes[ends[0]].bottom > boxes[ends[1]].top:
            continue
        for key, name, found in ((upper, ends[0], held), (lower, ends[1], met)):
            if key is not None:
                title = panel_title(flow.groups[key], size, panels[key].width, context)
                if boxes[name].center.x < panels[key].left + PANEL_MARGIN + title.width + TITLE_GAP:
                    found.add(key)
    stretched_ones = {homes.get(name) for name, node in flow.nodes.items() if node.stretch}
    return frozenset(met - held - stretched_ones)


def _ground(group: FlowGroup, context: LayoutContext) -> Color:
    color = palette_color(group.color, context)
    light = contrast(context.tone.ground, context.theme.role.background) < SEEN
    return context.theme.hue(color).tint if color and light else context.tone.panel


def palette_color(name: str | None, context: LayoutContext) -> Color | None:
    return context.theme.palette[name] if name else None


def draw_boxes(flow: Flow, plan: Plan, edges: Sequence[Item], context: LayoutContext) -> tuple[Item, ...]:
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


def _meets_title(flow: Flow, key: str, plan: Plan, edges: Sequence[Item], context: LayoutContext) -> bool:
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
    flow: Flow, name: str, plan: Plan, group: FlowGroup | None, context: LayoutContext
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

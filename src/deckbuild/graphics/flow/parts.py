"""What a flow is made of: its nodes as cards, titles of panels, labels of edges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.document import NO_INSETS, Anchor, Color, TextBody
from deckbuild.geometry import Insets, Size
from deckbuild.graphics.flow.graph import Graph
from deckbuild.graphics.flow.model import FlowEdge, FlowGroup
from deckbuild.graphics.shared.card import PADDING, Card, card_box, card_look, line_color
from deckbuild.layout.boxes import Box, Setting, text
from deckbuild.layout.label import LabelParagraph

LABEL_WIDTH = 120.0  # points at which an edge's label breaks: wider ones would push the ranks apart
BACK_LABEL_WIDTH = 220.0  # the same for an arrow over the boxes, which has their width
HERO = 2.0  # times the usual size: the icon of a box that stretches
HEADING_STEP = 2.0  # points by which a group's title is larger than labels
IN_DIAMOND = Insets.symmetric(26.0, 16.0)  # a diamond's corners hold no text


def edge_label(edge: FlowEdge, setting: Setting) -> Box:
    line = LabelParagraph(edge.label, color=setting.context.tone.text)
    return text([line], setting, align="center", anchor="middle")


def label_room(edges: Iterable[FlowEdge], setting: Setting, widest: float = LABEL_WIDTH) -> Size:
    """The room that the largest label of these edges needs."""
    rooms = [edge_label(edge, setting).takes(Size(widest, 0.0)) for edge in edges if edge.label]
    return Size(max((r.width for r in rooms), default=0.0), max((r.height for r in rooms), default=0.0))


def panel_title(
    group: FlowGroup, width: float, setting: Setting, insets: Insets = NO_INSETS, anchor: Anchor = "top"
) -> TextBody:
    """The heading of a panel `width` points wide."""
    context = setting.context
    color = palette_color(group.color, context)
    strong = line_color(color, context) if color else context.tone.heading
    lines = [LabelParagraph(group.note, color=strong)] if group.note else []
    lines.append(LabelParagraph(group.title, bold=True, color=context.tone.text, delta=HEADING_STEP))
    return setting.body(lines, width, align="left", anchor=anchor, insets=insets)


def node_card(graph: Graph, name: str, setting: Setting) -> Box:
    """A node as a card: in its own colour or that of its group, on whose panel it is white."""
    node, group, context = graph.flow.nodes[name], graph.group(name), setting.context
    padding = IN_DIAMOND if node.shape == "diamond" else PADDING
    icon_size = context.theme.shape.icon * (HERO if node.stretch else 1.0)
    color = node.color or (group.color if group and not node.highlight else None)
    look = card_look(palette_color(color, context), context, highlight=node.highlight)
    if group and not node.highlight:
        look = replace(look, fill=context.theme.role.background, text=context.theme.role.text)
    card = Card(node.label, node.details, node.icon, icon_size, padding)
    key, tall = f"{graph.flow.id}/{name}", node.stretch and graph.across
    return card_box(card, look, setting, key=key, shape=node.shape, tall=tall)


def palette_color(name: str | None, context: LayoutContext) -> Color | None:
    return context.theme.palette[name] if name else None

"""What a flow is made of: its nodes as cards, titles of panels, labels of edges."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.diagrams.ranked_graph import RankedGraph
from deckbuild.document import NO_INSETS, Anchor, Color, TextBody
from deckbuild.geometry import Insets, Size
from deckbuild.graphics.flow.model import FlowEdge, FlowGroup, FlowNode, FlowSpec
from deckbuild.graphics.shared.card import PADDING, Card, card_box, card_look, line_color
from deckbuild.layout.boxes import Box, Setting, for_width, text
from deckbuild.layout.label import LabelParagraph

LABEL_WIDTH = 120.0  # points at which an edge's label breaks: wider ones would push the ranks apart
BACK_LABEL_WIDTH = 220.0  # the same for an arrow that passes boxes, which has their width
ROW_ICON = 1.5  # times the usual size: the icons of a lone row
HERO = 2.0  # times the usual size: the icon of a box that stretches
HEADING_STEP = 2.0  # points by which a group's title is larger than labels
IN_DIAMOND = Insets.symmetric(26.0, 16.0)  # a diamond's corners hold no text
WIDEST_DIAMOND = 340.0


def edge_label(edge: FlowEdge, setting: Setting) -> Box:
    line = LabelParagraph(edge.label or "", color=setting.tone.text)
    return text([line], setting, align="center", anchor="middle")


def label_rooms(graph: RankedGraph, flow: FlowSpec, setting: Setting, *, across: bool) -> dict[int, Size]:
    """The room that each label needs, by the number of its edge."""

    def room(number: int, edge: FlowEdge) -> Size:
        width = BACK_LABEL_WIDTH if across and number in graph.lanes else LABEL_WIDTH
        return edge_label(edge, setting).takes(Size(width, 0.0))

    return {number: room(number, edge) for number, edge in enumerate(flow.edges) if edge.label}


def panel_title(
    group: FlowGroup, width: float, setting: Setting, insets: Insets = NO_INSETS, anchor: Anchor = "top"
) -> TextBody:
    """The heading of a panel `width` points wide."""
    tone, color = setting.tone, palette_color(group.color, setting.context)
    strong = line_color(color, setting.context) if color else tone.heading
    note = [LabelParagraph(group.note, color=strong)] if group.note else []
    title = LabelParagraph(group.title, bold=True, color=tone.text, delta=HEADING_STEP)
    return setting.body([*note, title], width, align="left", anchor=anchor, insets=insets)


def node_cards(graph: RankedGraph, flow: FlowSpec, setting: Setting, *, across: bool) -> dict[str, Box]:
    """The nodes as cards. A lone row of nodes has room for its icons above the words, and for larger ones."""
    groups = {name: flow.groups[key] for name, key in graph.home.items() if key}
    row = across and not groups and all(len(rank) == 1 for rank in graph.ranks)
    return {
        name: _card(
            node,
            f"{flow.id}/{name}",
            groups.get(name),
            setting,
            icon=HERO if node.stretch else ROW_ICON if row else 1.0,
            tall=across and (row or node.stretch),
        )
        for name, node in flow.nodes.items()
    }


def _card(
    node: FlowNode, key: str, group: FlowGroup | None, setting: Setting, *, icon: float, tall: bool
) -> Box:
    """A node as a card: in its own colour or that of its group, on whose panel it is white. `icon` is how
    many times as large as usual its icon is."""
    context = setting.context
    color = node.color or (group.color if group and not node.highlight else None)
    look = card_look(palette_color(color, context), context, highlight=node.highlight)
    if group and not node.highlight:
        look = replace(look, fill=context.theme.role.background, text=context.theme.role.text)
    card = Card(node.label, node.details, node.icon, context.theme.shape.icon * icon)

    def made(padding: Insets) -> Box:
        shown = replace(card, padding=padding)
        return card_box(shown, look, setting, key=key, shape=node.shape, tall=tall)

    if node.shape == "diamond":
        return for_width(lambda width: made(_in_diamond(min(width, WIDEST_DIAMOND))))
    return made(PADDING)


def _in_diamond(width: float) -> Insets:
    """What a diamond so wide keeps free beside its words: programs set them in its middle half."""
    return Insets.symmetric(max(IN_DIAMOND.left, width / 4), IN_DIAMOND.top)


def palette_color(name: str | None, context: LayoutContext) -> Color | None:
    return context.theme.palette[name] if name else None

"""What the parts of a flow measure: cards, headings of panels, labels beside arrows."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.context import LayoutContext
from deckbuild.document import Color, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.flow.model import FlowEdge, FlowGroup, FlowSpec
from deckbuild.graphics.shared.card import PADDING, Card, line_color
from deckbuild.layout.label import LabelLine, label_size, set_label

LABEL_WIDTH = 120.0
"""Points at which an edge's label breaks: wider ones would push the ranks apart."""

BOX_GAP = 14.0  # points between boxes of a rank: a line passes with air on both sides
BACK_LABEL_WIDTH = 220.0  # the same for an arrow over the boxes, which has their width
LIFT = 12.0  # how far from the boxes an arrow that leads back runs
PANEL_MARGIN = 12.0
TITLE_GAP = 8.0
HERO = 2.0  # times the usual size: the icon of a box that stretches
HEADING_STEP = 2.0  # points by which a group's title is larger than labels
IN_DIAMOND = Insets.symmetric(26.0, 16.0)  # a diamond's corners hold no text


def label_room(
    edges: Iterable[FlowEdge], size: float, context: LayoutContext, widest: float = LABEL_WIDTH
) -> Size:
    """The room that the largest label of these edges needs, at `size` points."""
    rooms = [label_size([LabelLine(edge.label)], size, context, widest) for edge in edges if edge.label]
    return Size(max((r.width for r in rooms), default=0.0), max((r.height for r in rooms), default=0.0))


def node_card(flow: FlowSpec, name: str, context: LayoutContext) -> Card:
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
    flow: FlowSpec, boxes: dict[str, Rect], panels: dict[str, Rect], size: float, context: LayoutContext
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


def palette_color(name: str | None, context: LayoutContext) -> Color | None:
    return context.theme.palette[name] if name else None

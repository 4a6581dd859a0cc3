"""Laying out a flow: label size and box size that fit, positions by Graphviz, spread over the region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuild.context import LayoutContext
from deckbuild.document import Color, Connector, Frame, Item, Shape, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.card import Card, Look, card_look, card_size, draw_card, tallest
from deckbuild.graphics.flow_edges import BOX_GAP, LIFT, draw_edges, label_room
from deckbuild.graphics.graphviz_engine import (
    Box,
    Cluster,
    Diagram,
    Direction,
    Placement,
    Wire,
    solve,
    stretched,
)
from deckbuild.graphics.ranks import Ranks, backward, rank_nodes
from deckbuild.graphics.routes import LABEL_CLEARANCE, LANE, STUB, segments, touches
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.shapes import rounded
from deckbuild.text.fitting import sizes_between

if TYPE_CHECKING:
    from deckbuild.graphics.flow import Flow, FlowEdge, FlowGroup

RANK_GAP = 44.0  # an arrow between ranks: long enough to be seen as one
PANEL_MARGIN = 12.0
TITLE_GAP = 8.0
WIDEST = 340.0  # points beyond which a box reads as a banner and its lines get long
GROWTH = 0.9  # share of its own height by which a box may grow to fill the region
SPINE = 8  # weight of the first arrow out of a node: what authors name first is the main way
HERO = 2.0  # times the usual size: the icon of a box that stretches
HEADING_STEP = 2.0  # points by which a group's title is larger than labels


@dataclass(frozen=True, slots=True)
class Plan:
    """A flow laid out at one label size in one direction. `loose` is the share of the region left over."""

    size: float
    direction: Direction
    boxes: dict[str, Rect]
    panels: dict[str, Rect]
    placement: Placement
    ranks: Ranks
    fits: bool

    def loose(self, region: Size) -> float:
        covered = sum(rect.width * rect.height for rect in self.boxes.values())
        return 1.0 - covered / (region.width * region.height)


def lay_out_flow(flow: Flow, region: Size, context: LayoutContext) -> Frame:
    """The flow at the largest label size that fits, in the direction that fills the region better."""
    plan = _best(flow, region, context)
    edges = draw_edges(flow, plan, context)
    over = _overhang(edges, plan.placement.size)
    if over != Insets():  # lines that pass outside the boxes need room of their own
        inner = Size(region.width - over.horizontal, region.height - over.vertical)
        plan = _best(flow, inner, context)
        edges = draw_edges(flow, plan, context)
    taken = plan.placement.size
    frame = Frame(
        Size(taken.width + over.horizontal, taken.height + over.vertical),
        (*_panels(flow, plan, edges, context), *edges),
    )
    return replace(frame, items=frame.moved(over.left, over.top))


def _best(flow: Flow, region: Size, context: LayoutContext) -> Plan:
    role = context.theme.type.label
    directions: tuple[Direction, ...] = (flow.direction,) if flow.direction else ("right", "down")
    plans: list[Plan] = []
    for size in sizes_between(role.min, role.max, 0.5):
        plans = [_plan(flow, direction, size, region, context) for direction in directions]
        if any(plan.fits for plan in plans):
            break
    return min(plans, key=lambda plan: (not plan.fits, plan.loose(region)))


def _overhang(items: Sequence[Item], size: Size) -> Insets:
    """By how much lines and labels reach over the edges."""
    rects = [item.rect for item in items]
    return Insets(
        -min((rect.top for rect in rects if rect.top < -0.01), default=0.0),
        max((rect.right - size.width for rect in rects if rect.right > size.width + 0.01), default=0.0),
        max((rect.bottom - size.height for rect in rects if rect.bottom > size.height + 0.01), default=0.0),
        -min((rect.left for rect in rects if rect.left < -0.01), default=0.0),
    )


def _plan(flow: Flow, direction: Direction, size: float, region: Size, context: LayoutContext) -> Plan:
    ranks = rank_nodes(flow.nodes, [(edge.start, edge.end, edge.arrow == "none") for edge in flow.edges])
    across = direction == "right"
    crowd = max(len(rank) for rank in ranks)
    columns = len(ranks) if across else crowd
    back = [edge for edge in flow.edges if backward(ranks, edge.start, edge.end)]
    room = label_room([edge for edge in flow.edges if edge not in back], size, context)
    stem = STUB * 2 + LANE
    rank_gap = max(RANK_GAP, room.width + stem) if across else max(RANK_GAP * 0.7, room.height + stem)
    if not room.height:
        rank_gap = RANK_GAP if across else RANK_GAP * 0.7
    gaps = (columns - 1) * (rank_gap if across else BOX_GAP)
    margins = 2 * PANEL_MARGIN * _side_by_side(flow, ranks, across)
    head = _headroom(back, size, across, context)
    width = min(WIDEST, (region.width - gaps - margins) / columns - (0.0 if across else head))
    cards = {name: _card(flow, name, context) for name in flow.nodes}
    short = [card for name, card in cards.items() if not (flow.nodes[name].stretch and across)]
    needed = tallest(short, size, max(width, 40.0), context)
    fits = needed.width <= width + 0.01
    width = max(width, needed.width)
    titles = {name: _title(group, size, width, context).height for name, group in flow.groups.items()}

    firsts = {edge.start: edge for edge in reversed(flow.edges)}

    def place(height: float) -> Placement:
        return solve(
            Diagram(
                tuple(
                    Box(
                        name,
                        _with_head(Size(width, height), head if _headed(flow, name, ranks) else 0.0, across),
                    )
                    for name in flow.nodes
                ),
                tuple(
                    Wire(
                        edge.start,
                        edge.end,
                        weight=SPINE if edge is firsts[edge.start] else 1,
                        ranks=not backward(ranks, edge.start, edge.end),
                    )
                    for edge in flow.edges
                ),
                tuple(
                    Cluster(name, group.nodes, PANEL_MARGIN, Size(10.0, titles[name] + TITLE_GAP))
                    for name, group in flow.groups.items()
                ),
                ranks,
                direction,
                BOX_GAP,
                rank_gap,
            )
        )

    placement = place(needed.height)
    spare = region.height - placement.size.height
    if spare > 0:
        rows = crowd if across else len(ranks)
        placement = place(needed.height + min(spare / rows * 0.7, needed.height * GROWTH))
    spread = stretched(placement, region)
    inset = Insets(top=head) if across else Insets(left=head)
    boxes = {
        name: rect.inset(inset) if _headed(flow, name, ranks) else rect for name, rect in spread.boxes.items()
    }
    panels = _lined_up(dict(spread.clusters), flow, ranks, across)
    boxes = _elongated(flow, boxes, panels, across, titles)
    fits = fits and all(
        card_size(card, size, boxes[name].width, context, tall=flow.nodes[name].stretch and across).height
        <= boxes[name].height + 0.01
        for name, card in cards.items()
    )
    fits = fits and spread.size.width <= region.width + 0.01 and spread.size.height <= region.height + 0.01
    return Plan(size, direction, boxes, panels, replace(spread, boxes=boxes), ranks, fits)


def _side_by_side(flow: Flow, ranks: Ranks, across: bool) -> int:
    """How many panels stand beside each other, each with its margins."""
    if not flow.groups:
        return 0
    homes = {name: key for key, group in flow.groups.items() for name in group.nodes}
    if across:
        return len({tuple(sorted({homes[n] for n in rank if n in homes})) for rank in ranks} - {()})
    return max(len({homes[name] for name in rank if name in homes}) for rank in ranks)


def _headroom(back: list[FlowEdge], size: float, across: bool, context: LayoutContext) -> float:
    """Room above the boxes, or left of them, for arrows that lead back."""
    if not back:
        return 0.0
    return LIFT + (label_room(back, size, context).height + LABEL_CLEARANCE if across else 2.0)


def _with_head(size: Size, head: float, across: bool) -> Size:
    return Size(size.width, size.height + head) if across else Size(size.width + head, size.height)


def _headed(flow: Flow, name: str, ranks: Ranks) -> bool:
    """Whether a box has arrows leading back over it: it, or a box of its group, is an end of one."""
    ends = {
        end for edge in flow.edges if backward(ranks, edge.start, edge.end) for end in (edge.start, edge.end)
    }
    group = next((group for group in flow.groups.values() if name in group.nodes), None)
    return bool(ends & set(group.nodes)) if group else bool(ends)


def _lined_up(panels: dict[str, Rect], flow: Flow, ranks: Ranks, across: bool) -> dict[str, Rect]:
    """Panels that stand beside each other get the same top and bottom, those above each other the same
    sides."""
    if not panels:
        return panels
    rank_of = {name: index for index, rank in enumerate(ranks) for name in rank}
    spans = [{rank_of[name] for name in group.nodes} for group in flow.groups.values()]
    lanes = any(a & b for index, a in enumerate(spans) for b in spans[index + 1 :])
    left = min(rect.left for rect in panels.values())
    right = max(rect.right for rect in panels.values())
    top = min(rect.top for rect in panels.values())
    bottom = max(rect.bottom for rect in panels.values())
    if lanes == across:
        return {n: Rect.from_edges(left, r.top, right, r.bottom) for n, r in panels.items()}
    return {n: Rect.from_edges(r.left, top, r.right, bottom) for n, r in panels.items()}


def _elongated(
    flow: Flow, boxes: dict[str, Rect], panels: dict[str, Rect], across: bool, titles: dict[str, float]
) -> dict[str, Rect]:
    """Boxes that stretch reach from the first to the last box across, or over their panel."""
    top = min(rect.top for rect in boxes.values())
    bottom = max(rect.bottom for rect in boxes.values())
    left = min(rect.left for rect in boxes.values())
    right = max(rect.right for rect in boxes.values())
    long = dict(boxes)
    for name, node in flow.nodes.items():
        if not node.stretch:
            continue
        rect = boxes[name]
        home = next((key for key, group in flow.groups.items() if name in group.nodes), None)
        if home is not None:
            head = titles[home] + TITLE_GAP
            area = panels[home].inset(Insets(PANEL_MARGIN + head, PANEL_MARGIN, PANEL_MARGIN, PANEL_MARGIN))
        else:
            area = Rect.from_edges(left, top, right, bottom)
        long[name] = (
            Rect(rect.left, area.top, rect.width, area.height)
            if across
            else Rect(area.left, rect.top, area.width, rect.height)
        )
    return long


def _card(flow: Flow, name: str, context: LayoutContext) -> Card:
    node = flow.nodes[name]
    padding = Insets.symmetric(26.0, 16.0) if node.shape == "diamond" else Card("").padding
    icon_size = context.theme.shape.icon * (HERO if node.stretch else 1.0)
    return Card(node.label, node.details, node.icon, icon_size, padding)


def _title(group: FlowGroup, size: float, width: float, context: LayoutContext) -> TextBody:
    """A panel's heading, at the top of its panel of boxes `width` points wide."""
    color = _color(group.color, context)
    strong = context.theme.hue(color).text if color else context.tone.heading
    lines = [LabelLine(group.note, color=strong)] if group.note else []
    lines.append(
        LabelLine(
            group.title, bold=True, color=context.theme.text_on(_ground(group, context)), delta=HEADING_STEP
        )
    )
    return set_label(lines, size, width, context, align="left", anchor="top")


def _ground(group: FlowGroup, context: LayoutContext) -> Color:
    color = _color(group.color, context)
    return context.theme.hue(color).tint if color else context.tone.panel


def _color(name: str | None, context: LayoutContext) -> Color | None:
    return context.theme.palette[name] if name else None


def _panels(flow: Flow, plan: Plan, edges: Sequence[Item], context: LayoutContext) -> tuple[Item, ...]:
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
        body = replace(_title(group, plan.size, rect.width - insets.horizontal, context), insets=insets)
        shape = rounded(rect.size, context.theme.shape.radius)
        items.append(Shape(rect, shape, _ground(group, context), None, body, group.title, f"{flow.id}/{key}"))
        for name in group.nodes:
            items += _node(flow, name, plan, group, context)
    for name in flow.nodes:
        if name not in homes:
            items += _node(flow, name, plan, None, context)
    return tuple(items)


def _meets_title(flow: Flow, key: str, plan: Plan, edges: Sequence[Item], context: LayoutContext) -> bool:
    """Whether a line runs through the title of a panel."""
    rect = plan.panels[key].inset(Insets.all(PANEL_MARGIN))
    title = _title(flow.groups[key], plan.size, rect.width, context)
    place = Rect(rect.left, rect.top, title.width, title.height)
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
    color = _color(node.color or (group.color if group else None), context)
    own = _color(node.color, context)
    look: Look = card_look(own if node.highlight else color, context, highlight=node.highlight)
    if group is not None and not node.highlight:
        look = replace(look, fill=context.theme.role.background, text=context.theme.role.text)
    return draw_card(
        _card(flow, name, context),
        plan.boxes[name],
        plan.size,
        look,
        context,
        key=f"{flow.id}/{name}",
        name=node.label,
        shape=node.shape,
        tall=node.stretch and plan.direction == "right",
    )

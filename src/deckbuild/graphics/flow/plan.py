"""The plan of a flow: label size and box size that fit, positions by Graphviz, spread over the region."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.flow.measures import (
    BACK_LABEL_WIDTH,
    BOX_GAP,
    LIFT,
    PANEL_MARGIN,
    TITLE_GAP,
    label_room,
    node_card,
    panel_title,
    titles_at_foot,
)
from deckbuild.graphics.flow.model import FlowEdge, FlowSpec
from deckbuild.graphics.flow.ranks import Ranks, backward, rank_nodes
from deckbuild.graphics.shared.card import card_size, tallest
from deckbuild.graphics.shared.graphviz_engine import (
    Box,
    Cluster,
    Diagram,
    Direction,
    Wire,
    solve,
)
from deckbuild.graphics.shared.placement import Placement, stretched
from deckbuild.graphics.shared.routes import LABEL_CLEARANCE, LANE, STUB
from deckbuild.text.fitting import sizes_between

RANK_GAP = 44.0  # an arrow between ranks: long enough to be seen as one
WIDEST = 340.0  # points beyond which a box reads as a banner and its lines get long
GROWTH = 0.9  # share of its own height by which a box may grow to fill the region
SPINE = 8  # weight of the first arrow out of a node: what authors name first is the main way


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
    footed: frozenset[str] = frozenset()
    """Groups whose title stands at the foot of their panel."""

    def loose(self, region: Size) -> float:
        covered = sum(rect.width * rect.height for rect in self.boxes.values())
        return 1.0 - covered / (region.width * region.height)


def best_plan(flow: FlowSpec, region: Size, context: LayoutContext) -> Plan:
    """The plan at the largest label size that fits, in the direction that fills the region better."""
    role = context.theme.type.label
    directions: tuple[Direction, ...] = (flow.direction,) if flow.direction else ("right", "down")
    plans: list[Plan] = []
    for size in sizes_between(role.min, role.max, 0.5):
        plans = [_plan(flow, direction, size, region, context) for direction in directions]
        if any(plan.fits for plan in plans):
            break
    return min(plans, key=lambda plan: (not plan.fits, plan.loose(region)))


def _plan(flow: FlowSpec, direction: Direction, size: float, region: Size, context: LayoutContext) -> Plan:
    ranks = rank_nodes(flow.nodes, [(edge.start, edge.end, edge.peers) for edge in flow.edges])
    across = direction == "right"
    crowd = max(len(rank) for rank in ranks)
    columns = len(ranks) if across else crowd
    back = [edge for edge in flow.edges if backward(ranks, edge.start, edge.end)]
    room = label_room([edge for edge in flow.edges if edge not in back], size, context)
    stem = STUB * 2 + LANE
    rank_gap = RANK_GAP if across else RANK_GAP * 0.7
    if room.height:
        rank_gap = max(rank_gap, stem + (room.width if across else room.height))
    gaps = (columns - 1) * (rank_gap if across else BOX_GAP)
    margins = 2 * PANEL_MARGIN * _side_by_side(flow, ranks, across)
    head = _headroom(back, size, across, context)
    width = math.floor(min(WIDEST, (region.width - gaps - margins) / columns - (0.0 if across else head)))
    cards = {name: node_card(flow, name, context) for name in flow.nodes}
    short = [card for name, card in cards.items() if not (flow.nodes[name].stretch and across)]
    needed = tallest(short, size, max(width, 40.0), context)
    fits = needed.width <= width + 0.01
    width, height = max(width, math.ceil(needed.width)), math.ceil(needed.height)
    titles = {name: panel_title(group, size, width, context).height for name, group in flow.groups.items()}

    def place(height: float) -> Placement:
        return solve(_diagram(flow, ranks, direction, Size(width, height), head, rank_gap, titles))

    placement = place(height)
    spare = region.height - placement.size.height
    if spare > 0:
        rows = crowd if across else len(ranks)
        placement = place(height + math.floor(min(spare / rows * 0.7, height * GROWTH)))
    spread = stretched(placement, region)
    inset = Insets(top=head) if across else Insets(left=head)
    boxes = {
        name: rect.inset(inset) if _headed(flow, name, ranks) else rect for name, rect in spread.boxes.items()
    }
    panels = _lined_up(dict(spread.clusters), flow, ranks, across)
    footed = titles_at_foot(flow, boxes, panels, size, context) if across else frozenset()
    for key in footed:
        for name in flow.groups[key].nodes:
            boxes[name] = boxes[name].moved(0.0, -titles[key] - TITLE_GAP)
    boxes = _elongated(flow, boxes, panels, across, titles)
    fits = fits and all(
        card_size(card, size, boxes[name].width, context, tall=flow.nodes[name].stretch and across).height
        <= boxes[name].height + 0.01
        for name, card in cards.items()
    )
    fits = fits and spread.size.width <= region.width + 0.01 and spread.size.height <= region.height + 0.01
    return Plan(size, direction, boxes, panels, replace(spread, boxes=boxes), ranks, fits, footed)


def _diagram(
    flow: FlowSpec,
    ranks: Ranks,
    direction: Direction,
    box: Size,
    head: float,
    rank_gap: float,
    titles: dict[str, float],
) -> Diagram:
    """The flow for Graphviz: boxes of one size, those below arrows leading back with room for them."""
    across = direction == "right"
    firsts = {edge.start: edge for edge in reversed(flow.edges)}
    headed = Size(box.width, box.height + head) if across else Size(box.width + head, box.height)
    return Diagram(
        tuple(Box(name, headed if _headed(flow, name, ranks) else box) for name in flow.nodes),
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


def _side_by_side(flow: FlowSpec, ranks: Ranks, across: bool) -> int:
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
    if not across:
        return LIFT + 2.0
    return LIFT + LABEL_CLEARANCE + label_room(back, size, context, BACK_LABEL_WIDTH).height


def _headed(flow: FlowSpec, name: str, ranks: Ranks) -> bool:
    """Whether a box has arrows leading back over it: it, or a box of its group, is an end of one."""
    ends = {
        end for edge in flow.edges if backward(ranks, edge.start, edge.end) for end in (edge.start, edge.end)
    }
    group = next((group for group in flow.groups.values() if name in group.nodes), None)
    return bool(ends & set(group.nodes)) if group else bool(ends)


def _lined_up(panels: dict[str, Rect], flow: FlowSpec, ranks: Ranks, across: bool) -> dict[str, Rect]:
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
    flow: FlowSpec, boxes: dict[str, Rect], panels: dict[str, Rect], across: bool, titles: dict[str, float]
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

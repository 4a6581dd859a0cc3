"""The plan of a flow: label size and box size that fit, positions by Graphviz, spread over the region."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.diagrams.graphviz_engine import Cluster, Diagram, Direction, Wire, solve
from deckbuild.diagrams.placement import Placement, lined_up, reaching, spread_over, union
from deckbuild.diagrams.ranked_ways import LIFT, PASSING
from deckbuild.diagrams.routes import LABEL_CLEARANCE, LANE, STUB
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.flow.graph import Graph
from deckbuild.graphics.flow.parts import BACK_LABEL_WIDTH, label_room, node_card, panel_title
from deckbuild.layout.boxes import Box, Setting
from deckbuild.layout.label import ROUNDING, STEP, fits_region
from deckbuild.text.fitting import largest_fitting, sizes_between

RANK_GAP = 44.0  # an arrow between ranks: long enough to be seen as one
BOX_GAP = 2 * PASSING  # points between boxes of a rank: a line passes with air on both sides
WIDEST = 340.0  # points beyond which a box reads as a banner and its lines get long
NARROWEST = 40.0
GROWTH = 0.9  # share of its own height by which a box may grow to fill the region
SPINE = 8  # weight of the first arrow out of a node: what authors name first is the main way
PANEL_MARGIN = 12.0
TITLE_GAP = 8.0

DIRECTION: dict[bool, Direction] = {True: "right", False: "down"}


@dataclass(frozen=True, slots=True)
class Plan:
    """A flow laid out at one label size. Of the groups that are `footed` the title stands at the foot of
    the panel."""

    graph: Graph
    setting: Setting
    cards: Mapping[str, Box]
    boxes: Mapping[str, Rect]
    panels: Mapping[str, Rect]
    size: Size
    fits: bool
    footed: frozenset[str]

    def loose(self, region: Size) -> float:
        """The share of the region that is left over."""
        covered = sum(rect.width * rect.height for rect in self.boxes.values())
        return 1.0 - covered / (region.width * region.height)


def best_plan(graph: Graph, region: Size, context: LayoutContext) -> Plan:
    """The plan at the largest label size that fits, in the direction that fills the region better."""
    role, wish = context.theme.type.label, graph.flow.direction
    ways = [replace(graph, across=across) for across in (True, False) if wish in (None, DIRECTION[across])]
    _, plans = largest_fitting(
        sizes_between(role.min, role.max, STEP),
        lambda size: [_plan(each, region, Setting(size, context)) for each in ways],
        lambda plans: any(plan.fits for plan in plans),
    )
    return min(plans, key=lambda plan: (not plan.fits, plan.loose(region)))


def _plan(graph: Graph, region: Size, setting: Setting) -> Plan:
    flow, across, crowd = graph.flow, graph.across, max(map(len, graph.ranks))
    columns, rows = (len(graph.ranks), crowd) if across else (crowd, len(graph.ranks))
    rank_gap, head = _rank_gap(graph, setting), _headroom(graph, setting)
    gaps = (columns - 1) * (rank_gap if across else BOX_GAP)
    margins = 2 * PANEL_MARGIN * _side_by_side(graph)
    share = (region.width - gaps - margins) / columns - (0.0 if across else head)
    width: float = math.floor(min(WIDEST, share))
    cards = {name: node_card(graph, name, setting) for name in flow.nodes}
    needs = _box_needs(graph, cards, width)
    fits = needs.width <= width + ROUNDING
    width, height = max(width, math.ceil(needs.width)), math.ceil(needs.height)
    heads = {key: panel_title(group, width, setting).height + TITLE_GAP for key, group in flow.groups.items()}

    def placed(height: float) -> Placement:
        return solve(_diagram(graph, Size(width, height), head, rank_gap, heads))

    placement = placed(height)
    spare = region.height - placement.size.height
    if spare > 0:
        placement = placed(height + math.floor(min(spare / rows * 0.7, height * GROWTH)))
    spread = spread_over(placement, region)
    inset = Insets(top=head) if across else Insets(left=head)
    boxes = {name: rect.inset(inset) if name in graph.headed else rect for name, rect in spread.boxes.items()}
    spans = {key: [graph.rank[name] for name in group.nodes] for key, group in flow.groups.items()}
    panels = lined_up(spread.clusters, spans, across=across)
    footed = _titles_at_foot(graph, boxes, panels, setting) if across else frozenset()
    for name, key in graph.home.items():
        if key in footed:
            boxes[name] = boxes[name].moved(0.0, -heads[key])
    boxes = _elongated(graph, boxes, panels, heads)
    heights = {name: card.takes(Size(boxes[name].width, 0.0)).height for name, card in cards.items()}
    fits = fits and all(height <= boxes[name].height + ROUNDING for name, height in heights.items())
    fits = fits and fits_region(spread.size, region)
    return Plan(graph, setting, cards, boxes, panels, spread.size, fits, footed)


def _box_needs(graph: Graph, cards: Mapping[str, Box], width: float) -> Size:
    """What the neediest card takes of boxes `width` points wide, or as wide as the narrowest may be. Those
    that are to be longer than a box don't count."""
    offered, nodes = Size(max(width, NARROWEST), 0.0), graph.flow.nodes
    short = [card for name, card in cards.items() if not (graph.across and nodes[name].stretch)]
    sizes = [offered, *(card.takes(offered) for card in short)]
    return Size(max(size.width for size in sizes), max(size.height for size in sizes))


def _rank_gap(graph: Graph, setting: Setting) -> float:
    """Room between ranks for arrows and the labels beside them."""
    room = label_room([edge for edge in graph.flow.edges if not graph.backward(edge)], setting)
    least, beside = (RANK_GAP, room.width) if graph.across else (RANK_GAP * 0.7, room.height)
    return max(least, STUB * 2 + LANE + beside) if room.height else least


def _headroom(graph: Graph, setting: Setting) -> float:
    """Room above the boxes, or left of them, for arrows that lead back."""
    back = [edge for edge in graph.flow.edges if graph.backward(edge)]
    if not back:
        return 0.0
    if not graph.across:
        return LIFT + 2.0
    return LIFT + LABEL_CLEARANCE + label_room(back, setting, BACK_LABEL_WIDTH).height


def _diagram(graph: Graph, box: Size, head: float, rank_gap: float, heads: Mapping[str, float]) -> Diagram:
    """The flow for Graphviz: boxes of one size, those below arrows leading back with room for them."""
    flow = graph.flow
    firsts = {edge.start: edge for edge in reversed(flow.edges)}
    headed = Size(box.width, box.height + head) if graph.across else Size(box.width + head, box.height)
    return Diagram(
        {name: headed if name in graph.headed else box for name in flow.nodes},
        tuple(
            Wire(
                edge.start,
                edge.end,
                weight=SPINE if edge is firsts[edge.start] else 1,
                ranks=not graph.backward(edge),
            )
            for edge in flow.edges
        ),
        tuple(
            Cluster(key, group.nodes, PANEL_MARGIN, Size(10.0, heads[key]))
            for key, group in flow.groups.items()
        ),
        graph.ranks,
        DIRECTION[graph.across],
        BOX_GAP,
        rank_gap,
    )


def _side_by_side(graph: Graph) -> int:
    """How many panels stand beside each other, each with its margins."""
    levels = [frozenset(graph.home[name] for name in rank if name in graph.home) for rank in graph.ranks]
    return len({*levels} - {frozenset()}) if graph.across else max(map(len, levels))


def _elongated(
    graph: Graph, boxes: Mapping[str, Rect], panels: Mapping[str, Rect], heads: Mapping[str, float]
) -> dict[str, Rect]:
    """Boxes that stretch reach from the first to the last box across, or over their panel."""
    hull = union(boxes.values())

    def area(name: str) -> Rect:
        if (home := graph.home.get(name)) is None:
            return hull
        return panels[home].inset(replace(Insets.all(PANEL_MARGIN), top=PANEL_MARGIN + heads[home]))

    return {
        name: reaching(rect, area(name), across=not graph.across) if graph.flow.nodes[name].stretch else rect
        for name, rect in boxes.items()
    }


def _titles_at_foot(
    graph: Graph, boxes: Mapping[str, Rect], panels: Mapping[str, Rect], setting: Setting
) -> frozenset[str]:
    """Lanes with a line from the lane above to their first box, which would run through a title on top. Those
    with a line from their first box to the lane below keep it there, and those with a box that stretches."""
    met: set[str] = set()
    held = {
        graph.home[name] for name, node in graph.flow.nodes.items() if node.stretch and name in graph.home
    }
    for edge in graph.flow.edges:
        upper, lower = sorted((edge.start, edge.end), key=lambda name: boxes[name].top)
        if graph.home.get(upper) == graph.home.get(lower) or boxes[upper].bottom > boxes[lower].top:
            continue
        for name, found in ((upper, held), (lower, met)):
            if (key := graph.home.get(name)) is not None:
                title = panel_title(graph.flow.groups[key], panels[key].width, setting)
                if boxes[name].center.x < panels[key].left + PANEL_MARGIN + title.width + TITLE_GAP:
                    found.add(key)
    return frozenset(met - held)

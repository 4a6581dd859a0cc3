"""The plan of a flow: label size and box size that fit, positions by Graphviz, spread over the region."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.diagrams.placement import Placement, reaching, union
from deckbuild.diagrams.ranked_graph import PANEL_MARGIN, RankedGraph
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.flow.graph import graph_of
from deckbuild.graphics.flow.model import FlowSpec
from deckbuild.graphics.flow.parts import label_rooms, node_cards, panel_title
from deckbuild.layout.boxes import Setting, over, space
from deckbuild.layout.label import ROUNDING, fits_region, label_sizes
from deckbuild.layout.placed import Placed
from deckbuild.text.fitting import largest_fitting

WIDEST = 340.0  # points beyond which a box reads as a banner and its lines get long
NARROWEST = 40.0
GROWTH = 0.9  # share of its own height by which a box may grow to fill the region
TITLE_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A flow laid out at one label size: its cards, and the panels by the keys of their groups. The title of
    a `footed` group stands at the foot of its panel."""

    graph: RankedGraph
    cards: Placed
    panels: Mapping[str, Rect]
    footed: frozenset[str]
    fits: bool

    def loose(self, region: Size) -> float:
        """The share of the region that is left over."""
        covered = sum(rect.width * rect.height for rect in self.cards.rects.values())
        return 1.0 - covered / (region.width * region.height)


def best_plan(flow: FlowSpec, region: Size, context: LayoutContext) -> Plan:
    """The plan at the largest label size that fits, in the direction that fills the region better."""
    graph = graph_of(flow)
    ways = [graph] if flow.direction != "down" else []
    ways += [replace(graph, across=False)] if flow.direction != "right" else []
    _, plans = largest_fitting(
        label_sizes(context),
        lambda size: [_plan(flow, each, region, Setting(size, context)) for each in ways],
        lambda plans: any(plan.fits for plan in plans),
    )
    return min(plans, key=lambda plan: (not plan.fits, plan.loose(region)))


def _plan(flow: FlowSpec, graph: RankedGraph, region: Size, setting: Setting) -> Plan:
    graph = replace(graph, labels=label_rooms(graph, flow, setting))
    cards, groups = node_cards(graph, flow, setting), flow.groups
    short = [card for name, card in cards.items() if not (graph.across and flow.nodes[name].stretch)]
    share: float = math.floor(min(WIDEST, graph.share(region.width)))
    needs = over(space(NARROWEST), *short).takes(Size(max(share, NARROWEST), 0.0))
    box = Size(max(share, math.ceil(needs.width)), math.ceil(needs.height))
    titles = {key: panel_title(each, box.width, setting).height + TITLE_GAP for key, each in groups.items()}
    placement = _spread(graph, box, titles, region)
    footed = _titles_at_foot(flow, graph, placement, setting) if graph.across else frozenset()
    lifts = {name: titles[key] for name, key in graph.home.items() if key in footed}
    rects = {name: rect.moved(0.0, -lifts.get(name, 0.0)) for name, rect in placement.boxes.items()}
    rects |= _stretched(flow, graph, replace(placement, boxes=rects), titles)
    fits = needs.width <= share + ROUNDING and fits_region(placement.size, region)
    fits = fits and all(
        fits_region(card.takes(rects[name].size), rects[name].size) for name, card in cards.items()
    )
    placed = Placed(flow.id, setting, cards, rects, placement.size)
    return Plan(graph, placed, placement.clusters, footed, fits)


def _spread(graph: RankedGraph, box: Size, titles: Mapping[str, float], region: Size) -> Placement:
    """Graphviz's places for boxes that grow to fill the region in part, spread over it."""
    placement = graph.placed(box, titles)
    spare = region.height - placement.size.height
    if spare > 0:
        grown = box.height + math.floor(min(spare / graph.rows * 0.7, box.height * GROWTH))
        placement = graph.placed(replace(box, height=grown), titles)
    return graph.spread(placement, region)


def _stretched(
    flow: FlowSpec, graph: RankedGraph, placement: Placement, titles: Mapping[str, float]
) -> dict[str, Rect]:
    """Boxes that stretch reach from the first to the last box across, or over their panel."""
    areas = {
        key: panel.inset(replace(Insets.all(PANEL_MARGIN), top=PANEL_MARGIN + titles[key]))
        for key, panel in placement.clusters.items()
    }
    hull = union(placement.boxes.values())
    return {
        name: reaching(
            placement.boxes[name], areas.get(graph.home.get(name, ""), hull), across=not graph.across
        )
        for name, node in flow.nodes.items()
        if node.stretch
    }


def _titles_at_foot(
    flow: FlowSpec, graph: RankedGraph, placement: Placement, setting: Setting
) -> frozenset[str]:
    """Lanes whose title a line from above would run through; not those with a box that stretches."""
    reach = {
        key: panel.left + PANEL_MARGIN + panel_title(flow.groups[key], panel.width, setting).width + TITLE_GAP
        for key, panel in placement.clusters.items()
    }
    held = {key for name, key in graph.home.items() if flow.nodes[name].stretch}
    return graph.titles_at_foot(placement, reach, held)

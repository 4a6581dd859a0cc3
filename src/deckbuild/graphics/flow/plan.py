"""The plan of a flow: the size of labels and the direction that fit, places of boxes, lines and labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product
from operator import gt

from deckbuild.context import LayoutContext
from deckbuild.diagrams.label_places import label_places
from deckbuild.diagrams.ranked_graph import RankedGraph
from deckbuild.diagrams.ranked_order import ordered
from deckbuild.diagrams.ranked_placement import placed
from deckbuild.diagrams.ranked_ways import Way
from deckbuild.geometry import Rect, Size
from deckbuild.graphics.flow.graph import graph_of
from deckbuild.graphics.flow.model import FlowSpec
from deckbuild.graphics.flow.sketch import Sketch, sketch
from deckbuild.graphics.flow.titles import Title, titles
from deckbuild.layout.boxes import Setting
from deckbuild.layout.label import fits_region, label_sizes
from deckbuild.layout.placed import Placed

AIR = (1.0, 0.65)  # factors for distances: closer together only where no size of label fits else
WIDE = 3.0  # times its height: the part of a box's width that counts as filled


@dataclass(frozen=True, slots=True)
class Plan:
    """A flow laid out: its cards, panels and titles by the keys of their groups, the ways of its edges and
    the places of their labels by number, and how many tracks each gap between ranks has."""

    graph: RankedGraph
    cards: Placed
    panels: Mapping[str, Rect]
    titles: Mapping[str, Title]
    ways: tuple[Way, ...]
    labels: Mapping[int, Rect]
    tracks: tuple[int, ...]
    fits: bool

    def merit(self, region: Size) -> tuple[bool, float, float]:
        """What makes one plan better than another: it fits, lacks less, shows more of boxes that aren't
        banners."""
        size = self.cards.size
        lack = max(0.0, size.width - region.width) + max(0.0, size.height - region.height)
        shown = sum(min(rect.width, WIDE * rect.height) * rect.height for rect in self.cards.rects.values())
        return self.fits, -lack, shown


def best_plan(flow: FlowSpec, region: Size, context: LayoutContext) -> Plan:
    """The plan at the largest label size that fits, in the direction that fills the region better."""
    graph = graph_of(flow)
    order = ordered(graph)
    ways = [across for across in (True, False) if flow.direction in (None, "right" if across else "down")]

    def sketches(air: float, size: float) -> list[Sketch]:
        setting = Setting(size, context)
        return [sketch(flow, graph, order, setting, air, across=way).fitted(region) for way in ways]

    tightest = sketches(AIR[-1], label_sizes(context)[-1])
    if not any(fits_region(each.extent, region) for each in tightest):
        return max((_plan(each, region) for each in tightest), key=lambda plan: plan.merit(region))
    plans: list[Plan] = []
    for air, size in product(AIR, label_sizes(context)):
        plans += [_plan(each, region) for each in sketches(air, size) if fits_region(each.extent, region)]
        if any(plan.fits for plan in plans):
            break
    return max(plans, key=lambda plan: plan.merit(region))


def _plan(flow: Sketch, region: Size) -> Plan:
    """The flow with boxes that fill the region; titles that lines would run through go to the foot of their
    panels, if that helps."""
    flow = flow.grown(region)
    plan = _laid_out(flow, region)
    if any(map(gt, plan.tracks, flow.tracks)) and not fits_region(plan.cards.size, region):
        return _plan(replace(flow, tracks=tuple(map(max, plan.tracks, flow.tracks))).fitted(region), region)
    met = frozenset(key for key, title in plan.titles.items() if title.met)
    if not met or not flow.across:
        return plan
    other = _laid_out(replace(flow, footed=met), region)
    return plan if any(title.met for title in other.titles.values()) else other


def _laid_out(flow: Sketch, region: Size) -> Plan:
    tall = [name for name, node in flow.flow.nodes.items() if node.stretch]
    room = region if flow.across else Size(region.height, region.width)
    found = placed(flow.graph, flow.order, flow.measures, room, tall)
    found = found if flow.across else found.turned()
    boxes = found.boxes
    heads = titles(flow.flow, found.panels, found.ways, flow.setting, flow.footed, flow.measures.margin)
    taken = [*boxes.values(), *(title.rect for title in heads.values())]
    labels, clear = label_places(found.ways, flow.labels, taken, Rect.of_size(found.size))
    cards = Placed(flow.flow.id, flow.setting, flow.cards, boxes, found.size)
    fits = clear and fits_region(found.size, region)
    fits = fits and all(
        fits_region(card.takes(boxes[name].size), boxes[name].size) for name, card in flow.cards.items()
    )
    return Plan(flow.graph, cards, found.panels, heads, found.ways, labels, found.tracks, fits)

"""The plan of a flow: the size of labels and the direction that fit, places of boxes, lines and labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product
from operator import gt

from deckbuild.context import LayoutContext
from deckbuild.diagrams.label_places import label_places
from deckbuild.diagrams.panel_titles import TITLE_GAP, Title, panel_titles
from deckbuild.diagrams.ranked_graph import RankedGraph
from deckbuild.diagrams.ranked_order import Order, ordered
from deckbuild.diagrams.ranked_placement import guessed, placed
from deckbuild.diagrams.ranked_sketch import Sketch
from deckbuild.diagrams.ranked_ways import Way
from deckbuild.document import Anchor, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.flow.graph import graph_of
from deckbuild.graphics.flow.model import FlowSpec
from deckbuild.graphics.flow.parts import label_rooms, node_cards, panel_title
from deckbuild.layout.boxes import Box, Setting
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A flow at one label size in one direction: its cards, and how large they are."""

    flow: FlowSpec
    setting: Setting
    cards: Mapping[str, Box]
    sketch: Sketch

    def fits(self, region: Size) -> bool:
        return fits_region(self.sketch.extent, region)

    def title(self, key: str, width: float, insets: Insets, anchor: Anchor) -> TextBody:
        return panel_title(self.flow.groups[key], width, self.setting, insets, anchor)


def best_plan(flow: FlowSpec, region: Size, context: LayoutContext) -> Plan:
    """The plan at the largest label size that fits, in the direction that fills the region better."""
    graph = graph_of(flow)
    order = ordered(graph)
    ways = [across for across in (True, False) if flow.direction in (None, "right" if across else "down")]

    def drafts(air: float, size: float) -> list[Draft]:
        return [_draft(flow, graph, order, Setting(size, context), air, way, region) for way in ways]

    tightest = drafts(AIR[-1], label_sizes(context)[-1])
    if not any(each.fits(region) for each in tightest):
        return max((_plan(each, region) for each in tightest), key=lambda plan: plan.merit(region))
    plans: list[Plan] = []
    for air, size in product(AIR, label_sizes(context)):
        plans += [_plan(each, region) for each in drafts(air, size) if each.fits(region)]
        if any(plan.fits for plan in plans):
            break
    return max(plans, key=lambda plan: plan.merit(region))


def _draft(
    flow: FlowSpec,
    graph: RankedGraph,
    order: Order,
    setting: Setting,
    air: float,
    across: bool,
    region: Size,
) -> Draft:
    cards = node_cards(graph, flow, setting, across=across)
    labels = label_rooms(graph, flow, setting, across=across)
    takes = {name: card.takes for name, card in cards.items()}
    tall = frozenset(name for name, node in flow.nodes.items() if node.stretch)

    def head(key: str, width: float) -> float:
        return panel_title(flow.groups[key], width, setting).height + TITLE_GAP * air

    sketch = Sketch(graph, order, across, air, takes, head, labels, tall, guessed(graph))
    return Draft(flow, setting, cards, sketch.fitted(region))


def _plan(draft: Draft, region: Size) -> Plan:
    """The flow with boxes that fill the region; titles that lines would run through go to the foot of their
    panels, if that helps."""
    sketch = draft.sketch.grown(region)
    plan = _laid_out(draft, sketch, region)
    if any(map(gt, plan.tracks, sketch.tracks)) and not fits_region(plan.cards.size, region):
        tracks = tuple(map(max, plan.tracks, sketch.tracks))
        return _plan(replace(draft, sketch=replace(sketch, tracks=tracks).fitted(region)), region)
    met = frozenset(key for key, title in plan.titles.items() if title.met)
    if not met or not sketch.across:
        return plan
    other = _laid_out(draft, replace(sketch, footed=met), region)
    return plan if any(title.met for title in other.titles.values()) else other


def _laid_out(draft: Draft, sketch: Sketch, region: Size) -> Plan:
    room = region if sketch.across else Size(region.height, region.width)
    found = placed(sketch.graph, sketch.order, sketch.measures, room, sketch.tall)
    found = found if sketch.across else found.turned()
    boxes = found.boxes
    margin = sketch.measures.margin
    heads = panel_titles(found.panels, found.ways, draft.title, sketch.footed, margin)
    taken = [*boxes.values(), *(title.rect for title in heads.values())]
    labels, clear = label_places(found.ways, sketch.labels, taken, Rect.of_size(found.size))
    cards = Placed(draft.flow.id, draft.setting, draft.cards, boxes, found.size)
    fits = clear and fits_region(found.size, region) and cards.hold()
    return Plan(sketch.graph, cards, found.panels, heads, found.ways, labels, found.tracks, fits)

"""The plan of a flow: label size and box size that fit, places of boxes, lines and labels."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product

from deckbuild.context import LayoutContext
from deckbuild.diagrams.label_places import label_places
from deckbuild.diagrams.ports import needed
from deckbuild.diagrams.ranked_graph import RankedGraph
from deckbuild.diagrams.ranked_layout import BOX_GAP, PANEL_MARGIN, Measures, Rows
from deckbuild.diagrams.ranked_order import Order, ordered
from deckbuild.diagrams.ranked_placement import gaps, guessed, placed
from deckbuild.diagrams.ranked_ways import Way
from deckbuild.geometry import Rect, Size
from deckbuild.graphics.flow.graph import graph_of
from deckbuild.graphics.flow.model import FlowSpec
from deckbuild.graphics.flow.parts import label_rooms, node_cards, panel_title
from deckbuild.graphics.flow.titles import TITLE_GAP, Title, titles
from deckbuild.layout.boxes import Box, Setting, over, space
from deckbuild.layout.label import ROUNDING, fits_region, label_sizes
from deckbuild.layout.placed import Placed

WIDEST = 340.0  # points beyond which a box reads as a banner and its lines get long
NARROWEST = 40.0
GROWTH = 1.9  # times what its words need: the height to which a box may grow to fill the region
STOCKY = 0.55  # of its width: the height to which any box may grow
BANNER = 3.0  # times its height: a box that is wider only looks empty
AIR = (1.0, 0.65)  # factors for distances: closer together only where no size of label fits else
KEPT = 0.25  # share of the height left over that boxes leave to the lines between them
SPACIOUS = 3.0  # times its extent: the most that is between two boxes of a rank


@dataclass(frozen=True, slots=True)
class Sketch:
    """A flow in one direction at one label size: what it is laid out with, and whether that fits."""

    graph: RankedGraph
    order: Order
    across: bool
    setting: Setting
    air: float
    cards: Mapping[str, Box]
    labels: Mapping[int, Size]
    box: Size
    fits: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A flow laid out: its cards, panels and titles by the keys of their groups, the ways of its edges and
    the places of their labels by number."""

    graph: RankedGraph
    cards: Placed
    panels: Mapping[str, Rect]
    titles: Mapping[str, Title]
    ways: tuple[Way, ...]
    labels: Mapping[int, Rect]
    fits: bool

    def merit(self, region: Size) -> tuple[bool, float, float]:
        """What makes one plan better than another: it fits, lacks less, shows more of boxes that aren't
        banners."""
        size = self.cards.size
        lack = max(0.0, size.width - region.width) + max(0.0, size.height - region.height)
        shown = sum(min(rect.width, BANNER * rect.height) * rect.height for rect in self.cards.rects.values())
        return self.fits, -lack, shown


def best_plan(flow: FlowSpec, region: Size, context: LayoutContext) -> Plan:
    """The plan at the largest label size that fits, in the direction that fills the region better."""
    graph = graph_of(flow)
    order = ordered(graph)
    ways = [across for across in (True, False) if flow.direction in (None, "right" if across else "down")]

    def sketches(air: float, size: float) -> list[Sketch]:
        setting = Setting(size, context)
        return [_sketch(flow, graph, order, across, region, setting, air) for across in ways]

    tightest = sketches(AIR[-1], label_sizes(context)[-1])
    plans = [_plan(flow, each, region) for each in tightest if not any(other.fits for other in tightest)]
    for air, size in product(AIR, label_sizes(context)):
        if any(plan.fits for plan in plans) or not any(each.fits for each in tightest):
            break
        plans += [_plan(flow, each, region) for each in sketches(air, size) if each.fits]
    return max(plans, key=lambda plan: plan.merit(region))


def _sketch(
    flow: FlowSpec,
    graph: RankedGraph,
    order: Order,
    across: bool,
    region: Size,
    setting: Setting,
    air: float,
) -> Sketch:
    """The boxes' size at a size of label: as wide as there is room for, and as high as they need."""
    cards, labels = node_cards(graph, flow, setting, across=across), label_rooms(graph, flow, setting, across=across)
    sketch = Sketch(graph, order, across, setting, air, cards, labels, Size(0.0, 0.0), fits=True)
    short = [card for name, card in cards.items() if not (across and flow.nodes[name].stretch)]
    natural = max(card.natural.width for card in cards.values())
    most = min(WIDEST, max(2.2 * natural, 240.0) if across else max(1.5 * natural, 130.0))
    share: float = math.floor(min(most, _widest(flow, sketch, region)))
    needs = over(space(NARROWEST), *short).takes(Size(max(share, NARROWEST), 0.0))
    side = needed(graph.crowd)
    width = max(share, math.ceil(needs.width), 0.0 if across else side)
    least = space(NARROWEST, side if across else 0.0)
    box = Size(width, math.ceil(over(least, *short).takes(Size(width, 0.0)).height))
    room = _extents(flow, replace(sketch, box=box), BOX_GAP)
    return replace(sketch, box=box, fits=needs.width <= share + ROUNDING and fits_region(room, region))


def _widest(flow: FlowSpec, sketch: Sketch, region: Size) -> float:
    """How wide each box may be where the flow is as wide as the region."""
    least = replace(sketch, box=Size(NARROWEST, 20.0))
    spare = region.width - _extents(flow, least, BOX_GAP).width
    if sketch.across:
        return NARROWEST + spare / len(sketch.graph.ranks)
    low, high = 0.0, WIDEST
    for _ in range(8):
        middle = (low + high) / 2
        fits = _extents(flow, replace(sketch, box=Size(middle, 20.0)), BOX_GAP).width <= region.width
        low, high = (middle, high) if fits else (low, middle)
    return low


def _extents(flow: FlowSpec, sketch: Sketch, gap: float) -> Size:
    """The least room that the flow needs."""
    measures = _measures(flow, sketch, gap, frozenset())
    along = sum(each.needed for each in gaps(sketch.graph, measures, guessed(sketch.graph)))
    along += measures.box.width * len(sketch.graph.ranks)
    across = Rows(sketch.graph, sketch.order, measures).extent
    return Size(along, across) if sketch.across else Size(across, along)


def _measures(flow: FlowSpec, sketch: Sketch, gap: float, footed: frozenset[str]) -> Measures:
    box, labels, graph = sketch.box, sketch.labels, sketch.graph
    heads = {}
    for key, group in flow.groups.items():
        ranks = len(graph.spans[key]) if sketch.across else 1
        width = box.width * ranks + 30.0 * (ranks - 1)
        heads[key] = panel_title(group, width, sketch.setting).height + TITLE_GAP
    if sketch.across:
        before = {key: head for key, head in heads.items() if key not in footed}
        after = {key: head for key, head in heads.items() if key in footed}
        return Measures(box, labels, before=before, after=after, gap=gap, air=sketch.air)
    flipped = {number: Size(label.height, label.width) for number, label in labels.items()}
    return Measures(Size(box.height, box.width), flipped, ahead=heads, above=False, gap=gap, air=sketch.air)


def _plan(flow: FlowSpec, sketch: Sketch, region: Size) -> Plan:
    sketch, gap = _grown(flow, sketch, region)
    plan = _drawn(flow, sketch, gap, region, frozenset())
    met = frozenset(key for key, title in plan.titles.items() if title.met)
    return _drawn(flow, sketch, gap, region, met) if met and sketch.across else plan


def _drawn(flow: FlowSpec, sketch: Sketch, gap: float, region: Size, footed: frozenset[str]) -> Plan:
    graph, across, setting = sketch.graph, sketch.across, sketch.setting
    tall = [name for name, node in flow.nodes.items() if node.stretch]
    measures = _measures(flow, sketch, gap, footed)
    room = region if across else Size(region.height, region.width)
    found = placed(graph, sketch.order, measures, room, tall)
    found = found if across else found.turned()
    heads = titles(flow, graph, found.panels, found.ways, setting, footed)
    taken = [*found.boxes.values(), *(title.rect for title in heads.values())]
    labels, clear = label_places(found.ways, sketch.labels, taken, Rect.of_size(found.size))
    cards = Placed(flow.id, setting, sketch.cards, found.boxes, found.size)
    fits = sketch.fits and clear and fits_region(found.size, region)
    fits = fits and all(
        fits_region(card.takes(found.boxes[name].size), found.boxes[name].size)
        for name, card in sketch.cards.items()
    )
    return Plan(graph, cards, found.panels, heads, found.ways, labels, fits)


def _grown(flow: FlowSpec, sketch: Sketch, region: Size) -> tuple[Sketch, float]:
    """Boxes that grow to fill the region in part, then gaps that do; smaller again where siblings couldn't
    be even."""
    box, across = sketch.box, sketch.across
    high = max(box.height, min(box.height * GROWTH, box.width), box.width * STOCKY)

    most = region.height - KEPT * max(0.0, region.height - _extents(flow, sketch, BOX_GAP).height)

    def fits(height: float, gap: float) -> bool:
        return _extents(flow, replace(sketch, box=replace(box, height=height)), gap).height <= most

    def airy(height: float) -> float:
        return max(BOX_GAP, height * 0.3) if across else BOX_GAP

    height = _largest(box.height, high, lambda each: fits(each, airy(each)))
    sketch = replace(sketch, box=replace(box, height=math.floor(height)))
    extent = sketch.box.height if across else sketch.box.width
    gap = _largest(BOX_GAP, extent * SPACIOUS, lambda each: _inside(flow, sketch, each, region))
    free = _free(flow, sketch, gap)
    most = region.height if across else region.width
    if free > most:
        gap = max(BOX_GAP, gap * most / free)
        sketch = _smaller(flow, sketch, box, most / max(most, _free(flow, sketch, gap)))
    return sketch, gap


def _inside(flow: FlowSpec, sketch: Sketch, gap: float, region: Size) -> bool:
    room = _extents(flow, sketch, gap)
    return (room.height <= region.height) if sketch.across else (room.width <= region.width)


def _free(flow: FlowSpec, sketch: Sketch, gap: float) -> float:
    """What the flow would like to have across."""
    rows = Rows(sketch.graph, sketch.order, _measures(flow, sketch, gap, frozenset()))
    places = rows.settled(None)
    ends = [places[e] + s for e in places if e.kind == "box" for s in (-rows.measures.box.height / 2, rows.measures.box.height / 2)]
    return max(ends) - min(ends)


def _smaller(flow: FlowSpec, sketch: Sketch, least: Size, share: float) -> Sketch:
    """The boxes smaller by a share across, as far as their words allow."""
    if share >= 1.0:
        return sketch
    if sketch.across:
        return replace(sketch, box=replace(sketch.box, height=max(least.height, math.floor(sketch.box.height * share))))
    width = math.floor(sketch.box.width * share)
    needs = over(space(NARROWEST), *sketch.cards.values()).takes(Size(max(width, NARROWEST), 0.0))
    if needs.height > sketch.box.height + ROUNDING or needs.width > width + ROUNDING:
        return sketch
    return replace(sketch, box=replace(sketch.box, width=width))


def _largest(low: float, high: float, fits: object) -> float:
    """The largest value from `low` to `high` that fits, `low` if none does."""
    assert callable(fits)
    if high <= low or fits(high):
        return max(low, high)
    for _ in range(7):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low

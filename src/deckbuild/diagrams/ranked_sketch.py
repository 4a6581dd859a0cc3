"""A ranked graph before anything has its place: how large its boxes are in one direction, in a region."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from deckbuild.diagrams.ports import needed
from deckbuild.diagrams.ranked_graph import RankedGraph
from deckbuild.diagrams.ranked_order import Order
from deckbuild.diagrams.ranked_placement import gaps
from deckbuild.diagrams.ranked_rows import BOX_GAP, Measures, Rows
from deckbuild.geometry import Size

WIDEST = 340.0  # points beyond which a box reads as a banner and its lines get long
NARROWEST = 40.0
USUAL = {True: 240.0, False: 130.0}  # width to which a box may always grow, where arrows lead right and down
LOOSE = {True: 2.2, False: 1.5}  # times its words: the width to which any box may grow
BANNER = 4.5  # times its height: a box that is wider only looks empty
GROWTH = 1.9  # times what its words need: the height to which a box may grow to fill the region
STOCKY = 0.55  # of its width: the height to which any box may grow
KEPT = 0.25  # share of the height left over that boxes leave to the lines between them
AIRY = 0.3  # of its height: what a box leaves free below it before it grows
SPACIOUS = 4.0  # times its extent: the most that is between two boxes of a rank


@dataclass(frozen=True, slots=True)
class Sketch:
    """A graph whose arrows lead right (`across`) or down. `widths` are those of the boxes in each rank; all
    have one `height`. `gap` is between boxes of a rank, `air` a factor for other distances, `tracks` how many
    each gap between ranks has. The titles of `footed` groups stand at the foot of their panels."""

    graph: RankedGraph
    order: Order
    across: bool
    air: float
    takes: Mapping[str, Callable[[Size], Size]]
    head: Callable[[str, float], float]
    labels: Mapping[int, Size]
    tall: frozenset[str]
    tracks: tuple[int, ...]
    widths: tuple[float, ...] = ()
    height: float = 0.0
    gap: float = BOX_GAP
    footed: frozenset[str] = frozenset()

    @property
    def measures(self) -> Measures:
        """What the graph is laid out with, turned so that arrows lead right."""
        heads = {key: self._head(key) for key in self.graph.clusters}
        sizes = tuple(
            Size(width, self.height) if self.across else Size(self.height, width) for width in self.widths
        )
        if self.across:
            before = {key: head for key, head in heads.items() if key not in self.footed}
            after = {key: head for key, head in heads.items() if key in self.footed}
            return Measures(sizes, self.labels, before, after, gap=self.gap, air=self.air)
        labels = {number: Size(label.height, label.width) for number, label in self.labels.items()}
        return Measures(sizes, labels, ahead=heads, above=False, gap=self.gap, air=self.air)

    def _head(self, key: str) -> float:
        """The room that a panel's title takes."""
        span = self.graph.spans[key]
        width = sum(self.widths[rank] for rank in span) if self.across else self.widths[span[0]]
        return self.head(key, width)

    @property
    def extent(self) -> Size:
        """The least room that the graph needs."""
        measures = self.measures
        along = sum(gap.needed for gap in gaps(self.graph, measures, self.tracks))
        along += sum(size.width for size in measures.sizes)
        across = Rows(self.graph, self.order, measures).extent
        return Size(along, across) if self.across else Size(across, along)

    @property
    def wish(self) -> float:
        """What the boxes would like to have across to be even, in points."""
        rows = Rows(self.graph, self.order, self.measures)
        places = rows.settled(None)
        ends = [(at, rows.reach(entry)) for entry, at in places.items() if entry.kind == "box"]
        return max(at + reach[1] for at, reach in ends) - min(at - reach[0] for at, reach in ends)

    def fitted(self, region: Size) -> Sketch:
        """Boxes as wide as there is room for, and as high as they need then: all of one width if words allow
        it, else those of each rank."""
        least = self._narrowest()
        natural = [self._width(rank, WIDEST) for rank in range(len(self.order))]
        most = min(WIDEST, max(LOOSE[self.across] * max(natural), USUAL[self.across]))

        def wide(width: float) -> Sketch:
            return replace(self, widths=tuple(max(low, math.floor(width)) for low in least), height=20.0)

        found = wide(_largest(NARROWEST, most, lambda width: wide(width).extent.width <= region.width))
        found = replace(found, height=found.needed_height(found.widths))
        for rank, width in enumerate(natural):
            widths = (
                *found.widths[:rank],
                max(found.widths[rank], math.ceil(width)),
                *found.widths[rank + 1 :],
            )
            lower = replace(found, widths=widths, height=found.needed_height(widths))
            if lower.height < found.height and lower.extent.width <= region.width:
                found = lower
        return found

    def _narrowest(self) -> list[float]:
        """The least widths of boxes by rank: no word is torn, and lines have room on their sides."""
        least = NARROWEST if self.across else max(NARROWEST, needed(self.graph.crowd))
        return [max(least, math.ceil(self._width(rank, 0.0))) for rank in range(len(self.order))]

    def _short(self, rank: int) -> list[Callable[[Size], Size]]:
        """The boxes of a rank, without those that are higher than a box anyway."""
        return [
            self.takes[name] for name in self.graph.ranks[rank] if not (self.across and name in self.tall)
        ]

    def _width(self, rank: int, offered: float) -> float:
        return max((takes(Size(offered, 0.0)).width for takes in self._short(rank)), default=NARROWEST)

    def needed_height(self, widths: tuple[float, ...]) -> float:
        """What the neediest box takes where those of each rank are so wide."""
        heights = (
            takes(Size(width, 0.0)).height for rank, width in enumerate(widths) for takes in self._short(rank)
        )
        return math.ceil(max([*heights, needed(self.graph.crowd) if self.across else 0.0, 20.0]))

    def grown(self, region: Size) -> Sketch:
        """Boxes that grow to fill the region in part, then gaps that do; both less in a tree
        whose siblings couldn't stand at one distance else."""
        width, least = min(self.widths), self.height
        high = max(min(least * GROWTH, width), width * STOCKY)
        most = region.height - KEPT * max(0.0, region.height - self.extent.height)

        def taller(height: float) -> Sketch:
            gap = max(BOX_GAP, height * AIRY) if self.across else BOX_GAP
            return replace(self, height=math.floor(height), gap=gap)

        found = taller(_largest(least, high, lambda height: taller(height).extent.height <= most))
        found = found._spaced(region)
        room = region.height if self.across else region.width
        if self.graph.forest and found.wish > room:
            share = _largest(0.0, 1.0, lambda each: found._smaller(each, least).wish <= room)
            found = found._smaller(share, least)
        if self.across:
            widths = (
                max(BANNER * found.height, 1.2 * self._width(r, WIDEST)) for r in range(len(self.widths))
            )
            found = replace(found, widths=tuple(map(min, found.widths, widths)))
        return found

    def _spaced(self, region: Size) -> Sketch:
        def fits(gap: float) -> bool:
            room = replace(self, gap=gap).extent
            return room.height <= region.height if self.across else room.width <= region.width

        extent = self.height if self.across else max(self.widths)
        return replace(self, gap=_largest(BOX_GAP, extent * SPACIOUS, fits))

    def _smaller(self, share: float, least: float) -> Sketch:
        """Boxes and gaps smaller across, down to this share of what they have beyond the least."""
        found = replace(self, gap=BOX_GAP + share * (self.gap - BOX_GAP))
        if self.across:
            return replace(found, height=math.floor(least + share * (self.height - least)))
        pairs = zip(self._narrowest(), self.widths, strict=True)
        widths = tuple(low + share * (width - low) for low, width in pairs)
        return replace(found, widths=widths) if self.needed_height(widths) <= self.height else found


def _largest(low: float, high: float, fits: Callable[[float], bool]) -> float:
    """The largest value from `low` to `high` that fits, `low` if none does."""
    if high <= low or fits(high):
        return max(low, high)
    for _ in range(7):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low

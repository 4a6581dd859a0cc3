"""Where lines of a ranked graph hold on to their boxes, and which turns they need between ranks.

A line leaves its box, turns once between the ranks, and arrives; over several ranks it goes straight in its
lane and turns a second time. Links of a fork share their stem and the turn. One that leads back runs over its
boxes where nothing is between them and its lane, else it turns behind the one and before the other. All of it
is turned so that ranks follow each other to the right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from typing import NamedTuple

from deckbuild.diagrams.ports import APART, LEAST, Wish, spread
from deckbuild.diagrams.ranked_graph import RankedGraph
from deckbuild.diagrams.ranked_order import Entry, Order
from deckbuild.diagrams.tracks import NEAR, Turn, tracks
from deckbuild.document import Side
from deckbuild.geometry import Rect

JOG = 8.0  # points below which a turn looks like a slip


class Slot(NamedTuple):
    """A place on a side of a box that lines hold on to."""

    box: str
    side: Side
    name: str


@dataclass(frozen=True)
class Lines:
    """The lines of a graph whose boxes and lanes have their places across. `rows` are the middles of boxes
    and lanes, `boxes` rectangles whose places along don't matter yet."""

    graph: RankedGraph
    order: Order
    rows: Mapping[Entry, float]
    boxes: Mapping[str, Rect]
    tall: frozenset[str] = frozenset()

    @cached_property
    def over(self) -> dict[int, Side]:
        """The side on which a line back runs over its boxes, where nothing stands between."""
        found: dict[int, Side] = {}
        for number in self.graph.lanes:
            if self.graph.backward(number):
                link = self.graph.links[number]
                sides = {self._next_to(number, name) for name in (link.start, link.end)}
                if len(sides) == 1 and (side := sides.pop()):
                    found[number] = side
        return found

    def _next_to(self, number: int, name: str) -> Side | None:
        rank = self._solid[self.graph.rank[name]]
        step = rank.index(Entry("lane", number)) - rank.index(Entry("box", name))
        return None if abs(step) > 1 else "top" if step < 0 else "bottom"

    @cached_property
    def _solid(self) -> list[list[Entry]]:
        return [[entry for entry in rank if entry.kind in ("box", "lane")] for rank in self.order]

    def _neighbours(self, number: int) -> bool:
        """Whether peers stand directly beside each other."""
        link = self.graph.links[number]
        rank = self._solid[self.graph.rank[link.start]]
        return abs(rank.index(Entry("box", link.start)) - rank.index(Entry("box", link.end))) == 1

    @cached_property
    def slots(self) -> list[tuple[Slot, Slot]]:
        """Where each link leaves and enters its boxes."""
        found = []
        for number, link in enumerate(self.graph.links):
            leaving, entering = self._sides(number)
            fork = self.graph.forks[number]
            start = Slot(link.start, leaving, f"from {fork if leaving == 'right' else number}")
            found.append((start, Slot(link.end, entering, f"to {number}")))
        return found

    def _sides(self, number: int) -> tuple[Side, Side]:
        link = self.graph.links[number]
        if number in self.over:
            return self.over[number], self.over[number]
        if self.graph.beside(number):
            if not self._neighbours(number):
                return "right", "right"
            below = self._row(link.end) > self._row(link.start)
            return ("bottom", "top") if below else ("top", "bottom")
        return "right", "left"

    def _row(self, name: str) -> float:
        return self.rows[Entry("box", name)]

    def lane(self, number: int) -> float:
        return self.rows[Entry("lane", number)]

    @cached_property
    def heights(self) -> dict[Slot, float]:
        """Places across of the slots on left and right sides."""
        wishes: dict[tuple[str, Side], dict[str, list[float]]] = {}
        for number, (start, end) in enumerate(self.slots):
            lane = self.lane(number) if number in self.graph.lanes else None
            for slot, other in ((start, end), (end, start)):
                if slot.side in ("left", "right"):
                    toward = self._row(other.box) if lane is None else lane
                    wishes.setdefault(slot[:2], {}).setdefault(slot.name, []).append(toward)
        found: dict[Slot, float] = {}
        for (name, side), lines in wishes.items():
            rect = self.boxes[name]
            # A fork that has a straight branch, or is even, leaves from the middle.
            middles = {line: (min(at) + max(at)) / 2 for line, at in lines.items()}
            if name in self.tall:
                at = self._beside(rect, middles)
                if all(b - a >= LEAST for a, b in pairwise(sorted(at.values()))):
                    found |= {Slot(name, side, line): y for line, y in at.items()}
                    continue
            at = spread([Wish(line, middle) for line, middle in middles.items()], rect.top, rect.bottom)
            found |= {Slot(name, side, line): y for line, y in at.items()}
        return self._levelled(self._parted(found))

    @staticmethod
    def _beside(rect: Rect, toward: Mapping[str, float]) -> dict[str, float]:
        """Lines of a box that stretches go straight on, as far as it reaches."""
        reach = rect.height / 2 - JOG
        middle = rect.center.y
        return {line: middle + max(-reach, min(reach, y - middle)) for line, y in toward.items()}

    def _parted(self, heights: dict[Slot, float]) -> dict[Slot, float]:
        """Two lines that each arrive level with where the other comes from can't turn without running over
        each other: one of them arrives a little aside."""
        found = dict(heights)
        arriving: dict[int, list[Slot]] = {}
        for number, (_, end) in enumerate(self.slots):
            if end.side == "left":
                arriving.setdefault(self.graph.rank[self.graph.links[number].end] - 1, []).append(end)
        for gap, slots in arriving.items():
            for one, other in combinations(self.turns(gap, heights).values(), 2):
                clashes = _level(one.right, other.left), _level(other.right, one.left)
                if not all(clashes):
                    continue
                height = next(
                    ((y for y in clashes[0] for slot in slots if heights[slot] == y)), clashes[1][0]
                )
                slot = next((slot for slot in slots if heights[slot] == height), None)
                if slot is not None:
                    found[slot] += APART / 2
        return found

    def _levelled(self, heights: dict[Slot, float]) -> dict[Slot, float]:
        """What is nearly straight is straight where a line is alone on a side of a box."""
        found = dict(heights)
        crowd = Counter((slot.box, slot.side) for slot in found)
        for number, (start, end) in enumerate(self.slots):
            if number in self.graph.lanes or self.graph.forks[number] in self.forked or start not in found:
                continue
            for slot, other in ((start, end), (end, start)):
                if crowd[slot.box, slot.side] == 1 and abs(found[slot] - found[other]) <= JOG:
                    found[slot] = found[other]
                    break
        return found

    @cached_property
    def forked(self) -> set[int]:
        """The forks that more than one link leaves in."""
        return {fork for fork, count in Counter(self.graph.forks.values()).items() if count > 1}

    def turns(self, gap: int, heights: Mapping[Slot, float]) -> dict[int, Turn]:
        """The turns behind a rank (-1: before the first), by number: that of a fork's first link, or the
        link's own where it arrives, plus the number of links."""
        graph, count = self.graph, len(self.graph.links)
        left: dict[int, list[float]] = {}
        right: dict[int, list[float]] = {}
        for number, link in enumerate(graph.links):
            first, last = graph.rank[link.start], graph.rank[link.end]
            start, end = self.slots[number]
            if start.side in ("top", "bottom"):
                continue
            leaving, entering = heights[start], heights[end]
            if first == last and first == gap:
                left[number] = [leaving, entering]
            elif first == last:
                continue
            elif number not in graph.lanes and first == gap:
                left.setdefault(graph.forks[number], [leaving])
                right.setdefault(graph.forks[number], []).append(entering)
            elif number in graph.lanes and first == gap:
                left.setdefault(graph.forks[number], [leaving])
                side = left if graph.backward(number) else right
                side.setdefault(graph.forks[number], []).append(self.lane(number))
            elif number in graph.lanes and last - 1 == gap:
                other = right if graph.backward(number) else left
                other.setdefault(number + count, []).append(self.lane(number))
                right.setdefault(number + count, []).append(entering)
        keys = {**left, **right}
        return {key: Turn(tuple(left.get(key, ())), tuple(right.get(key, ()))) for key in sorted(keys)}

    @cached_property
    def gaps(self) -> list[tuple[dict[int, int], int]]:
        """The tracks of the turns before the first rank, behind it, and so on, and how many there are."""
        return [tracks(self.turns(gap, self.heights)) for gap in range(-1, len(self.order))]


def _level(heights: Sequence[float], others: Sequence[float]) -> list[float]:
    """The heights that others are as good as level with."""
    return [y for y in heights if any(abs(y - z) < NEAR for z in others)]

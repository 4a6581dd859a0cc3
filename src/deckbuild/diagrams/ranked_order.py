"""The order of what stands in each rank of a graph: few lines cross, clusters stay together.

Clusters and lanes cover several ranks. Beside each other they have one order, the same in every rank, so that
a panel never has to pass through another, nor a straight lane through a panel. The search is the barycentre
method (Sugiyama, Tagawa, Toda 1981), then moves of one at a time as long as they help.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import Literal, NamedTuple

from deckbuild.diagrams.ranked_graph import RankedGraph

SWEEPS = 6
PASSES = 4
CROSSING, INVERSION = 100, 1  # a crossing weighs more than any order that the author didn't write


class Entry(NamedTuple):
    """Something in a rank: a box by its name, a lane by the number of its link, or where a cluster begins or
    ends, by its key."""

    kind: Literal["box", "lane", "opens", "closes"]
    name: str | int


Order = tuple[tuple[Entry, ...], ...]
"""The entries of each rank."""


def ordered(graph: RankedGraph) -> Order:
    """The order with the fewest crossings that was found; among equals that of the author."""
    search = _Search(graph)
    written, best, least = dict(search.keys), dict(search.keys), search.cost()
    for first in (0, 1):
        if least < CROSSING:
            break
        search.keys = dict(written)
        keys, cost = search.swept(first)
        search.keys = keys
        for _ in range(PASSES):
            before, cost = cost, search.sift(cost)
            if cost == before:
                break
        if cost < least:
            best, least = dict(search.keys), cost
    search.keys = best
    if 0 < least < CROSSING:
        search.sift(least)
    return search.order()


def crossings(graph: RankedGraph, order: Order) -> int:
    """How many pairs of lines cross, and how many boxes a line between boxes of one rank has to pass."""
    places = [_places(rank) for rank in order]
    steps: list[list[tuple[int, int]]] = [[] for _ in order]
    passed = 0
    for number, link in enumerate(graph.links):
        start, end = Entry("box", link.start), Entry("box", link.end)
        lane = Entry("lane", number)
        first, last = graph.rank[link.start], graph.rank[link.end]
        if first == last:
            passed += max(0, abs(places[first][start] - places[first][end]) - 1)
        elif first > last:
            passed += max(0, abs(places[first][start] - places[first][lane]) - 1)
            passed += max(0, abs(places[last][end] - places[last][lane]) - 1)
        else:
            way = [start, *[lane] * (last - first - 1), end]
            for rank, (one, other) in enumerate(pairwise(way), first):
                steps[rank].append((places[rank][one], places[rank + 1][other]))
        if first > last:
            for rank in range(last, first):
                steps[rank].append((places[rank][lane], places[rank + 1][lane]))
    crossed = sum((a - c) * (b - d) < 0 for rank in steps for (a, b), (c, d) in combinations(rank, 2))
    return crossed + passed


def _places(rank: Sequence[Entry]) -> dict[Entry, int]:
    solid = [entry for entry in rank if entry.kind in ("box", "lane")]
    return {entry: place for place, entry in enumerate(solid)}


@dataclass(slots=True)
class _Search:
    """The order as a key of each box, lane and cluster: what is in one cluster stands by its keys."""

    graph: RankedGraph
    keys: dict[Entry, float] = field(init=False)
    inner: dict[tuple[str, int], list[Entry]] = field(init=False)
    near: dict[Entry, list[tuple[Entry, int]]] = field(init=False)

    def __post_init__(self) -> None:
        graph = self.graph
        self.keys, self.inner, self.near = {}, {}, {}
        for number, ranks in graph.lanes.items():
            self._put(Entry("lane", number), graph.shared(number), ranks)
        for key, ranks in graph.spans.items():
            self._put(Entry("opens", key), graph.clusters[key].inside, ranks)
        for name, rank in graph.rank.items():
            self._put(Entry("box", name), graph.home[name], range(rank, rank + 1))
        for number, link in enumerate(graph.links):
            ends = Entry("box", link.start), Entry("box", link.end)
            way = [ends[0], *([Entry("lane", number)] if number in graph.lanes else []), ends[1]]
            for one, other in pairwise(way):
                self.near.setdefault(one, []).append((other, graph.rank[link.end]))
                self.near.setdefault(other, []).append((one, graph.rank[link.start]))
        for rank, names in enumerate(graph.ranks):
            for place, name in enumerate(names):
                self.keys[Entry("box", name)] = place - (len(names) - 1) / 2 + rank * 1e-6
        self._settle_tall()

    def _put(self, entry: Entry, cluster: str, ranks: range) -> None:
        for rank in ranks:
            self.inner.setdefault((cluster, rank), []).append(entry)

    def _settle_tall(self) -> None:
        """Lanes go between their ends, clusters where their boxes are."""
        for number in self.graph.lanes:
            link = self.graph.links[number]
            ends = [self.keys[Entry("box", name)] for name in (link.start, link.end)]
            self.keys[Entry("lane", number)] = sum(ends) / 2 - 0.01
        for key, cluster in self.graph.clusters.items():
            at = [self.keys[Entry("box", name)] for name in cluster.members]
            self.keys[Entry("opens", key)] = sum(at) / len(at) - 0.001

    def rank(self, number: int, cluster: str = "") -> Iterator[Entry]:
        for entry in sorted(self.inner.get((cluster, number), ()), key=self.keys.__getitem__):
            yield entry
            if entry.kind == "opens":
                yield from self.rank(number, str(entry.name))
                yield Entry("closes", entry.name)

    def order(self) -> Order:
        return tuple(tuple(self.rank(number)) for number in range(len(self.graph.ranks)))

    def cost(self) -> int:
        order = self.order()
        inversions = 0
        for names, rank in zip(self.graph.ranks, order, strict=True):
            places = _places(rank)
            at = [places[Entry("box", name)] for name in names]
            inversions += sum(one > other for one, other in combinations(at, 2))
        return crossings(self.graph, order) * CROSSING + inversions * INVERSION

    def swept(self, first: int) -> tuple[dict[Entry, float], int]:
        """The best keys of several sweeps to and fro, and what they cost."""
        best, least = dict(self.keys), self.cost()
        for sweep in range(SWEEPS):
            self.sweep(forward=(sweep + first) % 2 == 0)
            if (cost := self.cost()) < least:
                best, least = dict(self.keys), cost
        return best, least

    def sweep(self, *, forward: bool) -> None:
        """Each box goes to the middle of those before it, or after it; what has none there stays."""
        ranks = range(len(self.graph.ranks))
        for number in ranks if forward else reversed(ranks):
            for name in self.graph.ranks[number]:
                entry = Entry("box", name)
                near = [
                    self.keys[other]
                    for other, rank in self.near.get(entry, ())
                    if (rank < number if forward else rank > number)
                ]
                if near:
                    self.keys[entry] = sum(near) / len(near)
            solid = [entry for entry in self.rank(number) if entry.kind == "box"]
            for place, entry in enumerate(solid):
                # Boxes of one key keep an order, and a crowded rank its middle.
                self.keys[entry] += place * 1e-4
            self._settle_tall()

    def sift(self, least: int) -> int:
        """Each entry goes where in its cluster it makes the fewest crossings; returns the cost."""
        beside: dict[Entry, set[Entry]] = {}
        for entries in self.inner.values():
            for entry in entries:
                beside.setdefault(entry, set()).update(entries)
        for entry, others in beside.items():
            keys = sorted(self.keys[other] for other in others if other != entry)
            if not keys or least == 0:
                continue
            own = self.keys[entry]
            places = [keys[0] - 1.0, *((one + other) / 2 for one, other in pairwise(keys)), keys[-1] + 1.0]
            for place in places:
                self.keys[entry] = place
                if (cost := self.cost()) < least:
                    least, own = cost, place
            self.keys[entry] = own
        return least

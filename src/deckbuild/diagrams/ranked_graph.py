"""A graph in ranks: which links lead back or over several ranks, and what stands in which group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from deckbuild.diagrams.ranks import Ranks, rank_nodes

Outline = Literal["box", "pill", "diamond"]


@dataclass(frozen=True, slots=True)
class Link:
    """A line from box to box. Peers share a rank. Links that look alike may leave their box as one fork; None
    is for one that shares nothing."""

    start: str
    end: str
    peers: bool = False
    look: Hashable = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Boxes on a panel of their own, which may stand on the panel of another cluster, `inside`."""

    members: tuple[str, ...]
    inside: str = ""


@dataclass(frozen=True)
class RankedGraph:
    """Boxes by name with their outlines, links by number, clusters by key. The page is the cluster `""`.

    A link that leads back, or over several ranks, runs in a lane of its own: a place in the order of each
    rank of `lanes`, so that it meets no box there.
    """

    outlines: Mapping[str, Outline]
    links: tuple[Link, ...]
    clusters: Mapping[str, Cluster]

    @cached_property
    def ranks(self) -> Ranks:
        return rank_nodes(self.outlines, [(link.start, link.end, link.peers) for link in self.links])

    @cached_property
    def rank(self) -> dict[str, int]:
        """The number of each box's rank."""
        return {name: number for number, level in enumerate(self.ranks) for name in level}

    @cached_property
    def home(self) -> dict[str, str]:
        """The innermost cluster of each box."""
        homes = dict.fromkeys(self.outlines, "")
        for key in sorted(self.clusters, key=self.depth):
            homes |= dict.fromkeys(self.clusters[key].members, key)
        return homes

    @cached_property
    def lanes(self) -> dict[int, range]:
        """The ranks in which a link has a lane, by the number of the link."""
        found = {}
        for number, link in enumerate(self.links):
            first, last = self.rank[link.start], self.rank[link.end]
            if last < first:
                found[number] = range(last, first + 1)
            elif last > first + 1:
                found[number] = range(first + 1, last)
        return found

    @cached_property
    def spans(self) -> dict[str, range]:
        """The ranks that each cluster covers."""
        found = {}
        for key, cluster in self.clusters.items():
            at = [self.rank[name] for name in cluster.members]
            found[key] = range(min(at), max(at) + 1)
        return found

    def backward(self, number: int) -> bool:
        """Whether a link leads to an earlier rank."""
        return self.rank[self.links[number].end] < self.rank[self.links[number].start]

    def beside(self, number: int) -> bool:
        """Whether a link joins boxes of one rank."""
        return self.rank[self.links[number].end] == self.rank[self.links[number].start]

    def around(self, key: str) -> Iterator[str]:
        """A cluster and those that it is inside of, from the innermost on, without the page."""
        while key:
            yield key
            key = self.clusters[key].inside

    def depth(self, key: str) -> int:
        return sum(1 for _ in self.around(key))

    def shared(self, number: int) -> str:
        """The innermost cluster that holds both ends of a link, where its lane runs."""
        outer = set(self.around(self.home[self.links[number].end]))
        return next((key for key in self.around(self.home[self.links[number].start]) if key in outer), "")

    @cached_property
    def forks(self) -> dict[int, int]:
        """The fork that each link leaves its box in, as the number of its first link. A fork has links that
        look alike, from one box to later ranks, and nothing else."""
        first: dict[tuple[str, Hashable], int] = {}
        forks = {}
        for number, link in enumerate(self.links):
            leads_on = self.rank[link.end] > self.rank[link.start]
            own = (link.start, link.look) if leads_on and link.look is not None else ("", number)
            forks[number] = first.setdefault(own, number)
        return forks

    @cached_property
    def forest(self) -> bool:
        """Whether at most one link leads to each box, and none back."""
        return max(Counter(link.end for link in self.links).values(), default=0) <= 1 and not any(
            self.backward(number) for number in self.lanes
        )

    @cached_property
    def crowd(self) -> int:
        """The most lines that a side of a box may have."""
        arriving = Counter(link.end for link in self.links)
        leaving = Counter(self.links[first].start for first in {*self.forks.values()})
        return max([0, *arriving.values(), *leaving.values()])


def nested(members: Mapping[str, Sequence[str]]) -> dict[str, Cluster]:
    """Clusters of these boxes: one whose boxes are among those of another stands inside the smallest such.

    Of clusters with the same boxes, the later one stands inside.
    """
    order = sorted(members, key=lambda key: -len(set(members[key])))
    clusters = {}
    for index, key in enumerate(order):
        holding = [other for other in order[:index] if set(members[key]) <= set(members[other])]
        clusters[key] = Cluster(tuple(members[key]), holding[-1] if holding else "")
    return {key: clusters[key] for key in members}

"""Ways of lines between the boxes of a ranked graph, at most five parts each: what a connector can draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from deckbuild.diagrams.ports import Port, Wish, port, spread
from deckbuild.diagrams.ranked_lines import Lines, Slot
from deckbuild.document import Side
from deckbuild.geometry import Point, Rect


class Way(NamedTuple):
    """Where a line runs, the ports of its boxes, which of its parts it shares with no other line, and where
    along these it passes ranks, in which no other line can cross it."""

    points: tuple[Point, ...]
    leaving: Port
    entering: Port
    own: tuple[int, ...]
    calm: tuple[Point, ...] = ()


def ways(lines: Lines, boxes: Mapping[str, Rect], turning: Sequence[Mapping[int, float]]) -> list[Way]:
    """The way of each link between boxes at their final places; `turning` is where along each turn is,
    for the gaps from the one before the first rank on."""
    places = {**lines.heights, **_tops(lines, boxes)}
    return [_way(lines, number, boxes, turning, places) for number in range(len(lines.graph.links))]


def _tops(lines: Lines, boxes: Mapping[str, Rect]) -> dict[Slot, float]:
    """Places along of the slots on tops and feet."""
    wishes: dict[tuple[str, Side], list[Wish]] = {}
    for start, end in lines.slots:
        for slot, other in ((start, end), (end, start)):
            if slot.side in ("top", "bottom"):
                wishes.setdefault(slot[:2], []).append(Wish(slot.name, boxes[other.box].center.x))
    return {
        Slot(name, side, line): x
        for (name, side), found in wishes.items()
        for line, x in spread(found, boxes[name].left, boxes[name].right).items()
    }


def _way(
    lines: Lines,
    number: int,
    boxes: Mapping[str, Rect],
    turning: Sequence[Mapping[int, float]],
    places: Mapping[Slot, float],
) -> Way:
    graph, count = lines.graph, len(lines.graph.links)
    link, (start, end) = graph.links[number], lines.slots[number]
    first, last, fork = graph.rank[link.start], graph.rank[link.end], graph.forks[number]
    ports = [
        port(slot.box, boxes[slot.box], slot.side, places[slot], graph.outlines[slot.box])
        for slot in (start, end)
    ]
    leaving, entering = ports
    a, b = leaving.at, entering.at
    shared = fork in lines.forked
    if number in lines.over:
        y = lines.lane(number)
        return Way((a, Point(a.x, y), Point(b.x, y), b), leaving, entering, (1,), _calm(lines, number, boxes))
    if start.side in ("top", "bottom"):
        if abs(a.x - b.x) < 0.5:
            return Way((a, Point(a.x, b.y)), leaving, entering, (0,))
        y = (a.y + b.y) / 2
        return Way((a, Point(a.x, y), Point(b.x, y), b), leaving, entering, (0, 1, 2))
    if first == last:
        x = turning[first + 1][number]
        return Way((a, Point(x, a.y), Point(x, b.y), b), leaving, entering, (1,))
    if number in graph.lanes:
        y = lines.lane(number)
        x, z = turning[first + 1].get(fork, a.x), turning[last].get(number + count, b.x)
        lane = (Point(x, a.y), Point(x, y), Point(z, y), Point(z, b.y))
        return Way((a, *lane, b), leaving, entering, (2,), _calm(lines, number, boxes))
    if abs(a.y - b.y) < 0.5 and not shared:
        return Way((a, Point(b.x, a.y)), leaving, entering, (0,))
    x = turning[first + 1].get(fork, a.x)
    points = (a, Point(x, a.y), Point(x, b.y), b)
    return Way(points, leaving, entering, (2,) if shared else (2, 0, 1))


def _calm(lines: Lines, number: int, boxes: Mapping[str, Rect]) -> tuple[Point, ...]:
    """Where a lane passes the boxes of its ranks, those in the middle first."""
    span, y = lines.graph.lanes[number], lines.lane(number)
    middle = (span[0] + span[-1]) / 2
    ranks = sorted(span, key=lambda rank: abs(rank - middle))
    return tuple(Point(boxes[lines.graph.ranks[rank][0]].center.x, y) for rank in ranks)

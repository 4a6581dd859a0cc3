"""A graph laid out in a region: ranks find their places along, lines their turns between them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from deckbuild.diagrams.ports import Port
from deckbuild.diagrams.ranked_graph import RankedGraph
from deckbuild.diagrams.ranked_lines import Lines
from deckbuild.diagrams.ranked_order import Entry, Order
from deckbuild.diagrams.ranked_panels import depths, lined_up, panels, reached
from deckbuild.diagrams.ranked_rows import CLEARANCE, LANE, PANEL_GAP, RANK_GAP, STUB, Measures, Rows
from deckbuild.diagrams.ranked_ways import Way, ways
from deckbuild.document import Side
from deckbuild.geometry import Point, Rect, Size

TURNED: dict[Side, Side] = {"left": "top", "top": "left", "right": "bottom", "bottom": "right"}


@dataclass(frozen=True, slots=True)
class Placed:
    """Boxes, panels and ways of a graph, the size of all, and how many tracks each gap has."""

    boxes: Mapping[str, Rect]
    panels: Mapping[str, Rect]
    ways: tuple[Way, ...]
    size: Size
    tracks: tuple[int, ...]

    def turned(self) -> Placed:
        """The same with its axes exchanged: what led right leads down."""
        ways = tuple(
            Way(
                tuple(Point(at.y, at.x) for at in way.points),
                _turned(way.leaving),
                _turned(way.entering),
                way.own,
                tuple(Point(at.y, at.x) for at in way.calm),
            )
            for way in self.ways
        )
        return Placed(
            {name: turned(rect) for name, rect in self.boxes.items()},
            {key: turned(rect) for key, rect in self.panels.items()},
            ways,
            Size(self.size.height, self.size.width),
            self.tracks,
        )


def turned(rect: Rect) -> Rect:
    return Rect(rect.top, rect.left, rect.height, rect.width)


def _turned(port: Port) -> Port:
    return replace(port, side=TURNED[port.side], at=Point(port.at.y, port.at.x))


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two ranks, along: panels that end, room for labels on lines that arrive from the
    left, turns, room for labels on lines that go on to the right, panels that begin."""

    behind: float
    before: float
    turns: float
    after: float
    ahead: float
    least: float = 0.0

    @property
    def needed(self) -> float:
        return max(self.least, self.behind + self.before + self.turns + self.after + self.ahead)


def gaps(graph: RankedGraph, measures: Measures, counts: Sequence[int]) -> list[Gap]:
    """The gaps before the first rank, behind it, and so on, with so many tracks each."""
    ahead, behind = depths(graph, measures)
    last = len(graph.ranks) - 1
    before, after = [0.0] * (last + 2), [0.0] * (last + 2)
    passed = [False] * (last + 2)
    for number, link in enumerate(graph.links):
        first, end = graph.rank[link.start], graph.rank[link.end]
        for gap in range(min(first, end), max(first, end)):
            passed[gap + 1] = True
        label = measures.labels.get(number)
        if label is None or number in graph.lanes or first == end:
            continue
        room = label.width + 2 * CLEARANCE
        if _alone(graph, number):
            before[first + 1] = max(before[first + 1], room)
        else:
            after[first + 1] = max(after[first + 1], room)
    found = []
    for gap in range(-1, last + 1):
        outer = gap in (-1, last)
        count, closing, opening = (
            counts[gap + 1],
            behind[gap] if gap >= 0 else 0.0,
            ahead[gap + 1] if gap < last else 0.0,
        )
        stems = STUB * measures.air * (1 if outer else 2) if count or passed[gap + 1] else 0.0
        turning = stems + LANE * max(0, count - 1) + (4.0 if outer and count else 0.0)
        labels = before[gap + 1] + after[gap + 1]
        least = (
            0.0 if outer else RANK_GAP * measures.air if passed[gap + 1] else PANEL_GAP + closing + opening
        )
        found.append(
            Gap(
                closing,
                before[gap + 1],
                turning - (STUB * measures.air if labels and not count else 0.0),
                after[gap + 1],
                opening,
                least,
            )
        )
    return found


def _alone(graph: RankedGraph, number: int) -> bool:
    """Whether a label stands where its line leaves, as other lines arrive where it does."""
    link = graph.links[number]
    shared = [*graph.forks.values()].count(graph.forks[number]) > 1
    return not shared and sum(other.end == link.end for other in graph.links) > 1


def guessed(graph: RankedGraph) -> tuple[int, ...]:
    """How many tracks each gap may need, before anything has its place: most lines go straight on."""
    counts = [0] * (len(graph.ranks) + 1)
    leaving: list[set[int]] = [set() for _ in counts]
    for number, link in enumerate(graph.links):
        if graph.rank[link.end] != graph.rank[link.start]:
            first, last = graph.rank[link.start], graph.rank[link.end]
            leaving[first + 1 if last > first else last].add(graph.forks[number])
    for gap, forks in enumerate(leaving[1:-1], 1):
        counts[gap] = min(3, len(forks))
    return tuple(counts)


def placed(
    graph: RankedGraph, order: Order, measures: Measures, room: Size, tall: Collection[str] = ()
) -> Placed:
    """The graph spread over `room` points, larger where it needs more; `tall` boxes stretch across."""
    grid = Rows(graph, order, measures)
    rows = grid.settled(room.height)
    height = max(grid.extent, room.height)
    sizes = measures.sizes
    flat = {
        name: Rect(
            0.0, rows[Entry("box", name)] - sizes[rank].height / 2, sizes[rank].width, sizes[rank].height
        )
        for name, rank in graph.rank.items()
    }
    lines = Lines(graph, order, rows, flat)
    between = gaps(graph, measures, [count for _, count in lines.gaps])
    needed = sum(gap.needed for gap in between) + sum(size.width for size in sizes)
    widths = _spread(between, room.width - needed)
    steps = zip(widths, (0.0, *(size.width for size in sizes)), strict=True)
    starts = list(accumulate(gap + before for gap, before in steps))
    boxes = {name: replace(rect, left=starts[graph.rank[name]]) for name, rect in flat.items()}
    size = Size(max(room.width, needed), height)
    lanes = {}
    for number, span in graph.lanes.items():
        entry = Entry("lane", number)
        low, high = grid.reach(entry)
        lanes[number] = Rect.from_edges(
            starts[span[0]], rows[entry] - low, starts[span[-1]] + sizes[span[-1]].width, rows[entry] + high
        )
    found = panels(graph, measures, boxes, lanes)
    strange = [rect for number, rect in lanes.items() if not graph.shared(number)]
    found = lined_up(graph, found, strange, boxes)
    if tall:
        boxes = reached(graph, boxes, found, measures, tall, lanes)
        lines = replace(lines, boxes=boxes, tall=frozenset(tall))
    turning = [
        _turning(places, count, gap, starts[index] - widths[index], widths[index])
        for index, ((places, count), gap) in enumerate(zip(lines.gaps, between, strict=True))
    ]
    found_ways = tuple(ways(lines, boxes, turning))
    return Placed(boxes, found, found_ways, size, tuple(count for _, count in lines.gaps))


def _spread(between: Sequence[Gap], spare: float) -> list[float]:
    """How wide the gaps are where `spare` points are left over: those between ranks get them, or those round
    the only rank."""
    last = len(between) - 1
    grows = [0 < index < last or last == 1 for index in range(last + 1)]
    more = max(0.0, spare) / sum(grows)
    return [gap.needed + more * grow for gap, grow in zip(between, grows, strict=True)]


def _turning(places: Mapping[int, int], count: int, gap: Gap, start: float, width: float) -> dict[int, float]:
    """Where along each turn of a gap is, which begins at `start`."""
    low = start + gap.behind + gap.before
    high = start + width - gap.ahead - gap.after
    middle = (low + high) / 2
    step = min(2 * LANE, (high - low - 2 * STUB) / (count - 1)) if count > 1 else 0.0
    step = max(step, LANE)
    return {number: middle + (track - (count - 1) / 2) * step for number, track in places.items()}

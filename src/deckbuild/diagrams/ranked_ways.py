"""Ways of connectors between boxes in ranks, apart from each other, and places for their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from deckbuild.diagrams.connect import elbow, facing_sides, side_point
from deckbuild.diagrams.routes import LANE, Step, bends, crosses, place_label, segments, touches
from deckbuild.document import Side
from deckbuild.geometry import Insets, Point, Rect, Size

LIFT = 12.0  # points from the boxes to a connector that leads back over them
PASSING = 7.0  # points from a box to a connector that passes it: half of the least gap between boxes

TURNED: dict[Side, Side] = {"left": "top", "top": "left", "right": "bottom", "bottom": "right"}


@dataclass(frozen=True, slots=True)
class Link:
    """A connector from box to box, by their names."""

    start: str
    end: str
    labelled: bool = False


class Way(NamedTuple):
    """Where a connector runs, and the sides of its boxes that it leaves and enters."""

    points: tuple[Point, ...]
    leaving: Side
    entering: Side


def ranked_ways(
    links: Sequence[Link], boxes: Mapping[str, Rect], rank: Mapping[str, int], *, across: bool
) -> list[Way]:
    """The way of each link. `rank` numbers the ranks of the boxes, which follow each other to the right
    (`across`) or down. What leads down is what leads right, its axes exchanged."""
    if across:
        return _ways(links, boxes, rank)
    turned = {name: Rect(rect.top, rect.left, rect.height, rect.width) for name, rect in boxes.items()}
    return [
        Way(tuple(Point(at.y, at.x) for at in points), TURNED[leaving], TURNED[entering])
        for points, leaving, entering in _ways(links, turned, rank)
    ]


def label_places(
    links: Sequence[Link], ways: Sequence[Way], sizes: Mapping[int, Size], boxes: Sequence[Rect], region: Rect
) -> dict[int, Rect]:
    """A place for each label, by the number of its link: beside the part of the way that it doesn't share,
    clear of boxes, of other ways and of the labels before it."""
    ends = [link.end for link in links]
    taken, places = list(boxes), {}
    for number, size in sizes.items():
        others = [way.points for way in (*ways[:number], *ways[number + 1 :])]
        lines = [part.inset(Insets.all(-1.0)) for points in others for part in segments(points)]
        shares_end = ends.count(links[number].end) > 1
        places[number] = place_label(
            ways[number].points, size, [*taken, *lines], region, "first" if shares_end else "last"
        )
        taken.append(places[number])
    return places


def _ways(links: Sequence[Link], boxes: Mapping[str, Rect], rank: Mapping[str, int]) -> list[Way]:
    """The way of each link, from ranks on the left to ranks on the right."""
    turns = _turns(links, boxes, rank)
    ways: list[Way] = []
    for number, link in enumerate(links):
        start, end = boxes[link.start], boxes[link.end]
        if rank[link.end] == rank[link.start]:
            leaving, entering = facing_sides(start, end)
            points = elbow(side_point(start, leaving), leaving, side_point(end, entering), entering)
            ways.append(Way(points, leaving, entering))
        elif rank[link.end] < rank[link.start]:
            ways.append(Way(_back(start, end), "top", "top"))
        else:
            others = [rect for name, rect in boxes.items() if name not in (link.start, link.end)]
            used = [part for way in ways for part in segments(way.points)]
            ways.append(Way(_on(start, end, turns.get(number), others, used), "right", "left"))
    return ways


def _turns(links: Sequence[Link], boxes: Mapping[str, Rect], rank: Mapping[str, int]) -> dict[int, float]:
    """Where links between neighbouring ranks turn, by the number of the link, in points from the first."""
    gaps: dict[int, dict[int, Step]] = {}
    for number, link in enumerate(links):
        first = rank[link.start]
        if rank[link.end] == first + 1:
            leaving, arriving = boxes[link.start].center.y, boxes[link.end].center.y
            step = Step(link.start, link.end, leaving, arriving, link.labelled)
            gaps.setdefault(first, {})[number] = step
    turns: dict[int, float] = {}
    for steps in gaps.values():
        turns |= bends(steps, min(boxes[step.end].left - boxes[step.start].right for step in steps.values()))
    return turns


def _back(start: Rect, end: Rect) -> tuple[Point, ...]:
    """Up, back over the boxes, and down again."""
    first, last = side_point(start, "top"), side_point(end, "top")
    top = min(first.y, last.y) - LIFT
    return first, Point(first.x, top), Point(last.x, top), last


def _on(
    start: Rect, end: Rect, turn: float | None, others: Sequence[Rect], used: Sequence[Rect]
) -> tuple[Point, ...]:
    """From rank to rank; over several ranks along the shortest way that meets no other box and runs over no
    other line, between the rows of boxes or else around them."""
    first, last = side_point(start, "right"), side_point(end, "left")
    length = last.x - first.x
    if length <= 0:
        return first, last
    if turn is not None:
        return elbow(first, "right", last, "left", turn / length)
    near = min((rect.left for rect in others if rect.left > first.x), default=last.x)
    far = max((rect.right for rect in others if rect.right < last.x), default=first.x)
    leave, arrive = (first.x + min(near, last.x)) / 2, (last.x + max(far, first.x)) / 2
    choices = [elbow(first, "right", last, "left", (x - first.x) / length) for x in (arrive, leave)]
    between = [rect for rect in others if rect.right > leave and rect.left < arrive]
    for y in sorted(_channels(between), key=lambda y: abs(y - first.y) + abs(y - last.y)):
        way = (first, Point(leave, first.y), Point(leave, y), Point(arrive, y), Point(arrive, last.y), last)
        choices.append(way)
    free = [way for way in choices if not crosses(way, others, 2.0)]
    apart = [way for way in free if not _runs_over(way, used)]
    return next(iter((*apart, *free, *choices)))


def _channels(boxes: Sequence[Rect]) -> list[float]:
    """Heights at which a line may pass boxes: beside each, and a lane further away."""
    return [
        y
        for rect in boxes
        for away in (PASSING, PASSING + LANE)
        for y in (rect.top - away, rect.bottom + away)
    ]


def _runs_over(way: tuple[Point, ...], used: Sequence[Rect]) -> bool:
    """Whether the long level part of a way is closer than half a lane to another line beside it."""
    part = segments(way)[len(way) // 2 - 1]
    near = Rect(part.left, part.top - LANE / 2, part.width, LANE)
    return any(line.width > 1 and touches(near, line) for line in used)

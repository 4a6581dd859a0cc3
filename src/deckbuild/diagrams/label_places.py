"""Places for the labels of lines: beside the part of its line that a label's link has for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.diagrams.ranked_ways import Way
from deckbuild.diagrams.routes import LABEL_CLEARANCE, segments, touches
from deckbuild.geometry import Insets, Rect, Size

ALONG = (0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)  # of a part of a line: where its label may have its middle
NECK = 10.0  # points of line between a label and an arrowhead
BESIDE = 2 * LABEL_CLEARANCE  # points from an upright line to a label: letters have no air beside them


@dataclass(frozen=True, slots=True)
class _Scene:
    """What labels keep clear of: boxes and labels, the page's edge, and lines by the number of their link,
    other ones as far as their own."""

    taken: Sequence[Rect]
    lines: Mapping[int, Sequence[Rect]]
    region: Rect

    def cost(self, place: Rect, number: int) -> float:
        """How bad a place is: 0 where nothing is near that isn't the label's own."""
        cost = 0.0 if self.region.contains(place, 0.5) else 20.0
        cost += sum(50.0 for rect in self.taken if place.overlaps(rect, 0.5))
        close = place.inset(Insets.all(-LABEL_CLEARANCE - 0.6))
        above = any(touches(close, part) for part in self.lines[number])
        around = place.inset(Insets.all(0.5 - (LABEL_CLEARANCE if above else BESIDE)))
        for other, parts in self.lines.items():
            if any(touches(place, part) for part in parts):
                cost += 100.0
            elif other != number and any(touches(around, part) for part in parts):
                cost += 10.0
        return cost


def label_places(
    ways: Sequence[Way], sizes: Mapping[int, Size], taken: Sequence[Rect], region: Rect
) -> tuple[dict[int, Rect], bool]:
    """A place for each label by the number of its link, and whether all are clear of `taken`, of lines and of
    other labels; where there is no such place, the least bad one."""
    lines = {
        number: [part.inset(Insets.all(-0.5)) for part in segments(way.points)]
        for number, way in enumerate(ways)
    }
    places: dict[int, Rect] = {}
    clear = True
    for number, size in sizes.items():
        scene = _Scene([*taken, *places.values()], lines, region)
        choices = list(_choices(ways[number], size))
        costs = [scene.cost(choice, number) for choice in choices]
        places[number] = choices[costs.index(min(costs))]
        clear = clear and min(costs) < 10.0
    return places, clear


def _choices(way: Way, size: Size) -> Iterator[Rect]:
    """Places beside a way, the best first: above or right of the middle of a part of its own, then where it
    passes ranks, then elsewhere along these parts, their ends before the rest."""
    for index in way.own:
        yield from _beside(way, index, 0.5, size)
    for at in way.calm:
        part = segments(way.points)[way.own[0]]
        level = part.width >= part.height
        share = (at.x - part.left) / part.width if level else (at.y - part.top) / part.height
        one, other = way.points[way.own[0]], way.points[way.own[0] + 1]
        forward = other.x > one.x if level else other.y > one.y
        yield from _beside(way, way.own[0], share if forward else 1.0 - share, size)
    for reach in range(len(ALONG) + 2):
        for index in way.own:
            part = segments(way.points)[index]
            length = max(part.width, part.height, 1.0)
            room = (size.width if part.width >= part.height else size.height) / 2
            ends = 1.0 - (room + NECK) / length, (room + LABEL_CLEARANCE) / length
            yield from _beside(way, index, (*ends, *ALONG)[reach], size)


def _beside(way: Way, index: int, share: float, size: Size) -> Iterator[Rect]:
    """Places on both sides of a part of a way, at this share of its length."""
    one, other = way.points[index], way.points[index + 1]
    x, y = one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share
    place = Rect(x - size.width / 2, y - size.height / 2, size.width, size.height)
    if abs(one.x - other.x) >= abs(one.y - other.y):
        yield replace(place, top=y - size.height - LABEL_CLEARANCE)
        yield replace(place, top=y + LABEL_CLEARANCE)
    else:
        yield replace(place, left=x + BESIDE)
        yield replace(place, left=x - BESIDE - size.width)

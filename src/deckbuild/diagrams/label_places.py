"""Places for the labels of lines: beside the part of its line that a label's link has for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.diagrams.ranked_ways import Way
from deckbuild.diagrams.routes import LABEL_CLEARANCE, segments, touches
from deckbuild.geometry import Insets, Rect, Size

ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)  # of a part of a line: where its label may have its middle
BESIDE = 2 * LABEL_CLEARANCE  # points from an upright line to a label: letters have no air beside them


@dataclass(frozen=True, slots=True)
class _Scene:
    """What labels keep clear of: boxes and labels, lines by the number of their link, the page's edge."""

    taken: Sequence[Rect]
    lines: Mapping[int, Sequence[Rect]]
    region: Rect

    def cost(self, place: Rect, number: int) -> float:
        """How bad a place is: 0 where nothing is near that isn't the label's own."""
        cost = 0.0 if self.region.contains(place, 0.5) else 20.0
        cost += sum(50.0 for rect in self.taken if place.overlaps(rect, 0.5))
        around = place.inset(Insets.all(-LABEL_CLEARANCE + 0.5))
        for other, parts in self.lines.items():
            if any(touches(place, part) for part in parts):
                cost += 100.0
            elif other != number and any(touches(around, part) for part in parts):
                cost += 10.0
        return cost


def label_places(
    ways: Sequence[Way], sizes: Mapping[int, Size], taken: Sequence[Rect], region: Rect
) -> dict[int, Rect]:
    """A place for each label by the number of its link: clear of `taken`, of lines and of other labels if
    there is one, else the least bad."""
    lines = {
        number: [part.inset(Insets.all(-0.5)) for part in segments(way.points)]
        for number, way in enumerate(ways)
    }
    places: dict[int, Rect] = {}
    for number, size in sizes.items():
        scene = _Scene([*taken, *places.values()], lines, region)
        choices = list(_choices(ways[number], size))
        costs = [scene.cost(choice, number) + index * 0.01 for index, choice in enumerate(choices)]
        places[number] = choices[costs.index(min(costs))]
    return places


def _choices(way: Way, size: Size) -> Iterator[Rect]:
    """Places beside a way, the best first: above or right of the middle of a part of its own."""
    parts = segments(way.points)
    for share in ALONG:
        for index in way.own:
            part = parts[index]
            level = part.width >= part.height
            x, y = part.left + part.width * share, part.top + part.height * share
            place = Rect(x - size.width / 2, y - size.height / 2, size.width, size.height)
            if level and part.width >= 1.0:
                yield replace(place, top=part.top - size.height - LABEL_CLEARANCE)
                yield replace(place, top=part.top + LABEL_CLEARANCE)
            elif part.height >= 1.0:
                yield replace(place, left=part.left + BESIDE)
                yield replace(place, left=part.left - BESIDE - size.width)
    part = parts[way.own[0]]
    yield Rect.around(part.center, size.width, size.height).moved(0.0, -size.height / 2 - LABEL_CLEARANCE)

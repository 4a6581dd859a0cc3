"""Boxes that have found their places, and the choice among several ways to place them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from deckbuild.diagrams.connect import End, connect
from deckbuild.document import Connector, Side, Stroke
from deckbuild.geometry import Rect, Size
from deckbuild.layout.boxes import Box, Drawn, Setting
from deckbuild.layout.label import fits_region


@dataclass(frozen=True, slots=True)
class Placed:
    """Boxes of a graphic and their rectangles, by name. The key of a box's shape is the graphic's id, a slash
    and the name. `size` is what all of them need, in points; their words are set with `setting`."""

    id: str
    setting: Setting
    boxes: Mapping[str, Box]
    rects: Mapping[str, Rect]
    size: Size

    def key(self, name: str) -> str:
        """The key of a box's shape."""
        return f"{self.id}/{name}"

    def hold(self) -> bool:
        """Whether each box has room in its rectangle."""
        sizes = {name: rect.size for name, rect in self.rects.items()}
        return all(fits_region(box.takes(sizes[name]), sizes[name]) for name, box in self.boxes.items())

    def draw(self, *names: str) -> Iterator[Drawn]:
        """The items of these boxes."""
        for name in names:
            yield from self.boxes[name].draw(self.rects[name])

    def join(
        self,
        start: str,
        end: str,
        stroke: Stroke,
        sides: tuple[Side, Side],
        *,
        bend: float = 0.5,
        name: str = "",
    ) -> Connector:
        """A connector from a side of one box to a side of another."""
        leaves, enters = (End(self.rects[each], self.key(each)) for each in (start, end))
        return connect(leaves, enters, stroke, sides=sides, bend=bend, name=name)


def first_that_fits(ways: Iterable[Placed], region: Size) -> Placed:
    """The first of several ways to place boxes that fits the region, else the one that lacks the least: width
    counts more than height. Of an iterator, those after it are never made."""
    tried: list[Placed] = []
    for each in ways:
        if fits_region(each.size, region):
            return each
        tried.append(each)
    return min(tried, key=lambda way: (max(way.size.width, region.width), way.size.height))

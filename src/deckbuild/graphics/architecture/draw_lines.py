"""The lines between the nodes of an architecture as connectors, with their labels.

Where a line leaves a node anywhere but in the middle of a side, the node gets a connection site there: so it
stays glued when somebody moves the node in PowerPoint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deckbuild.document import Align, Connector, Geometry, Glue, Item, Side, Stroke
from deckbuild.geometry import Point, Rect, Size
from deckbuild.graphics.architecture import model
from deckbuild.graphics.architecture.lanes import (
    ANY_WIDTH,
    LABEL_RISE,
    Extent,
    Lane,
    above,
    beside,
    labelled,
    lanes,
    link_size,
)  # fmt: skip
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase
from deckbuild.graphics.shared.connect import End, side_point
from deckbuild.graphics.shared.marks import rounded_path
from deckbuild.theme import Series

CENTERED = 0.5  # a line this near to the middle of a side uses the site that is there anyway


class Sites:
    """The connection sites that nodes need beyond the middles of their sides, collected line by line."""

    def __init__(self) -> None:
        self._sites: dict[str, list[Point]] = {}

    def glue(self, end: End, point: Point, side: Side) -> Glue:
        """The site of `end` at `point`, which lies on `side`; a new one unless there is one."""
        center = end.rect.center
        off = abs(point.x - center.x) if side in ("top", "bottom") else abs(point.y - center.y)
        if off <= CENTERED:
            return Glue(end.key, side)
        own = self._sites.setdefault(end.key, [])
        at = Point(point.x - end.rect.left, point.y - end.rect.top)
        if at not in own:
            own.append(at)
        return Glue(end.key, own.index(at))

    def geometry(self, end: End, radius: float) -> Geometry | None:
        """The rounded outline with the sites of `end`; None if it needs none of its own."""
        own = self._sites.get(end.key)
        return rounded_path(end.rect.size, radius, own) if own else None


@dataclass(frozen=True, slots=True)
class Crossing:
    """The lines through one gap and their labels. `taken` are the strips that they fill, from the top."""

    lines: tuple[Item, ...]
    labels: tuple[Item, ...]
    taken: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Router:
    """Draws links. `ends` are the nodes, `hues` the colours of those that have one; `sites` collects what the
    nodes' outlines need."""

    ends: Mapping[str, End]
    hues: Mapping[str, Series]
    scale: Scale
    sites: Sites = field(default_factory=Sites)

    def draw(self, links: Sequence[model.Link], gap: Rect, *, upright: bool) -> Crossing:
        """The links that cross `gap`, up and down or else from side to side."""
        runs = lanes(links, {name: across(end.rect, upright) for name, end in self.ends.items()})
        lines = [self._line(lane, upright) for lane in runs]
        places = beside(runs, gap, self.scale) if upright else above(runs, gap, self.scale)
        slanting = {lane.index: line for lane, line in zip(runs, lines, strict=True) if lane.at is None}
        labels: list[Item] = []
        for index, link in labelled(links):
            if index in slanting:
                size = link_size(link, ANY_WIDTH, self.scale)
                places[index] = beside_slant(slanting[index].points, size, upright)
            align: Align = "left" if upright else "center"
            ink = self.scale.line(self._hue(link))
            labels += phrase(
                link.label or "", link.icon, places[index], ink, self.scale, bold=True, align=align
            )
        strips = [Rect(gap.left, line.rect.top, gap.width, line.rect.height + GAP) for line in lines]
        taken = sorted([*strips, *places.values()], key=lambda rect: rect.top)
        return Crossing(tuple(lines), tuple(labels), tuple(taken))

    def _hue(self, link: model.Link) -> Series:
        """The link's own colour, else that of the node that has one: the start's first."""
        if link.color:
            return self.scale.hue(link.color)
        return self.hues.get(link.start) or self.hues.get(link.end) or self.scale.hue(None)

    def _line(self, lane: Lane, upright: bool) -> Connector:
        link = lane.link
        start, end = self.ends[link.start], self.ends[link.end]
        leaving, entering = facing(start.rect, end.rect, upright)

        def reach(rect: Rect, side: Side) -> Point:
            middle = side_point(rect, side)
            if lane.at is None:
                return middle
            return Point(lane.at, middle.y) if upright else Point(middle.x, lane.at)

        first, last = reach(start.rect, leaving), reach(end.rect, entering)
        return Connector(
            (first, last),
            Stroke(
                self.scale.line(self._hue(link)),
                self.scale.context.theme.shape.connector,
                "dash" if link.style == "dashed" else "solid",
            ),
            self.sites.glue(start, first, leaving),
            self.sites.glue(end, last, entering),
            start_arrow=link.arrow == "both",
            end_arrow=link.arrow != "none",
            name=f"{link.start} to {link.end}",
        )


def beside_slant(points: Sequence[Point], size: Size, upright: bool) -> Rect:
    """A place for a label by the middle of a slanting line, so far away that the line misses its corners."""
    (x0, y0), (x1, y1) = ((point.x, point.y) for point in (points[0], points[-1]))
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    if upright:
        lean = abs((x1 - x0) / (y1 - y0)) if y1 != y0 else 0.0
        return Rect(x + GAP + lean * size.height / 2, y - size.height / 2, size.width, size.height)
    lean = abs((y1 - y0) / (x1 - x0)) if x1 != x0 else 0.0
    rise = LABEL_RISE + lean * size.width / 2
    return Rect(x - size.width / 2, y - rise - size.height, size.width, size.height)


def across(rect: Rect, upright: bool) -> Extent:
    """A rectangle's start and length across the lines."""
    return (rect.left, rect.width) if upright else (rect.top, rect.height)


def facing(start: Rect, end: Rect, upright: bool) -> tuple[Side, Side]:
    """The sides that face each other along the flow."""
    if upright:
        return ("bottom", "top") if end.center.y >= start.center.y else ("top", "bottom")
    return ("right", "left") if end.center.x >= start.center.x else ("left", "right")


def gap_between(one: Rect, other: Rect) -> Rect:
    """The space between two neighbours, the first of which stands further up or left."""
    if other.left >= one.right:
        return Rect.from_edges(one.right, one.top, other.left, one.bottom)
    return Rect.from_edges(one.left, one.bottom, one.right, other.top)

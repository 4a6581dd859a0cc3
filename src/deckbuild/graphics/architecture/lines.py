"""The lines between the nodes of an architecture as connectors, with their labels.

Lines run straight through the stretch that two nodes share across the flow, evenly spread over it. Where a
line leaves a node anywhere but in the middle of a side, the node gets a connection site there: so it stays
glued when somebody moves the node in PowerPoint.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from deckbuild.diagrams.connect import side_point
from deckbuild.document import Align, Color, Connector, Glue, Side, Stroke
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.architecture.model import Link
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase
from deckbuild.layout.boxes import Box, Drawn

SHARED = 12.0  # points that two nodes must share for a straight line between them
LABEL_RISE = 3.0  # between a label's foot and the level line below it
CENTERED = 0.5  # a line this near to the middle of a side uses the site that is there anyway


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of a link, the `index`-th of its gap. `at` is where it runs across the flow, in points; None
    is a slanting line between nodes that share too little."""

    link: Link
    index: int
    at: float | None


def lanes(links: Sequence[Link], nodes: Mapping[str, Rect], upright: bool) -> tuple[Lane, ...]:
    """The lines of the links through one gap, up and down or else from side to side.

    Links between the same two nodes share the stretch that both have.
    """
    found: list[Lane] = []
    pairs: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for index, link in enumerate(links):
        pairs[frozenset((link.start, link.end))] += [index] * link.lines
    for pair, lines in pairs.items():
        ends = [nodes[name] for name in pair]
        start = max(end.left if upright else end.top for end in ends)
        length = min(end.right if upright else end.bottom for end in ends) - start
        if length < SHARED:
            found += [Lane(links[each], each, None) for each in dict.fromkeys(lines)]
        else:
            step = length / len(lines)
            found += [Lane(links[each], each, start + step * (n + 0.5)) for n, each in enumerate(lines)]
    return tuple(found)


def label(link: Link, scale: Scale, ink: Color | None = None, align: Align = "left") -> Box:
    """A link's words with its icon."""
    return phrase(link.label or "", link.icon, ink or scale.context.tone.text, scale, bold=True, align=align)


def beside(runs: Sequence[Lane], gap: Rect, scale: Scale) -> dict[int, Rect]:
    """Places for the labels of upright lines by the link's index, in the middle of the gap's height: right of
    the line where there is room up to the next one, else left of it; broken where neither is enough."""
    places: dict[int, Rect] = {}
    upright = [(lane.at, lane) for lane in runs if lane.at is not None]
    stops = [(at, lane.index, lane.link) for at, lane in sorted(upright, key=lambda each: each[0])]
    ends = [(at, index) for at, index, _ in stops[1:]] + [(gap.right + GAP, -1)]
    taken = gap.left - GAP
    for (at, index, link), (end, following) in zip(stops, ends, strict=False):
        if index == following or not link.speaks:
            taken = at
            continue
        words, right, left = label(link, scale), end - at - 2 * GAP, at - taken - 2 * GAP
        onward = words.natural.width <= right or right >= left
        place = gap.placed(words.takes(Size(right if onward else left, 0.0)))
        places[index] = replace(place, left=at + GAP if onward else at - GAP - place.width)
        taken = places[index].right if onward else at
    return places


def above(runs: Sequence[Lane], gap: Rect, scale: Scale) -> dict[int, Rect]:
    """Places for the labels of level lines by the link's index: above the line, in the middle of the gap."""
    places: dict[int, Rect] = {}
    middle = gap.inset(Insets.symmetric(GAP, 0.0))
    for lane in runs:
        if lane.at is not None and lane.index not in places and lane.link.speaks:
            height = label(lane.link, scale).takes(middle.size).height
            places[lane.index] = replace(middle, top=lane.at - LABEL_RISE - height, height=height)
    return places


def beside_slant(line: Connector, size: Size, upright: bool) -> Rect:
    """A place for a label by the middle of a slanting line, so far away that the line misses its corners."""
    run, middle = line.rect, Rect.around(line.rect.center, size.width, size.height)
    if upright:
        lean = run.width / run.height if run.height else 0.0
        return middle.moved(size.width / 2 + GAP + lean * size.height / 2, 0.0)
    lean = run.height / run.width if run.width else 0.0
    return middle.moved(0.0, -size.height / 2 - LABEL_RISE - lean * size.width / 2)


@dataclass(frozen=True, slots=True)
class Crossing:
    """The lines through one gap and their labels. `taken` are the strips that they fill, from the top."""

    lines: tuple[Connector, ...]
    labels: tuple[Drawn, ...]
    taken: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Router:
    """Draws links between `nodes`, some of which have one of the `colors`.

    `sites` collects the connection sites that nodes need beyond the middles of their sides.
    """

    nodes: Mapping[str, Rect]
    colors: Mapping[str, str | None]
    scale: Scale
    sites: defaultdict[str, list[Point]] = field(default_factory=lambda: defaultdict(list))

    def draw(self, links: Sequence[Link], gap: Rect, *, upright: bool) -> Crossing:
        """The links that cross `gap`, up and down or else from side to side."""
        runs = lanes(links, self.nodes, upright)
        lines = tuple(self._line(lane, upright) for lane in runs)
        places = beside(runs, gap, self.scale) if upright else above(runs, gap, self.scale)
        for lane, line in zip(runs, lines, strict=True):
            if lane.at is None and lane.link.speaks:
                places[lane.index] = beside_slant(line, label(lane.link, self.scale).natural, upright)
        labels: list[Drawn] = []
        for index, place in sorted(places.items()):
            words = label(links[index], self.scale, self._ink(links[index]), "left" if upright else "center")
            labels += words.draw(place)
        strips = [replace(gap, top=line.rect.top, height=line.rect.height + GAP) for line in lines]
        taken = sorted([*strips, *places.values()], key=lambda rect: rect.top)
        return Crossing(lines, tuple(labels), tuple(taken))

    def _ink(self, link: Link) -> Color:
        """The link's own colour, else that of the node that has one: the start's first."""
        hue = self.scale.hue(link.color, self.colors[link.start], self.colors[link.end])
        return self.scale.line(hue)

    def _line(self, lane: Lane, upright: bool) -> Connector:
        link = lane.link
        leaving, entering = facing(self.nodes[link.start], self.nodes[link.end], upright)
        start, start_glue = self._end(link.start, leaving, lane.at)
        end, end_glue = self._end(link.end, entering, lane.at)
        width = self.scale.theme.shape.connector
        return Connector(
            (start, end),
            Stroke(self._ink(link), width, "dash" if link.style == "dashed" else "solid"),
            start_glue,
            end_glue,
            start_arrow=link.arrow == "both",
            end_arrow=link.arrow != "none",
            name=f"{link.start} to {link.end}",
        )

    def _end(self, node: str, side: Side, at: float | None) -> tuple[Point, Glue]:
        """Where a line that runs `at` so many points across the flow meets the node's side, and the site
        there; a new one unless there is one."""
        rect, own, key = self.nodes[node], self.sites[node], self.scale.key(node)
        middle = point = side_point(rect, side)
        if at is not None:
            point = replace(middle, x=at) if side in ("top", "bottom") else replace(middle, y=at)
        if abs(point.x - middle.x) + abs(point.y - middle.y) <= CENTERED:
            return point, Glue(key, side)
        inside = point.moved(-rect.left, -rect.top)
        if inside not in own:
            own.append(inside)
        return point, Glue(key, own.index(inside))


def facing(start: Rect, end: Rect, upright: bool) -> tuple[Side, Side]:
    """The sides that face each other along the flow."""
    if upright:
        return ("bottom", "top") if end.center.y >= start.center.y else ("top", "bottom")
    return ("right", "left") if end.center.x >= start.center.x else ("left", "right")


def gap_between(one: Rect, other: Rect) -> Rect:
    """The space between two neighbours, the first of which stands further up or left."""
    if other.left >= one.right:
        return replace(one, left=one.right, width=other.left - one.right)
    return replace(one, top=one.bottom, height=other.top - one.bottom)

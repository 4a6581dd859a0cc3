"""Lines between the nodes of an architecture: where they run, what they stick to, where their labels go.

Lines run straight through the stretch that two nodes share, evenly spread over it. Where one leaves a node
anywhere but in the middle of a side, the node gets a connection site there, so it stays glued in PowerPoint.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from deckbuild.document import Align, Connector, Geometry, Glue, Item, Path, Stroke
from deckbuild.geometry import Point, Rect, Size
from deckbuild.graphics import architecture_spec as spec
from deckbuild.graphics.architecture_parts import GAP, Scale, phrase, phrase_size
from deckbuild.graphics.connect import SITES, End, Side, connect, side_point
from deckbuild.theme import Series

Direction = Literal["down", "right"]
Extent = tuple[float, float]

SHARED = 12.0  # points that two nodes must share for a straight line between them
LABEL_RISE = 3.0  # between a label's foot and the level line below it
CENTERED = 0.5  # a line this near to the middle of a side uses the site that is there anyway
KAPPA = 0.5523
"""A quarter of a circle as a cubic curve has its handles at this share of the radius."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, with the look-ups that planning and routing share."""

    tiers: tuple[spec.Tier, ...]
    links: tuple[spec.Link, ...]
    channels: tuple[spec.Channel, ...]
    columns: tuple[float, ...]
    direction: Direction

    def tier_of(self, node: str) -> int:
        return next(i for i, tier in enumerate(self.tiers) for each in tier.nodes if each.id == node)

    def between(self, first: int, second: int) -> tuple[spec.Link, ...]:
        """The links between two tiers (or within one), whichever way they lead."""
        ends = [first, second]
        return tuple(
            link for link in self.links if sorted((self.tier_of(link.start), self.tier_of(link.end))) == ends
        )

    def joined(self, one: str, other: str) -> tuple[spec.Link, ...]:
        """The links between two nodes, whichever way they lead."""
        return tuple(link for link in self.links if {link.start, link.end} == {one, other})

    def channel(self, first: int) -> spec.Channel | None:
        """The channel between tier `first` and the next."""
        ids = {self.tiers[first].id, self.tiers[first + 1].id}
        return next((channel for channel in self.channels if set(channel.between) == ids), None)


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of a link. `at` is where it runs across the flow, in points; None: round a corner."""

    link: spec.Link
    at: float | None


def lanes(links: Iterable[spec.Link], extents: Mapping[str, Extent]) -> tuple[Lane, ...]:
    """Where the lines between nodes run, given each node's start and length across the flow.

    Links between the same two nodes share the stretch that both have.
    """
    found: list[Lane] = []
    pairs: dict[frozenset[str], list[spec.Link]] = {}
    for link in links:
        pairs.setdefault(frozenset((link.start, link.end)), []).append(link)
    for pair, group in pairs.items():
        left = max(extents[name][0] for name in pair)
        right = min(sum(extents[name]) for name in pair)
        if right - left < SHARED:
            found += [Lane(link, None) for link in group]
            continue
        lines = [link for link in group for _ in range(link.lines)]
        step = (right - left) / len(lines)
        found += [Lane(link, left + step * (index + 0.5)) for index, link in enumerate(lines)]
    return tuple(found)


def beside(runs: Sequence[Lane], gap: Rect, scale: Scale) -> dict[int, Rect]:
    """Places for the labels of upright lines, by the link's identity: in the middle of the gap's height, right of
    the line where there is room up to the next one, else left of it; in several lines where neither is enough."""
    places: dict[int, Rect] = {}
    ordered = sorted((lane for lane in runs if lane.at is not None), key=lambda lane: lane.at or 0.0)
    taken = gap.left - GAP
    for lane, following in zip(ordered, [*ordered[1:], None], strict=True):
        at = lane.at or 0.0
        link = lane.link
        if (link.label or link.icon) and (following is None or following.link is not link):
            bound = gap.right + GAP if following is None else following.at or 0.0
            right, left = bound - at - 2 * GAP, at - taken - 2 * GAP
            label = link.label or ""
            onward = phrase_size(label, link.icon, 10_000, scale, bold=True).width <= right or right >= left
            size = phrase_size(label, link.icon, right if onward else left, scale, bold=True)
            x = at + GAP if onward else at - GAP - size.width
            places[id(link)] = Rect(x, gap.center.y - size.height / 2, size.width, size.height)
            taken = x + size.width if onward else at
        else:
            taken = at
    return places


def above(runs: Sequence[Lane], gap: Rect, scale: Scale) -> dict[int, Rect]:
    """Places for the labels of level lines, by the link's identity: above the line, in the middle of the gap."""
    places: dict[int, Rect] = {}
    width = gap.width - 2 * GAP
    for lane in runs:
        link = lane.link
        if (link.label or link.icon) and id(link) not in places:
            height = phrase_size(link.label or "", link.icon, width, scale, bold=True).height
            at = gap.center.y if lane.at is None else lane.at
            places[id(link)] = Rect(gap.left + GAP, at - LABEL_RISE - height, width, height)
    return places


class Sites:
    """The connection sites that nodes need beyond the middles of their sides, collected line by line."""

    def __init__(self) -> None:
        self._sites: dict[str, list[Point]] = {}

    def glue(self, end: End, point: Point, side: Side) -> Glue:
        """The site of `end` at `point`, which lies on `side`; a new one unless there is one."""
        center = end.rect.center
        off = abs(point.x - center.x) if side in ("top", "bottom") else abs(point.y - center.y)
        if off <= CENTERED:
            return Glue(end.key, SITES[side])
        own = self._sites.setdefault(end.key, [])
        at = Point(point.x - end.rect.left, point.y - end.rect.top)
        if at not in own:
            own.append(at)
        return Glue(end.key, len(SITES) + own.index(at))

    def geometry(self, end: End, radius: float) -> Geometry | None:
        """The rounded outline with the sites of `end`; None if it needs none of its own."""
        own = self._sites.get(end.key)
        return Path(end.rect.size, rounded_path(end.rect.size, radius), tuple(own)) if own else None


def rounded_path(size: Size, radius: float) -> tuple[tuple[str | float, ...], ...]:
    """The outline of a box with corners of `radius` points, clockwise from the top left."""
    w, h = size.width, size.height
    r = min(radius, w / 2, h / 2)
    k = r * (1 - KAPPA)
    return (
        ("M", r, 0.0),
        ("L", w - r, 0.0),
        ("C", w - k, 0.0, w, k, w, r),
        ("L", w, h - r),
        ("C", w, h - k, w - k, h, w - r, h),
        ("L", r, h),
        ("C", k, h, 0.0, h - k, 0.0, h - r),
        ("L", 0.0, r),
        ("C", 0.0, k, k, 0.0, r, 0.0),
        ("Z",),
    )


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

    def draw(self, links: Sequence[spec.Link], gap: Rect, *, upright: bool) -> Crossing:
        """The links that cross `gap`, up and down or else from side to side."""
        extents = {name: across(end.rect, upright) for name, end in self.ends.items()}
        runs = lanes(links, extents)
        places = beside(runs, gap, self.scale) if upright else above(runs, gap, self.scale)
        lines = tuple(self._line(lane, upright) for lane in runs)
        labels: list[Item] = []
        for link in links:
            if rect := places.get(id(link)):
                ink = self.scale.line(self._hue(link))
                align: Align = "left" if upright else "center"
                label = link.label or ""
                labels += phrase(label, link.icon, rect, ink, self.scale, bold=True, align=align)
        strips = [Rect(gap.left, lane.at, gap.width, GAP) for lane in runs if lane.at is not None]
        taken = sorted([*strips, *places.values()], key=lambda rect: rect.top)
        return Crossing(lines, tuple(labels), tuple(taken))

    def _hue(self, link: spec.Link) -> Series:
        """The link's own colour, else that of the node that has one: the start's first."""
        if link.color:
            return self.scale.hue(link.color)
        return self.hues.get(link.start) or self.hues.get(link.end) or self.scale.hue(None)

    def _line(self, lane: Lane, upright: bool) -> Connector:
        link = lane.link
        start, end = self.ends[link.start], self.ends[link.end]
        stroke = Stroke(
            self.scale.line(self._hue(link)),
            self.scale.context.theme.shape.connector,
            "dash" if link.style == "dashed" else "solid",
        )
        name = f"{link.start} to {link.end}"
        if lane.at is None:
            return connect(start, end, stroke, both=link.both, name=name)
        leaving, entering = facing(start.rect, end.rect, upright)
        first, last = (
            Point(lane.at, side_point(each.rect, side).y)
            if upright
            else Point(side_point(each.rect, side).x, lane.at)
            for each, side in ((start, leaving), (end, entering))
        )
        return Connector(
            (first, last),
            stroke,
            self.sites.glue(start, first, leaving),
            self.sites.glue(end, last, entering),
            start_arrow=link.both,
            name=name,
        )


def across(rect: Rect, upright: bool) -> Extent:
    """A rectangle's start and length across the lines."""
    return (rect.left, rect.width) if upright else (rect.top, rect.height)


def facing(start: Rect, end: Rect, upright: bool) -> tuple[Side, Side]:
    if upright:
        return ("bottom", "top") if end.center.y >= start.center.y else ("top", "bottom")
    return ("right", "left") if end.center.x >= start.center.x else ("left", "right")


def gap_between(one: Rect, other: Rect) -> Rect:
    """The space between two neighbours, the first of which stands further up or left."""
    if other.left >= one.right:
        return Rect.from_edges(one.right, one.top, other.left, one.bottom)
    return Rect.from_edges(one.left, one.bottom, one.right, other.top)

"""Lines between the nodes of an architecture: where they run, what they stick to, where their labels go.

Lines run straight through the stretch that two nodes share, evenly spread over it. Where one leaves a node
anywhere but in the middle of a side, the node gets a connection site there, so it stays glued in PowerPoint.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from deckbuild.document import Connector, Geometry, Glue, Item, Path, Stroke
from deckbuild.geometry import Point, Rect, Size
from deckbuild.graphics import architecture_spec as spec
from deckbuild.graphics.architecture_parts import GAP, Scale, phrase, phrase_size
from deckbuild.graphics.connect import SITES, End, Side, connect
from deckbuild.theme import Series

Direction = Literal["down", "right"]
Extent = tuple[float, float]

SHARED = 12.0  # points that two nodes must share for a straight line between them
LABEL_RISE = 2.0  # between a label's foot and the level line below it
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
    port: int | None = None


def lanes(
    links: Iterable[spec.Link], extents: Mapping[str, Extent], ports: Mapping[str, Sequence[float]]
) -> tuple[Lane, ...]:
    """Where the lines between nodes run, given each node's start and length across the flow.

    Links between the same two nodes share the stretch that both have. A node in `ports` is joined at those places,
    one line for each.
    """
    found: list[Lane] = []
    pairs: dict[frozenset[str], list[spec.Link]] = {}
    for link in links:
        pairs.setdefault(frozenset((link.start, link.end)), []).append(link)
    for pair, group in pairs.items():
        at_ports = next((ports[name] for name in pair if ports.get(name)), None)
        if at_ports and len(group) == 1:
            found += [Lane(group[0], at, index) for index, at in enumerate(at_ports)]
            continue
        starts, ends = zip(*((extents[n][0], sum(extents[n])) for n in pair), strict=True)
        left, right = max(starts), min(ends)
        lines = [link for link in group for _ in range(link.lines)]
        if right - left < SHARED:
            found += [Lane(link, None) for link in group]
            continue
        step = (right - left) / len(lines)
        found += [Lane(link, left + step * (index + 0.5)) for index, link in enumerate(lines)]
    return tuple(found)


def beside(lines: Sequence[Lane], width: float, scale: Scale) -> dict[int, tuple[float, Size]]:
    """Places for the labels of upright lines: x and size by the link's identity. Right of the line where there is
    room up to the next one or to `width`, else left of it; broken into lines where neither is enough."""
    places: dict[int, tuple[float, Size]] = {}
    runs = sorted((lane for lane in lines if lane.at is not None), key=lambda lane: lane.at or 0.0)
    taken = 0.0
    for index, lane in enumerate(runs):
        at = lane.at or 0.0
        last = index + 1 == len(runs) or runs[index + 1].link is not lane.link
        if last and (lane.link.label or lane.link.icon):
            following = (runs[index + 1].at or 0.0) if index + 1 < len(runs) else width + GAP
            right, left = following - at - 2 * GAP, at - taken - 2 * GAP
            natural = phrase_size(lane.link.label or "", lane.link.icon, 10_000, scale)
            onward = natural.width <= right or right >= left
            size = phrase_size(lane.link.label or "", lane.link.icon, max(1.0, right if onward else left), scale)
            x = at + GAP if onward else at - GAP - size.width
            places[id(lane.link)] = x, size
            taken = x + size.width if onward else at
        else:
            taken = at
    return places


def anchors(lane: Lane, start: Rect, end: Rect, upright: bool) -> tuple[Point, Side, Point, Side] | None:
    """Where a straight line leaves one rectangle and enters the other; None for one round a corner."""
    if lane.at is None:
        return None
    if upright:
        downward = end.center.y >= start.center.y
        first = Point(lane.at, start.bottom if downward else start.top)
        last = Point(lane.at, end.top if downward else end.bottom)
        return first, "bottom" if downward else "top", last, "top" if downward else "bottom"
    onward = end.center.x >= start.center.x
    first = Point(start.right if onward else start.left, lane.at)
    last = Point(end.left if onward else end.right, lane.at)
    return first, "right" if onward else "left", last, "left" if onward else "right"


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


def draw_links(
    lines: Sequence[Lane],
    ends: Mapping[str, End],
    ports: Mapping[str, Sequence[End]],
    hues: Mapping[str, Series],
    gap: Rect,
    upright: bool,
    sites: Sites,
    scale: Scale,
) -> tuple[list[Item], list[Item]]:
    """The lines of one gap, and their labels. `ports` are the items that stand for a node without a box."""
    connectors: list[Item] = []
    labels: list[Item] = []
    places = beside(lines, gap.right, scale) if upright else {}
    done: set[int] = set()
    for lane in lines:
        link = lane.link
        start, end = ends[link.start], ends[link.end]
        if lane.port is not None:
            start = ports[link.start][lane.port] if link.start in ports else start
            end = ports[link.end][lane.port] if link.end in ports else end
        hue = scale.hue(link.color) if link.color else hues[link.start] if link.start in hues else hues[link.end]
        dash = "dash" if link.style == "dashed" else "solid"
        stroke = Stroke(scale.line(hue), scale.context.theme.shape.connector, dash)
        name = f"{link.start} to {link.end}"
        straight = anchors(lane, start.rect, end.rect, upright)
        if straight is None:
            connectors.append(connect(start, end, stroke, both=link.both, name=name))
        else:
            first, leaving, last, entering = straight
            connectors.append(
                Connector(
                    (first, last),
                    stroke,
                    sites.glue(start, first, leaving),
                    sites.glue(end, last, entering),
                    start_arrow=link.both,
                    name=name,
                )
            )
        if id(link) in done or not (link.label or link.icon):
            continue
        done.add(id(link))
        rect = _label_rect(lane, places, gap, upright, scale)
        ink = scale.line(hue)
        align = "left" if upright else "center"
        labels += phrase(link.label or "", link.icon, rect, ink, scale, bold=True, align=align).items
    return connectors, labels


def _label_rect(
    lane: Lane, places: Mapping[int, tuple[float, Size]], gap: Rect, upright: bool, scale: Scale
) -> Rect:
    """Beside an upright line in the middle of the gap; above a level one."""
    if upright and id(lane.link) in places:
        x, size = places[id(lane.link)]
        return Rect(x, gap.center.y - size.height / 2, size.width, size.height)
    widest = gap.width - 2 * GAP
    size = phrase_size(lane.link.label or "", lane.link.icon, widest, scale)
    at = lane.at if lane.at is not None else gap.center.y
    return Rect(gap.left + GAP, at - LABEL_RISE - size.height, widest, size.height)

"""Solved diagrams: where boxes and wires are, and how they spread over a region."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from deckbuild.geometry import Insets, Point, Rect, Size


@dataclass(frozen=True, slots=True)
class Placement:
    """A solved diagram in points, y down, from (0, 0): boxes and clusters by id, and for every wire its way
    and the place for its label."""

    size: Size
    boxes: Mapping[str, Rect]
    clusters: Mapping[str, Rect] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    routes: tuple[tuple[Point, ...], ...] = ()
    labels: tuple[Rect | None, ...] = ()

    def moved(self, to: Callable[[Point], Point]) -> Placement:
        """The placement with each middle of a box or label, and each point of a way, where `to` puts it."""
        return replace(
            self,
            boxes={name: place(to(rect.center), rect.size) for name, rect in self.boxes.items()},
            routes=tuple(tuple(map(to, route)) for route in self.routes),
            labels=tuple(rect and place(to(rect.center), rect.size) for rect in self.labels),
        )


def spread_over(placement: Placement, size: Size) -> Placement:
    """The placement spread over `size` points: boxes keep their sizes, the distances between them grow.

    The outermost boxes or clusters end up at the edges. A direction in which the placement is larger than
    `size` stays as it is, so the result's size tells the truth.
    """
    margins: dict[str, Insets] = {}  # of each cluster round its members
    edges = dict(placement.boxes)  # boxes with the margin of their cluster where they stand at its edge
    for name, cluster in placement.clusters.items():
        members = placement.members[name]
        inner = union(placement.boxes[member] for member in members)
        margins[name] = margin = Insets(
            inner.top - cluster.top,
            cluster.right - inner.right,
            cluster.bottom - inner.bottom,
            inner.left - cluster.left,
        )
        for member in members:
            rect = placement.boxes[member]
            edges[member] = rect.inset(
                Insets(
                    -margin.top if rect.top <= inner.top + 1 else 0.0,
                    -margin.right if rect.right >= inner.right - 1 else 0.0,
                    -margin.bottom if rect.bottom >= inner.bottom - 1 else 0.0,
                    -margin.left if rect.left <= inner.left + 1 else 0.0,
                )
            )
    ends = [(placement.boxes[name].center, edge) for name, edge in edges.items()]
    across = _spread([(at.x, at.x - edge.left, edge.right - at.x) for at, edge in ends], size.width)
    down = _spread([(at.y, at.y - edge.top, edge.bottom - at.y) for at, edge in ends], size.height)
    spread = placement.moved(lambda at: Point(at.x * across[0] + across[1], at.y * down[0] + down[1]))
    clusters = {}
    for name, margin in margins.items():
        inner = union(spread.boxes[member] for member in placement.members[name])
        clusters[name] = inner.inset(Insets(-margin.top, -margin.right, -margin.bottom, -margin.left))
    taken = union((*spread.boxes.values(), *clusters.values()))
    room = Size(max(size.width, round(taken.right, 3)), max(size.height, round(taken.bottom, 3)))
    return replace(spread, size=room, clusters=clusters)


def _spread(extents: list[tuple[float, float, float]], room: float) -> tuple[float, float]:
    """Factor and offset for centres that spread `extents` (centre, reach before, reach after) over `room`."""
    factor = min(
        (
            (room - after - before) / (center - other)
            for center, _, after in extents
            for other, before, _ in extents
            if center - other > 0.01
        ),
        default=1.0,
    )
    factor = max(factor, 1.0)
    low = min(center * factor - before for center, before, _ in extents)
    high = max(center * factor + after for center, _, after in extents)
    return factor, max(0.0, (room - (high - low)) / 2) - low


def union(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle round all of them."""
    listed = tuple(rects)
    return Rect.from_edges(
        min(rect.left for rect in listed),
        min(rect.top for rect in listed),
        max(rect.right for rect in listed),
        max(rect.bottom for rect in listed),
    )


def place(center: Point, size: Size) -> Rect:
    """The rectangle of this size with its middle there."""
    return Rect.around(center, size.width, size.height)

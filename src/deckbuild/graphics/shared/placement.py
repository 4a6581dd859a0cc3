"""Solved diagrams: where boxes and wires are, and how they spread over a region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from deckbuild.geometry import Point, Rect, Size


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


def stretched(placement: Placement, size: Size) -> Placement:
    """The placement spread over `size` points: boxes keep their sizes, the distances between them grow.

    The outermost boxes or clusters end up at the edges. A direction in which the placement is larger than
    `size` stays as it is, so the result's size tells the truth.
    """
    edges = {name: [rect.left, rect.top, rect.right, rect.bottom] for name, rect in placement.boxes.items()}
    for name, cluster in placement.clusters.items():
        inner = union(placement.boxes[member] for member in placement.members[name])
        for member in placement.members[name]:
            rect, edge = placement.boxes[member], edges[member]
            edge[0] -= inner.left - cluster.left if rect.left <= inner.left + 1 else 0
            edge[1] -= inner.top - cluster.top if rect.top <= inner.top + 1 else 0
            edge[2] += cluster.right - inner.right if rect.right >= inner.right - 1 else 0
            edge[3] += cluster.bottom - inner.bottom if rect.bottom >= inner.bottom - 1 else 0
    centers = {name: rect.center for name, rect in placement.boxes.items()}
    across = _spread(
        [(centers[n].x, centers[n].x - e[0], e[2] - centers[n].x) for n, e in edges.items()], size.width
    )
    down = _spread(
        [(centers[n].y, centers[n].y - e[1], e[3] - centers[n].y) for n, e in edges.items()], size.height
    )

    def moved(point: Point) -> Point:
        return Point(point.x * across[0] + across[1], point.y * down[0] + down[1])

    boxes = {name: around(moved(rect.center), rect.size) for name, rect in placement.boxes.items()}
    clusters = {}
    for name, cluster in placement.clusters.items():
        before = union(placement.boxes[member] for member in placement.members[name])
        after = union(boxes[member] for member in placement.members[name])
        clusters[name] = Rect.from_edges(
            after.left - (before.left - cluster.left),
            after.top - (before.top - cluster.top),
            after.right + (cluster.right - before.right),
            after.bottom + (cluster.bottom - before.bottom),
        )
    taken = union((*boxes.values(), *clusters.values()))
    return Placement(
        Size(max(size.width, round(taken.right, 3)), max(size.height, round(taken.bottom, 3))),
        boxes,
        clusters,
        placement.members,
        tuple(tuple(moved(point) for point in route) for route in placement.routes),
        tuple(rect and around(moved(rect.center), rect.size) for rect in placement.labels),
    )


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


def around(center: Point, size: Size) -> Rect:
    """The rectangle of this size with its middle there."""
    return Rect(center.x - size.width / 2, center.y - size.height / 2, size.width, size.height)

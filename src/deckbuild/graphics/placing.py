"""Finding places for labels where they touch neither curves nor each other. Lengths in points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuild.geometry import Point, Rect, Size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CLEAR = 4.0
"""Nearer than this a line touches a label, to the eye."""

AIRY = 10.0
"""From here on more distance to a line brings nothing."""

APART = 6.0
"""What labels keep from each other."""

CLASH = 1000.0
"""Cost of touching something: more than all matters of taste together."""

SWEEPS = 6
LEADER_SAMPLES = 16


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a label may stand. `bias` is its cost beforehand, `variant` says which setting of the label
    it is for, `anchor` is where a leader to the label would start."""

    rect: Rect
    bias: float = 0.0
    variant: int = 0
    anchor: Point | None = None

    def leader_end(self) -> Point:
        """The point of the label's edge nearest to its anchor."""
        at, rect = self.anchor or self.rect.center, self.rect
        return Point(min(max(at.x, rect.left), rect.right), min(max(at.y, rect.top), rect.bottom))


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants a place. `near` names the line that it belongs to, and shouldn't be taken for another's."""

    name: str
    spots: tuple[Spot, ...]
    near: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label ended up, and whether it touches something there."""

    spot: Spot
    clashes: bool


def place(wishes: Sequence[Wish], lines: Mapping[str, Sequence[Point]], bounds: Rect) -> list[Placed]:
    """A spot for every wish, inside `bounds`, at the least cost that sweeping over the labels finds.

    `lines` are the curves to keep clear of, by name, as points a few points apart. Each label takes its best
    spot given where the others stand, until none moves. Raises `ValueError` for a wish without a spot inside.
    """
    import numpy as np

    names = list(lines)
    points = np.array([(p.x, p.y) for name in names for p in lines[name]] or [(1e6, 1e6)])
    owners = np.array([index for index, name in enumerate(names) for _ in lines[name]] or [-1])
    inside = [[spot for spot in wish.spots if bounds.contains(spot.rect, 0.01)] for wish in wishes]
    for wish, spots in zip(wishes, inside, strict=True):
        if not spots:
            raise ValueError(f"no place within the chart for {wish.name!r}")
    costs = [
        _own_cost(spots, points, owners, names.index(wish.near) if wish.near in names else -2)
        for wish, spots in zip(wishes, inside, strict=True)
    ]
    chosen = [int(np.argmin(cost)) for cost in costs]
    total = [0.0] * len(wishes)
    for _ in range(SWEEPS):
        before = list(chosen)
        for index, spots in enumerate(inside):
            cost = costs[index].copy()
            for other, taken in enumerate(chosen):
                if other != index:
                    cost += _pair_cost(spots, inside[other][taken])
            chosen[index] = int(np.argmin(cost))
            total[index] = float(cost[chosen[index]])
        if chosen == before:
            break
    return [
        Placed(spots[taken], cost >= CLASH / 2)
        for spots, taken, cost in zip(inside, chosen, total, strict=True)
    ]


def _own_cost(spots: Sequence[Spot], points: Floats, owners: NDArray[np.int64], own: int) -> Floats:
    """What each spot costs whatever the other labels do."""
    import numpy as np

    left, top, right, bottom = _edges(spots)
    across = np.maximum(np.maximum(left - points[:, 0], points[:, 0] - right), 0)
    down = np.maximum(np.maximum(top - points[:, 1], points[:, 1] - bottom), 0)
    distance = np.hypot(across, down)
    nearest = distance.min(axis=1)
    touching = (distance < CLEAR).sum(axis=1)
    cost = np.array([spot.bias for spot in spots]) + np.where(touching > 0, CLASH + 20.0 * touching, 0.0)
    cost += 2.0 * np.clip(AIRY - nearest, 0, None)
    if own >= 0:
        mine = distance[:, owners == own].min(axis=1)
        others = distance[:, owners != own]
        cost += 3.0 * np.clip(mine - AIRY, 0, None)
        if others.size:
            cost += 8.0 * np.clip(mine + AIRY - others.min(axis=1), 0, None)
    return np.asarray(cost + _leader_cost(spots, points))


def _leader_cost(spots: Sequence[Spot], points: Floats) -> Floats:
    """A leader costs its length, and more for each line that it crosses or runs along."""
    import numpy as np

    cost = np.zeros(len(spots))
    for index, spot in enumerate(spots):
        if spot.anchor is None:
            continue
        way = _leader(spot)
        start = np.array([spot.anchor.x, spot.anchor.y])
        length = float(np.hypot(*(way[-1] - start)))
        away = way[np.hypot(*(way - start).T) > CLEAR * 1.5]
        crossed = 0
        if len(away):
            gaps = np.hypot(away[:, None, 0] - points[:, 0], away[:, None, 1] - points[:, 1])
            crossed = int((gaps.min(axis=1) < CLEAR / 2).sum())
        cost[index] = 0.6 * length + 60.0 * crossed
    return cost


def _pair_cost(spots: Sequence[Spot], other: Spot) -> Floats:
    """What it costs each spot that another label stands at `other`."""
    import numpy as np

    left, top, right, bottom = (edge[:, 0] for edge in _edges(spots))
    rect = other.rect
    wide = np.minimum(right, rect.right + APART) - np.maximum(left, rect.left - APART)
    high = np.minimum(bottom, rect.bottom + APART / 3) - np.maximum(top, rect.top - APART / 3)
    cost = np.where((wide > 0) & (high > 0), CLASH + 5.0 * np.minimum(wide, high), 0.0)
    if other.anchor is not None:
        for x, y in _leader(other):
            struck = (left - 2 < x) & (x < right + 2) & (top - 2 < y) & (y < bottom + 2)
            cost += np.where(struck, CLASH / 2, 0.0)
    for index, spot in enumerate(spots):
        if spot.anchor is not None:
            way = _leader(spot)
            struck = (
                (rect.left - 2 < way[:, 0])
                & (way[:, 0] < rect.right + 2)
                & (rect.top - 2 < way[:, 1])
                & (way[:, 1] < rect.bottom + 2)
            )
            cost[index] += CLASH / 2 * bool(struck.any())
    return np.asarray(cost)


def _edges(spots: Sequence[Spot]) -> tuple[Floats, Floats, Floats, Floats]:
    import numpy as np

    rects = np.array([(s.rect.left, s.rect.top, s.rect.right, s.rect.bottom) for s in spots])
    return rects[:, 0:1], rects[:, 1:2], rects[:, 2:3], rects[:, 3:4]


def _leader(spot: Spot) -> Floats:
    import numpy as np

    start, end = spot.anchor or spot.leader_end(), spot.leader_end()
    return np.linspace((start.x, start.y), (end.x, end.y), LEADER_SAMPLES)


def room_inside(
    spans: Sequence[tuple[float, float, float]],
    without: Iterable[Sequence[tuple[float, float, float]]],
    size: Size,
    variant: int = 0,
    grid: float = 3.0,
) -> list[Spot]:
    """Spots for a label of `size` wholly inside a region given by vertical spans, less other regions.

    The more room a spot has around it, the less it costs.
    """
    import numpy as np

    left, right = spans[0][0], spans[-1][0]
    top, bottom = min(min(a, b) for _, a, b in spans), max(max(a, b) for _, a, b in spans)
    xs = np.arange(left, right, grid) + grid / 2
    ys = np.arange(top, bottom, grid) + grid / 2

    def mask(region: Sequence[tuple[float, float, float]]) -> NDArray[np.bool_]:
        known = [x for x, _, _ in region]
        low = np.interp(xs, known, [min(a, b) for _, a, b in region], left=1.0, right=1.0)
        high = np.interp(xs, known, [max(a, b) for _, a, b in region], left=0.0, right=0.0)
        return np.asarray((ys[:, None] >= low) & (ys[:, None] <= high))

    free = mask(spans)
    for region in without:
        free &= ~mask(region)
    sums = np.zeros((len(ys) + 1, len(xs) + 1))
    sums[1:, 1:] = (~free).cumsum(axis=0).cumsum(axis=1)
    spots: dict[tuple[int, int], Spot] = {}
    for margin, bias in ((3.0, 36.0), (6.0, 24.0), (10.0, 12.0), (15.0, 0.0)):
        wide = int(np.ceil((size.width + 2 * margin) / grid))
        high = int(np.ceil((size.height + margin) / grid))
        if wide > len(xs) or high > len(ys):
            break
        filled = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
        for row, column in np.argwhere(filled == 0):
            x = left + (column + wide / 2) * grid - size.width / 2
            y = top + (row + high / 2) * grid - size.height / 2
            rect = Rect(float(x), float(y), size.width, size.height)
            spots[round(rect.left / grid), round(rect.top / grid)] = Spot(rect, bias, variant)
    return list(spots.values())

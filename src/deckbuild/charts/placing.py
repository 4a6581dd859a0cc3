"""Finding places for labels where they touch neither curves nor each other. Lengths in points."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuild.charts.curves import edges
from deckbuild.geometry import Insets, Point, Rect, Size

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from deckbuild.charts.curves import Flags, Floats

CLEAR = 4.0
"""Nearer than this a line touches a label, to the eye."""

AIRY = 10.0
"""From here on more distance to a line brings nothing."""

APART = 6.0
"""What labels keep from each other."""

CLASH = 1000.0
"""Cost of touching something: more than all matters of taste together."""

CROWDING = 0.5
"""Cost of a point by which a label stands nearer to another than would be airy."""

TASTE = 25.0
"""Spots that cost no more than this above the best are a choice."""

BROKEN = 4.0
"""Cost of a label inside a region for each further break into lines."""

MOST_DISTANCES = 100_000_000
"""Distances from labels to lines that are worked out for one drawing: a second or two. Where labels and lines
are so many, each label looks at fewer spots."""

LEAST_CHOICE = 200
"""Spots that each label looks at nevertheless."""

LEADER_GAP = 2.5
SWEEPS = 6
LEADER_SAMPLES = 14

BLOCK = 64
"""Spots looked at together: their distances to all lines stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a label may stand. `bias` is its cost beforehand, `variant` says which setting of the
    label it is for, `anchor` is where a leader to the label would start."""

    rect: Rect
    bias: float = 0.0
    variant: int = 0
    anchor: Point | None = None

    def leader_end(self) -> Point:
        """The point nearest to the anchor where a leader stops, a little before the label."""
        at, rect = self.anchor or self.rect.center, self.rect.inset(Insets.all(-LEADER_GAP))
        return Point(min(max(at.x, rect.left), rect.right), min(max(at.y, rect.top), rect.bottom))


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants a place. `near` names the line that it belongs to, so as not to be taken for
    another's. One that is `covered` brings its own ground, so that it may stand on a busy one."""

    name: str
    spots: tuple[Spot, ...]
    near: str = ""
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Busy:
    """A region where text had better not stand, and what it costs."""

    spans: ArrayLike
    cost: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label ended up, and whether it touches something there."""

    spot: Spot
    clashes: bool


def place(
    wishes: Sequence[Wish],
    lines: Mapping[str, Sequence[Point]],
    bounds: Rect,
    busy: Sequence[Busy] = (),
) -> list[Placed]:
    """A spot for every wish, inside `bounds`, at the least cost that sweeping over the labels finds.

    `lines` are the curves to keep clear of, by name, as points a few points apart; `busy` are regions to
    avoid. Each label takes its best spot given where the others stand, until none moves.
    Where no spot of a wish is inside the bounds, all count.
    """
    import numpy as np

    names = list(lines)
    points = np.array([(p.x, p.y) for line in lines.values() for p in line] or [(1e6, 1e6)])
    owners = np.array([index for index, line in enumerate(lines.values()) for _ in line] or [-1])
    most = max(LEAST_CHOICE, MOST_DISTANCES // (len(points) * max(1, len(wishes))))
    options, costs = [], []
    for wish in wishes:
        inside = [spot for spot in wish.spots if bounds.contains(spot.rect, 0.01)] or wish.spots
        option = _Options(inside[:: -(-len(inside) // most)])
        own = owners == names.index(wish.near) if wish.near else None
        options.append(option)
        costs.append(option.line_cost(points, own) + (0.0 if wish.covered else option.on_busy(busy)))
    chosen, totals = _settle(options, costs)
    return [
        Placed(option.spots[chosen[index]], totals[index] >= CLASH / 2)
        for index, option in enumerate(options)
    ]


def _settle(options: Sequence[_Options], costs: Sequence[Floats]) -> tuple[dict[int, int], dict[int, float]]:
    """The spot that each label takes and its cost there. Who has least choice chooses first."""
    chosen: dict[int, int] = {}
    totals: dict[int, float] = {}
    choice = [int((cost < cost.min() + TASTE).sum()) for cost in costs]
    for _ in range(SWEEPS):
        before = dict(chosen)
        for index in sorted(range(len(options)), key=choice.__getitem__):
            others = [(options[other], taken) for other, taken in chosen.items() if other != index]
            cost = sum((options[index].beside(other, taken) for other, taken in others), start=costs[index])
            chosen[index], totals[index] = int(cost.argmin()), float(cost.min())
        if chosen == before:
            break
    return chosen, totals


class _Options:
    """The spots of one label as arrays: a row for each."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        import numpy as np

        self.spots = spots
        sides = [(s.rect.left, s.rect.top, s.rect.right, s.rect.bottom) for s in spots]
        self.boxes: Floats = np.array(sides).T[:, :, None]
        self.leaders: Floats | None = None
        if spots[0].anchor is not None:
            starts, tips = np.array(
                [[(at.x, at.y) for at in (s.anchor or s.rect.center, s.leader_end())] for s in spots]
            ).swapaxes(0, 1)
            self.leaders = np.linspace(starts, tips, LEADER_SAMPLES, axis=1)

    def line_cost(self, points: Floats, own: Flags | None) -> Floats:
        """What lines nearby cost: touching any is a clash, the label's own should be the nearest."""
        import numpy as np

        blocks = [slice(start, start + BLOCK) for start in range(0, len(self.spots), BLOCK)]
        cost = np.concatenate([self._line_cost(block, points, own) for block in blocks])
        return np.asarray(cost + [spot.bias for spot in self.spots])

    def _line_cost(self, block: slice, points: Floats, own: Flags | None) -> Floats:
        import numpy as np

        boxes = self.boxes[:, block]
        left, top, right, bottom = boxes
        x, y = points.T
        squared = _squared(x - np.clip(x, left, right), y - np.clip(y, top, bottom))
        touching = (squared < CLEAR**2).sum(axis=1)
        cost = np.where(touching > 0, CLASH + 20.0 * touching, 0.0)
        cost += 2.0 * np.clip(AIRY - np.sqrt(squared.min(axis=1)), 0, None)
        if own is not None:
            mine = _nearness(boxes, points[own])
            cost += 4.0 * mine
            if not own.all():
                cost += 4.0 * np.clip(mine + CLEAR - np.sqrt(squared[:, ~own].min(axis=1)), 0, None)
        if self.leaders is not None:
            leaders = self.leaders[block]
            run = np.hypot(*np.moveaxis(leaders - leaders[:, :1], -1, 0))
            gaps = _nearest(leaders[..., 0, None], leaders[..., 1, None], points[::2])
            crossed = (gaps < CLEAR * 0.75) & (run > CLEAR * 2)
            cost += 0.6 * run[:, -1] + 60.0 * crossed.sum(axis=1)
        return np.asarray(cost)

    def on_busy(self, regions: Sequence[Busy]) -> Floats:
        """What it costs that a part of a label, or all of it, stands in some of the regions."""
        import numpy as np

        left, top, right, bottom = self.boxes
        xs = left + (right - left) * np.linspace(0, 1, 7)
        found = np.zeros(len(self.spots))
        for region in regions:
            low, high = edges(region.spans, xs)
            found += region.cost * ((bottom > low) & (top < high)).mean(axis=1)
        return found

    def beside(self, other: _Options, taken: int) -> Floats:
        """What it costs each spot that another label stands at its spot number `taken`."""
        import numpy as np

        mine, theirs = self.boxes[..., 0], other.boxes[:, taken, 0]
        wide = np.minimum(mine[2], theirs[2] + APART) - np.maximum(mine[0], theirs[0] - APART)
        high = np.minimum(mine[3], theirs[3] + APART / 2) - np.maximum(mine[1], theirs[1] - APART / 2)
        shared = np.minimum(wide, high)
        cost = np.where(shared > 0, CLASH + 5.0 * shared, 0.0)
        cost += CROWDING * np.clip(AIRY + shared, 0, AIRY)
        if other.leaders is not None:
            cost += CLASH / 2 * _struck(self.boxes, other.leaders[taken])
        if self.leaders is not None:
            cost += CLASH / 2 * _struck(theirs, self.leaders)
        return np.asarray(cost)


def _struck(boxes: Floats, leaders: Floats) -> Flags:
    """Whether a leader, as points along it, comes into a box or next to it."""
    import numpy as np

    left, top, right, bottom = boxes
    x, y = leaders[..., 0], leaders[..., 1]
    inside = (left - 2 < x) & (x < right + 2) & (top - 2 < y) & (y < bottom + 2)
    return np.asarray(inside.any(axis=-1))


def _nearness(boxes: Floats, points: Floats) -> Floats:
    """How far a line is from a label to a reader's eye: along one of its long sides, or from an end."""
    import numpy as np

    left, top, right, bottom = boxes

    def gap(across: float, down: float) -> Floats:
        return _nearest(left + (right - left) * across, top + (bottom - top) * down, points)

    above, below = ((gap(0.25, side) + gap(0.5, side) + gap(0.75, side)) / 3 for side in (0.0, 1.0))
    return np.asarray(np.minimum.reduce([above, below, gap(0.0, 0.5), gap(1.0, 0.5)]))


def _nearest(x: Floats, y: Floats, points: Floats) -> Floats:
    """How far each place is from the nearest of the points."""
    import numpy as np

    return np.asarray(np.sqrt(_squared(points[:, 0] - x, points[:, 1] - y).min(axis=-1)))


def _squared(across: Floats, down: Floats) -> Floats:
    """The squares of distances, in place: a third of `hypot`'s time."""
    across *= across
    down *= down
    across += down
    return across


def room_inside(
    spans: ArrayLike, without: Iterable[ArrayLike], size: Size, variant: int = 0, grid: float = 3.0
) -> list[Spot]:
    """Spots for a label of `size` wholly inside a region given by vertical spans, less other regions.

    The more room a spot has around it, the less it costs.
    """
    import numpy as np

    region = np.asarray(spans)
    left, top = region[0, 0], region[:, 1:].min()
    xs = np.arange(left, region[-1, 0], grid) + grid / 2
    ys = np.arange(top, region[:, 1:].max(), grid)[:, None] + grid / 2

    def mask(region: ArrayLike) -> Flags:
        low, high = edges(region, xs)
        return np.asarray((ys >= low) & (ys <= high))

    free = mask(region)
    for other in without:
        free &= ~mask(other)
    sums = np.pad((~free).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    spots: dict[tuple[int, int], Spot] = {}
    for margin, bias in ((3.0, 36.0), (6.0, 24.0), (10.0, 12.0), (15.0, 0.0)):
        wide = math.ceil((size.width + 2 * margin) / grid)
        high = math.ceil((size.height + margin) / grid)
        if wide > len(xs) or high > len(ys):
            break
        filled = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
        for row, column in np.argwhere(filled == 0)[:: 1 + int((filled == 0).sum()) // 400].tolist():
            middle = Point(float(left + (column + wide / 2) * grid), float(top + (row + high / 2) * grid))
            rect = Rect.around(middle, size.width, size.height)
            key = round(rect.left / grid), round(rect.top / grid)
            spots[key] = Spot(rect, bias + BROKEN * variant, variant)
    return list(spots.values())

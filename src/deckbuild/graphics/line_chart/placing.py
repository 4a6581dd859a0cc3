"""Finding places for labels where they touch neither curves nor each other. Lengths in points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.line_chart.curves import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

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

    spans: Sequence[Span]
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
    points = np.array([(p.x, p.y) for name in names for p in lines[name]] or [(1e6, 1e6)])
    owners = np.array([index for index, name in enumerate(names) for _ in lines[name]] or [-1])
    most = max(LEAST_CHOICE, MOST_DISTANCES // (len(points) * max(1, len(wishes))))
    options = [_Options(_thinned(_inside(wish.spots, bounds), most)) for wish in wishes]
    costs = []
    for wish, option in zip(wishes, options, strict=True):
        cost = option.biases + option.line_cost(
            points, owners == names.index(wish.near) if wish.near else None
        )
        if not wish.covered:
            cost = cost + option.on_busy(busy)
        costs.append(cost)
    chosen, totals = _settle(options, costs)
    return [
        Placed(option.spots[chosen[index]], totals[index] >= CLASH / 2)
        for index, option in enumerate(options)
    ]


def _inside(spots: Sequence[Spot], bounds: Rect) -> Sequence[Spot]:
    """The spots inside the bounds; all if there is none."""
    return [spot for spot in spots if bounds.contains(spot.rect, 0.01)] or spots


def _thinned(spots: Sequence[Spot], most: int) -> Sequence[Spot]:
    """At most `most` of the spots, evenly spread over all."""
    return spots[:: -(-len(spots) // most)]


def _settle(options: Sequence[_Options], costs: Sequence[Floats]) -> tuple[dict[int, int], dict[int, float]]:
    """The spot that each label takes and its cost there. Who has least choice chooses first."""
    chosen: dict[int, int] = {}
    totals: dict[int, float] = {}

    def choose(index: int) -> None:
        cost = costs[index].copy()
        for other, taken in chosen.items():
            if other != index:
                cost += options[index].beside(options[other], taken)
        chosen[index] = int(cost.argmin())
        totals[index] = float(cost[chosen[index]])

    choice = [int((cost < cost.min() + TASTE).sum()) for cost in costs]
    order = sorted(range(len(options)), key=lambda index: choice[index])
    for _ in range(SWEEPS):
        before = dict(chosen)
        for index in order:
            choose(index)
        if chosen == before:
            break
    return chosen, totals


class _Options:
    """The spots of one label as arrays: a row for each."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        import numpy as np

        self.spots = spots
        self.biases: Floats = np.array([spot.bias for spot in spots])
        edges = [(s.rect.left, s.rect.top, s.rect.right, s.rect.bottom) for s in spots]
        self.left, self.top, self.right, self.bottom = np.array(edges).T[:, :, None]
        self.leaders: Floats | None = None
        if spots[0].anchor is not None:
            ends = [(s.anchor or s.rect.center, s.leader_end()) for s in spots]
            starts = np.array([(a.x, a.y) for a, _ in ends])
            tips = np.array([(b.x, b.y) for _, b in ends])
            self.leaders = np.linspace(starts, tips, LEADER_SAMPLES, axis=1)

    def line_cost(self, points: Floats, own: Flags | None) -> Floats:
        """What lines nearby cost: touching any is a clash, the label's own should be the nearest."""
        import numpy as np

        blocks = [slice(start, start + BLOCK) for start in range(0, len(self.spots), BLOCK)]
        return np.concatenate([self._line_cost(block, points, own) for block in blocks])

    def _line_cost(self, block: slice, points: Floats, own: Flags | None) -> Floats:
        import numpy as np

        squared = self._squared_distances(block, points)
        touching = (squared < CLEAR**2).sum(axis=1)
        cost = np.where(touching > 0, CLASH + 20.0 * touching, 0.0)
        cost += 2.0 * np.clip(AIRY - np.sqrt(squared.min(axis=1)), 0, None)
        if own is not None:
            mine = self._nearness(block, points[own])
            cost += 4.0 * mine
            if not own.all():
                cost += 4.0 * np.clip(mine + CLEAR - np.sqrt(squared[:, ~own].min(axis=1)), 0, None)
        if self.leaders is not None:
            leaders = self.leaders[block]
            way = leaders - leaders[:, :1]
            length = np.hypot(way[:, -1, 0], way[:, -1, 1])
            gaps = _nearest(leaders[..., 0, None], leaders[..., 1, None], points[::2])
            crossed = (gaps < CLEAR * 0.75) & (np.hypot(way[..., 0], way[..., 1]) > CLEAR * 2)
            cost += 0.6 * length + 60.0 * crossed.sum(axis=1)
        return np.asarray(cost)

    def on_busy(self, regions: Sequence[Busy]) -> Floats:
        """What it costs that a part of a label, or all of it, stands in some of the regions."""
        import numpy as np

        steps = np.linspace(0, 1, 7)
        xs = self.left + (self.right - self.left) * steps
        found = np.zeros(len(self.spots))
        for region in regions:
            known = [x for x, _, _ in region.spans]
            low = np.interp(xs, known, [min(a, b) for _, a, b in region.spans], left=1e6, right=1e6)
            high = np.interp(xs, known, [max(a, b) for _, a, b in region.spans], left=-1e6, right=-1e6)
            found += region.cost * ((self.bottom > low) & (self.top < high)).mean(axis=1)
        return np.asarray(found)

    def beside(self, other: _Options, taken: int) -> Floats:
        """What it costs each spot that another label stands at its spot number `taken`."""
        import numpy as np

        rect = other.spots[taken].rect
        wide = np.minimum(self.right, rect.right + APART) - np.maximum(self.left, rect.left - APART)
        high = np.minimum(self.bottom, rect.bottom + APART / 2) - np.maximum(self.top, rect.top - APART / 2)
        cost = np.where((wide > 0) & (high > 0), CLASH + 5.0 * np.minimum(wide, high), 0.0)[:, 0]
        cost += CROWDING * np.clip(AIRY + np.minimum(wide, high)[:, 0], 0, AIRY)
        if other.leaders is not None:
            x, y = other.leaders[taken].T
            struck = (self.left - 2 < x) & (x < self.right + 2) & (self.top - 2 < y) & (y < self.bottom + 2)
            cost = cost + CLASH / 2 * struck.any(axis=1)
        if self.leaders is not None:
            x, y = self.leaders[..., 0], self.leaders[..., 1]
            struck = (rect.left - 2 < x) & (x < rect.right + 2) & (rect.top - 2 < y) & (y < rect.bottom + 2)
            cost = cost + CLASH / 2 * struck.any(axis=1)
        return np.asarray(cost)

    def _squared_distances(self, block: slice, points: Floats) -> Floats:
        """From each label's box to each point, squared."""
        import numpy as np

        def squared(low: Floats, high: Floats, along: Floats) -> Floats:
            beyond = np.maximum(low - along, along - high)
            np.maximum(beyond, 0, out=beyond)
            beyond *= beyond
            return np.asarray(beyond)

        found = squared(self.left[block], self.right[block], points[:, 0])
        found += squared(self.top[block], self.bottom[block], points[:, 1])
        return found

    def _nearness(self, block: slice, points: Floats) -> Floats:
        """How far a line is from the label to a reader's eye: along one of its long sides, or from an end."""
        import numpy as np

        left, top, right, bottom = (edge[block] for edge in (self.left, self.top, self.right, self.bottom))

        def gap(across: float, down: float) -> Floats:
            x = left + (right - left) * across
            y = top + (bottom - top) * down
            return _nearest(x, y, points)

        above, below = (sum(gap(share, side) for share in (0.25, 0.5, 0.75)) / 3 for side in (0.0, 1.0))
        ends = np.minimum(gap(0.0, 0.5), gap(1.0, 0.5))
        return np.asarray(np.minimum(np.minimum(above, below), ends))


def _nearest(x: Floats, y: Floats, points: Floats) -> Floats:
    """How far each place is from the nearest of the points. Squares, in place: a third of `hypot`'s time."""
    import numpy as np

    across, down = points[:, 0] - x, points[:, 1] - y
    across *= across
    down *= down
    across += down
    return np.asarray(np.sqrt(across.min(axis=-1)))


def room_inside(
    spans: Sequence[Span], without: Iterable[Sequence[Span]], size: Size, variant: int = 0, grid: float = 3.0
) -> list[Spot]:
    """Spots for a label of `size` wholly inside a region given by vertical spans, less other regions.

    The more room a spot has around it, the less it costs.
    """
    import numpy as np

    left, right = spans[0][0], spans[-1][0]
    top, bottom = min(min(a, b) for _, a, b in spans), max(max(a, b) for _, a, b in spans)
    xs = np.arange(left, right, grid) + grid / 2
    ys = np.arange(top, bottom, grid) + grid / 2

    def mask(region: Sequence[Span]) -> Flags:
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
        for row, column in np.argwhere(filled == 0)[:: 1 + int((filled == 0).sum()) // 400]:
            x = left + (column + wide / 2) * grid - size.width / 2
            y = top + (row + high / 2) * grid - size.height / 2
            rect = Rect(float(x), float(y), size.width, size.height)
            cost = bias + BROKEN * variant
            spots[round(rect.left / grid), round(rect.top / grid)] = Spot(rect, cost, variant)
    return list(spots.values())

"""The ways of connectors between ranks, and places for their labels: beside the line, never on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckbuild.geometry import Point, Rect, Size

STUB = 12.0  # points of line before or after the place where edges part: seen as a common stem
LANE = 8.0  # points between parallel parts of different edges
LABEL_CLEARANCE = 3.0  # points between a line and its label: close enough to belong together


def segments(points: Sequence[Point]) -> tuple[Rect, ...]:
    """Each part of a way as a flat rectangle."""
    return tuple(
        Rect.from_edges(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y))
        for a, b in pairwise(points)
    )


def bent(points: Sequence[Point]) -> tuple[Point, ...]:
    """The ends of a way and the points where it turns, without those on the way straight on."""
    kept = [points[0]]
    for here, after in pairwise(points[1:]):
        last = kept[-1]
        if not (last.x == here.x == after.x or last.y == here.y == after.y) and here != last:
            kept.append(here)
    return (*kept, points[-1])


def beside_slant(line: Rect, size: Size, *, upright: bool) -> Rect:
    """Room for a label of `size` by the middle of a slanting line, which fills the rectangle `line`: right of
    an `upright` line, else above it, so far away that the line misses its corners."""
    middle = Rect.around(line.center, size.width, size.height)
    if upright:
        lean = line.width / line.height * size.height / 2
        return middle.moved(size.width / 2 + 2 * LABEL_CLEARANCE + lean, 0.0)
    return middle.moved(0.0, -size.height / 2 - LABEL_CLEARANCE - line.height / line.width * size.width / 2)


def touches(rect: Rect, line: Rect) -> bool:
    """Whether a flat rectangle, a part of a line, runs through another."""
    return (
        line.right > rect.left
        and line.left < rect.right
        and line.bottom > rect.top
        and line.top < rect.bottom
    )


@dataclass(frozen=True, slots=True)
class Step:
    """An edge between neighbouring ranks: its ends, and where both lie across the gap between the ranks."""

    start: str
    end: str
    leaving: float
    arriving: float
    labelled: bool = False


def bends(steps: Mapping[int, Step], gap: float) -> dict[int, float]:
    """Where each elbow in a gap of `gap` points between two ranks turns, in points from its start.

    Those with a common end, or else a common start, turn together, like branches of a tree; others that
    would run over each other turn apart. Labels get the part of the way that an edge has for itself.
    """
    bundles: dict[tuple[str, str], list[int]] = {}
    for number, step in steps.items():
        bundles.setdefault(_bundle(step, steps.values()), []).append(number)
    lanes: list[list[tuple[float, float]]] = []
    lane_of: dict[tuple[str, str], int] = {}
    for bundle, numbers in bundles.items():
        reach = [at for number in numbers for at in (steps[number].leaving, steps[number].arriving)]
        low, high = min(reach), max(reach)
        if high - low <= 1.0:
            continue
        apart = (n for n, lane in enumerate(lanes) if all(high < start or low > end for start, end in lane))
        lane_of[bundle] = lane = next(apart, len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((low, high))
    labelled = any(step.labelled for step in steps.values())
    turns: dict[int, float] = {}
    for bundle, numbers in bundles.items():
        lane = lane_of.get(bundle, 0)
        if not labelled:
            turn = gap * (lane + 1) / (max(len(lanes), 1) + 1)
        elif bundle[0] == "start":
            turn = STUB + LANE * lane
        else:
            turn = gap - STUB - LANE * (lane + 1)
        turns.update(dict.fromkeys(numbers, min(max(turn, 0.0), gap)))
    return turns


def _bundle(step: Step, steps: Iterable[Step]) -> tuple[str, str]:
    """What an edge turns together with: others to the same end, or else from the same start."""
    if sum(other.end == step.end for other in steps) > 1:
        return ("end", step.end)
    return ("start", step.start)

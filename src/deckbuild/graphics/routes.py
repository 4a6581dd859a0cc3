"""The ways of connectors between ranks, and places for their labels: beside the line, never on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from deckbuild.geometry import Point, Rect, Size

LABEL_CLEARANCE = 3.0  # points between a line and its label: close enough to belong together


def segments(points: Sequence[Point]) -> tuple[Rect, ...]:
    """Each part of a way as a flat rectangle."""
    return tuple(
        Rect.from_edges(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y))
        for a, b in pairwise(points)
    )


def crosses(points: Sequence[Point], rects: Iterable[Rect], margin: float = 0.0) -> bool:
    """Whether a way of level and upright parts passes through, or nearer than `margin` by, a rectangle."""
    listed = tuple(rects)
    return any(
        min(part.right, rect.right + margin) > max(part.left, rect.left - margin)
        and min(part.bottom, rect.bottom + margin) >= max(part.top, rect.top - margin)
        or min(part.right, rect.right + margin) >= max(part.left, rect.left - margin)
        and min(part.bottom, rect.bottom + margin) > max(part.top, rect.top - margin)
        for part in segments(points)
        for rect in listed
    )


def place_label(points: Sequence[Point], size: Size, taken: Sequence[Rect], region: Rect) -> Rect:
    """Room for a label of `size` beside a way: by its longest part, above a level one and right of an
    upright one, unless something of `taken` is there. The first choice where nothing is free."""
    parts = sorted(segments(points), key=lambda part: -(part.width + part.height))
    choices: list[Rect] = []
    for part in parts:
        x, y = part.center.x, part.center.y
        if part.width >= part.height:
            above = Rect(x - size.width / 2, part.top - size.height - LABEL_CLEARANCE, size.width, size.height)
            choices += [above, above.moved(0.0, size.height + 2 * LABEL_CLEARANCE)]
        else:
            right = Rect(part.left + LABEL_CLEARANCE * 2, y - size.height / 2, size.width, size.height)
            choices += [right, right.moved(-size.width - 4 * LABEL_CLEARANCE, 0.0)]
    lines = segments(points)

    def free(rect: Rect) -> bool:
        return (
            region.contains(rect, 0.5)
            and not any(rect.overlaps(other, 0.5) for other in taken)
            and not any(touches(rect, line) for line in lines)
        )

    return next((choice for choice in choices if free(choice)), choices[0])


def touches(rect: Rect, line: Rect) -> bool:
    """Whether a flat rectangle, a part of a line, runs through another."""
    return (
        line.right > rect.left
        and line.left < rect.right
        and line.bottom > rect.top
        and line.top < rect.bottom
    )


def bends(ways: Mapping[int, tuple[str, str, float, float]]) -> dict[int, float]:
    """Where each elbow in one gap between two ranks turns, from 0 to 1.

    `ways` holds start, end and the position of both across the gap. Those with a common end, or else a
    common start, turn together, like branches of a tree; others that would run over each other turn apart.
    """
    bundles: dict[tuple[str, str], list[int]] = {}
    ends = [way[1] for way in ways.values()]
    for number, (start, end, _, _) in ways.items():
        bundle = ("end", end) if ends.count(end) > 1 else ("start", start)
        bundles.setdefault(bundle, []).append(number)
    lanes: list[list[tuple[float, float]]] = []
    lane_of: dict[tuple[str, str], int] = {}
    for bundle, numbers in bundles.items():
        reach = [at for number in numbers for at in ways[number][2:]]
        low, high = min(reach), max(reach)
        if high - low <= 1.0:
            continue
        lane = next(
            (
                index
                for index, used in enumerate(lanes)
                if all(high < other_low or low > other_high for other_low, other_high in used)
            ),
            len(lanes),
        )
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((low, high))
        lane_of[bundle] = lane
    return {
        number: (lane_of.get(bundle, 0) + 1) / (len(lanes) + 1) if lanes else 0.5
        for bundle, numbers in bundles.items()
        for number in numbers
    }

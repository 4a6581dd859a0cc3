"""What a drawn graph must say, read from its items: whether boxes, panels, lines, labels tell the truth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from deckbuild.diagrams.routes import segments, touches
from deckbuild.document import Connector, Frame, Shape, Text, walk
from deckbuild.geometry import Insets, Point, Rect

HAIR = 0.1  # points that roundings may take
ALONG = 3.0  # points of distance below which two parallel lines are seen as one
HEADS = 5.0  # points between two arrowheads that are seen as two


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph as it was drawn: boxes and panels by their names, the line of each edge, labels with the number
    of their edge, and whom each panel holds, boxes and panels alike."""

    boxes: Mapping[str, Rect]
    panels: Mapping[str, Rect]
    lines: tuple[Connector, ...]
    labels: Mapping[int, Rect]
    held: Mapping[str, frozenset[str]]

    def ends(self, line: Connector) -> tuple[str, str]:
        assert line.start is not None
        assert line.end is not None
        return line.start.key.partition("/")[2], line.end.key.partition("/")[2]


def drawing(frame: Frame, held: Mapping[str, frozenset[str]], labelled: list[int]) -> Drawing:
    """The drawing of a frame whose panels hold these; `labelled` are the edges with a label, by number."""
    items = list(walk(frame.items))
    keyed = {item.key.partition("/")[2]: item.rect for item in items if isinstance(item, Shape) and item.key}
    texts = [item.rect for item in items if isinstance(item, Text)]
    return Drawing(
        {name: rect for name, rect in keyed.items() if name not in held},
        {name: rect for name, rect in keyed.items() if name in held},
        tuple(item for item in items if isinstance(item, Connector)),
        dict(zip(labelled, texts, strict=True)),
        held,
    )


def faults(drawn: Drawing) -> list[str]:
    """Everything that isn't so, each with the name of its fault first."""
    return [
        *_overlapping(drawn),
        *_strangers(drawn),
        *_through(drawn),
        *_along(drawn),
        *_heads(drawn),
        *_labels(drawn),
    ]


def crossings(drawn: Drawing) -> int:
    """How often lines cross each other."""
    parts = [segments(line.points) for line in drawn.lines]
    return sum(_crossed(a, b) for one, other in combinations(parts, 2) for a in one for b in other)


def _overlapping(drawn: Drawing) -> Iterator[str]:
    for (one, a), (other, b) in combinations(drawn.boxes.items(), 2):
        if a.overlaps(b, HAIR):
            yield f"boxes overlap: {one}, {other}"


def _strangers(drawn: Drawing) -> Iterator[str]:
    for name, panel in drawn.panels.items():
        for other, rect in (*drawn.boxes.items(), *drawn.panels.items()):
            if other == name or name in drawn.held.get(other, frozenset()):
                continue
            if other in drawn.held[name] and not panel.contains(rect, -2.0):
                yield f"outside its panel: {other}, {name}"
            if other not in drawn.held[name] and panel.overlaps(rect, -2.0):
                yield f"stranger on a panel: {other}, {name}"


def _through(drawn: Drawing) -> Iterator[str]:
    for line in drawn.lines:
        for name, rect in drawn.boxes.items():
            inner = rect.inset(Insets.all(1.5 if name in drawn.ends(line) else -1.5))
            if any(touches(inner, part) for part in segments(line.points)):
                yield f"line through a box: {drawn.ends(line)}, {name}"


def _along(drawn: Drawing) -> Iterator[str]:
    """Lines that run along each other, save for the common stem of a fork."""
    for one, other in combinations(drawn.lines, 2):
        shared = _stem(one.points, other.points)
        if any(_beside(a, b) for a in _rest(one.points, shared) for b in _rest(other.points, shared)):
            yield f"lines along each other: {drawn.ends(one)}, {drawn.ends(other)}"


def _heads(drawn: Drawing) -> Iterator[str]:
    tips = [
        (line.points[end], drawn.ends(line)[end])
        for line in drawn.lines
        for end, arrow in ((0, line.start_arrow), (-1, line.end_arrow))
        if arrow
    ]
    for (one, name), (other, _) in combinations(tips, 2):
        if abs(one.x - other.x) + abs(one.y - other.y) < HEADS:
            yield f"one arrowhead of two edges: {name}"


def _labels(drawn: Drawing) -> Iterator[str]:
    """Labels that lie on something, or nearer to another line than to their own."""
    for number, rect in drawn.labels.items():
        for name, box in drawn.boxes.items():
            if rect.overlaps(box, HAIR):
                yield f"label on a box: {number}, {name}"
        for other, another in drawn.labels.items():
            if other < number and rect.overlaps(another, HAIR):
                yield f"label on a label: {number}, {other}"
        away = [min(_distance(rect, part) for part in segments(line.points)) for line in drawn.lines]
        if min(away) <= 0.0:
            yield f"line through a label: {number}"
        own = drawn.lines[number]
        strange = [
            _distance(rect, part)
            for line in drawn.lines
            if line is not own
            for part in _rest(line.points, _stem(line.points, own.points))
        ]
        private = min(
            (_distance(rect, part) for line in [own] for part in segments(line.points)), default=0.0
        )
        if private > 9.0 or any(each < private - HAIR for each in strange):
            yield f"label not on its own edge: {number}"


def _stem(one: tuple[Point, ...], other: tuple[Point, ...]) -> tuple[Point, ...]:
    """What two lines of a fork share: from where they leave to where the first of them bends."""
    if not _same(one[0], other[0]):
        return ()
    ends = sorted((one[1], other[1]), key=lambda at: abs(at.x - one[0].x) + abs(at.y - one[0].y))
    (near, far), start = ends, one[0]
    level = abs(near.y - start.y) < HAIR and abs(far.y - start.y) < HAIR
    upright = abs(near.x - start.x) < HAIR and abs(far.x - start.x) < HAIR
    return (start, near) if level or upright else ()


def _rest(points: tuple[Point, ...], stem: tuple[Point, ...]) -> list[Rect]:
    """The parts of a line behind the stem of its fork. Branches may share the beam that they turn in."""
    if not stem:
        return list(segments(points))
    if _same(points[1], stem[1]):
        return list(segments(points[2:]))
    return list(segments((stem[1], *points[1:])))


def _same(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < HAIR and abs(one.y - other.y) < HAIR


def _beside(one: Rect, other: Rect) -> bool:
    """Whether two flat rectangles are parallel, near and side by side for some way."""
    if one.width >= one.height and other.width >= other.height:
        reach = min(one.right, other.right) - max(one.left, other.left)
        return abs(one.top - other.top) < ALONG and reach > ALONG
    if one.height > one.width and other.height > other.width:
        reach = min(one.bottom, other.bottom) - max(one.top, other.top)
        return abs(one.left - other.left) < ALONG and reach > ALONG
    return False


def _crossed(one: Rect, other: Rect) -> bool:
    level, upright = (one, other) if one.width >= one.height else (other, one)
    return (
        upright.height > upright.width
        and level.width >= level.height
        and level.left + HAIR < upright.left < level.right - HAIR
        and upright.top + HAIR < level.top < upright.bottom - HAIR
    )


def _distance(rect: Rect, line: Rect) -> float:
    """Between a rectangle and a part of a line; below 0 where it runs through."""
    dx = max(line.left - rect.right, rect.left - line.right)
    dy = max(line.top - rect.bottom, rect.top - line.bottom)
    if dx <= 0 and dy <= 0:
        return max(dx, dy)
    return (max(dx, 0.0) ** 2 + max(dy, 0.0) ** 2) ** 0.5


def centred(parent: Rect, children: list[Rect], *, across: bool) -> bool:
    """Whether a parent stands over the middle of its children, or beside it where the tree leads right."""
    at = [rect.center.y if across else rect.center.x for rect in (parent, *children)]
    return abs(at[0] - (min(at[1:]) + max(at[1:])) / 2) < 1.0


def even(rects: list[Rect], *, across: bool) -> bool:
    """Whether siblings follow each other at one distance."""
    at = sorted(rect.center.y if across else rect.center.x for rect in rects)
    steps = [b - a for a, b in pairwise(at)]
    return not steps or max(steps) - min(steps) < 1.0

"""Arrows of a flow: native connectors glued to the nodes, bent so that they don't run over each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from deckbuild.diagrams.connect import elbow, side_point
from deckbuild.diagrams.routes import LANE, Step, bends, crosses, place_label, segments, touches
from deckbuild.document import Connector, Glue, Side, Stroke
from deckbuild.geometry import Insets, Point, Rect
from deckbuild.graphics.flow.graph import Graph
from deckbuild.graphics.flow.plan import (
    BACK_LABEL_WIDTH,
    BOX_GAP,
    LABEL_WIDTH,
    LIFT,
    Plan,
    edge_label,
    label_room,
    palette_color,
)
from deckbuild.layout.boxes import Drawn

Way = tuple[tuple[Point, ...], tuple[Side, Side]]
"""Where a connector runs, and the sides that it leaves and enters."""

TURNED: dict[Side, Side] = {"left": "top", "top": "left", "right": "bottom", "bottom": "right"}


def draw_edges(plan: Plan) -> Iterator[Drawn]:
    """Connectors, then their labels. A flow that leads down is one that leads right, its axes exchanged."""
    if plan.graph.across:
        ways = _ways(plan.graph, plan.boxes)
    else:
        boxes = {name: Rect(r.top, r.left, r.height, r.width) for name, r in plan.boxes.items()}
        ways = [
            (tuple(Point(at.y, at.x) for at in points), (TURNED[leaving], TURNED[entering]))
            for points, (leaving, entering) in _ways(plan.graph, boxes)
        ]
    flow, context = plan.graph.flow, plan.setting.context
    for edge, (points, (leaving, entering)) in zip(flow.edges, ways, strict=True):
        color = palette_color(edge.color, context) or context.tone.muted
        yield Connector(
            points,
            Stroke(color, context.theme.shape.connector, "dash" if edge.style == "dashed" else "solid"),
            Glue(f"{flow.id}/{edge.start}", leaving),
            Glue(f"{flow.id}/{edge.end}", entering),
            start_arrow=edge.arrow == "both",
            end_arrow=edge.arrow != "none",
            span=edge.span,
        )
    yield from _labels(plan, [points for points, _ in ways])


def _labels(plan: Plan, ways: Sequence[tuple[Point, ...]]) -> Iterator[Drawn]:
    """Each label beside the part of its line that it doesn't share."""
    edges = plan.graph.flow.edges
    ends = [edge.end for edge in edges]
    taken = list(plan.boxes.values())
    for index, (edge, points) in enumerate(zip(edges, ways, strict=True)):
        if not edge.label:
            continue
        others = [part for way in (*ways[:index], *ways[index + 1 :]) for part in segments(way)]
        thick = [part.inset(Insets.all(-1.0)) for part in others]
        above = plan.graph.across and plan.graph.backward(edge)
        size = label_room([edge], plan.setting, BACK_LABEL_WIDTH if above else LABEL_WIDTH)
        merges = ends.count(edge.end) > 1
        region = Rect.of_size(plan.size)
        rect = place_label(points, size, [*taken, *thick], region, "first" if merges else "last")
        taken.append(rect)
        yield from edge_label(edge, plan.setting).draw(rect)


def _ways(graph: Graph, boxes: Mapping[str, Rect]) -> list[Way]:
    """The way of each edge as if the flow led right, and the sides that it leaves and enters."""
    edges, turns = graph.flow.edges, _turns(graph, boxes)
    ways: list[Way] = []
    for number, edge in enumerate(edges):
        start, end = boxes[edge.start], boxes[edge.end]
        if graph.rank[edge.end] == graph.rank[edge.start]:
            below = end.center.y > start.center.y
            sides: tuple[Side, Side] = ("bottom", "top") if below else ("top", "bottom")
            points = elbow(side_point(start, sides[0]), sides[0], side_point(end, sides[1]), sides[1])
            ways.append((points, sides))
        elif graph.backward(edge):
            ways.append((_back(start, end), ("top", "top")))
        else:
            others = [rect for name, rect in boxes.items() if name not in (edge.start, edge.end)]
            used = [part for points, _ in ways for part in segments(points)]
            ways.append((_on(start, end, turns.get(number), others, used), ("right", "left")))
    return ways


def _turns(graph: Graph, boxes: Mapping[str, Rect]) -> dict[int, float]:
    """Where edges between neighbouring ranks turn, by the number of the edge, in points from the first."""
    gaps: dict[int, dict[int, Step]] = {}
    for number, edge in enumerate(graph.flow.edges):
        first = graph.rank[edge.start]
        if graph.rank[edge.end] == first + 1:
            leaving, arriving = boxes[edge.start].center.y, boxes[edge.end].center.y
            step = Step(edge.start, edge.end, leaving, arriving, bool(edge.label))
            gaps.setdefault(first, {})[number] = step
    turns: dict[int, float] = {}
    for steps in gaps.values():
        turns |= bends(steps, min(boxes[step.end].left - boxes[step.start].right for step in steps.values()))
    return turns


def _back(start: Rect, end: Rect) -> tuple[Point, ...]:
    """Up, back over the boxes, and down again."""
    first, last = side_point(start, "top"), side_point(end, "top")
    top = min(first.y, last.y) - LIFT
    return first, Point(first.x, top), Point(last.x, top), last


def _on(
    start: Rect, end: Rect, turn: float | None, others: Sequence[Rect], used: Sequence[Rect]
) -> tuple[Point, ...]:
    """From rank to rank; over several ranks along the shortest way that meets no other box and runs over no
    other line, between the rows of boxes or else around them."""
    first, last = side_point(start, "right"), side_point(end, "left")
    length = last.x - first.x
    if length <= 0:
        return first, last
    if turn is not None:
        return elbow(first, "right", last, "left", turn / length)
    near = min((rect.left for rect in others if rect.left > first.x), default=last.x)
    far = max((rect.right for rect in others if rect.right < last.x), default=first.x)
    leave, arrive = (first.x + min(near, last.x)) / 2, (last.x + max(far, first.x)) / 2
    choices = [elbow(first, "right", last, "left", (x - first.x) / length) for x in (arrive, leave)]
    between = [rect for rect in others if rect.right > leave and rect.left < arrive]
    for y in sorted(_channels(between), key=lambda y: abs(y - first.y) + abs(y - last.y)):
        way = (first, Point(leave, first.y), Point(leave, y), Point(arrive, y), Point(arrive, last.y), last)
        choices.append(way)
    free = [way for way in choices if not crosses(way, others, 2.0)]
    apart = [way for way in free if not _runs_over(way, used)]
    return next(iter((*apart, *free, *choices)))


def _channels(boxes: Sequence[Rect]) -> list[float]:
    """Heights at which a line may pass boxes: beside each, and a lane further away."""
    return [
        y
        for rect in boxes
        for away in (BOX_GAP / 2, BOX_GAP / 2 + LANE)
        for y in (rect.top - away, rect.bottom + away)
    ]


def _runs_over(way: tuple[Point, ...], used: Sequence[Rect]) -> bool:
    """Whether the long level part of a way is closer than half a lane to another line beside it."""
    part = segments(way)[len(way) // 2 - 1]
    near = Rect(part.left, part.top - LANE / 2, part.width, LANE)
    return any(line.width > 1 and touches(near, line) for line in used)

"""Arrows of a flow: native connectors glued to the nodes, bent so that they don't run over each other."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Connector, Glue, Item, Side, Stroke, Text
from deckbuild.geometry import Point, Rect
from deckbuild.graphics.flow.measures import BACK_LABEL_WIDTH, BOX_GAP, LABEL_WIDTH, LIFT, label_room
from deckbuild.graphics.flow.model import FlowEdge, FlowSpec
from deckbuild.graphics.flow.plan import Plan
from deckbuild.graphics.flow.ranks import backward
from deckbuild.graphics.shared.connect import elbow, side_point
from deckbuild.graphics.shared.routes import (
    LANE,
    Step,
    bends,
    bundle_of,
    crosses,
    place_label,
    segments,
    touches,
)
from deckbuild.layout.label import LabelLine, set_label

TURNED: dict[Side, Side] = {"left": "top", "top": "left", "right": "bottom", "bottom": "right"}


def draw_edges(flow: FlowSpec, plan: Plan, context: LayoutContext) -> tuple[Item, ...]:
    """Connectors, then their labels."""
    across = plan.direction == "right"
    boxes = {name: rect if across else _turned(rect) for name, rect in plan.boxes.items()}
    ways = _ways(flow, plan, boxes)
    if not across:
        ways = [
            (tuple(Point(at.y, at.x) for at in points), (TURNED[sides[0]], TURNED[sides[1]]))
            for points, sides in ways
        ]
    lines = [_connector(flow, edge, way, context) for edge, way in zip(flow.edges, ways, strict=True)]
    return (*lines, *_labels(flow, plan, [points for points, _ in ways], context))


def _connector(flow: FlowSpec, edge: FlowEdge, way: Way, context: LayoutContext) -> Connector:
    points, sides = way
    color = context.theme.palette[edge.color] if edge.color else context.tone.muted
    return Connector(
        points,
        Stroke(color, context.theme.shape.connector, "dash" if edge.style == "dashed" else "solid"),
        Glue(f"{flow.id}/{edge.start}", sides[0]),
        Glue(f"{flow.id}/{edge.end}", sides[1]),
        start_arrow=edge.arrow == "both",
        end_arrow=edge.arrow != "none",
        span=edge.span,
    )


def _labels(flow: FlowSpec, plan: Plan, ways: list[tuple[Point, ...]], context: LayoutContext) -> list[Item]:
    """Each label beside the part of its line that it doesn't share."""
    region = Rect.of_size(plan.placement.size)
    taken = list(plan.boxes.values())
    labels: list[Item] = []
    all_steps = [Step(edge.start, edge.end, 0.0, 0.0) for edge in flow.edges]
    for index, (edge, points) in enumerate(zip(flow.edges, ways, strict=True)):
        if not edge.label:
            continue
        others = [part for n, way in enumerate(ways) if n != index for part in _thick(way)]
        merging = bundle_of(all_steps[index], all_steps)[0] == "end"
        leads_back = plan.direction == "right" and backward(plan.ranks, edge.start, edge.end)
        size = label_room([edge], plan.size, context, BACK_LABEL_WIDTH if leads_back else LABEL_WIDTH)
        rect = place_label(points, size, taken + others, region, "first" if merging else "last")
        taken.append(rect)
        line = LabelLine(edge.label, color=context.tone.text)
        labels.append(Text(rect, set_label([line], plan.size, rect.width, context), plain_text(edge.label)))
    return labels


def _thick(way: tuple[Point, ...]) -> list[Rect]:
    return [Rect(part.left - 1, part.top - 1, part.width + 2, part.height + 2) for part in segments(way)]


def _turned(rect: Rect) -> Rect:
    """The rectangle with x and y exchanged: a flow that leads down is one that leads right, seen sideways."""
    return Rect(rect.top, rect.left, rect.height, rect.width)


Way = tuple[tuple[Point, ...], tuple[Side, Side]]


def _steps(flow: FlowSpec, boxes: dict[str, Rect], rank_of: dict[str, int]) -> dict[int, dict[int, Step]]:
    """Edges between neighbouring ranks, by the earlier rank."""
    gaps: dict[int, dict[int, Step]] = {}
    for number, edge in enumerate(flow.edges):
        first = rank_of[edge.start]
        if rank_of[edge.end] == first + 1:
            leaving, arriving = boxes[edge.start].center.y, boxes[edge.end].center.y
            step = Step(edge.start, edge.end, leaving, arriving, bool(edge.label))
            gaps.setdefault(first, {})[number] = step
    return gaps


def _ways(flow: FlowSpec, plan: Plan, boxes: dict[str, Rect]) -> list[Way]:
    """The way of each edge as if the flow led right, and the sides that it leaves and enters."""
    rank_of = {name: index for index, rank in enumerate(plan.ranks) for name in rank}
    turns: dict[int, float] = {}
    for steps in _steps(flow, boxes, rank_of).values():
        gap = min(boxes[step.end].left - boxes[step.start].right for step in steps.values())
        turns |= bends(steps, gap)
    ways: list[Way] = []
    for number, edge in enumerate(flow.edges):
        start, end = boxes[edge.start], boxes[edge.end]
        step = rank_of[edge.end] - rank_of[edge.start]
        if step == 0:
            sides: tuple[Side, Side] = (
                ("bottom", "top") if end.center.y > start.center.y else ("top", "bottom")
            )
            points = elbow(side_point(start, sides[0]), sides[0], side_point(end, sides[1]), sides[1])
            ways.append((points, sides))
        elif step < 0:
            ways.append((_back(start, end), ("top", "top")))
        else:
            others = [rect for name, rect in boxes.items() if name not in (edge.start, edge.end)]
            used = [part for points, _ in ways for part in segments(points)]
            ways.append((_on(start, end, turns.get(number), others, used), ("right", "left")))
    return ways


def _back(start: Rect, end: Rect) -> tuple[Point, ...]:
    """Up, back over the boxes, and down again."""
    first, last = side_point(start, "top"), side_point(end, "top")
    top = min(first.y, last.y) - LIFT
    return first, Point(first.x, top), Point(last.x, top), last


def _on(
    start: Rect, end: Rect, turn: float | None, others: list[Rect], used: list[Rect]
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


def _channels(boxes: list[Rect]) -> list[float]:
    """Heights at which a line may pass boxes: beside each, and a lane further away."""
    return [
        y
        for rect in boxes
        for away in (BOX_GAP / 2, BOX_GAP / 2 + LANE)
        for y in (rect.top - away, rect.bottom + away)
    ]


def _runs_over(way: tuple[Point, ...], used: list[Rect]) -> bool:
    """Whether the long level part of a way is closer than half a lane to another line beside it."""
    part = segments(way)[len(way) // 2 - 1]
    near = Rect(part.left, part.top - LANE / 2, part.width, LANE)
    return any(line.width > 1 and touches(near, line) for line in used)

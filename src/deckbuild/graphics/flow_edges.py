"""Arrows of a flow: native connectors glued to the nodes, bent so that they don't run over each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.context import LayoutContext
from deckbuild.document import Connector, Glue, Item, Stroke, Text
from deckbuild.geometry import Point, Rect, Size
from deckbuild.graphics.connect import SITES, Side, elbow, side_point
from deckbuild.graphics.ranks import backward, rank_nodes
from deckbuild.graphics.routes import bends, crosses, place_label, segments
from deckbuild.layout.label import LabelLine, label_size, set_label

if TYPE_CHECKING:
    from deckbuild.graphics.flow import Flow, FlowEdge
    from deckbuild.graphics.flow_layout import Plan

LABEL_WIDTH = 120.0
"""Points at which an edge's label breaks: wider ones would push the ranks apart."""

LIFT = 12.0  # how far from the boxes an arrow that leads back runs

TURNED: dict[Side, Side] = {"left": "top", "top": "left", "right": "bottom", "bottom": "right"}


def label_room(flow: Flow, size: float, context: LayoutContext) -> Size:
    """The room that the largest edge label needs, at `size` points."""
    rooms = [_label(edge, size, context) for edge in flow.edges if edge.label]
    return Size(max((r.width for r in rooms), default=0.0), max((r.height for r in rooms), default=0.0))


def _label(edge: FlowEdge, size: float, context: LayoutContext) -> Size:
    return label_size([LabelLine(edge.label)], size, context, LABEL_WIDTH)


def draw_edges(flow: Flow, plan: Plan, region: Size, context: LayoutContext) -> tuple[Item, ...]:
    """Connectors, then their labels."""
    across = plan.direction == "right"
    boxes = {name: rect if across else _turned(rect) for name, rect in plan.boxes.items()}
    ways = _ways(flow, plan, boxes, across)
    items: list[Item] = []
    labels: list[Item] = []
    taken = list(plan.boxes.values())
    drawn: list[tuple[Point, ...]] = []
    for edge, (points, sides) in zip(flow.edges, ways, strict=True):
        if not across:
            points = tuple(Point(point.y, point.x) for point in points)
            sides = (TURNED[sides[0]], TURNED[sides[1]])
        drawn.append(points)
        color = context.theme.palette[edge.color] if edge.color else _line_color(context)
        stroke = Stroke(color, context.theme.shape.connector, "dash" if edge.style == "dashed" else "solid")
        items.append(
            Connector(
                points,
                stroke,
                Glue(f"{flow.id}/{edge.start}", SITES[sides[0]]),
                Glue(f"{flow.id}/{edge.end}", SITES[sides[1]]),
                start_arrow=edge.arrow == "both",
                end_arrow=edge.arrow != "none",
                name=f"{edge.start} to {edge.end}",
                span=edge.span,
            )
        )
    whole = Rect.of_size(Size(max(region.width, plan.placement.size.width),
                              max(region.height, plan.placement.size.height)))
    for index, (edge, points) in enumerate(zip(flow.edges, drawn, strict=True)):
        if edge.label:
            others = [part for n, way in enumerate(drawn) if n != index for part in _thick(way)]
            rect = place_label(points, _label(edge, plan.size, context), taken + others, whole)
            taken.append(rect)
            line = LabelLine(edge.label, color=context.tone.text)
            labels.append(Text(rect, set_label([line], plan.size, rect.width, context), edge.label))
    return (*items, *labels)


def _line_color(context: LayoutContext):  # type: ignore[no-untyped-def]
    return context.tone.muted


def _thick(way: tuple[Point, ...]) -> list[Rect]:
    return [Rect(part.left - 1, part.top - 1, part.width + 2, part.height + 2) for part in segments(way)]


def _turned(rect: Rect) -> Rect:
    """The rectangle with x and y exchanged: a flow that leads down is one that leads right, seen sideways."""
    return Rect(rect.top, rect.left, rect.height, rect.width)


Way = tuple[tuple[Point, ...], tuple[Side, Side]]


def _ways(flow: Flow, plan: Plan, boxes: dict[str, Rect], across: bool) -> list[Way]:
    """The way of each edge as if the flow led right, and the sides that it leaves and enters."""
    ranks = rank_nodes(flow.nodes, [(edge.start, edge.end, edge.arrow == "none") for edge in flow.edges])
    rank_of = {name: index for index, rank in enumerate(ranks) for name in rank}
    gaps: dict[int, dict[int, tuple[str, str, float, float]]] = {}
    for number, edge in enumerate(flow.edges):
        first = rank_of[edge.start]
        if rank_of[edge.end] == first + 1:
            reach = (boxes[edge.start].center.y, boxes[edge.end].center.y)
            gaps.setdefault(first, {})[number] = (edge.start, edge.end, *reach)
    bend = {number: at for gap in gaps.values() for number, at in bends(gap).items()}
    ways: list[Way] = []
    for number, edge in enumerate(flow.edges):
        start, end = boxes[edge.start], boxes[edge.end]
        step = rank_of[edge.end] - rank_of[edge.start]
        if step == 0:
            below = end.center.y > start.center.y
            sides: tuple[Side, Side] = ("bottom", "top") if below else ("top", "bottom")
            ways.append((elbow(side_point(start, sides[0]), sides[0], side_point(end, sides[1]), sides[1]), sides))
        elif backward(ranks, edge.start, edge.end):
            ways.append((_back(start, end), ("top", "top")))
        else:
            others = [rect for name, rect in boxes.items() if name not in (edge.start, edge.end)]
            route = plan.placement.routes[number]
            channel = [point.y if across else point.x for point in route]
            ways.append((_on(start, end, bend.get(number, 0.5), others, channel), ("right", "left")))
    return ways


def _back(start: Rect, end: Rect) -> tuple[Point, ...]:
    """Up, back over the boxes, and down again."""
    first, last = side_point(start, "top"), side_point(end, "top")
    top = min(first.y, last.y) - LIFT
    return first, Point(first.x, top), Point(last.x, top), last


def _on(
    start: Rect, end: Rect, bend: float, others: list[Rect], channel: list[float]
) -> tuple[Point, ...]:
    """From rank to rank; over several ranks along the first way that meets no other box."""
    first, last = side_point(start, "right"), side_point(end, "left")
    near = min((rect.left for rect in others if rect.left > first.x), default=last.x)
    far = max((rect.right for rect in others if rect.right < last.x), default=first.x)
    leave, arrive = (first.x + min(near, last.x)) / 2, (last.x + max(far, first.x)) / 2
    length = last.x - first.x
    choices = [elbow(first, "right", last, "left", bend)]
    if length > 0:
        choices += [elbow(first, "right", last, "left", (x - first.x) / length) for x in (leave, arrive)]
    for y in sorted(channel, key=lambda y: abs(y - last.y)):
        choices.append(
            (first, Point(leave, first.y), Point(leave, y), Point(arrive, y), Point(arrive, last.y), last)
        )
    return next((way for way in choices if not crosses(way, others, 2.0)), choices[0])

"""The decks' recurring ornament: circuit traces that rise in steps, with a node here and there."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.document import Color, Ellipse, Freeform, Item, Shape, Stroke
from deckbuild.geometry import Point, Rect, Size

CORNER = 16.0  # points; twice the panels' radius, since traces are seen from further away
KAPPA = 0.5523
"""Control points of a cubic that draws a quarter circle lie at this fraction of the radius."""

# Traces in fractions of the region, and where their nodes sit: (points, node at).
TRACES: tuple[tuple[tuple[tuple[float, float], ...], tuple[float, float]], ...] = (
    (((0.00, 1.00), (0.00, 0.44), (0.46, 0.44), (0.46, 0.00), (1.00, 0.00)), (0.46, 0.21)),
    (((0.17, 1.00), (0.17, 0.62), (0.63, 0.62), (0.63, 0.22), (1.00, 0.22)), (0.63, 0.41)),
    (((0.34, 1.00), (0.34, 0.78), (0.80, 0.78), (0.80, 0.44), (1.00, 0.44)), (0.80, 0.63)),
)
START = (0.05, 0.44)
"""Where the first trace starts its way: the one node in the accent colour."""


def motif(region: Rect, trace: Color, node: Color, accent: Color, dot: float = 12.0) -> tuple[Item, ...]:
    """The ornament in `region` (points on the page); `dot` is a node's diameter in points."""

    def at(x: float, y: float) -> Point:
        return Point(x * region.width, y * region.height)

    items: list[Item] = []
    nodes: list[Item] = []
    for points, where in TRACES:
        path = rounded_corners([at(x, y) for x, y in points], min(CORNER, region.height / 5))
        items.append(
            Shape(
                region,
                Freeform(region.size, path),
                stroke=Stroke(trace, 1.25),
                name="Trace",
                role="decoration",
            )
        )
        nodes.append(_dot(at(*where).moved(region.left, region.top), dot, node))
    nodes.append(_dot(at(*START).moved(region.left, region.top), dot * 0.8, accent))
    return (*items, *nodes)


def _dot(center: Point, diameter: float, color: Color) -> Shape:
    rect = Rect(center.x - diameter / 2, center.y - diameter / 2, diameter, diameter)
    return Shape(rect, Ellipse(), color, name="Node", role="decoration")


def rounded_corners(points: Sequence[Point], radius: float) -> tuple[tuple[str | float, ...], ...]:
    """Path commands along axis-parallel `points` with corners of `radius` points, less on short legs."""
    commands: list[tuple[str | float, ...]] = [("M", points[0].x, points[0].y)]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        r = min(radius, _distance(before, corner) / 2, _distance(corner, after) / 2)
        enter, leave = _toward(corner, before, r), _toward(corner, after, r)
        first = _toward(enter, corner, r * KAPPA)
        second = _toward(leave, corner, r * KAPPA)
        commands.append(("L", enter.x, enter.y))
        commands.append(("C", first.x, first.y, second.x, second.y, leave.x, leave.y))
    commands.append(("L", points[-1].x, points[-1].y))
    return tuple(commands)


def _distance(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _toward(start: Point, goal: Point, by: float) -> Point:
    """`by` points from `start` on the axis-parallel way to `goal`."""
    length = _distance(start, goal)
    if not length:
        return start
    return Point(start.x + (goal.x - start.x) * by / length, start.y + (goal.y - start.y) * by / length)


ORNAMENT_LEFT = 0.64
"""Of the page's width: where the ornament begins."""


def ornament_size(page: Size) -> Rect:
    """Where the ornament stands on a full-bleed page: the right two fifths, off the edge."""
    return Rect(
        page.width * ORNAMENT_LEFT, page.height * 0.313, page.width * (1 - ORNAMENT_LEFT), page.height * 0.687
    )

"""What is really behind a point of a page: fills of shapes, panels, tables, the layout's artwork."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deckbuild.check.measures.drawn import cells
from deckbuild.check.subjects import CheckContext
from deckbuild.color import blend
from deckbuild.document import (
    Color,
    Diamond,
    Ellipse,
    Fill,
    Freeform,
    Item,
    Page,
    Picture,
    Shape,
    Table,
    walk,
)
from deckbuild.geometry import Point, Rect

CURVE_STEPS = 4
"""Straight parts that a cubic curve is taken as: a fill's edge needn't be found to a tenth of a point."""

Loop = list[tuple[float, float]]

Layer = tuple[Rect, int, Item, tuple[Loop, ...]]
"""A filled thing: its box, its place in drawing order, itself, and the outlines of a free-form shape."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The filled things of a page from the bottom up; those of its layout have negative orders."""

    background: Color
    layers: tuple[Layer, ...]

    def near(self, rect: Rect, order: int) -> tuple[Layer, ...]:
        """What is drawn before `order` and shares some of `rect`."""
        return tuple(layer for layer in self.layers if layer[1] < order and layer[0].overlaps(rect))

    def at(self, point: Point, layers: Sequence[Layer]) -> frozenset[str] | None:
        """The colours `#RRGGBB` seen at a point; None where a picture lies."""
        seen = frozenset({self.background.hex})
        for rect, _, item, loops in layers:
            if not holds(rect, point):
                continue
            match item:
                case Picture():
                    return None
                case Shape(fill=fill) if inside(item, point, loops):
                    seen = over(fill, seen)
                case Table():
                    for cell_rect, cell in cells(item):
                        if holds(cell_rect, point):
                            seen = over(cell.fill, seen)
        return seen


def ground(page: Page, context: CheckContext) -> Ground:
    """What lies behind things on a page."""
    layout = context.slide_layout_of(page)
    below = tuple(item for item in walk(layout.items) if covers(item))
    artwork = [_layer(item, number - len(below)) for number, item in enumerate(below)]
    placed = context.drawn[page.number]
    own = [_layer(each.item, each.order) for each in placed if covers(each.item)]
    return Ground(layout.background, (*artwork, *own))


def _layer(item: Item, order: int) -> Layer:
    path = item.geometry if isinstance(item, Shape) else None
    return item.rect, order, item, tuple(outlines(path)) if isinstance(path, Freeform) else ()


def covers(item: Item) -> bool:
    """Whether an item hides, or tints, what is behind it."""
    match item:
        case Picture() | Table():
            return True
        case Shape(fill=fill):
            return fill is not None
        case _:
            return False


def over(fill: Fill, under: Iterable[str]) -> frozenset[str]:
    """The colours seen where `fill` is drawn on top of the colours `under`."""
    match fill:
        case None:
            return frozenset(under)
        case Color():
            if fill.alpha >= 1:
                return frozenset({fill.hex})
            return frozenset(blend(fill, Color(hex_color)) for hex_color in under)


def holds(rect: Rect, point: Point) -> bool:
    return rect.left <= point.x <= rect.right and rect.top <= point.y <= rect.bottom


def inside(shape: Shape, point: Point, loops: tuple[Loop, ...]) -> bool:
    """Whether a point in the box of a shape is in the shape too; `loops` are its outlines. Outlines with
    straight sides, and turned shapes, count as their box."""
    if shape.rotation or not shape.rect.width or not shape.rect.height:
        return True
    x = (point.x - shape.rect.left) / shape.rect.width
    y = (point.y - shape.rect.top) / shape.rect.height
    if isinstance(shape.geometry, Freeform):
        size = shape.geometry.size
        return _within(loops, x * size.width, y * size.height)
    match shape.geometry:
        case Ellipse():
            return (2 * x - 1) ** 2 + (2 * y - 1) ** 2 <= 1
        case Diamond():
            return abs(2 * x - 1) + abs(2 * y - 1) <= 1
        case _:
            return True


def _within(loops: Iterable[Loop], x: float, y: float) -> bool:
    """By the non-zero winding rule, which PowerPoint fills outlines by."""
    winding = 0
    for loop in loops:
        for (x0, y0), (x1, y1) in zip(loop, (*loop[1:], loop[0]), strict=True):
            if (y0 <= y) != (y1 <= y):
                crossing = x0 + (y - y0) * (x1 - x0) / (y1 - y0)
                if crossing > x:
                    winding += 1 if y1 > y0 else -1
    return winding != 0


def outlines(path: Freeform) -> list[Loop]:
    """A path's loops as corners, curves taken as straight parts, in the path's own units."""
    loops: list[Loop] = []
    for name, *rest in path.commands:
        values = [float(value) for value in rest]
        match name, values:
            case "M", [x, y]:
                loops.append([(x, y)])
            case "L", [x, y]:
                loops[-1].append((x, y))
            case "C", [x1, y1, x2, y2, x, y]:
                loops[-1] += _curve(loops[-1][-1], (x1, y1), (x2, y2), (x, y))
    return loops


def _curve(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> list[tuple[float, float]]:
    points = []
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        u = 1 - t
        p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        points.append((p * a[0] + q * b[0] + r * c[0] + s * d[0], p * a[1] + q * b[1] + r * c[1] + s * d[1]))
    return points

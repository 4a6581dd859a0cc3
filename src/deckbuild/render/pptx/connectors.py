"""Connectors: a polyline as one of PowerPoint's connector presets, glued to the shapes it joins.

An elbow preset starts at the top left of its box, goes right first, and ends at the bottom right; flips and a
quarter turn give the other directions, adjust values place the bends (docs/analysis/connectors.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from deckbuild.document import Connector, Freeform, Glue, Shape
from deckbuild.geometry import Point
from deckbuild.render.pptx.frame import non_visual, transform
from deckbuild.render.pptx.outlines import FULL, site_number
from deckbuild.render.pptx.paint import line
from deckbuild.render.pptx.shapes import freeform, preset
from deckbuild.render.pptx.units import Box, box, emu
from deckbuild.render.pptx.xml import NAMESPACES, Element, alternatives, el

LEAST_EXTENT_EMU = 1270
"""A tenth of a point. Bends are fractions of the box, so a box that is flat between its ends gets this
much; a bend may then be 2147 pt away before its fraction passes 32 bits. PowerPoint itself takes 12700."""
HALF_WAY_TOLERANCE = 200
STRAIGHT = "straightConnector1"
POWERPOINT_PREFIX = "powerpoint2010"
"""LibreOffice goes by the prefix, not the namespace: with the usual `p14` it would take this choice too."""
MOST_SEGMENTS = 5


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a preset draws a path: the box before its turn, flips, the turn in degrees, the bends."""

    preset: str
    box: Box
    flip_h: bool = False
    flip_v: bool = False
    rotation: int = 0
    adjust: tuple[tuple[str, int], ...] = ()


def connector_element(connector: Connector, ident: int, shapes: Mapping[str, tuple[int, Shape]]) -> Element:
    """The connector; `shapes` holds id and shape by key. `ValueError` for a key or site that isn't there.

    Without a name of its own, it has those of the shapes it joins. Where LibreOffice would choose another
    route for a glued connector, it gets one that isn't glued.
    """
    connector = replace(connector, name=connector.name or joined_names(connector, shapes))
    code = encode(connector.points)
    ends = (
        end_element("a:stCxn", connector.start, shapes),
        end_element("a:endCxn", connector.end, shapes),
    )
    native = connection(connector, ident, code, ends)
    if drawn_alike(code, sum(glue is not None for glue in (connector.start, connector.end))):
        return native
    if code.preset == STRAIGHT:
        plain = connection(connector, ident, code, (None, None))
    else:
        plain = drawn_line(connector, ident)
    return alternatives(native, plain, POWERPOINT_PREFIX, NAMESPACES["p14"])


def connection(
    connector: Connector, ident: int, code: Encoding, ends: tuple[Element | None, Element | None]
) -> Element:
    return el(
        "p:cxnSp",
        el(
            "p:nvCxnSpPr",
            identity(connector, ident),
            el("p:cNvCxnSpPr", *ends),
            el("p:nvPr"),
        ),
        el(
            "p:spPr",
            transform(code.box, rotation=code.rotation, flip_h=code.flip_h, flip_v=code.flip_v),
            preset(code.preset, code.adjust),
            arrow_line(connector),
        ),
    )


def drawn_line(connector: Connector, ident: int) -> Element:
    """The same line as a freeform."""
    around = connector.rect
    steps: list[tuple[str | float, ...]] = [
        ("L" if index else "M", point.x - around.left, point.y - around.top)
        for index, point in enumerate(connector.points)
    ]
    at = box(around)
    return el(
        "p:sp",
        el("p:nvSpPr", identity(connector, ident), el("p:cNvSpPr"), el("p:nvPr")),
        el(
            "p:spPr",
            transform(at),
            freeform(Freeform(around.size, tuple(steps)), at, sites=False),
            el("a:noFill"),
            arrow_line(connector),
        ),
    )


def identity(connector: Connector, ident: int) -> Element:
    return non_visual(ident, connector.name or f"Connector {ident}", connector.alt, connector.role)


def joined_names(connector: Connector, shapes: Mapping[str, tuple[int, Shape]]) -> str:
    """`Edge to Cloud`, or nothing unless both ends stick to shapes with names."""
    ends = [shapes[glue.key][1] for glue in (connector.start, connector.end) if glue and glue.key in shapes]
    names = [shape.name for shape in ends if shape.name]
    return " to ".join(names) if len(names) == 2 else ""


def arrow_line(connector: Connector) -> Element:
    return line(connector.stroke, head=connector.start_arrow, tail=connector.end_arrow)


def drawn_alike(code: Encoding, glued: int) -> bool:
    """Whether LibreOffice (7.4 was tried) draws a connector like PowerPoint, although it routes those with
    `glued` ends itself: it takes elbows to bend half way. (It numbers the sites of some presets in another
    way, but of none that is drawn here.)"""
    if not glued:
        return code.preset == STRAIGHT
    if code.preset in (STRAIGHT, "bentConnector2"):
        return code.preset == STRAIGHT or glued == 2
    half_way = [abs(value - FULL // 2) <= HALF_WAY_TOLERANCE for _, value in code.adjust]
    return code.preset == "bentConnector3" and glued == 2 and all(half_way)


def end_element(tag: str, glue: Glue | None, shapes: Mapping[str, tuple[int, Shape]]) -> Element | None:
    if glue is None:
        return None
    if glue.key not in shapes:
        raise ValueError(f"a connector sticks to {glue.key!r}, which is no shape of its page")
    ident, shape = shapes[glue.key]
    number = site_number(shape.geometry, glue.site)
    if number is None:
        raise ValueError(f"a connector sticks to site {glue.site} of {glue.key!r}, which has no such site")
    return el(tag, id=ident, idx=number)


def encode(points: tuple[Point, ...]) -> Encoding:
    """The preset that draws exactly these points (points on a straight part are dropped).

    Raises `ValueError` for what no preset draws: bends that aren't square, or more than five parts.
    """
    path = corners([(emu(point.x), emu(point.y)) for point in points])
    (x0, y0), (x1, y1) = path[0], path[-1]
    if len(path) == 2:
        at = Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        return Encoding(STRAIGHT, at, flip_h=x1 < x0, flip_v=y1 < y0)
    upright = path[0][0] == path[1][0]
    if len(path) > MOST_SEGMENTS + 1 or not square(path, upright):
        raise ValueError(f"no connector preset goes along {points}")
    right, down = x1 >= x0, y1 >= y0
    # Along: the direction of the first part; across: the other. Both grow towards the end.
    along = [abs(y - y0) * (1 if (y >= y0) == down else -1) for _, y in path]
    across = [abs(x - x0) * (1 if (x >= x0) == right else -1) for x, _ in path]
    if not upright:
        along, across = across, along
    width, height = along[-1], across[-1]
    if len(path) > 3:
        width = max(width, LEAST_EXTENT_EMU)
    if len(path) > 4:
        height = max(height, LEAST_EXTENT_EMU)
    bends = [
        (way[number], extent)
        for number, way, extent in ((1, along, width), (2, across, height), (3, along, width))
        if number <= len(path) - 3
    ]
    adjust = tuple(
        (f"adj{number}", round(bend * FULL / extent)) for number, (bend, extent) in enumerate(bends, 1)
    )
    name = f"bentConnector{len(path) - 1}"
    if not upright:
        at = Box(x0 if right else x0 - width, y0 if down else y0 - height, width, height)
        return Encoding(name, at, flip_h=not right, flip_v=not down, adjust=adjust)
    seen = Box(x0 if right else x0 - height, y0 if down else y0 - width, height, width)
    # A quarter turn leads down and to the left; the other ways take the flips that PowerPoint writes.
    rotation = 270 if right == down else 90
    return Encoding(name, turned(seen), right, not down, rotation, adjust)


def corners(path: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The path without repeated points and without points on the way straight ahead."""
    kept = [path[0]]
    for here in path[1:]:
        if here == kept[-1]:
            continue
        if len(kept) > 1 and straight_on(kept[-2], kept[-1], here):
            kept.pop()
        kept.append(here)
    return kept if len(kept) > 1 else [path[0], path[0]]


def straight_on(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    dx, dy, ex, ey = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
    return dx * ey == dy * ex and dx * ex + dy * ey > 0


def square(path: list[tuple[int, int]], upright: bool) -> bool:
    """Whether the parts are upright and level by turns, the first as said."""
    for a, b in pairwise(path):
        if (a[0] if upright else a[1]) != (b[0] if upright else b[1]):
            return False
        upright = not upright
    return True


def turned(at: Box) -> Box:
    """The box that covers `at` once it is turned by a quarter about its centre."""
    return Box(at.x + (at.cx - at.cy) // 2, at.y + (at.cy - at.cx) // 2, at.cy, at.cx)

"""Small parts that graphics share: free-standing captions, check marks in a disc, an open page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import (
    NO_INSETS,
    Align,
    Anchor,
    Color,
    Diamond,
    Ellipse,
    Freeform,
    Geometry,
    Item,
    Rounded,
    Shape,
    Stroke,
    Text,
    TextBody,
)
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.layout.boxes import Box, fixed
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelParagraph, set_label
from deckbuild.layout.motif import KAPPA

KAPPA_FRACTION = 0.4  # for the part of a quarter that a cap shows: near enough at a few points of height

UNIT = Size(1.0, 1.0)

ON_DISC = 0.62
"""Side of an icon on a disc, by the disc's diameter: the largest square in a circle is 0.71."""


def on_dark(context: LayoutContext) -> bool:
    """Whether the graphic stands on the theme's dark colour."""
    return context.tone.ground.hex == context.theme.role.dark.hex


def caption(
    lines: Sequence[LabelParagraph],
    rect: Rect,
    size: float,
    context: LayoutContext,
    *,
    align: Align = "left",
    anchor: Anchor = "top",
    insets: Insets = NO_INSETS,
    name: str = "",
) -> Text:
    """A label without a box in `rect`; a taller one grows downwards, so that its frame tells the truth."""
    body = set_label(lines, size, rect.width, context, align=align, anchor=anchor, insets=insets)
    return Text(replace(rect, height=max(rect.height, body.height)), body, name or plain_text(lines[0].text))


def one_line(
    line: LabelParagraph,
    size: float,
    context: LayoutContext,
    *,
    align: Align = "left",
    anchor: Anchor = "middle",
) -> TextBody:
    """A label that stays on one line whatever its box; `width` of the body says what it takes."""
    body = set_label((line,), size, 1e6, context, align=align, anchor=anchor)
    return replace(body, wrap=False)


def disc(
    rect: Rect,
    icon_name: str,
    fill: Color,
    color: Color,
    context: LayoutContext,
    *,
    alt: str = "",
    name: str = "",
    key: str = "",
) -> tuple[Item, ...]:
    """An icon on a filled circle, whose key connectors hold on to."""
    side = min(rect.width, rect.height)
    inner = side * ON_DISC
    label = name or f"Disc {icon_name}"
    return (
        Shape(
            Rect.around(rect.center, side),
            Ellipse(),
            fill,
            name=label,
            key=key,
            alt=alt,
            role="label" if alt else "decoration",
        ),
        icon(icon_name, Rect.around(rect.center, inner), color, context, pen=max(1.5, inner / 8)),
    )


def disc_box(
    icon_name: str,
    diameter: float,
    fill: Color,
    color: Color,
    context: LayoutContext,
    *,
    alt: str = "",
    name: str = "",
) -> Box:
    """An icon on a filled circle, in the middle of a larger rectangle."""
    size = Size(diameter, diameter)
    return fixed(
        size, lambda rect: disc(rect.placed(size), icon_name, fill, color, context, alt=alt, name=name)
    )


def polyline(
    points: Sequence[tuple[float, float]], stroke: Stroke, *, name: str, closed: Color | None = None
) -> Shape:
    """A line through points (x, y), as one shape; `closed` fills the area they enclose instead.

    The shape's rectangle is that of the points.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    rect = Rect.from_edges(min(xs), min(ys), max(xs), max(ys))
    steps = [("L" if index else "M", x - rect.left, y - rect.top) for index, (x, y) in enumerate(points)]
    commands: tuple[tuple[str | float, ...], ...] = (*steps, ("Z",)) if closed else tuple(steps)
    path = Freeform(Size(max(rect.width, 0.01), max(rect.height, 0.01)), commands)
    return Shape(rect, path, closed, None if closed else stroke, name=name, role="decoration")


def polygon(corners: Sequence[tuple[float, float]], size: Size = UNIT) -> Freeform:
    """An outline with these corners, in the units of `size`."""
    steps = (("L" if index else "M", x, y) for index, (x, y) in enumerate(corners))
    return Freeform(size, (*steps, ("Z",)))


def cap(rect: Rect, height: float, radius: float, color: Color, *, name: str = "Cap") -> Shape:
    """The coloured top edge of a panel: what a rounded rectangle shows of its uppermost `height` points."""
    inset = radius - math.sqrt(radius**2 - (radius - min(height, radius)) ** 2)
    side, width = radius * KAPPA_FRACTION, rect.width
    steps: tuple[tuple[str | float, ...], ...] = (
        ("M", inset, height),
        ("C", inset + side / 2, height / 2, radius - side, 0.0, radius, 0.0),
        ("L", width - radius, 0.0),
        ("C", width - radius + side, 0.0, width - inset - side / 2, height / 2, width - inset, height),
        ("Z",),
    )
    strip = Rect(rect.left, rect.top, width, height)
    return Shape(strip, Freeform(strip.size, steps), color, name=name, role="decoration")


def rounded_path(size: Size, radius: float, sites: Sequence[Point] = ()) -> Freeform:
    """A rounded rectangle with connection sites beyond the four in the middles of its sides."""
    r = min(radius, size.width / 2, size.height / 2)
    return _rounded(size, r, r, sites)


def with_sites(outline: Geometry, size: Size, sites: Sequence[Point]) -> Geometry:
    """The same outline with connection sites beyond the four in the middles of its sides."""
    match outline:
        case Rounded(radius):
            return rounded_path(size, radius, sites)
        case Diamond():
            width, height = size.width, size.height
            corners = ((width / 2, 0.0), (width, height / 2), (width / 2, height), (0.0, height / 2))
            steps = tuple(("L" if index else "M", x, y) for index, (x, y) in enumerate(corners))
            return Freeform(size, (*steps, ("Z",)), tuple(sites))
        case Freeform():
            return replace(outline, sites=tuple(sites))
        case _:
            raise ValueError(f"no sites for {outline}")


def end_cap(size: Size, radius: float) -> Freeform:
    """A block with rounded corners on its left side only: the coloured end of a panel."""
    return _rounded(size, min(radius, size.width, size.height / 2), 0)


def _rounded(size: Size, left: float, right: float, sites: Sequence[Point] = ()) -> Freeform:
    """A rectangle with corners of these radii on its sides, none where that is 0; clockwise from the top."""
    width, height = size.width, size.height
    near, far = left * (1 - KAPPA), right * (1 - KAPPA)
    top = ("C", width - far, 0.0, width, far, width, right)
    foot = ("C", width, height - far, width - far, height, width - right, height)
    steps: tuple[tuple[str | float, ...], ...] = (
        ("M", left, 0.0),
        ("L", width - right, 0.0),
        *((top,) if right else ()),
        ("L", width, height - right),
        *((foot,) if right else ()),
        ("L", left, height),
        ("C", near, height, 0.0, height - near, 0.0, height - left),
        ("L", 0.0, left),
        ("C", 0.0, near, near, 0.0, left, 0.0),
        ("Z",),
    )
    return Freeform(size, steps, tuple(sites))

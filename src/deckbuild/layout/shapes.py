"""Shapes that blocks and graphics share, so that one radius and one stroke rule the deck."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.document import Color, Fill, Preset, Shape, Stroke, TextBody
from deckbuild.geometry import Rect, Size


def rounded(size: Size, radius: float) -> Preset:
    """A rectangle with corners of `radius` points.

    The guide `adj` is the radius in 100 000ths of the shorter side, at most half of it (ECMA-376
    `presetShapeDefinitions.xml`, roundRect).
    """
    shorter = min(size.width, size.height)
    if shorter <= 0:
        return Preset("rect")
    return Preset("roundRect", (("adj", round(min(0.5, radius / shorter) * 100000)),))


def panel(
    rect: Rect,
    context: LayoutContext,
    *,
    fill: Fill = None,
    stroke: Stroke | None = None,
    body: TextBody | None = None,
    name: str = "Panel",
    key: str = "",
    alt: str = "",
    decorative: bool | None = None,
) -> Shape:
    """A rounded panel in the theme's radius; filled with the tone's panel colour unless told otherwise.

    Without text and alt text it counts as decoration.
    """
    return Shape(
        rect,
        rounded(rect.size, context.theme.shape.radius),
        fill if fill is not None or stroke is not None else context.tone.panel,
        stroke,
        body,
        name,
        key,
        alt,
        decorative if decorative is not None else body is None and not alt,
    )


def bar(rect: Rect, color: Color, name: str = "Bar") -> Shape:
    """A plain coloured strip: the edge of a card, a rule, a pill of the progress strip."""
    return Shape(rect, Preset("rect"), color, name=name, decorative=True)


def pill(rect: Rect, color: Color, name: str = "Pill") -> Shape:
    """A strip with fully rounded ends."""
    return Shape(rect, Preset("roundRect", (("adj", 50000),)), color, name=name, decorative=True)

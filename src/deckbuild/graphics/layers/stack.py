"""A layers graphic as a stack: bands, pillars, the arrows between them and the axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from deckbuild.context import LayoutContext
from deckbuild.diagrams.connect import side_point
from deckbuild.document import Connector, Freeform, Glue, Shape, Side, Stroke
from deckbuild.geometry import Point, Rect, Size
from deckbuild.graphics.layers.bands import band_box, shared_columns
from deckbuild.graphics.layers.model import LayersSpec
from deckbuild.graphics.layers.pillars import pillars_box
from deckbuild.layout.boxes import Box, Drawn, Setting, column, fixed, one_line, row
from deckbuild.layout.label import LabelParagraph

ARROW_GAP = 28.0  # between layers joined by arrows: a head, and a shaft longer than the head
PLAIN_GAP = 10.0
AXIS_GAP = 10.0  # above the axis
AXIS_AIR = 11.5  # between its arrow and the words


def stack(graphic: LayersSpec, width: float, setting: Setting) -> Box:
    """The layers, which share spare height in proportion to what they need, and the axis below them."""
    columns = shared_columns(graphic.layers, width, setting)
    layers = [
        pillars_box(layer, key, setting) if layer.pillars else band_box(layer, key, columns, setting)
        for key, layer in zip(_keys(graphic), graphic.layers, strict=True)
    ]
    if graphic.flow == "none":
        inner = column(layers, gap=PLAIN_GAP, spare="needs")
    else:
        apart = column(layers, gap=ARROW_GAP, spare="needs")
        inner = Box(apart.takes, lambda rect: _joined(graphic, apart.draw(rect), setting.context))
    return column([inner, _axis(graphic, setting)], gap=AXIS_GAP)


def _keys(graphic: LayersSpec) -> list[str]:
    return [f"{graphic.id}/layer {number}" for number in range(1, len(graphic.layers) + 1)]


def _joined(graphic: LayersSpec, drawn: Iterable[Drawn], context: LayoutContext) -> Iterator[Drawn]:
    """The layers with upright arrows between them: every pillar with what is above and below it.

    Each end is glued: to a pillar's side, to a site of its own on a band.
    """
    items = list(drawn)
    shapes = {item.key: item for item in items if isinstance(item, Shape)}
    sites: dict[str, list[Point]] = {}

    def end(shape: Shape, side: Side, x: float) -> tuple[Point, Glue]:
        point = replace(side_point(shape.rect, side), x=x)
        if not isinstance(shape.geometry, Freeform):
            return point, Glue(shape.key, side)
        own = sites.setdefault(shape.key, [])
        own.append(point.moved(-shape.rect.left, -shape.rect.top))
        return point, Glue(shape.key, len(own) - 1)

    ends = [
        [shapes[f"{key}/pillar {n}"] for n in range(1, len(layer.pillars) + 1)] or [shapes[key]]
        for key, layer in zip(_keys(graphic), graphic.layers, strict=True)
    ]
    arrows: list[Connector] = []
    for upper, lower in pairwise(ends):
        for number in range(max(len(upper), len(lower))):
            over, under = upper[min(number, len(upper) - 1)], lower[min(number, len(lower) - 1)]
            x = min(over.rect, under.rect, key=lambda rect: rect.width).center.x
            arrow = [end(over, "bottom", x), end(under, "top", x)]
            (start, leaving), (tip, entering) = arrow if graphic.flow == "down" else reversed(arrow)
            stroke = Stroke(context.tone.muted, context.theme.shape.connector)
            arrows.append(
                Connector((start, tip), stroke, leaving, entering, start_arrow=graphic.flow == "both")
            )
    for item in items:
        if isinstance(item, Shape) and isinstance(item.geometry, Freeform) and item.key in sites:
            item = replace(item, geometry=replace(item.geometry, sites=tuple(sites[item.key])))
        yield item
    yield from arrows


def _axis(graphic: LayersSpec, setting: Setting) -> Box | None:
    """The scale below: its two ends in words, an arrow between them."""
    if graphic.axis is None:
        return None
    tone, theme = setting.tone, setting.theme

    def arrow(rect: Rect) -> Iterator[Connector]:
        ends = side_point(rect, "left"), side_point(rect, "right")
        yield Connector(ends, Stroke(tone.muted, theme.shape.connector), start_arrow=True, name="Axis")

    left = one_line(LabelParagraph(graphic.axis.left, bold=True, color=tone.heading), setting)
    right = one_line(
        LabelParagraph(graphic.axis.right, bold=True, color=tone.heading), setting, align="right"
    )
    return row([left, fixed(Size(0.0, 0.0), arrow), right], ("fit", "share", "fit"), gap=AXIS_AIR)

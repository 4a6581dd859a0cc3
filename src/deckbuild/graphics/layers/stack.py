"""A layers graphic as a stack: bands, pillars, the arrows between them and the axis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, zip_longest

from deckbuild.context import LayoutContext
from deckbuild.diagrams.connect import side_point
from deckbuild.document import Connector, Freeform, Glue, Item, Shape, Side, Stroke
from deckbuild.geometry import Point, Rect, Size
from deckbuild.graphics.layers.bands import band_box, shared_columns
from deckbuild.graphics.layers.model import LayersSpec
from deckbuild.graphics.layers.pillars import pillars_box
from deckbuild.layout.boxes import Box, Setting, column, fixed, redrawn, row, words

ARROW_GAP = 28.0  # between layers joined by arrows: a head, and a shaft longer than the head
PLAIN_GAP = 10.0
AXIS_GAP = 10.0  # above the axis
AXIS_AIR = 11.5  # between its arrow and the words


def stack(graphic: LayersSpec, width: float, setting: Setting) -> Box:
    """The layers, which share spare height in proportion to what they need, and the axis below them."""
    columns = shared_columns(graphic.layers, width, setting)
    keyed = {f"{graphic.id}/layer {number}": layer for number, layer in enumerate(graphic.layers, 1)}
    layers = [
        pillars_box(layer, key, setting) if layer.pillars else band_box(layer, key, columns, setting)
        for key, layer in keyed.items()
    ]
    apart = column(layers, gap=PLAIN_GAP if graphic.flow == "none" else ARROW_GAP, spare="needs")
    joined = redrawn(apart, lambda _, items: _joined(items, list(keyed), graphic.flow, setting.context))
    return column([apart if graphic.flow == "none" else joined, _axis(graphic, setting)], gap=AXIS_GAP)


def _joined(items: Sequence[Item], keys: Sequence[str], flow: str, context: LayoutContext) -> Iterator[Item]:
    """The layers with upright arrows between them: every pillar with what is above and below it.

    Each end is glued: to a pillar's side, to a site of its own on a band.
    """
    shapes = {item.key: item for item in items if isinstance(item, Shape) and item.key}
    rows = [[each for name, each in shapes.items() if f"{name}/".startswith(f"{key}/")] for key in keys]
    sites: dict[str, list[Point]] = defaultdict(list)

    def end(shape: Shape, side: Side, x: float) -> tuple[Point, Glue]:
        point = replace(side_point(shape.rect, side), x=x)
        if not isinstance(shape.geometry, Freeform):
            return point, Glue(shape.key, side)
        own = sites[shape.key]
        own.append(point.moved(-shape.rect.left, -shape.rect.top))
        return point, Glue(shape.key, len(own) - 1)

    arrows, stroke = [], Stroke(context.tone.muted, context.theme.shape.connector)
    for upper, lower in pairwise(rows):
        for one, other in zip_longest(upper, lower):
            over, under = one or upper[-1], other or lower[-1]
            x = min(over.rect, under.rect, key=lambda rect: rect.width).center.x
            ends = [end(over, "bottom", x), end(under, "top", x)]
            (start, leaving), (tip, entering) = ends if flow == "down" else reversed(ends)
            arrows.append(Connector((start, tip), stroke, leaving, entering, start_arrow=flow == "both"))
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

    end = partial(words, setting=setting, bold=True, color=tone.heading, wrap=False)
    cells = [end(graphic.axis.left), fixed(Size(0.0, 0.0), arrow), end(graphic.axis.right, align="right")]
    return row(cells, ("fit", "share", "fit"), gap=AXIS_AIR)

"""Where the parts of a layers graphic stand: bands, pillars, the arrows between them and the axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckbuild.context import LayoutContext
from deckbuild.document import Connector, Frame, Glue, Item, Side, Stroke, Text, composed
from deckbuild.geometry import Point, Rect, Size
from deckbuild.graphics.layers.chip_band import Band, band_needs, draw_band
from deckbuild.graphics.layers.model import Layer, LayersSpec
from deckbuild.graphics.layers.pillar_cards import draw_pillars, pillar_rects, pillars_need
from deckbuild.layout.label import LabelLine
from deckbuild.layout.marks import one_line, rounded_path

ARROW_GAP = 28.0  # between layers joined by arrows: a head, and a shaft longer than the head
PLAIN_GAP = 10.0
AXIS_GAP = 10.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A layer at its place, and the boxes that arrows join: the band, or each pillar, with their keys."""

    layer: Layer
    rect: Rect
    ends: tuple[tuple[Rect, str], ...]


def lay_out_layers(graphic: LayersSpec, region: Size, size: float, context: LayoutContext) -> Frame:
    """The graphic with text at `size` points; layers grow into the region's height in proportion."""
    layers = graphic.layers
    band = Band.shared(layers, size, region.width, context)
    needs = [
        pillars_need(layer, size, region.width, context)
        if layer.pillars
        else band_needs(layer, band, size, context)
        for layer in layers
    ]
    gap = PLAIN_GAP if graphic.flow == "none" else ARROW_GAP
    axis = _axis(graphic, region.width, size, context)
    below = AXIS_GAP + axis.size.height if axis.items else 0.0
    used = sum(need.height for need in needs) + gap * (len(layers) - 1) + below
    grow = 1.0 + max(0.0, region.height - used) / sum(need.height for need in needs)
    placed: list[Placed] = []
    top = 0.0
    for index, (layer, need) in enumerate(zip(layers, needs, strict=True)):
        rect = Rect(0.0, top, region.width, need.height * grow)
        key = f"{graphic.id}/layer {index + 1}"
        ends = tuple(
            (place, f"{key}/pillar {number}")
            for number, place in enumerate(pillar_rects(layer, rect, size, context), 1)
        )
        placed.append(Placed(layer, rect, ends or ((rect, key),)))
        top = rect.bottom + gap
    items: list[Item] = []
    joints = list(_joints(placed)) if graphic.flow != "none" else []
    for place in placed:
        if place.layer.pillars:
            items += draw_pillars(place.layer, place.rect, place.ends, size, context)
        else:
            sites = tuple(
                Point(x - place.rect.left, y - place.rect.top)
                for upper, lower, x in joints
                for end, y in ((upper, upper[0].bottom), (lower, lower[0].top))
                if end == place.ends[0]
            )
            outline = rounded_path(place.rect.size, context.theme.shape.radius, sites)
            items += draw_band(place.layer, place.rect, outline, place.ends[0][1], band, size, context)
    items += _arrows(graphic, placed, joints, context)
    widest = max(region.width, *(need.width for need in needs))
    high = used + (grow - 1.0) * sum(need.height for need in needs)
    return composed(Size(widest, high), (*items, axis.at(0.0, top - gap + AXIS_GAP)))


End = tuple[Rect, str]


def _joints(placed: Sequence[Placed]) -> Iterator[tuple[End, End, float]]:
    """Which boxes of neighbouring layers arrows join, the upper one first, and at which x: every pillar with
    what is above and below it."""
    for upper, lower in pairwise(placed):
        for number in range(max(len(upper.ends), len(lower.ends))):
            over = upper.ends[min(number, len(upper.ends) - 1)]
            under = lower.ends[min(number, len(lower.ends) - 1)]
            narrow = over if over[0].width < under[0].width else under
            yield over, under, narrow[0].center.x


def _arrows(
    graphic: LayersSpec,
    placed: Sequence[Placed],
    joints: Sequence[tuple[End, End, float]],
    context: LayoutContext,
) -> Iterator[Item]:
    """Upright arrows, each glued to both of its boxes: to a pillar's side, to a band's own site."""
    stroke = Stroke(context.tone.muted, context.theme.shape.connector)
    bands = {place.ends[0][1] for place in placed if not place.layer.pillars}
    taken: dict[str, int] = {}

    def glue(end: End, side: Side) -> Glue:
        key = end[1]
        if key not in bands:
            return Glue(key, side)
        number = taken.get(key, 0)
        taken[key] = number + 1
        return Glue(key, number)

    for over, under, x in joints:
        lower = Point(x, under[0].top), glue(under, "top")
        upper = Point(x, over[0].bottom), glue(over, "bottom")
        start, end = (upper, lower) if graphic.flow == "down" else (lower, upper)
        yield Connector(
            (start[0], end[0]),
            stroke,
            start[1],
            end[1],
            start_arrow=graphic.flow == "both",
        )


def _axis(graphic: LayersSpec, width: float, size: float, context: LayoutContext) -> Frame:
    """The scale below: its two ends in words, an arrow between them."""
    if graphic.axis is None:
        return Frame(Size(0.0, 0.0))
    tone, theme = context.tone, context.theme
    left = one_line(LabelLine(graphic.axis.left, bold=True, color=tone.heading), size, context)
    right = one_line(
        LabelLine(graphic.axis.right, bold=True, color=tone.heading), size, context, align="right"
    )
    height = max(left.height, right.height)
    stroke = Stroke(tone.muted, theme.shape.connector)
    at = height / 2
    line = Connector(
        (Point(left.width + 12.0, at), Point(width - right.width - 12.0, at)),
        stroke,
        start_arrow=True,
        name="Axis",
    )
    items: tuple[Item, ...] = (
        Text(Rect(0.0, 0.0, left.width + 0.5, height), left, left.text),
        line,
        Text(Rect(width - right.width - 0.5, 0.0, right.width + 0.5, height), right, right.text),
    )
    return Frame(Size(width, height), items)

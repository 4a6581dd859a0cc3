"""What tiers in rows and tiers in columns have in common: their boxes, the gaps in them, their meters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from deckbuild.document import Color, Item, Shape, Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture.lines import label
from deckbuild.graphics.architecture.model import ArchitectureSpec, Meter, Tier
from deckbuild.graphics.architecture.phrases import Scale
from deckbuild.layout.boxes import Box, behind, fixed, over, pad
from deckbuild.layout.shapes import panel, pill

LINE_GAP = 26.0  # between parts with a line between them: room to see which way its head points
BARE_GAP = 16.0  # between tiers without
LABEL_AIR = 12.0  # what a gap needs beyond its label
METER = 8.0  # height of a meter's bar


@dataclass(frozen=True, slots=True)
class Tiers:
    """The boxes of the tiers, and the size in points that they need together.

    `places` divides a height among them: the rectangle of the first tier, of the gap after it, of the second
    tier, and so on.
    """

    boxes: Sequence[Box]
    need: Size
    places: Callable[[float], Sequence[Rect]]


def tier_box(tier: Tier, said: Box, inner: Box, room: Insets, edge: Insets, scale: Scale) -> Box:
    """A tier: `said` are its title and note, which leave `room` for its nodes; `edge` is round all."""
    theme = scale.context.theme

    def ground(rect: Rect) -> Iterator[Item]:
        fill, stroke = scale.hue(tier.color).tint, Stroke(theme.role.hairline, theme.shape.stroke)
        yield panel(rect, scale.context, fill=fill, stroke=stroke, name=tier.title or "Tier")

    content = pad(over(said, pad(inner, room)), edge)
    return behind(content, ground) if tier.boxed else content


def interleaved(tiers: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """The first tier's measure, that of the gap after it, and so on."""
    return [*chain.from_iterable(zip(tiers, gaps, strict=False)), tiers[-1]]


def ink(tier: Tier, scale: Scale) -> Color:
    """The colour of a tier's own words."""
    tint = scale.hue(tier.color).tint
    return scale.context.theme.text_on(tint) if tier.boxed else scale.context.tone.text


def slot(key: str, node: Box) -> Box:
    """The room for a node: a shape with its key in its place, since lines decide about its outline."""
    return Box(node.takes, lambda rect: (Shape(rect, key=key),))


def meter_bar(meter: Meter, tier: Tier, scale: Scale) -> Box:
    """A share of the width filled."""
    theme = scale.context.theme

    def draw(rect: Rect) -> Iterator[Item]:
        track = rect.placed(Size(rect.width, METER))
        (share,) = track.columns([max(METER, track.width * meter.share / 100)])
        yield pill(track, theme.role.background, "Whole")
        yield pill(share, scale.hue(tier.color).text, "Share")

    return fixed(Size(METER, METER), draw)


def neighbour_gap(graphic: ArchitectureSpec, tier: Tier, scale: Scale) -> float:
    """Between neighbours in a tier: enough for the lines that join them, and for their labels."""
    gap = scale.context.theme.shape.gap
    for one, other in pairwise(tier.nodes):
        for link in graphic.joining(one.id, other.id):
            words = label(link, scale).natural if link.speaks else Size(0.0, 0.0)
            down = graphic.direction == "down"
            gap = max(gap, words.width + LABEL_AIR if down else words.height + LABEL_AIR / 2, LINE_GAP * 0.75)
    return gap

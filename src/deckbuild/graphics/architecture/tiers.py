"""What tiers in rows and tiers in columns have in common: their boxes, the gaps in them, their meters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import TypeVar

from deckbuild.document import Color, Item, Shape, Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture.lines import label
from deckbuild.graphics.architecture.model import ArchitectureSpec, Tier
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase
from deckbuild.layout.boxes import EMPTY, Box, behind, fixed, over, pad, space
from deckbuild.layout.shapes import panel, pill

T = TypeVar("T")

LINE_GAP = 26.0  # between parts with a line between them: room to see which way its head points
BARE_GAP = 16.0  # between tiers without
LABEL_AIR = 12.0  # what a gap needs beyond its label
METER = 8.0  # height of a meter's bar


def tier_box(tier: Tier, said: Box, inner: Box, room: Insets, edge: Insets, scale: Scale) -> Box:
    """A tier: `said` are its title and note, which leave `room` for its nodes; `edge` is round all."""
    theme = scale.context.theme

    def ground(rect: Rect) -> Iterator[Item]:
        fill, stroke = scale.hue(tier.color).tint, Stroke(theme.role.hairline, theme.shape.stroke)
        yield panel(rect, scale.context, fill=fill, stroke=stroke, name=tier.title or "Tier")

    content = pad(over(said, pad(inner, room)), edge)
    return behind(content, ground) if tier.boxed else content


def interleaved(tiers: Sequence[T], gaps: Sequence[T]) -> list[T]:
    """What belongs to the first tier, to the gap after it, to the second tier, and so on."""
    return [*chain.from_iterable(zip(tiers, gaps, strict=False)), tiers[-1]]


def ink(tier: Tier, scale: Scale) -> Color:
    """The colour of a tier's own words."""
    tint = scale.hue(tier.color).tint
    return scale.context.theme.text_on(tint) if tier.boxed else scale.context.tone.text


def slot(key: str, inner: Box) -> Box:
    """The room for a box: a shape with its key in its place, since lines decide about what is drawn."""
    return Box(inner.takes, lambda rect: (Shape(rect, key=key),))


def gap_slot(index: int, height: float = 0.0) -> Box:
    """The room between tier `index` and the next, under a key that no node has."""
    return slot(gap_key(index), space(height=height))


def gap_key(index: int) -> str:
    return f"gap/{index}"


def meter(tier: Tier, scale: Scale, arranged: Callable[[Box, Box], Box]) -> Box:
    """The tier's meter, its words and its bar as `arranged`."""
    if tier.meter is None:
        return EMPTY
    share = tier.meter.share

    def draw(rect: Rect) -> Iterator[Item]:
        track = rect.placed(Size(rect.width, METER))
        yield pill(track, scale.theme.role.background, "Whole")
        filled = replace(track, width=max(METER, track.width * share / 100))
        yield pill(filled, scale.hue(tier.color).text, "Share")

    words = phrase(tier.meter.label, None, ink(tier, scale), scale, bold=True)
    return pad(arranged(words, fixed(Size(METER, METER), draw)), Insets(top=GAP))


def neighbour_gap(graphic: ArchitectureSpec, tier: Tier, scale: Scale) -> float:
    """Between neighbours in a tier: enough for the lines that join them, and for their labels."""
    gap = scale.context.theme.shape.gap
    for one, other in pairwise(tier.nodes):
        for link in graphic.joining(one.id, other.id):
            words = label(link, scale).natural if link.speaks else Size(0.0, 0.0)
            down = graphic.direction == "down"
            gap = max(gap, words.width + LABEL_AIR if down else words.height + LABEL_AIR / 2, LINE_GAP * 0.75)
    return gap

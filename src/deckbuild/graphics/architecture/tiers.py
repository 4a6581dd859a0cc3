"""What tiers in rows and tiers in columns have in common: words, boxes, gaps, meters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import TypeVar

from deckbuild.document import Color, Item, Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture.lines import label
from deckbuild.graphics.architecture.model import ArchitectureSpec, Tier
from deckbuild.graphics.architecture.phrases import Scale, phrase
from deckbuild.layout.boxes import EMPTY, Box, fixed, pad, slot, space
from deckbuild.layout.marked import GAP
from deckbuild.layout.shapes import on_panel, pill

T = TypeVar("T")

LINE_GAP = 26.0  # between parts with a line between them: room to see which way its head points
BARE_GAP = 16.0  # between tiers without
LABEL_AIR = 12.0  # what a gap needs beyond its label
METER = 8.0  # height of a meter's bar


def words(tier: Tier, scale: Scale, *, stacked: bool) -> tuple[Box, Box]:
    """The tier's title and its note, `stacked` with their icons above them."""
    ink, mark = _ink(tier, scale), scale.hue(tier.color).text
    title = phrase(tier.title, tier.icon, scale, ink, stacked=stacked, mark=mark)
    note = phrase(tier.note, tier.note_icon, scale, ink, bold=False, stacked=stacked, mark=mark)
    return title if tier.title or tier.icon else EMPTY, note if tier.note else EMPTY


def tier_box(tier: Tier, content: Box, edge: Insets, scale: Scale) -> Box:
    """A tier's content with `edge` round it, on a panel if it has a title, an icon or a note."""
    inner, stroke = pad(content, edge), Stroke(scale.theme.role.hairline, scale.theme.shape.stroke)
    if not tier.boxed:
        return inner
    fill = scale.hue(tier.color).tint
    return on_panel(inner, scale.context, fill=fill, stroke=stroke, name=tier.title or "Tier")


def interleaved(tiers: Sequence[T], gaps: Sequence[T]) -> list[T]:
    """What belongs to the first tier, to the gap after it, to the second tier, and so on."""
    return [*chain.from_iterable(zip(tiers, gaps, strict=False)), tiers[-1]]


def _ink(tier: Tier, scale: Scale) -> Color:
    """The colour of a tier's own words."""
    return scale.theme.text_on(scale.hue(tier.color).tint) if tier.boxed else scale.tone.text


def gap_slot(index: int, height: float = 0.0) -> Box:
    """The room between tier `index` and the next, under a key that no node has."""
    return slot(gap_key(index), space(height=height))


def gap_key(index: int) -> str:
    return f"gap/{index}"


def meter(tier: Tier, scale: Scale, arranged: Callable[[Box, Box], Box]) -> Box:
    """The tier's meter, its words and its bar as `arranged`."""
    if tier.meter is None:
        return EMPTY
    filled = tier.meter.share / 100

    def draw(rect: Rect) -> Iterator[Item]:
        track = rect.placed(Size(rect.width, METER))
        yield pill(track, scale.theme.role.background, "Whole")
        share = replace(track, width=max(METER, track.width * filled))
        yield pill(share, scale.hue(tier.color).text, "Share")

    said = phrase(tier.meter.label, None, scale, _ink(tier, scale))
    return pad(arranged(said, fixed(Size(METER, METER), draw)), Insets(top=GAP))


def neighbour_gap(graphic: ArchitectureSpec, tier: Tier, scale: Scale) -> float:
    """Between neighbours in a tier: enough for the lines that join them, and for their labels."""
    links = [link for one, other in pairwise(tier.nodes) for link in graphic.links([one], [other])]
    sizes = [label(link, scale).natural for link in links if link.speaks]
    down = graphic.direction == "down"
    room = [size.width + LABEL_AIR if down else size.height + LABEL_AIR / 2 for size in sizes]
    return max([scale.theme.shape.gap, LINE_GAP * 0.75 if links else 0.0, *room])

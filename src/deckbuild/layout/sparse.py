"""Few words on a page: set large and airy in the middle of a panel, or on a card for each point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block
from deckbuild.document import Frame
from deckbuild.geometry import OPTICAL, Insets, Rect
from deckbuild.layout.arrangement import Area, Arrangement
from deckbuild.layout.cards import PADDING, SPARSE, airy, card, cards_in_step
from deckbuild.layout.flow import flowing
from deckbuild.layout.stack import stack
from deckbuild.layout.text_area import main_points

MOST_CARDS = 3


def arrange_few(blocks: Sequence[Block], zone: Rect, context: LayoutContext) -> Arrangement | None:
    """The blocks composed for a page that they leave empty; None if they fill it, or if one of them would.

    Words stand on panels that share the height which the other blocks leave.
    """
    at = context.at(context.theme.type.body.max)
    drawn = [block for block in blocks if block.shown_in is None]
    points = main_points(drawn)
    if 2 <= len(points) <= MOST_CARDS and all(point[0].heading is not None for point in points):
        cards = cards_in_step(points, zone.size, at)
        if cards is not None:
            return Arrangement("cards", (Area(zone, cards, at.body_size),))
    if not drawn or any(block.grows for block in drawn):
        return None
    parts = [
        _part(list(group), words, zone, at)
        for words, group in groupby(drawn, lambda block: _flows(block, zone, at))
    ]
    words = [part for part in parts if part.words]
    gap = context.theme.grid.gutter
    if not words or sum(part.frame.size.height for part in parts) + gap * len(parts) > zone.height * SPARSE:
        return None
    needed = [part.frame.size.height + (2 * PADDING if part.words else 0.0) for part in parts]
    share = (zone.height - sum(needed) - gap * (len(parts) - 1)) / len(words)
    if share < 0:
        return None
    heights = [each + (share if part.words else 0.0) for each, part in zip(needed, parts, strict=True)]
    placed = [_placed(part, place, at) for part, place in zip(parts, zone.rows(heights, gap), strict=True)]
    text = next(text for _, text in placed if text is not None)
    return Arrangement("few words", tuple(area for area, _ in placed), text)


@dataclass(frozen=True, slots=True)
class _Part:
    """Neighbouring blocks laid out: flowing words, or something else."""

    frame: Frame
    words: bool


def _flows(block: Block, zone: Rect, context: LayoutContext) -> bool:
    return flowing(stack([block], zone.size, context)) is not None


def _part(blocks: Sequence[Block], words: bool, zone: Rect, context: LayoutContext) -> _Part:
    frame = stack(blocks, (_inside(zone) if words else zone).size, context)
    return _Part(frame, words and flowing(frame) is not None)


def _placed(part: _Part, place: Rect, context: LayoutContext) -> tuple[Area, Rect | None]:
    """A part at its place, and where its text stands: words a little above the middle of a panel."""
    if not part.words:
        return Area(place, part.frame, context.body_size), None
    frame = airy(part.frame, place.height, context) or part.frame
    inner = _inside(place)
    top = max(0.0, inner.height - frame.size.height) * OPTICAL
    text = Rect(inner.left, inner.top + top, inner.width, inner.height - top)
    made = card(frame.at(text.left - place.left, text.top - place.top), place.size, context)
    return Area(place, made, context.body_size), text


def _inside(zone: Rect) -> Rect:
    return zone.inset(Insets.all(PADDING))

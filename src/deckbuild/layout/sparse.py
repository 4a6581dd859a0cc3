"""Few words on a page: set large and airy in the middle of a panel, or on a card for each point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block
from deckbuild.document import Frame, PlacedFrame, composed
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.arrangement import Area, Arrangement
from deckbuild.layout.flow import flowing
from deckbuild.layout.marks import cap
from deckbuild.layout.shapes import panel
from deckbuild.layout.stack import stack
from deckbuild.layout.text_area import main_points

SPARSE = 0.5
"""Of the zone's height: what fills less of it at the largest size is few words."""

PADDING = 36.0  # points between the panel's edge and its words: six baseline steps

OPTICAL = 0.42
"""Of the height that is free: what stands above words that look as if they stood in the middle."""

AIR = 0.9
"""Of the body size: how far apart paragraphs are moved at most where there is room."""

AIRED = 0.64
"""Of the region's height: what words that were moved apart fill at most."""

MOST_CARDS = 3


def arrange_few(blocks: Sequence[Block], zone: Rect, context: LayoutContext) -> Arrangement | None:
    """The blocks composed for a page that they leave empty; None if they fill it, or if one of them would.

    Words stand on panels that share the height which the other blocks leave.
    """
    at = context.at(context.theme.type.body.max)
    drawn = [block for block in blocks if block.shown_in is None]
    points = main_points(drawn)
    if 2 <= len(points) <= MOST_CARDS and all(point[0].heading is not None for point in points):
        cards = _cards(points, zone, at)
        if cards is not None:
            return cards
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
    return _card(frame.at(text.left - place.left, text.top - place.top), place, context), text


def _inside(zone: Rect) -> Rect:
    return zone.inset(Insets.all(PADDING))


def _cards(points: Sequence[Sequence[Block]], zone: Rect, context: LayoutContext) -> Arrangement | None:
    """A card for each point, as wide and high as each other, their words in step."""
    gap = context.theme.grid.gutter
    width = (zone.width - gap * (len(points) - 1)) / len(points)
    padding = Insets.all(PADDING / 2)
    inner = Rect(0.0, 0.0, width, zone.height).inset(padding)
    frames = [airy(stack(point, inner.size, context), zone.height, context) for point in points]
    found = [frame for frame in frames if frame is not None and frame.size.width <= inner.width]
    if len(found) < len(points):
        return None
    top = (zone.height - max(frame.size.height for frame in found)) * OPTICAL
    places = zone.columns([width] * len(points), gap)
    areas = [
        _card(frame.at(inner.left, top), place, context) for frame, place in zip(found, places, strict=True)
    ]
    return Arrangement("cards", tuple(areas))


def _card(words: PlacedFrame, rect: Rect, context: LayoutContext) -> Area:
    """Words on a panel with a coloured top edge, as the cards of graphics have it."""
    theme, whole = context.theme, Rect.of_size(rect.size)
    parts = (
        panel(whole, context, fill=context.tone.panel, name="Card", decorative=True),
        cap(whole, theme.shape.bar, theme.shape.radius, theme.role.primary, name="Card edge"),
        words,
    )
    return Area(rect, composed(rect.size, parts), context.body_size)


def airy(frame: Frame, height: float, context: LayoutContext) -> Frame | None:
    """A frame of nothing but flowing text that leaves a region `height` points high empty, its paragraphs
    moved apart; None if it isn't such a frame."""
    text = flowing(frame)
    if text is None or frame.size.height > height * SPARSE:
        return None
    first, *others = text.body.paragraphs
    free = height * AIRED - frame.size.height
    more = min(AIR * context.body_size, free / max(1, len(others)))
    moved = (first, *(replace(each, space_before=each.space_before + more) for each in others))
    body = replace(text.body, paragraphs=moved)
    aired = replace(text, rect=replace(text.rect, height=body.height), body=body)
    return Frame(Size(frame.size.width, body.height), (aired,), frame.diagnostics)

"""Few words on cards: in the middle of a panel, moved apart; several in step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block
from deckbuild.document import Frame, PlacedFrame, composed
from deckbuild.geometry import OPTICAL, Insets, Rect, Size
from deckbuild.layout.columns import column_widths
from deckbuild.layout.flow import flowing
from deckbuild.layout.marks import cap
from deckbuild.layout.shapes import panel
from deckbuild.layout.stack import stack

SPARSE = 0.62
"""Of the zone's height: what fills less of it at the largest size is few words."""

PADDING = 36.0  # points between the panel's edge and its words: twice that of a card in a summary

AIR = 0.9
"""Of the body size: how far apart paragraphs are moved at most where there is room."""

AIRED = 0.64
"""Of the region's height: what words that were moved apart fill at most."""


def card(words: PlacedFrame, size: Size, context: LayoutContext) -> Frame:
    """Words on a panel with a coloured top edge, as the cards of graphics have it."""
    theme, whole = context.theme, Rect.of_size(size)
    parts = (
        panel(whole, context, fill=context.tone.panel, name="Card", role="decoration"),
        cap(whole, theme.shape.bar, theme.shape.radius, theme.role.primary, name="Card edge"),
        words,
    )
    return composed(size, parts)


def cards_in_step(
    columns: Sequence[Sequence[Block]],
    region: Size,
    context: LayoutContext,
    weights: Sequence[float] | None = None,
    least: float | Sequence[float] = 0.0,
) -> Frame | None:
    """A card for each column, as high as the region, their words in step; None where one is more than words,
    or more of them than leaves its card empty."""
    gap, padding = context.theme.grid.gutter, Insets.all(PADDING / 2)
    widths = column_widths(region.width, gap, weights or [1.0] * len(columns), least)
    whole = Rect.of_size(region)
    places = whole.columns(widths[::-1] if context.rtl else widths, gap)
    if context.rtl:
        places = places[::-1]
    frames = []
    for blocks, place in zip(columns, places, strict=True):
        inner = Rect.of_size(place.size).inset(padding)
        frame = airy(stack(blocks, inner.size, context), region.height, context)
        if frame is None or frame.size.width > inner.width:
            return None
        frames.append(frame)
    top = (region.height - max(frame.size.height for frame in frames)) * OPTICAL
    cards = [
        card(frame.at(padding.left, top), place.size, context).at(place.left, place.top)
        for frame, place in zip(frames, places, strict=True)
    ]
    return composed(region, cards)


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

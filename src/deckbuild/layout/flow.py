"""Flowing text: paragraphs that may join their neighbours in one text frame."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block
from deckbuild.diagnostics import Span
from deckbuild.document import Frame, Paragraph, Run, Text, TextBody, TextStyle
from deckbuild.geometry import Rect, Size
from deckbuild.layout.inline import inline_runs

# Distances as fractions of the body size, so that the rhythm scales with the text.
PARAGRAPH_GAP = 0.4
ITEM_GAP = 0.25
HEADING_GAP = 0.2  # below a heading: it belongs to what follows
POINT_GAP = 0.8  # above a main point
BLOCK_GAP = 0.5


def body_style(context: LayoutContext) -> TextStyle:
    """Body text at the size being tried, in the ground's text colour."""
    return context.theme.type.body.at(context.body_size, context.tone.text)


def heading_style(context: LayoutContext) -> TextStyle:
    """The heading of a main point."""
    return context.theme.type.heading.at(context.heading_size, context.tone.heading)


def flow(paragraphs: Iterable[Paragraph], width: float, span: Span) -> Frame:
    """A frame of nothing but paragraphs, `width` points wide and as high as they need; its size is wider
    where a word is."""
    body = TextBody(tuple(paragraphs))
    text = Text(Rect(0, 0, width, body.height), body, span=span, role="body")
    return Frame(Size(max(width, body.width), body.height), (text,))


def flowing(frame: Frame) -> Text | None:
    """The text of a frame that `flow` made, else None."""
    if len(frame.items) != 1:
        return None
    (only,) = frame.items
    return only if isinstance(only, Text) and only.role == "body" else None


def heading_runs(block: Block, context: LayoutContext) -> tuple[Run, ...]:
    """The block's heading in its style; nothing for a block without."""
    return inline_runs(block.heading, heading_style(context), context) if block.heading else ()


def heading(block: Block, width: float, context: LayoutContext) -> Frame | None:
    """The block's heading as flowing text, if it has one."""
    if block.heading is None:
        return None
    paragraph = context.typesetter.paragraph(
        heading_runs(block, context), width, space_after=HEADING_GAP * context.body_size
    )
    return flow([paragraph], width, block.span)

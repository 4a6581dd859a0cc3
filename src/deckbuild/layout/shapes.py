"""Shapes that blocks and graphics share, so that one radius and one stroke rule the deck."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.document import (
    NO_INSETS,
    Align,
    Anchor,
    Color,
    Fill,
    Role,
    Rounded,
    Shape,
    Stroke,
    Text,
    TextBody,
)
from deckbuild.geometry import Insets, Rect
from deckbuild.layout.boxes import VAST, Box, Drawn, Painter, Setting, behind, text
from deckbuild.layout.label import LabelParagraph

ROUND_ENDS = Rounded(VAST)  # an outline has no larger radius than half of its shorter side


def panel(
    rect: Rect,
    context: LayoutContext,
    *,
    fill: Fill = None,
    stroke: Stroke | None = None,
    body: TextBody | None = None,
    name: str = "Panel",
    key: str = "",
    alt: str = "",
    role: Role | None = None,
) -> Shape:
    """A rounded panel in the theme's radius; filled with the tone's panel colour unless told otherwise.

    Without text, alternative text and a role of its own it is decoration.
    """
    return Shape(
        rect,
        Rounded(context.theme.shape.radius),
        fill if fill is not None or stroke is not None else context.tone.panel,
        stroke,
        body,
        name,
        key,
        alt,
        role=role or ("decoration" if body is None and not alt else "label"),
    )


def on_panel(
    inner: Box,
    context: LayoutContext,
    *,
    fill: Fill = None,
    stroke: Stroke | None = None,
    name: str = "Panel",
    key: str = "",
) -> Box:
    """The box with a panel behind it."""
    return behind(inner, lambda rect: (panel(rect, context, fill=fill, stroke=stroke, name=name, key=key),))


def words_on(
    ground: Callable[..., Shape],
    lines: Sequence[LabelParagraph],
    setting: Setting,
    *,
    align: Align = "center",
    anchor: Anchor = "middle",
    insets: Insets = NO_INSETS,
    mark: Painter = lambda _: (),
) -> Box:
    """Words on a shape, and what `mark` paints over it. `ground(rect, body=...)` makes the shape."""

    def draw(rect: Rect, body: TextBody) -> Iterator[Drawn]:
        yield ground(rect, body=body)
        yield from mark(rect)

    return text(lines, setting, align=align, anchor=anchor, insets=insets, draw=draw)


def in_panel(
    inner: Box,
    context: LayoutContext,
    *,
    fill: Fill = None,
    stroke: Stroke | None = None,
    name: str = "Panel",
    key: str = "",
) -> Box:
    """The box in a panel that holds its first words as its own text, so that these move with it."""

    def draw(rect: Rect) -> Iterator[Drawn]:
        items = list(inner.draw(rect))
        words = next(item for item in items if isinstance(item, Text))
        insets = Insets(
            words.rect.top - rect.top, rect.right - words.rect.right, 0.0, words.rect.left - rect.left
        )
        body = replace(words.body, insets=insets)
        yield panel(rect, context, fill=fill, stroke=stroke, body=body, name=name, key=key)
        yield from (item for item in items if item is not words)

    return Box(inner.takes, draw)


def bar(rect: Rect, color: Color, name: str = "Bar") -> Shape:
    """A plain coloured strip: the edge of a card, a rule, a pill of the progress strip."""
    return Shape(rect, fill=color, name=name, role="decoration")


def pill(rect: Rect, color: Color, name: str = "Pill") -> Shape:
    """A strip with fully rounded ends."""
    return Shape(rect, Rounded(min(rect.width, rect.height) / 2), color, name=name, role="decoration")

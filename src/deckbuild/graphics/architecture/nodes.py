"""The nodes of an architecture: a box with icon and label, its items in a row, its stores below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.document import Color, Ellipse, Item, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture import model
from deckbuild.graphics.architecture.phrases import Scale, phrase
from deckbuild.layout.boxes import (
    SLACK,
    Box,
    airy,
    aligned,
    at_least,
    column,
    fixed,
    for_size,
    pad,
    row,
    stretched,
    text,
    weighted,
)
from deckbuild.layout.icons import icon, icon_width, symbol_box
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marked import GAP, headed
from deckbuild.layout.shapes import in_panel, panel
from deckbuild.theme import Series

TALL = 1.4  # a bare node this many times as high as wide carries its icon above its label
NARROW = 130.0  # points: so does one that is narrower, where the words beside it would break too often
HEAD_ICON = 1.2  # of a small icon, the one that heads a card
AIR = 4.0  # above and below the words on a pill
PILL_LEAD = GAP * 0.75  # between a pill's icon and its words
LINE_GAP = 0.2  # between the lines of a store, per point of size
NOTE_ICON = "circle-check"


def component(node: model.Component, hue: Series, scale: Scale, columns: Sequence[float], gap: float) -> Box:
    """A node: its head, its items in a row, its stores below each other.

    Items stand in line with `columns`, which share the node's width by weight, `gap` points apart; without
    them they share the width inside. Spare height goes to the stores; without any, the content stands in the
    middle.
    """
    theme = scale.theme
    fill = hue.tint if node.highlight or node.letter else theme.role.background
    inside = theme.role.background if node.highlight else hue.tint
    ink = theme.text_on(fill)
    details = [LabelParagraph(line, color=ink) for line in node.details]
    label = [LabelParagraph(node.label, True, ink), *details]
    side = scale.small * HEAD_ICON if node.stores or node.letter else scale.icon
    symbol = symbol_box(node.icon, side, hue.text, scale.context)
    mark = _disc(node.letter, side, hue, scale) if node.letter else symbol
    sides = Insets.symmetric(scale.pad, 0.0)
    pills = [_pill(item, scale.hue(item.color) if item.color else hue, scale) for item in node.items]
    items = (weighted(pills, columns, gap=gap) if columns else pad(row(pills), sides)) if pills else None
    stores = [pad(stretched(_store(each, inside, hue, scale)), sides) for each in node.stores]
    bare = not (stores or pills or node.letter)

    def composed(size: Size) -> Box:
        tall = bare and (size.height > size.width * TALL or size.width < NARROW)
        width = size.width - sides.horizontal
        head, _ = headed(label, mark, width, scale, tall=tall, at="center" if node.letter else "left")
        parts = [pad(head, sides), items, *stores]
        return _padded(column(parts, gap=GAP, spare="boxes" if stores else "around"), scale)

    stroke, key = Stroke(hue.text, theme.shape.stroke), scale.key(node.id)
    return in_panel(for_size(composed), scale.context, fill=fill, stroke=stroke, name=node.label, key=key)


def _padded(inner: Box, scale: Scale) -> Box:
    return pad(inner, Insets.symmetric(0.0, scale.tight))


def _store(part: model.Store, fill: Color, hue: Series, scale: Scale) -> Box:
    """A panel inside a node: icon and name, its lines, and the closing note at its foot.

    A bare store has its name in its middle; one with lines starts at its top.
    """
    ink = scale.theme.text_on(fill)
    sides = Insets.symmetric(scale.tight, 0.0)
    bare = not (part.lines or part.note)
    name = [LabelParagraph(part.label, True, ink)]
    said = [LabelParagraph(line, color=ink, gap=LINE_GAP) for line in part.lines]
    note = phrase(part.note, NOTE_ICON, scale, hue.text) if part.note else None
    foot = stretched(aligned(pad(note, replace(sides, top=GAP)), None, 1.0)) if note else None

    def lines(rect: Rect, body: TextBody) -> Iterator[Item]:
        yield Shape(rect, body=body, name=f"{part.label}: lines")

    def composed(size: Size) -> Box:
        tall = bare and size.height > size.width * TALL
        mark = symbol_box(part.icon, scale.icon if tall else scale.small * HEAD_ICON, hue.text, scale.context)
        head, above = headed(name, mark, size.width - sides.horizontal, scale, tall=tall, at="left")
        under = text(said, scale, align="center" if above else "left", insets=sides, draw=lines)
        parts = [pad(head, sides), pad(under, Insets(top=GAP / 2)) if said else None, foot]
        return _padded(column(parts, spare="around" if bare else "boxes"), scale)

    return in_panel(for_size(composed), scale.context, fill=fill, name=part.label)


def _pill(item: model.Item, hue: Series, scale: Scale) -> Box:
    """An item as a pill as wide as its words, in the middle of its rectangle."""
    size = Size(icon_width(item.icon, scale.small) if item.icon else 0.0, scale.small)
    lead = size.width + PILL_LEAD if item.icon else 0.0

    def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
        stroke = Stroke(hue.text, scale.theme.shape.stroke)
        yield panel(rect, scale.context, fill=hue.tint, stroke=stroke, body=body, name=item.label)
        if item.icon:
            yield icon(item.icon, rect.placed(size, 0.0).moved(GAP, 0.0), hue.text, scale.context)

    words = text(
        [LabelParagraph(item.label, color=scale.theme.text_on(hue.tint))],
        scale,
        align="left" if item.icon else "center",
        anchor="middle",
        insets=Insets(AIR, GAP, AIR, GAP + lead),
        draw=draw,
    )
    pill = at_least(airy(words, width=SLACK), height=scale.small + AIR)
    return pad(aligned(pill, 0.5), Insets.symmetric(GAP / 2, 0.0))


def _disc(letter: str, side: float, hue: Series, scale: Scale) -> Box:
    body = scale.body([LabelParagraph(letter, True, scale.theme.text_on(hue.fill))], side)
    size, name = Size(side, side), f"Letter {letter}"
    disc = Shape(Rect.of_size(size), Ellipse(), hue.fill, body=body, name=name, role="decoration")
    return fixed(size, lambda rect: (replace(disc, rect=rect.placed(size)),))

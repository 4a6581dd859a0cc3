"""The nodes of an architecture: a box with icon and label, its items in a row, its stores below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.document import Align, Color, Ellipse, Item, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture import model
from deckbuild.graphics.architecture.phrases import (
    GAP,
    Scale,
    for_shape,
    headed,
    in_shape,
    phrase,
    symbol_box,
    weighted,
)
from deckbuild.layout.boxes import (
    SLACK,
    Box,
    airy,
    aligned,
    at_least,
    column,
    fixed,
    pad,
    row,
    stretched,
    text,
)
from deckbuild.layout.icons import icon, icon_width
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.shapes import panel
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
    theme = scale.context.theme
    fill = hue.tint if node.highlight or node.letter else theme.role.background
    inside = theme.role.background if node.highlight else hue.tint
    ink = theme.text_on(fill)
    label = [
        LabelParagraph(node.label, True, ink),
        *(LabelParagraph(line, color=ink) for line in node.details),
    ]
    side = scale.small * HEAD_ICON if node.stores or node.letter else scale.icon
    letter = _disc(node.letter, side, hue, scale) if node.letter else None
    mark = letter or symbol_box(node.icon, side, hue.text, scale)
    sides = Insets.symmetric(scale.pad, 0.0)
    pills = [_pill(item, scale.hue(item.color) if item.color else hue, scale) for item in node.items]
    stores = [pad(stretched(_store(each, inside, hue, scale)), sides) for each in node.stores]
    items = weighted(pills, columns, gap) if columns else pad(row(pills), sides) if pills else None
    bare = not (stores or pills or node.letter)

    def shape(rect: Rect, body: TextBody) -> Shape:
        stroke, key = Stroke(hue.text, theme.shape.stroke), scale.key(node.id)
        return panel(rect, scale.context, fill=fill, stroke=stroke, body=body, name=node.label, key=key)

    def composed(size: Size) -> Box:
        tall = bare and (size.height > size.width * TALL or size.width < NARROW)
        align: Align = "center" if node.letter else "left"
        head, _ = headed(label, mark, size.width - 2 * scale.pad, scale, tall=tall, align=align)
        parts = [pad(head, sides), items, *stores]
        content = column(parts, gap=GAP, spare="boxes" if stores else "around")
        return in_shape(pad(content, Insets.symmetric(0.0, scale.tight)), shape)

    return for_shape(composed)


def _store(part: model.Store, fill: Color, hue: Series, scale: Scale) -> Box:
    """A panel inside a node: icon and name, its lines, and the closing note at its foot.

    A bare store has its name in its middle; one with lines starts at its top.
    """
    ink = scale.context.theme.text_on(fill)
    sides = Insets.symmetric(scale.tight, 0.0)
    bare = not part.lines and not part.note
    foot = None
    if part.note:
        note = phrase(part.note, NOTE_ICON, hue.text, scale, bold=True)
        foot = stretched(aligned(pad(note, replace(sides, top=GAP)), None, 1.0))
    said = [LabelParagraph(line, color=ink, gap=LINE_GAP) for line in part.lines]

    def lines(rect: Rect, body: TextBody) -> Iterator[Item]:
        yield Shape(rect, body=body, name=f"{part.label}: lines")

    def shape(rect: Rect, body: TextBody) -> Shape:
        return panel(rect, scale.context, fill=fill, body=body, name=part.label)

    def composed(size: Size) -> Box:
        tall = bool(part.icon) and bare and size.height > size.width * TALL
        side = scale.icon if tall else scale.small * HEAD_ICON
        mark = symbol_box(part.icon, side, hue.text, scale)
        name = [LabelParagraph(part.label, True, ink)]
        head, above = headed(name, mark, size.width - sides.horizontal, scale, tall=tall, align="left")
        align: Align = "center" if above else "left"
        under = text(said, scale, align=align, insets=sides, draw=lines)
        parts = [pad(head, sides), pad(under, Insets(top=GAP / 2)) if said else None, foot]
        content = column(parts, spare="around" if bare else "boxes")
        return in_shape(pad(content, Insets.symmetric(0.0, scale.tight)), shape)

    return for_shape(composed)


def _pill(item: model.Item, hue: Series, scale: Scale) -> Box:
    """An item as a pill as wide as its words, in the middle of its rectangle."""
    theme = scale.context.theme
    lead = icon_width(item.icon, scale.small) + PILL_LEAD if item.icon else 0.0

    def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
        stroke = Stroke(hue.text, theme.shape.stroke)
        yield panel(rect, scale.context, fill=hue.tint, stroke=stroke, body=body, name=item.label)
        if item.icon:
            (mark,) = rect.inset(Insets(left=GAP)).columns([lead - PILL_LEAD])
            yield icon(item.icon, mark, hue.text, scale.context)

    words = text(
        [LabelParagraph(item.label, color=theme.text_on(hue.tint))],
        scale,
        align="left" if item.icon else "center",
        anchor="middle",
        insets=Insets(AIR, GAP, AIR, GAP + lead),
        draw=draw,
    )
    pill = at_least(airy(words, width=SLACK), height=scale.small + AIR)
    return pad(aligned(pill, 0.5), Insets.symmetric(GAP / 2, 0.0))


def _disc(letter: str, side: float, hue: Series, scale: Scale) -> Box:
    size = Size(side, side)

    def draw(rect: Rect) -> Iterator[Item]:
        ink = scale.context.theme.text_on(hue.fill)
        body = scale.body([LabelParagraph(letter, True, ink)], side)
        place = rect.placed(size)
        yield Shape(place, Ellipse(), hue.fill, body=body, name=f"Letter {letter}", decorative=True)

    return fixed(size, draw)

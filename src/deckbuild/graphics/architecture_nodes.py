"""The nodes of an architecture: a box with icon and label, its items in a row, its stores below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.document import Color, Geometry, Item, Preset, Shape, Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics import architecture_spec as spec
from deckbuild.graphics.architecture_parts import GAP, Headed, Part, Scale, headed, phrase, phrase_size, pill
from deckbuild.graphics.connect import End
from deckbuild.graphics.icons import icon, icon_width
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.shapes import rounded
from deckbuild.theme import Series

TALL = 1.4  # a bare node this many times as high as wide carries its icon above its label
LINE_GAP = 0.2  # between the lines of a store, per point of size
NOTE_ICON = "circle-check"


def component(
    node: spec.Component,
    rect: Rect,
    hue: Series,
    scale: Scale,
    *,
    cells: Sequence[Rect] = (),
    geometry: Geometry | None = None,
) -> Part:
    """A node with its items, each in the middle of one of `cells`.

    `geometry` is the outline if it isn't the theme's rounded box. A node without a box is joined at its items.
    """
    theme = scale.context.theme
    pad = scale.pad if node.boxed else 0.0
    tight = scale.tight if node.boxed else 0.0
    fill = (hue.tint if node.highlight else theme.role.background) if node.boxed else None
    inner = Rect(rect.left + pad, rect.top + tight, rect.width - 2 * pad, max(0.0, rect.height - 2 * tight))
    head = _head(node, rect, fill, scale)
    inside = theme.role.background if node.highlight else hue.tint
    stores = [_store(each, replace(inner, height=0.0), inside, hue, scale).need for each in node.stores]
    pills = [
        pill(item, cell, scale.hue(item.color) if item.color else hue, scale)
        for item, cell in zip(node.items, cells, strict=True)
    ]
    row = max((each.need.height for each in pills), default=0.0)
    below = sum(need.height + GAP for need in stores) + (row + GAP if row else 0.0)
    need = tight * 2 + head.size.height + below
    spare = max(0.0, rect.height - need)
    # Spare height goes to the stores; without any, the content stands in the middle.
    top = inner.top + (0.0 if stores else spare / 2)
    align = "left" if node.boxed else "center"
    mark, words = head.place(Rect(inner.left, top, inner.width, head.size.height), align)
    insets = Insets(words.top - rect.top, rect.right - words.right, 0.0, words.left - rect.left)
    body = replace(head.words, insets=insets, anchor="top")
    outline = geometry or rounded(rect.size, theme.shape.radius)
    stroke = Stroke(hue.text, theme.shape.stroke) if node.boxed else None
    items: list[Item] = [Shape(rect, outline, fill, stroke, body, node.label, scale.key(node.id))]
    if node.letter:
        items.append(_disc(node.letter, mark, hue, scale))
    elif node.icon:
        items.append(icon(node.icon, mark, hue.text if fill else scale.line(hue)))
    short = max(
        [head.short, *(part.need.width - cell.width for part, cell in zip(pills, cells, strict=True))]
    )
    y = top + head.size.height + GAP
    ends: list[End] = []
    for index, (item, cell) in enumerate(zip(node.items, cells, strict=True), 1):
        own = scale.hue(item.color) if item.color else hue
        place = Rect(cell.left, y, cell.width, row)
        drawn = pill(item, place, own, scale, scale.key(f"{node.id}/{index}"))
        items += drawn.items
        ends += drawn.ends
    y += row + GAP if row else 0.0
    for each, wanted in zip(node.stores, stores, strict=True):
        height = wanted.height + spare / len(stores)
        items += _store(each, Rect(inner.left, y, inner.width, height), inside, hue, scale).items
        short = max(short, wanted.width - inner.width)
        y += height + GAP
    return Part(tuple(items), Size(rect.width + short, need), () if node.boxed else tuple(ends))


def _head(node: spec.Component, rect: Rect, fill: Color | None, scale: Scale) -> Headed:
    """Icon or letter with label and details, in the width of the node's box."""
    ink = scale.context.theme.text_on(fill) if fill else scale.context.tone.text
    lines = [LabelLine(node.label, True, ink), *(LabelLine(line, color=ink) for line in node.details)]
    height = scale.small * 1.2 if node.stores else scale.icon
    width = height if node.letter else icon_width(node.icon, height) if node.icon else 0.0
    mark = Size(width, height) if width else Size(0.0, 0.0)
    room = rect.width - (2 * scale.pad if node.boxed else 0.0)
    tall = rect.height > rect.width * TALL and not node.stores and not node.items
    return headed(lines, mark, room, scale, stacked=True if tall and width else None)


def _store(part: spec.Store, rect: Rect, fill: Color, hue: Series, scale: Scale) -> Part:
    """A panel inside a node: icon and name, its lines, and the closing note at its foot."""
    theme = scale.context.theme
    ink, pad = theme.text_on(fill), scale.tight
    inner = Rect(rect.left + pad, rect.top + pad, rect.width - 2 * pad, max(0.0, rect.height - 2 * pad))
    size = scale.small * 1.2
    mark = Size(icon_width(part.icon, size), size) if part.icon else Size(0.0, 0.0)
    head = headed([LabelLine(part.label, True, ink)], mark, inner.width, scale)
    text = set_label(
        [LabelLine(line, color=ink, gap=LINE_GAP) for line in part.lines],
        scale.size,
        rect.width,
        scale.context,
        align="center" if head.stacked else "left",
        anchor="top",
        insets=Insets(0.0, pad, 0.0, pad),
    )
    lines = text.height + GAP / 2 if part.lines else 0.0
    foot = phrase_size(part.note or "", NOTE_ICON, inner.width, scale, bold=True) if part.note else Size(0, 0)
    height = 2 * pad + head.size.height + lines + (foot.height + GAP if part.note else 0.0)
    spare = max(0.0, rect.height - height)
    # A bare store has its name in its middle; one with lines starts at its top.
    top = inner.top + (spare / 2 if not part.lines and not part.note else 0.0)
    place, words = head.place(Rect(inner.left, top, inner.width, head.size.height), "left")
    insets = Insets(words.top - rect.top, rect.right - words.right, 0.0, words.left - rect.left)
    body = replace(head.words, insets=insets, anchor="top")
    outline = rounded(rect.size, theme.shape.radius)
    items: list[Item] = [Shape(rect, outline, fill, body=body, name=part.label)]
    if part.icon:
        items.append(icon(part.icon, place, hue.text))
    if part.lines:
        under = Rect(rect.left, top + head.size.height + GAP / 2, rect.width, text.height)
        items.append(Shape(under, body=text, name=f"{part.label}: lines"))
    if part.note:
        bottom = Rect(inner.left, inner.bottom - foot.height, inner.width, foot.height)
        items += phrase(part.note, NOTE_ICON, bottom, hue.text, scale, bold=True)
    short = max(head.short, foot.width - inner.width, 0.0)
    return Part(tuple(items), Size(rect.width + short, height))


def _disc(letter: str, rect: Rect, hue: Series, scale: Scale) -> Shape:
    ink = scale.context.theme.text_on(hue.fill)
    body = set_label([LabelLine(letter, True, ink)], scale.size, rect.width, scale.context)
    return Shape(rect, Preset("ellipse"), hue.fill, body=body, name=f"Letter {letter}", decorative=True)

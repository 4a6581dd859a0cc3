"""The nodes of an architecture: a box with icon and label, its items in a row, its stores below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.document import Align, Color, Ellipse, Geometry, Item, Rounded, Shape, Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture import model
from deckbuild.graphics.architecture.phrases import (
    GAP,
    Headed,
    Part,
    Scale,
    headed,
    phrase,
    phrase_size,
    pill,
)
from deckbuild.graphics.shared.icons import icon, icon_width
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.theme import Series

TALL = 1.4  # a bare node this many times as high as wide carries its icon above its label
NARROW = 130.0  # points: so does one that is narrower, where the words beside it would break too often
HEAD_ICON = 1.2  # of a small icon, the one that heads a card
LINE_GAP = 0.2  # between the lines of a store, per point of size
NOTE_ICON = "circle-check"


def component(
    node: model.Component,
    rect: Rect,
    hue: Series,
    scale: Scale,
    *,
    cells: Sequence[Rect] = (),
    geometry: Geometry | None = None,
) -> Part:
    """A node with its items, each in the middle of one of `cells`.

    `geometry` is the outline if it isn't the theme's rounded box.
    """
    theme = scale.context.theme
    fill = hue.tint if node.highlight or node.letter else theme.role.background
    pad, tight = scale.pad, scale.tight
    inner = Rect(rect.left + pad, rect.top + tight, rect.width - 2 * pad, max(0.0, rect.height - 2 * tight))
    head = _head(node, rect, fill, scale)
    inside = theme.role.background if node.highlight else hue.tint
    stores = [_store(each, replace(inner, height=0.0), inside, hue, scale).need for each in node.stores]
    pills = [
        (item, cell, scale.hue(item.color) if item.color else hue)
        for item, cell in zip(node.items, cells, strict=True)
    ]
    wanted = [pill(item, cell, own, scale).need for item, cell, own in pills]
    row = max((need.height for need in wanted), default=0.0)
    below = sum(need.height + GAP for need in stores) + (row + GAP if row else 0.0)
    height = tight * 2 + head.size.height + below
    spare = max(0.0, rect.height - height)
    # Spare height goes to the stores; without any, the content stands in the middle.
    top = inner.top + (0.0 if stores else spare / 2)
    align: Align = "center" if node.letter else "left"
    mark, words = head.place(Rect(inner.left, top, inner.width, head.size.height), align)
    insets = Insets(words.top - rect.top, rect.right - words.right, 0.0, words.left - rect.left)
    body = replace(head.words, insets=insets, anchor="top")
    outline = geometry or Rounded(theme.shape.radius)
    stroke = Stroke(hue.text, theme.shape.stroke)
    items: list[Item] = [Shape(rect, outline, fill, stroke, body, node.label, scale.key(node.id))]
    if node.letter:
        items.append(_disc(node.letter, mark, hue, scale))
    elif node.icon:
        items.append(icon(node.icon, mark, hue.text, scale.context))
    y = top + head.size.height + GAP
    for item, cell, own in pills:
        items += pill(item, Rect(cell.left, y, cell.width, row), own, scale).items
    y += row + GAP if row else 0.0
    for each, need in zip(node.stores, stores, strict=True):
        tall = need.height + spare / len(stores)
        items += _store(each, Rect(inner.left, y, inner.width, tall), inside, hue, scale).items
        y += tall + GAP
    short = [head.short, *(need.width - inner.width for need in stores)]
    short += [need.width - cell.width for need, (_, cell, _) in zip(wanted, pills, strict=True)]
    return Part(tuple(items), Size(rect.width + max(short), height))


def _head(node: model.Component, rect: Rect, fill: Color, scale: Scale) -> Headed:
    """Icon or letter with label and details, in the width of the node's box."""
    ink = scale.context.theme.text_on(fill)
    lines = [LabelLine(node.label, True, ink), *(LabelLine(line, color=ink) for line in node.details)]
    side = scale.small * HEAD_ICON if node.stores or node.letter else scale.icon
    width = side if node.letter else icon_width(node.icon, side) if node.icon else 0.0
    mark = Size(width, side) if width else Size(0.0, 0.0)
    bare = not (node.stores or node.items or node.letter)
    tall = bare and (rect.height > rect.width * TALL or rect.width < NARROW)
    return headed(lines, mark, rect.width - 2 * scale.pad, scale, stacked=True if tall and width else None)


def _store(part: model.Store, rect: Rect, fill: Color, hue: Series, scale: Scale) -> Part:
    """A panel inside a node: icon and name, its lines, and the closing note at its foot."""
    theme = scale.context.theme
    ink, pad = theme.text_on(fill), scale.tight
    inner = Rect(rect.left + pad, rect.top + pad, rect.width - 2 * pad, max(0.0, rect.height - 2 * pad))
    tall = bool(part.icon) and rect.height > rect.width * TALL and not part.lines and not part.note
    size = scale.icon if tall else scale.small * HEAD_ICON
    mark = Size(icon_width(part.icon, size), size) if part.icon else Size(0.0, 0.0)
    name = LabelLine(part.label, True, ink)
    head = headed([name], mark, inner.width, scale, stacked=True if tall else None)
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
    outline = Rounded(theme.shape.radius)
    items: list[Item] = [Shape(rect, outline, fill, body=body, name=part.label)]
    if part.icon:
        items.append(icon(part.icon, place, hue.text, scale.context))
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
    return Shape(rect, Ellipse(), hue.fill, body=body, name=f"Letter {letter}", decorative=True)

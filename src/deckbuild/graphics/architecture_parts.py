"""Drawing the parts of an architecture: nodes with their items and stores, and words beside an icon.

Every function takes the rectangle a part may use, in the graphic's points, and tells with the shapes what the
part needs. A part measured is a part drawn in a rectangle without height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.document import Align, Color, Geometry, Item, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics import architecture_spec as spec
from deckbuild.graphics.connect import End
from deckbuild.graphics.icons import icon, icon_width
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.shapes import rounded
from deckbuild.theme import Series

GAP = 6.0  # between an icon and its words: half the theme's gap, they are one thing
AIR = 4.0  # above and below the words on a pill
SMALL_ICON = 1.35
"""Height of an icon that stands in a line of text, per point of size: a little more than the line's ascent."""
BESIDE_LINES = 2
"""A label that needs more lines than this beside its icon goes below it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """One attempt: all text at `size` points. `id` is the graphic's, for the keys of its shapes."""

    size: float
    context: LayoutContext
    id: str

    @property
    def small(self) -> float:
        return self.size * SMALL_ICON

    @property
    def icon(self) -> float:
        return self.context.theme.shape.icon

    @property
    def pad(self) -> float:
        return self.context.theme.shape.padding - 2

    def key(self, name: str) -> str:
        return f"{self.id}/{name}"

    def hue(self, name: str | None) -> Series:
        """The colours that go with a palette name, the neutral ones without a name."""
        theme = self.context.theme
        return theme.hue(theme.palette[name] if name else theme.role.neutral)

    def line(self, hue: Series) -> Color:
        """The hue's colour that is seen well as a thin line on the page's ground (3:1, WCAG 2.2 §1.4.11)."""
        ground = self.context.tone.ground
        return next((c for c in (hue.text, hue.fill) if contrast(c, ground) >= 3), hue.tint)


@dataclass(frozen=True, slots=True)
class Part:
    """Shapes, and the size they need (points). `ends` is what edges join in place of the part as a whole."""

    items: tuple[Item, ...]
    need: Size
    ends: tuple[End, ...] = ()


def torn(body: TextBody, width: float, scale: Scale) -> float:
    """By how many points the widest unbreakable stretch exceeds a label set to `width`."""
    room = width - body.insets.horizontal
    widest = (
        scale.context.typesetter.widest_unit(paragraph.runs) + paragraph.margin
        for paragraph in body.paragraphs
    )
    return max(0.0, max(widest, default=0.0) - room - 0.01)


def phrase_size(
    label: str, symbol: str | None, widest: float, scale: Scale, *, bold: bool = False, stacked: bool = False
) -> Size:
    """What `phrase` takes if it may be `widest` points wide; wider than that if a word has to be."""
    if not label and not symbol:
        return Size(0.0, 0.0)
    size = scale.icon if stacked else scale.small
    lead = icon_width(symbol, size) + GAP if symbol and not stacked else 0.0
    body = set_label([LabelLine(label, bold)], scale.size, max(1.0, widest - lead), scale.context)
    width = lead + body.width + torn(body, max(1.0, widest - lead), scale) + 0.5
    if stacked:
        return Size(width, body.height + (size + GAP / 2 if symbol else 0.0))
    return Size(width, max(body.height, size if symbol else 0.0))


def phrase(
    label: str,
    symbol: str | None,
    rect: Rect,
    color: Color,
    scale: Scale,
    *,
    bold: bool = False,
    align: Align = "left",
    stacked: bool = False,
    mark: Color | None = None,
    name: str = "Label",
) -> Part:
    """Words with an icon before them (`stacked`: above them) in the middle of `rect`'s height, without a box."""
    size = scale.small if not stacked else scale.icon
    lead = icon_width(symbol, size) + GAP if symbol and not stacked else 0.0
    body = set_label(
        [LabelLine(label, bold, color)], scale.size, rect.width - lead, scale.context, align=align
    )
    above = size + GAP / 2 if symbol and stacked else 0.0
    height = max(body.height + above, size if symbol else 0.0)
    width = lead + body.width
    left = {"left": 0.0, "center": (rect.width - width) / 2, "right": rect.width - width}[align]
    top = rect.top + max(0.0, (rect.height - height) / 2)
    items: list[Item] = []
    if stacked:
        if symbol:
            items.append(icon(symbol, Rect(rect.left, top, rect.width, size), mark or color))
        items.append(Text(Rect(rect.left, top + above, rect.width, body.height), body, name))
    else:
        if symbol:
            # The icon stands by the first line, not in the middle of several.
            first = body.paragraphs[0].lines[0].height
            beside = (first - size) / 2 if len(body.paragraphs[0].lines) > 1 else (height - size) / 2
            at = Rect(rect.left + left, top + max(0, beside), lead - GAP, size)
            items.append(icon(symbol, at, mark or color))
        place = Rect(rect.left + left + lead, top + (height - body.height) / 2, body.width + 0.5, body.height)
        if align == "left":
            place = replace(place, width=rect.width - lead)
        items.append(Text(place, replace(body, anchor="top"), name))
    return Part(tuple(items), Size(rect.width + torn(body, rect.width - lead, scale), height))


def pill(item: spec.Item, cell: Rect, hue: Series, scale: Scale, key: str = "") -> Part:
    """An item as a pill as wide as its words, in the middle of `cell`."""
    ink = scale.context.theme.text_on(hue.tint)
    lead = icon_width(item.icon, scale.small) + GAP * 0.75 if item.icon else 0.0
    insets = Insets(AIR, scale.pad, AIR, scale.pad + lead)
    widest = max(1.0, cell.width - GAP)
    body = set_label(
        [LabelLine(item.label, color=ink)],
        scale.size,
        widest,
        scale.context,
        align="left" if item.icon else "center",
        insets=insets,
    )
    short = torn(body, widest, scale)
    size = Size(min(widest, body.width + 1.0), max(body.height, scale.small + AIR))
    rect = Rect(
        cell.center.x - size.width / 2, cell.top + (cell.height - size.height) / 2, size.width, size.height
    )
    stroke = Stroke(hue.text, scale.context.theme.shape.stroke)
    items: list[Item] = [
        Shape(rect, rounded(size, scale.context.theme.shape.radius), hue.tint, stroke, body, item.label, key)
    ]
    if item.icon:
        place = Rect(rect.left + scale.pad, rect.top, lead - GAP * 0.75, rect.height)
        items.append(icon(item.icon, place, hue.text))
    return Part(tuple(items), Size(cell.width + short, size.height), (End(rect, key),) if key else ())


def store(part: spec.Store, rect: Rect, fill: Color, hue: Series, scale: Scale) -> Part:
    """A panel inside a node: icon and name, its lines, and the closing note at its foot."""
    theme = scale.context.theme
    ink, pad = theme.text_on(fill), scale.pad * 0.8
    inner = rect.width - 2 * pad
    size = scale.icon * 0.8
    lead = icon_width(part.icon, size) + GAP if part.icon else 0.0
    lines = [LabelLine(part.label, True, ink)]
    lines += [LabelLine(line, color=ink, gap=0.3) for line in part.lines]
    beside = set_label(lines[:1], scale.size, inner - lead, scale.context)
    stacked = torn(beside, inner - lead, scale) > 0 or len(beside.paragraphs[0].lines) > BESIDE_LINES
    top = pad + (size + GAP if stacked and part.icon else 0.0)
    align: Align = "center" if stacked else "left"
    body = set_label(
        lines,
        scale.size,
        rect.width,
        scale.context,
        align=align,
        anchor="top",
        insets=Insets(top, pad, pad, pad),
    )
    if lead and not stacked:
        # Only the name keeps clear of the icon: the lines below it have the whole width.
        named = scale.context.typesetter.rebreak(replace(body.paragraphs[0], margin=lead), inner)
        body = replace(body, paragraphs=(named, *body.paragraphs[1:]))
    foot = phrase(
        part.note or "", "circle-check", Rect(rect.left + pad, 0, inner, 0), hue.text, scale, bold=True
    )
    note_height = foot.need.height + GAP if part.note else 0.0
    height = body.height + note_height
    if stacked and not part.lines and rect.height > height:
        shift = (rect.height - height) / 2
        body, top = replace(body, insets=replace(body.insets, top=top + shift)), top + shift
    items: list[Item] = [
        Shape(rect, rounded(rect.size, theme.shape.radius), fill, body=body, name=part.label)
    ]
    if part.icon:
        first = body.paragraphs[0].height
        place = (
            Rect(rect.left + pad, rect.top + top - size - GAP, inner, size)
            if stacked
            else Rect(rect.left + pad, rect.top + top + (first - size) / 2, lead - GAP, size)
        )
        items.append(icon(part.icon, place, hue.text))
    if part.note:
        place = Rect(rect.left + pad, rect.bottom - pad - foot.need.height, inner, foot.need.height)
        items += phrase(part.note, "circle-check", place, hue.text, scale, bold=True, name=part.note).items
    return Part(tuple(items), Size(rect.width + torn(body, rect.width, scale), height))


def component(
    node: spec.Component,
    rect: Rect,
    hue: Series,
    scale: Scale,
    *,
    cells: Sequence[Rect] = (),
    geometry: Geometry | None = None,
) -> Part:
    """A node: icon or letter with the label, its items in a row (each in one of `cells`), its stores below.

    `geometry` is the outline if it isn't the theme's rounded box. A node without a box is joined at its items.
    """
    theme = scale.context.theme
    pad = scale.pad if node.boxed else 0.0
    fill = (hue.tint if node.highlight else theme.role.background) if node.boxed else None
    ink = theme.text_on(fill) if fill else scale.context.tone.text
    inner = rect.width - 2 * pad
    lead_width = scale.icon if node.letter else icon_width(node.icon, scale.icon) if node.icon else 0.0
    lead = lead_width + GAP * 1.5 if lead_width else 0.0
    lines = [LabelLine(node.label, True, ink)]
    lines += [LabelLine(line, color=ink, gap=0.1) for line in node.details]
    words = set_label(lines, scale.size, inner - lead, scale.context, align="left")
    stacked = bool(lead) and (
        torn(words, inner - lead, scale) > 0 or len(words.paragraphs[0].lines) > BESIDE_LINES
    )
    if stacked:
        words = set_label(lines, scale.size, inner, scale.context, align="center")
        head = lead_width + GAP / 2 + words.height
    else:
        head = max(lead_width, words.height)
    short = torn(words, inner if stacked else inner - lead, scale)
    row = max(
        (pill(i, c, hue, scale).need.height for i, c in zip(node.items, cells, strict=False)), default=0.0
    )
    inside = theme.role.background if node.highlight else hue.tint
    panels = [
        store(each, Rect(rect.left + pad, 0, inner, 0), inside, hue, scale).need for each in node.stores
    ]
    below = sum(panel.height + GAP for panel in panels) + (row + GAP if row else 0.0)
    need = pad * 2 + head + below
    spare = max(0.0, rect.height - need)
    # Spare height goes to the stores; without any the content stands in the middle.
    top = rect.top + pad + (0.0 if panels else spare / 2)
    items: list[Item] = []
    unit = lead + words.width if not stacked else inner
    left = rect.left + pad + (0.0 if node.boxed else max(0.0, (inner - unit) / 2))
    if stacked:
        text = Rect(rect.left + pad, top + lead_width + GAP / 2, inner, words.height)
    else:
        text = Rect(
            left + lead, top + (head - words.height) / 2, rect.right - pad - left - lead, words.height
        )
    insets = Insets(text.top - rect.top, rect.right - text.right, 0.0, text.left - rect.left)
    body = replace(words, insets=insets, anchor="top")
    stroke = Stroke(hue.text, theme.shape.stroke) if node.boxed else None
    outline = geometry or rounded(rect.size, theme.shape.radius)
    items.append(Shape(rect, outline, fill, stroke, body, node.label, scale.key(node.id)))
    mark = (
        Rect(rect.left + pad, top, inner, lead_width) if stacked
        else Rect(left, top + (head - lead_width) / 2, lead_width, lead_width)
    )  # fmt: skip
    if node.letter:
        items.append(_disc(node.letter, mark, hue, scale))
    elif node.icon:
        items.append(icon(node.icon, mark, hue.text if fill else scale.line(hue)))
    y = top + head + GAP
    ends: list[End] = []
    for index, (item, cell) in enumerate(zip(node.items, cells, strict=False)):
        key = scale.key(f"{node.id}/{index + 1}")
        drawn = pill(
            item,
            Rect(cell.left, y, cell.width, row),
            scale.hue(item.color) if item.color else hue,
            scale,
            key,
        )
        items += drawn.items
        ends += drawn.ends
        short = max(short, drawn.need.width - cell.width)
    y += row + GAP if row else 0.0
    for each, panel in zip(node.stores, panels, strict=True):
        height = panel.height + spare / len(panels)
        items += store(each, Rect(rect.left + pad, y, inner, height), inside, hue, scale).items
        short = max(short, panel.width - inner)
        y += height + GAP
    return Part(tuple(items), Size(rect.width + short, need), () if node.boxed else tuple(ends))


def _disc(letter: str, rect: Rect, hue: Series, scale: Scale) -> Shape:
    from deckbuild.document import Preset

    ink = scale.context.theme.text_on(hue.fill)
    body = set_label([LabelLine(letter, True, ink)], scale.size, rect.width, scale.context)
    return Shape(rect, Preset("ellipse"), hue.fill, body=body, name=f"Letter {letter}", decorative=True)

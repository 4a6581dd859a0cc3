"""A band of a layers graphic: icon, title and note at the left, rows of chips at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Align, Color, Freeform, Item, Shape, Stroke, Text
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.layers.model import ChipGroup, Layer, Word
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.marks import caption, one_line
from deckbuild.layout.shapes import panel

PADDING = Insets.symmetric(16.0, 8.0)
TITLE = 3.0  # points that a title is larger than the text
ICON_GAP = 12.0
COLUMN_GAP = 24.0  # between title and chips
CHIP_GAP = 10.0
CHIP = Insets.symmetric(10.0, 5.0)
WORD_GAP = 7.0  # between a chip's icon and its words
TITLE_SHARE = 0.42
"""Of the width that titles may take beside chips before they wrap."""


@dataclass(frozen=True, slots=True)
class Band:
    """What all bands of a graphic share, in points, so that their chips line up."""

    width: float
    title: float
    label: float
    icon: float

    @property
    def chips(self) -> float:
        """Where the chips begin."""
        lead = self.icon + ICON_GAP if self.icon else 0.0
        return PADDING.left + lead + self.title + COLUMN_GAP + (self.label + CHIP_GAP if self.label else 0.0)

    @classmethod
    def shared(cls, layers: Sequence[Layer], size: float, width: float, context: LayoutContext) -> Band:
        bands = [layer for layer in layers if not layer.pillars and layer.rows]
        title = max((_natural(layer, size, context) for layer in bands), default=0.0)
        labels = [group.label for layer in bands for group in layer.rows if group.label]
        label = max(
            (one_line(LabelLine(text, bold=True), size, context).width for text in labels), default=0.0
        )
        side = context.theme.shape.icon if any(layer.icon for layer in bands) else 0.0
        return cls(width, min(title, width * TITLE_SHARE) + 0.5, label + 0.5 if label else 0.0, side)


def _lines(layer: Layer, text: Color | None = None, strong: Color | None = None) -> tuple[LabelLine, ...]:
    title = LabelLine(layer.title or "", bold=True, color=strong, delta=TITLE)
    return (title, LabelLine(layer.note, color=text)) if layer.note else (title,)


def _natural(layer: Layer, size: float, context: LayoutContext) -> float:
    return max(one_line(line, size, context).width for line in _lines(layer))


def _word_width(word: Word, size: float, context: LayoutContext) -> float:
    lead = size * 1.2 + WORD_GAP if word.icon else 0.0
    return lead + one_line(LabelLine(word.text), size, context).width + 0.5


def chip_height(size: float, context: LayoutContext) -> float:
    return one_line(LabelLine("x"), size, context).height + CHIP.vertical


def band_needs(layer: Layer, band: Band, size: float, context: LayoutContext) -> Size:
    """What the band takes with all on it: wider than `band.width` if a row of chips is."""
    title_width = (
        band.title if layer.rows else band.width - PADDING.horizontal - (layer.icon is not None) * 60.0
    )
    title = set_label(_lines(layer), size, title_width, context)
    rows = len(layer.rows)
    chips = rows * chip_height(size, context) + max(0, rows - 1) * CHIP_GAP
    tallest = max(title.height, chips, context.theme.shape.icon if layer.icon else 0.0)
    widest = max((band.chips + _row_width(group, size, context) for group in layer.rows), default=0.0)
    return Size(widest + PADDING.right if layer.rows else band.width, tallest + PADDING.vertical)


def _row_width(group: ChipGroup, size: float, context: LayoutContext) -> float:
    widest = max(_word_width(word, size, context) + CHIP.horizontal for word in group.items)
    return widest * len(group.items) + CHIP_GAP * (len(group.items) - 1)


def draw_band(
    layer: Layer, rect: Rect, outline: Freeform, key: str, band: Band, size: float, context: LayoutContext
) -> Iterator[Item]:
    """The band and what stands on it; without chips its title is centred."""
    theme = context.theme
    role = theme.role
    color = theme.palette[layer.color] if layer.color else None
    solid = layer.highlight
    fill = (color or role.dark) if solid else role.surface_neutral
    text = theme.text_on(fill)
    light = text.hex == role.on_dark.hex
    strong = text if light else role.heading
    accent = role.on_dark_accent if light else theme.hue(color or role.dark).text
    stroke = None if solid else Stroke(color or role.neutral, theme.shape.stroke)
    yield Shape(rect, outline, fill, stroke, name=plain_text(layer.title or ""), key=key, decorative=True)
    side = theme.shape.icon
    if not layer.rows:
        yield from _centred(layer, rect, size, context, text, strong, accent)
        return
    left = rect.left + PADDING.left
    if layer.icon:
        yield icon(layer.icon, Rect(left, rect.center.y - side / 2, side, side), accent, context)
    left += band.icon + ICON_GAP if band.icon else 0.0
    place = Rect(left, rect.top, band.title, rect.height)
    yield caption(_lines(layer, text, strong), place, size, context, anchor="middle")
    high = chip_height(size, context)
    total = len(layer.rows) * high + (len(layer.rows) - 1) * CHIP_GAP
    top = rect.center.y - total / 2
    for group in layer.rows:
        yield from _chips(
            group,
            Rect.from_edges(band.chips, top, rect.right - PADDING.right, top + high),
            band,
            size,
            context,
            text,
        )
        top += high + CHIP_GAP


def _centred(
    layer: Layer, rect: Rect, size: float, context: LayoutContext, text: Color, strong: Color, accent: Color
) -> Iterator[Item]:
    lead = context.theme.shape.icon + ICON_GAP if layer.icon else 0.0
    width = min(_natural(layer, size, context) + 0.5, rect.width - PADDING.horizontal - lead)
    left = rect.center.x - (width + lead) / 2
    if layer.icon:
        side = context.theme.shape.icon
        yield icon(layer.icon, Rect(left, rect.center.y - side / 2, side, side), accent, context)
    place = Rect(left + lead, rect.top, width, rect.height)
    align: Align = "left" if layer.icon else "center"
    yield caption(_lines(layer, text, strong), place, size, context, align=align, anchor="middle")


def _chips(
    group: ChipGroup, rect: Rect, band: Band, size: float, context: LayoutContext, on_band: Color
) -> Iterator[Item]:
    """Chips of one width across `rect`, the group's label before them."""
    role = context.theme.role
    if group.label:
        label = one_line(LabelLine(group.label, bold=True, color=on_band), size, context)
        place = Rect(rect.left - CHIP_GAP - band.label, rect.top, band.label, rect.height)
        yield Text(place, label, plain_text(group.label))
    count = len(group.items)
    width = (rect.width - CHIP_GAP * (count - 1)) / count
    for index, word in enumerate(group.items):
        box = Rect(rect.left + index * (width + CHIP_GAP), rect.top, width, rect.height)
        yield from chip(word, box, size, context, role.background, role.heading)


def chip(
    word: Word, box: Rect, size: float, context: LayoutContext, fill: Color, color: Color
) -> Iterator[Item]:
    """A small panel with words, an icon before them; both centred as one."""
    theme = context.theme
    side = size * 1.2
    lead = side + WORD_GAP if word.icon else 0.0
    stroke = Stroke(theme.role.hairline, theme.shape.stroke)
    line = LabelLine(word.text, color=theme.text_on(fill))
    content = _word_width(word, size, context)
    start = max(CHIP.left, (box.width - content) / 2)
    insets = Insets(0.0, 0.0, 0.0, start + lead) if word.icon else Insets()
    body = set_label(
        (line,), size, box.width, context, align="left" if word.icon else "center", insets=insets
    )
    yield panel(box, context, fill=fill, stroke=stroke, body=body, name=plain_text(word.text))
    if word.icon:
        yield icon(word.icon, Rect(box.left + start, box.center.y - side / 2, side, side), color, context)

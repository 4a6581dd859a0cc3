"""A band of a layers graphic: icon, title and note at the left, rows of chips at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.deck.inline import plain_text
from deckbuild.document import NO_INSETS, Align, Color, Item, Shape, Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.layers.model import ChipGroup, Layer, Word
from deckbuild.layout.boxes import (
    SLACK,
    Box,
    Setting,
    airy,
    aligned,
    behind,
    column,
    fixed,
    pad,
    row,
    space,
    stretched,
    text,
    widest,
    words,
)
from deckbuild.layout.icons import after_icon, icon, icon_box, icon_width
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import rounded_path
from deckbuild.layout.shapes import panel

PADDING = Insets.symmetric(16.0, 8.0)
TITLE = 3.0  # points that a title is larger than the text
ICON_GAP = 12.0
COLUMN_GAP = 24.0  # between title and chips
CHIP_GAP = 10.0
CHIP = Insets.symmetric(10.0, 5.0)
WORD_GAP = 7.0  # between a chip's icon and its words
GROWTH = 2.5  # times its contents' height that a band may be high
TITLE_SHARE = 0.42
"""Of the width that titles may take beside chips before they wrap."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in points that all bands share, so that their chips line up; 0 for what none has."""

    icon: float
    title: float
    label: float


def shared_columns(layers: Sequence[Layer], width: float, setting: Setting) -> Columns:
    """The columns before the chips, in bands `width` points wide."""
    bands = [layer for layer in layers if layer.rows]
    icons = [icon_width(band.icon, setting.theme.shape.icon) + ICON_GAP for band in bands if band.icon]
    title = widest((line for band in bands for line in _title(band)), setting)
    labels = [LabelParagraph(group.label or "", bold=True) for band in bands for group in band.rows]
    label = widest(labels, setting)
    title = min(title, width * TITLE_SHARE) + SLACK + COLUMN_GAP
    return Columns(max(icons, default=0.0), title, label and label + SLACK)


def band_box(layer: Layer, key: str, columns: Columns, setting: Setting) -> Box:
    """The band and what stands on it; without chips its title is centred."""
    context, theme, role = setting.context, setting.theme, setting.theme.role
    color = theme.palette[layer.color] if layer.color else None
    fill = (color or role.dark) if layer.highlight else role.surface_neutral
    plain = theme.text_on(fill)
    light = plain.hex == role.on_dark.hex
    accent = role.on_dark_accent if light else theme.hue(color or role.dark).text
    stroke = None if layer.highlight else Stroke(color or role.neutral, theme.shape.stroke)

    def ground(rect: Rect) -> Iterator[Item]:
        outline, name = rounded_path(rect.size, theme.shape.radius), plain_text(layer.title or "")
        yield Shape(rect, outline, fill, stroke, name=name, key=key, role="decoration")

    align: Align = "left" if layer.rows or layer.icon else "center"
    title = text(
        _title(layer, plain, plain if light else role.heading), setting, align=align, anchor="middle"
    )
    if layer.rows:
        mark = icon_box(layer.icon, theme.shape.icon, accent, context) if layer.icon else space()
        chips = column([_chips(group, columns, plain, setting) for group in layer.rows], gap=CHIP_GAP)
        lead = pad(mark, Insets(right=ICON_GAP)) if columns.icon else None
        cells = lead, pad(title, Insets(right=COLUMN_GAP)), aligned(chips)
        content = row(cells, (columns.icon, columns.title, "share"))
    else:
        whole = after_icon(layer.icon, theme.shape.icon, accent, title, context, gap=ICON_GAP, track="fit")
        content = aligned(whole, horizontal=0.5, vertical=None)
    inner = airy(pad(content, replace(PADDING, top=0.0, bottom=0.0)), height=PADDING.vertical)
    return stretched(behind(inner, ground), times=GROWTH)


def _title(
    layer: Layer, plain: Color | None = None, strong: Color | None = None
) -> tuple[LabelParagraph, ...]:
    title = LabelParagraph(layer.title or "", bold=True, color=strong, delta=TITLE)
    return (title, LabelParagraph(layer.note, color=plain)) if layer.note else (title,)


def _chips(group: ChipGroup, columns: Columns, color: Color, setting: Setting) -> Box:
    """Chips of one width, the group's label before them."""
    label = words(group.label, setting, bold=True, color=color, wrap=False) or space()
    chips = row([_chip(word, setting) for word in group.items], gap=CHIP_GAP)
    return row([label if columns.label else None, chips], (columns.label, "share"), gap=CHIP_GAP)


def _chip(word: Word, setting: Setting) -> Box:
    """A small panel with words, an icon before them; both centred as one."""
    context, role = setting.context, setting.theme.role
    side = setting.size * 1.2
    mark = Size(icon_width(word.icon, side) if word.icon else 0.0, side)
    lead = mark.width + WORD_GAP if word.icon else 0.0
    line = LabelParagraph(word.text, color=context.theme.text_on(role.background))
    content = lead + setting.one_line(line).width + SLACK
    align: Align = "left" if word.icon else "center"
    stroke, name = Stroke(role.hairline, context.theme.shape.stroke), plain_text(word.text)

    def draw(rect: Rect) -> Iterator[Item]:
        start = Insets(left=max(CHIP.left, (rect.width - content) / 2))
        insets = Insets(left=start.left + lead) if word.icon else NO_INSETS
        body = setting.body((line,), rect.width, align=align, insets=insets)
        yield panel(rect, context, fill=role.background, stroke=stroke, body=body, name=name)
        if word.icon:
            yield icon(word.icon, rect.inset(start).placed(mark, 0.0), role.heading, context)

    return fixed(Size(content + CHIP.horizontal, setting.pitch + CHIP.vertical), draw)

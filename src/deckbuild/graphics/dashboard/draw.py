"""Where the parts of a dashboard stand: heading, tiles, and in each its title, number and picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Frame, Item, Rounded, Shape, Stroke, Text
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.dashboard.model import DashboardSpec, Tag, Tile
from deckbuild.graphics.dashboard.tile_pictures import draw_picture, picture_needs
from deckbuild.graphics.shared.icons import icon
from deckbuild.graphics.shared.marks import one_line
from deckbuild.layout.label import LabelLine
from deckbuild.layout.shapes import panel

GAP = 10.0  # between tiles
PADDING = Insets.symmetric(12.0, 9.0)
VALUE = 9.0  # points that a number is larger than the text
HEAD_GAP = 7.0
TITLE_GAP = 3.0
SIDE_GAP = 14.0  # between a number and the picture beside it
BESIDE = 130.0  # a picture this wide may stand beside the number; narrower ones go below
TAG = Insets.symmetric(8.0, 1.0)
TAG_GAP = 4.0


def lay_out_dashboard(graphic: DashboardSpec, region: Size, size: float, context: LayoutContext) -> Frame:
    """The board with text at `size` points. Rows share the height in proportion to what they need."""
    items = list(_head(graphic, region.width, size, context))
    top = max((item.rect.bottom for item in items), default=-HEAD_GAP) + HEAD_GAP
    rows: list[list[Tile]] = []
    rest = list(graphic.tiles)
    for count in graphic.shape:
        rows.append(rest[:count])
        rest = rest[count:]
    widths = [(region.width - GAP * (len(row) - 1)) / len(row) for row in rows]
    needs = [
        [_needs(tile, width, size, context) for tile in row] for row, width in zip(rows, widths, strict=True)
    ]
    heights = [max(need.height for need in row) for row in needs]
    free = region.height - top - sum(heights) - GAP * (len(rows) - 1)
    share = max(0.0, free) / len(rows)
    over = max(
        (need.width - width) * len(row) for row, width in zip(needs, widths, strict=True) for need in row
    )
    number = 0
    for row, width, height in zip(rows, widths, heights, strict=True):
        for index, tile in enumerate(row):
            box = Rect(index * (width + GAP), top, width, height + share)
            number += 1
            items += _tile(tile, f"{graphic.id}/tile {number}", box, size, context)
        top += height + share + GAP
    return Frame(Size(region.width + max(0.0, over), top - GAP), tuple(items))


def _head(graphic: DashboardSpec, width: float, size: float, context: LayoutContext) -> Iterator[Item]:
    """The board's name at the left, the note at the right."""
    if graphic.heading:
        line = LabelLine(graphic.heading, bold=True, color=context.tone.heading, delta=1.0)
        body = one_line(line, size, context)
        yield Text(Rect(0.0, 0.0, body.width + 0.5, body.height), body, plain_text(graphic.heading))
    if graphic.note:
        body = one_line(
            LabelLine(graphic.note, italic=True, color=context.tone.muted), size, context, align="right"
        )
        yield Text(
            Rect(width - body.width - 0.5, 0.0, body.width + 0.5, body.height), body, plain_text(graphic.note)
        )


def _value_lines(tile: Tile, context: LayoutContext) -> tuple[LabelLine, ...]:
    value = LabelLine(tile.value or "", bold=True, color=context.theme.role.heading, delta=VALUE)
    detail = LabelLine(tile.detail or "", color=context.theme.role.muted)
    return ((value,) if tile.value else ()) + ((detail,) if tile.detail else ())


def _value_size(tile: Tile, size: float, context: LayoutContext) -> Size:
    bodies = [one_line(line, size, context) for line in _value_lines(tile, context)]
    return Size(max((b.width + 0.5 for b in bodies), default=0.0), sum(b.height for b in bodies))


def _beside(tile: Tile, width: float, size: float, context: LayoutContext) -> bool:
    """Whether the picture has room beside the number."""
    value = _value_size(tile, size, context)
    room = width - PADDING.horizontal - value.width - SIDE_GAP
    return room >= max(BESIDE, picture_needs(tile, size, context).width)


def _title_height(size: float, context: LayoutContext) -> float:
    return one_line(LabelLine("x", bold=True), size, context).height + TAG.vertical


def _needs(tile: Tile, width: float, size: float, context: LayoutContext) -> Size:
    """The least a tile takes."""
    value = _value_size(tile, size, context)
    picture = picture_needs(tile, size, context)
    title = one_line(LabelLine(tile.title, bold=True), size, context).width
    if tile.tag:
        title += SIDE_GAP / 2 + _tag_width(tile.tag, size, context)
    if not value.width or _beside(tile, width, size, context):
        inner, height = (
            picture.width + (value.width and value.width + SIDE_GAP),
            max(value.height, picture.height),
        )
    else:
        inner, height = (
            max(value.width, picture.width),
            value.height + (picture.height and picture.height + TITLE_GAP),
        )
    least = max(title, inner) + PADDING.horizontal
    return Size(max(width, least), PADDING.vertical + _title_height(size, context) + TITLE_GAP + height)


def _tile(tile: Tile, key: str, box: Rect, size: float, context: LayoutContext) -> Iterator[Item]:
    theme = context.theme
    name = plain_text(tile.title)
    stroke = Stroke(theme.role.hairline, theme.shape.stroke)
    yield panel(box, context, fill=theme.role.background, stroke=stroke, name=name, key=key)
    inner = box.inset(PADDING)
    row = _title_height(size, context)
    title = one_line(LabelLine(tile.title, bold=True, color=theme.role.text), size, context)
    yield Text(Rect(inner.left, inner.top, title.width + 0.5, row), title, name)
    if tile.tag:
        yield from _tag(tile.tag, inner, row, size, context)
    below = Rect.from_edges(inner.left, inner.top + row + TITLE_GAP, inner.right, inner.bottom)
    value = _value_size(tile, size, context)
    picture = below
    if value.width and _beside(tile, box.width, size, context):
        yield from _value(tile, replace(below, width=value.width), size, context)
        picture = Rect.from_edges(below.left + value.width + SIDE_GAP, below.top, below.right, below.bottom)
    elif value.width:
        yield from _value(tile, replace(below, width=value.width, height=value.height), size, context)
        picture = Rect.from_edges(below.left, below.top + value.height + TITLE_GAP, below.right, below.bottom)
    yield from draw_picture(tile, picture, size, context)


def _value(tile: Tile, rect: Rect, size: float, context: LayoutContext) -> Iterator[Item]:
    """The number and its detail, one below the other in the middle of `rect`."""
    bodies = [one_line(line, size, context) for line in _value_lines(tile, context)]
    top = rect.center.y - sum(body.height for body in bodies) / 2
    for body in bodies:
        yield Text(Rect(rect.left, top, rect.width, body.height), body, body.text)
        top += body.height


def _tag_width(tag: Tag, size: float, context: LayoutContext) -> float:
    lead = size + TAG_GAP if tag.icon else 0.0
    around = TAG.horizontal if tag.color else 0.0
    return lead + one_line(LabelLine(tag.label, bold=True), size - 1, context).width + around + 1.0


def _tag(tag: Tag, inner: Rect, row: float, size: float, context: LayoutContext) -> Iterator[Item]:
    """A word at the right of the title row: on a pill if it has a colour."""
    theme = context.theme
    fill = theme.palette[tag.color] if tag.color else None
    color = theme.text_on(fill) if fill else theme.role.muted
    lead = size + TAG_GAP if tag.icon else 0.0
    body = one_line(LabelLine(tag.label, bold=True, color=color), size - 1, context)
    width = _tag_width(tag, size, context)
    box = Rect(inner.right - width, inner.top, width, row)
    left = box.left + (TAG.left if fill else 0.0)
    body = replace(body, insets=Insets(0.0, 0.0, 0.0, left - box.left + lead))
    if fill:
        yield Shape(
            box, Rounded(min(box.width, box.height) / 2), fill, None, body, f"Tag {plain_text(tag.label)}"
        )
    else:
        yield Text(box, body, f"Tag {plain_text(tag.label)}")
    if tag.icon:
        yield icon(tag.icon, Rect(left, box.center.y - size / 2, size, size), color, context)

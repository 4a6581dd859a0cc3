"""What a dashboard is made of: heading, tiles, and in each its title, number and picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, pairwise

from deckbuild.deck.inline import plain_text
from deckbuild.document import Item, Rounded, Shape, Stroke, Text
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.dashboard.model import DashboardSpec, Tag, Tile
from deckbuild.graphics.dashboard.tile_pictures import picture
from deckbuild.layout.boxes import (
    Box,
    Setting,
    airy,
    aligned,
    at_least,
    column,
    first_fitting,
    fixed,
    one_line,
    pad,
    row,
    space,
    stretched,
    words,
)
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.shapes import on_panel

GAP = 10.0  # between tiles
PADDING = Insets.symmetric(12.0, 9.0)
VALUE = 9.0  # points that a number is larger than the text
HEAD_GAP = 7.0
TITLE_GAP = 3.0
SIDE_GAP = 14.0  # between a number and the picture beside it
BESIDE = 130.0  # a picture this wide may stand beside the number; narrower ones go below
TAG = Insets.symmetric(8.0, 1.0)
TAG_GAP = 4.0


def board(graphic: DashboardSpec, setting: Setting) -> Box:
    """The heading, and rows of tiles that share the height which none of them needs."""
    ends = [0, *accumulate(graphic.shape)]
    tiles = [_tile(tile, f"{graphic.id}/tile {n}", setting) for n, tile in enumerate(graphic.tiles, 1)]
    rows = [row(tiles[start:end], gap=GAP) for start, end in pairwise(ends)]
    return column([_head(graphic, setting), column(rows, gap=GAP)], gap=HEAD_GAP)


def _head(graphic: DashboardSpec, setting: Setting) -> Box | None:
    """The board's name at the left, the note at the right."""
    if not graphic.heading and not graphic.note:
        return None
    tone = setting.tone
    name = words(graphic.heading, setting, bold=True, color=tone.heading, delta=1.0, wrap=False)
    left = aligned(name or space(), 0.0, 0.0)
    note = LabelParagraph(graphic.note or "", italic=True, color=tone.muted)
    right = aligned(one_line(note, setting, align="right"), vertical=0.0) if graphic.note else None
    return row([left, right], ("share", "fit"))


def _tile(tile: Tile, key: str, setting: Setting) -> Box:
    theme, name = setting.theme, plain_text(tile.title)
    line = LabelParagraph(tile.title, bold=True, color=theme.role.text)
    title = airy(one_line(line, setting, name=name), height=TAG.vertical)
    tag = pad(_tag(tile.tag, setting), Insets(left=SIDE_GAP / 2)) if tile.tag else None
    # A title that is too long runs under its tag, which stays in the tile.
    head = row([aligned(title, 0.0, None), tag], ("share" if tag else "fit", "fit"))
    content = pad(column([head, _content(tile, setting)], gap=TITLE_GAP), PADDING)
    stroke = Stroke(theme.role.hairline, theme.shape.stroke)
    tiled = on_panel(content, setting.context, fill=theme.role.background, stroke=stroke, name=name, key=key)
    return stretched(tiled)


def _content(tile: Tile, setting: Setting) -> Box | None:
    """The number and its detail; the picture beside them where it has room, else below."""
    role = setting.theme.role
    value = words(tile.value, setting, bold=True, color=role.heading, delta=VALUE, wrap=False)
    detail = words(tile.detail, setting, color=role.muted, wrap=False)
    shown, said = picture(tile, setting), column([value, detail])
    if not value and not detail:
        return shown
    beside = [aligned(said), at_least(shown or stretched(space()), width=BESIDE)]
    below = column([aligned(said, horizontal=0.0, vertical=None), shown], gap=TITLE_GAP)
    return first_fitting(row(beside, ("fit", "share"), gap=SIDE_GAP), below)


def _tag(tag: Tag, setting: Setting) -> Box:
    """A word as high as the title row: on a pill if it has a colour."""
    theme, name, side = setting.theme, f"Tag {plain_text(tag.label)}", setting.size
    fill = theme.palette[tag.color] if tag.color else None
    color = theme.text_on(fill) if fill else theme.role.muted
    start = TAG.left if fill else 0.0
    body = setting.smaller().one_line(LabelParagraph(tag.label, bold=True, color=color))
    body = replace(body, insets=Insets(left=start + side + TAG_GAP if tag.icon else start))

    def draw(rect: Rect) -> Iterator[Item]:
        pill = Shape(rect, Rounded(rect.height / 2), fill, None, body, name)
        yield pill if fill else Text(rect, body, name)
        if tag.icon:
            place = rect.placed(Size(side, side), 0.0).moved(start, 0.0)
            yield icon(tag.icon, place, color, setting.context)

    return fixed(Size(body.width + start + 1.0, 0.0), draw)

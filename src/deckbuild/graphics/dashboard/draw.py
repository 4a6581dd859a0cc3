"""What a dashboard is made of: heading, tiles, and in each its title, number and picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    aligned,
    at_least,
    column,
    first_fitting,
    fixed,
    one_line,
    pad,
    row,
    shared_rows,
    space,
    stretched,
    text,
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
    keyed = [(f"{graphic.id}/tile {number}", tile) for number, tile in enumerate(graphic.tiles, 1)]
    rows = [_row(keyed[start:end], setting) for start, end in pairwise(ends)]
    return column([_head(graphic, setting), column(rows, gap=GAP)], gap=HEAD_GAP)


def _row(tiles: Sequence[tuple[str, Tile]], setting: Setting) -> Box:
    """Tiles side by side, their titles and their numbers at one height: pictures stand beside the numbers
    where all have room there, else all below."""

    def made(beside: bool) -> Box:
        cells = [[_title(tile, setting), _content(tile, beside, setting)] for _, tile in tiles]
        contents = shared_rows(cells, gap=TITLE_GAP, spare="boxes")
        return row([_tile(*each, setting) for each in zip(tiles, contents, strict=True)], gap=GAP)

    return first_fitting(made(True), made(False))


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


def _tile(keyed: tuple[str, Tile], content: Box, setting: Setting) -> Box:
    theme, (key, tile) = setting.theme, keyed
    stroke, name = Stroke(theme.role.hairline, theme.shape.stroke), plain_text(tile.title)
    padded = pad(content, PADDING)
    tiled = on_panel(padded, setting.context, fill=theme.role.background, stroke=stroke, name=name, key=key)
    return stretched(tiled)


def _title(tile: Tile, setting: Setting) -> Box:
    """What is measured, with the tag at its right."""
    line = LabelParagraph(tile.title, bold=True, color=setting.theme.role.text)
    title = pad(text((line,), setting, name=plain_text(tile.title)), replace(TAG, left=0.0, right=0.0))
    if tile.tag is None:
        return title
    tag = at_least(_tag(tile.tag, setting), height=setting.pitch + TAG.vertical)
    return row([title, pad(aligned(tag, None, 0.0), Insets(left=SIDE_GAP / 2))], ("share", "fit"))


def _content(tile: Tile, beside: bool, setting: Setting) -> Box | None:
    """The number and its detail; the picture beside or below them."""
    role = setting.theme.role
    value = words(tile.value, setting, bold=True, color=role.heading, delta=VALUE, wrap=False)
    detail = words(tile.detail, setting, color=role.muted, wrap=not beside)
    shown, said = picture(tile, setting), column([value, detail])
    if not value and not detail:
        return shown
    if beside:
        at_side = at_least(shown or stretched(space()), width=BESIDE)
        return row([aligned(said), at_side], ("fit", "share"), gap=SIDE_GAP)
    return column([aligned(said, horizontal=None, vertical=0.0), shown or stretched(space())], gap=TITLE_GAP)


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

"""What a dashboard is made of: heading, tiles, and in each its title, number and picture."""

from __future__ import annotations

import math
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
    for_size,
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
VALUES = (27.0, 18.0, 9.0)
"""Points that numbers are larger than the text: the first with which the tiles leave some height free."""
AIRY = 0.6  # of the height: what tiles with larger numbers than the least may need
GROWTH = 2.6  # times what they need that tiles without a curve may be high: with one, they fill what there is
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

    def tiles(value: float) -> Box:
        return column([_row(keyed[start:end], value, setting) for start, end in pairwise(ends)], gap=GAP)

    def made(size: Size) -> Box:
        for value in VALUES[:-1]:
            needs = (larger := tiles(value)).takes(Size(size.width, 0.0))
            if needs.width <= size.width and needs.height <= size.height * AIRY:
                return larger
        return tiles(VALUES[-1])

    return column([_head(graphic, setting), for_size(made)], gap=HEAD_GAP)


def _row(tiles: Sequence[tuple[str, Tile]], value: float, setting: Setting) -> Box:
    """Tiles side by side, their titles and their numbers at one height: pictures stand beside the numbers
    where all have room there, else all below."""

    # Where a neighbour has a detail, a number without one stands as high.
    blank = space(height=setting.pitch) if any(tile.detail for _, tile in tiles) else None

    def made(beside: bool) -> Box:
        cells = [[_title(tile, setting), _content(tile, value, blank, beside, setting)] for _, tile in tiles]
        contents = shared_rows(cells, gap=TITLE_GAP, spare="boxes")
        boxes = [_tile(*each, setting) for each in zip(tiles, contents, strict=True)]
        growth = math.inf if any(tile.trend for _, tile in tiles) else GROWTH
        return row([stretched(each, times=growth) for each in boxes], gap=GAP)

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
    return on_panel(padded, setting.context, fill=theme.role.background, stroke=stroke, name=name, key=key)


def _title(tile: Tile, setting: Setting) -> Box:
    """What is measured, with the tag at its right."""
    line = LabelParagraph(tile.title, bold=True, color=setting.theme.role.text)
    title = pad(text((line,), setting, name=plain_text(tile.title)), replace(TAG, left=0.0, right=0.0))
    if tile.tag is None:
        return title
    tag = at_least(_tag(tile.tag, setting), height=setting.pitch + TAG.vertical)
    return row([title, pad(aligned(tag, None, 0.0), Insets(left=SIDE_GAP / 2))], ("share", "fit"))


def _content(tile: Tile, larger: float, blank: Box | None, beside: bool, setting: Setting) -> Box | None:
    """The number and its detail, or what is `blank` in its place; the picture beside or below them."""
    role = setting.theme.role
    value = words(tile.value, setting, bold=True, color=role.heading, delta=larger, wrap=False)
    detail = words(tile.detail, setting, color=role.muted, wrap=not beside)
    shown, said = picture(tile, setting), column([value, detail or blank])
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

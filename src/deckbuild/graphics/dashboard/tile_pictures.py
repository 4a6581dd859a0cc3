"""The pictures on dashboard tiles: a trend line, bars to compare, a level on its scale, with thresholds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice

from deckbuild.charts.plot import Scale
from deckbuild.deck.inline import plain_text
from deckbuild.deck.spelling import spelled
from deckbuild.document import Align, Color, Ellipse, Item, Shape, Stroke
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.dashboard.model import Measure, Tile
from deckbuild.graphics.dashboard.thresholds import dashed, mark_color, mark_name, marked
from deckbuild.layout.boxes import (
    SLACK,
    Box,
    Drawn,
    Setting,
    aligned,
    column,
    filling,
    fixed,
    for_size,
    one_line,
    pad,
    row,
    stretched,
)
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import polyline
from deckbuild.layout.shapes import bar

TREND = Size(60.0, 30.0)  # least for a line whose ups and downs can be seen
OVERLAP = 0.9  # of a threshold's name, which may lie over the line
LEVEL, LEVEL_SHARE, LEVEL_MOST = 12.0, 0.2, 32.0
"""Height of a level's bar: its least, its share of what there is, its most."""
BAR = 0.6  # height of a bar, by the size of the text
BAR_SHARE, BAR_MOST = 0.36, 24.0  # of what there is for it, where that is more, but no more points than that
BAR_WIDTH = 70.0  # least, so that lengths compare
LABEL_GAP = 6.0
MARK_GAP = 2.0  # between the thresholds' names and the bars
LINE = 2.25  # the trend's width: seen from the last row
DOT = 7.0
OVERSHOOT = 4.0  # by which a threshold sticks out of a level
KEY = Size(9.0, 9.0)  # of the little squares that name a level's parts
KEYS_GAP = 4.0  # above them


def picture(tile: Tile, setting: Setting) -> Box | None:
    """The tile's picture, which fills its place; None if it has none."""
    theme = setting.theme
    color = theme.palette[tile.color] if tile.color else theme.role.primary
    if tile.trend:
        return _trend(tile, color, setting.smaller())
    if tile.bars:
        return _bars(tile, color, setting.size * BAR, setting.smaller())
    return None if tile.level is None else _level(tile, tile.level, color, setting.smaller())


def _trend(tile: Tile, color: Color, setting: Setting) -> Box:
    """A line over a pale area, thresholds dashed across with their names at the left above them."""
    theme, names = setting.theme, [mark_name(mark, setting, "left") for mark in tile.marks]
    head = names[0].natural.height if names else DOT / 2

    def draw(rect: Rect) -> Iterator[Drawn]:
        place = rect.inset(Insets(head, DOT / 2, DOT / 2, 0.0))
        plot = Scale(place, 0, len(tile.trend) - 1, tile.foot, tile.scale)
        points = [(plot.x(index), plot.y(value)) for index, value in enumerate(tile.trend)]
        foot = [(place.right, place.bottom), (place.left, place.bottom)]
        yield polyline([*points, *foot], Stroke(color), name="Area", closed=theme.hue(color).tint)
        base = replace(place, top=place.bottom - 0.5, height=1.0)
        yield bar(base, theme.role.hairline, "Baseline")
        for mark, name in zip(tile.marks, names, strict=True):
            at, size = plot.y(mark.at), name.natural
            yield dashed(Point(rect.left, at), Point(rect.right, at), mark_color(mark, setting))
            yield from name.draw(Rect(rect.left, at - size.height, size.width, size.height))
        yield polyline(points, Stroke(color, LINE), name="Trend")
        yield Shape(Rect.around(Point(*points[-1]), DOT), Ellipse(), color, name="Now", role="decoration")

    width = max([TREND.width, *(name.natural.width for name in names)])
    return filling(draw, Size(width, TREND.height + head * len(names) * OVERLAP))


def _bars(tile: Tile, color: Color, height: float, setting: Setting) -> Box:
    """Bars below each other, names before and values after them, thresholds upright across."""

    def word(said: str, name: str, align: Align, *, bold: bool = False) -> Box:
        line = LabelParagraph(said, bold=bold, color=setting.theme.role.text)
        return aligned(one_line(line, setting, align=align, name=name))

    bars = [(each, plain_text(each.label)) for each in tile.bars]
    names = [word(each.label, name, "left") for each, name in bars]
    values = [
        word(each.text or spelled(each.value), f"Value {name}", "right", bold=True) for each, name in bars
    ]
    before, after = (max(e.natural.width for e in words) + LABEL_GAP - SLACK for words in (names, values))

    def line(measure: Measure, name: Box, value: Box) -> Box:
        def strip(rect: Rect) -> tuple[Item]:
            high = max(height, min(BAR_MOST, rect.height * BAR_SHARE))
            size = Size(rect.width * measure.value / tile.scale, high)
            return (bar(rect.placed(size, 0.0), color, f"Bar {plain_text(measure.label)}"),)

        cells = [pad(name, Insets(right=LABEL_GAP - SLACK)), filling(strip, Size(BAR_WIDTH, 0.0)), value]
        return stretched(row(cells, (before, "share", after)))

    def threshold(rect: Rect, x: float, color: Color) -> Item:
        return dashed(Point(x, rect.top + MARK_GAP / 2), Point(x, rect.bottom), color)

    rows = column(line(*each) for each in zip(tile.bars, names, values, strict=True))
    return marked(rows, tile, setting, Insets(MARK_GAP, after, 0.0, before), threshold)


def _level(tile: Tile, level: float, color: Color, setting: Setting) -> Box:
    """A filled bar on its scale, thresholds upright across with their names above, parts named below."""
    role = setting.theme.role
    parts = [part.value for part in tile.parts] or [1.0]
    shades = list(islice(cycle((color, role.dark, role.neutral, role.warning)), len(parts)))

    def scale(rect: Rect) -> Iterator[Item]:
        yield bar(rect, role.hairline, "Scale")
        filled = rect.width * level / tile.scale
        shares = rect.columns([filled * part / sum(parts) for part in parts])
        yield from (bar(place, shade, "Level") for place, shade in zip(shares, shades, strict=True))

    def threshold(rect: Rect, x: float, color: Color) -> Item:
        return bar(replace(rect, left=x - 1.0, width=2.0), color, "Threshold")

    def key(label: str, shade: Color) -> Box:
        square = fixed(KEY, lambda rect: (bar(rect.placed(KEY), shade, "Key"),))
        words = one_line(LabelParagraph(label, color=role.text), setting)
        return row([square, words], ("fit", "fit"), gap=LABEL_GAP)

    keys = [key(part.label, shade) for part, shade in zip(tile.parts, shades, strict=False)]
    named = row(keys, ["fit"] * len(keys), gap=2 * LABEL_GAP - SLACK) if keys else None

    def made(size: Size) -> Box:
        high = max(LEVEL, min(LEVEL_MOST, size.height * LEVEL_SHARE))
        track = pad(fixed(Size(BAR_WIDTH, high), scale), Insets(bottom=OVERSHOOT))
        scale_and_marks = marked(track, tile, setting, Insets(top=OVERSHOOT), threshold)
        return stretched(aligned(column([scale_and_marks, named], gap=KEYS_GAP)))

    return for_size(made)

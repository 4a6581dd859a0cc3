"""The pictures on dashboard tiles: a trend line, bars to compare, a level on its scale, with thresholds."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.context import LayoutContext
from deckbuild.deck.spelling import spelled
from deckbuild.document import Color, Connector, Ellipse, Item, Shape, Stroke, Text
from deckbuild.geometry import Point, Rect, Size
from deckbuild.graphics.dashboard.model import Mark, Tile
from deckbuild.layout.boxes import Box, Setting, filling
from deckbuild.layout.label import LabelLine
from deckbuild.layout.marks import one_line, polyline
from deckbuild.layout.shapes import bar
from deckbuild.layout.spread import spread

TREND_HEIGHT = 30.0  # least for a line whose ups and downs can be seen
TREND_WIDTH = 60.0
LEVEL = 12.0  # height of a level's bar
BAR = 0.6  # height of a bar, by the size of the text
BAR_WIDTH = 70.0  # least, so that lengths compare
LABEL_GAP = 6.0
LINE = 2.25  # the trend's width: seen from the last row
DOT = 7.0
OVERSHOOT = 4.0  # by which a threshold sticks out of a bar
KEY = 9.0  # side of the little squares that name a level's parts


def draw_picture(tile: Tile, rect: Rect, size: float, context: LayoutContext) -> Iterator[Item]:
    """The tile's picture in `rect`; nothing if it has none."""
    color = context.theme.palette[tile.color] if tile.color else context.theme.role.primary
    if tile.trend:
        yield from _trend(tile, rect, color, size, context)
    elif tile.bars:
        yield from _bars(tile, rect, color, size, context)
    elif tile.level is not None:
        yield from _level(tile, rect, color, size, context)


def picture_needs(tile: Tile, size: float, context: LayoutContext) -> Size:
    """The least size in points at which the tile's picture can be read."""
    text = one_line(LabelLine("x"), size - 1, context).height
    marks = [one_line(LabelLine(mark.label, bold=True), size - 1, context).width for mark in tile.marks]
    if tile.trend:
        return Size(max([TREND_WIDTH, *marks]), TREND_HEIGHT + text * len(marks) * 0.9)
    if tile.bars:
        labels, values = _bar_columns(tile, size, context)
        head = text + 2.0 if marks else 0.0
        return Size(labels + BAR_WIDTH + values, head + len(tile.bars) * text)
    if tile.level is not None:
        head = text + OVERSHOOT if marks else 0.0
        keys = text + 4.0 if tile.parts else 0.0
        return Size(
            max([BAR_WIDTH, sum(marks), _keys_width(tile, size, context)]), head + LEVEL + OVERSHOOT + keys
        )
    return Size(0.0, 0.0)


def _mark_color(mark: Mark, context: LayoutContext) -> Color:
    """Of a threshold and its name: the shade of its colour that stands out from the tile."""
    theme = context.theme
    return theme.hue(theme.palette[mark.color] if mark.color else theme.role.accent).text


def _trend(tile: Tile, rect: Rect, color: Color, size: float, context: LayoutContext) -> Iterator[Item]:
    """A line over a pale area, thresholds dashed across with their names at the left above them."""
    highest = tile.scale
    lowest = tile.foot
    head = one_line(LabelLine("x", bold=True), size - 1, context).height if tile.marks else DOT / 2
    plot = Rect.from_edges(rect.left, rect.top + head, rect.right - DOT / 2, rect.bottom - DOT / 2)

    def y(value: float) -> float:
        return plot.bottom - (value - lowest) / (highest - lowest) * plot.height

    step = plot.width / (len(tile.trend) - 1)
    points = [(plot.left + index * step, y(value)) for index, value in enumerate(tile.trend)]
    tint = context.theme.hue(color).tint
    foot = [(plot.right, plot.bottom), (plot.left, plot.bottom)]
    yield polyline([*points, *foot], Stroke(color), name="Area", closed=tint)
    yield bar(Rect(plot.left, plot.bottom - 0.5, plot.width, 1.0), context.theme.role.hairline, "Baseline")
    for mark in tile.marks:
        shade = _mark_color(mark, context)
        yield _dashed(Point(rect.left, y(mark.at)), Point(rect.right, y(mark.at)), shade)
        body = one_line(LabelLine(mark.label, bold=True, color=shade), size - 1, context)
        yield Text(
            Rect(rect.left, y(mark.at) - body.height, body.width + 0.5, body.height),
            body,
            f"Threshold {body.text}",
        )
    yield polyline(points, Stroke(color, LINE), name="Trend")
    last = points[-1]
    yield Shape(
        Rect(last[0] - DOT / 2, last[1] - DOT / 2, DOT, DOT),
        Ellipse(),
        color,
        name="Now",
        decorative=True,
    )


def _dashed(start: Point, end: Point, color: Color) -> Connector:
    return Connector(
        (start, end), Stroke(color, 1.5, "dash"), end_arrow=False, name="Threshold", decorative=True
    )


def _bar_columns(tile: Tile, size: float, context: LayoutContext) -> tuple[float, float]:
    """Widths of the names at the left and of the values at the right, gaps included."""
    names = [one_line(LabelLine(measure.label), size - 1, context).width for measure in tile.bars]
    values = [
        one_line(LabelLine(_value(tile, i), bold=True), size - 1, context).width
        for i in range(len(tile.bars))
    ]
    return max(names) + LABEL_GAP, max(values) + LABEL_GAP


def _value(tile: Tile, index: int) -> str:
    measure = tile.bars[index]
    return measure.text or f"{spelled(measure.value)}"


def _bars(tile: Tile, rect: Rect, color: Color, size: float, context: LayoutContext) -> Iterator[Item]:
    """Bars below each other, names before and values after them, thresholds upright across."""
    theme = context.theme
    names, values = _bar_columns(tile, size, context)
    text = one_line(LabelLine("x"), size - 1, context).height
    head = text + 2.0 if tile.marks else 0.0
    field = Rect.from_edges(rect.left + names, rect.top + head, rect.right - values, rect.bottom)
    pitch = field.height / len(tile.bars)
    high = size * BAR
    for index, measure in enumerate(tile.bars):
        middle = field.top + (index + 0.5) * pitch
        name = one_line(LabelLine(measure.label, color=theme.role.text), size - 1, context)
        yield Text(Rect(rect.left, middle - text / 2, names - LABEL_GAP + 0.5, text), name, name.text)
        length = field.width * measure.value / tile.scale
        yield bar(Rect(field.left, middle - high / 2, length, high), color, f"Bar {name.text}")
        value = one_line(
            LabelLine(_value(tile, index), bold=True, color=theme.role.text), size - 1, context, align="right"
        )
        yield Text(Rect(rect.right - values, middle - text / 2, values, text), value, f"Value {name.text}")
    for mark in tile.marks:
        x = field.left + field.width * mark.at / tile.scale
        shade = _mark_color(mark, context)
        yield _dashed(Point(x, field.top - 1.0), Point(x, field.bottom), shade)
        body = one_line(LabelLine(mark.label, bold=True, color=shade), size - 1, context, align="center")
        (left,) = spread([x], [body.width + 0.5], rect.left, rect.right, 0.0)
        yield Text(Rect(left, rect.top, body.width + 0.5, text), body, f"Threshold {body.text}")


def _keys_width(tile: Tile, size: float, context: LayoutContext) -> float:
    words = [one_line(LabelLine(part.label), size - 1, context).width for part in tile.parts]
    return sum(words) + len(words) * (KEY + LABEL_GAP) + max(0, len(words) - 1) * 2 * LABEL_GAP


def _level(tile: Tile, rect: Rect, color: Color, size: float, context: LayoutContext) -> Iterator[Item]:
    """A filled bar on its scale, thresholds upright across with their names above, parts named below."""
    theme = context.theme
    needs = picture_needs(tile, size, context)
    text = one_line(LabelLine("x"), size - 1, context).height
    top = rect.top + max(0.0, rect.height - needs.height) / 2 + (text + OVERSHOOT if tile.marks else 0.0)
    track = Rect(rect.left, top, rect.width, LEVEL)
    yield bar(track, theme.role.hairline, "Scale")
    assert tile.level is not None
    filled = track.width * tile.level / tile.scale
    shades = [color, theme.role.dark, theme.role.neutral, theme.role.warning]
    parts = [part.value for part in tile.parts] or [1.0]
    left = track.left
    for index, value in enumerate(parts):
        width = filled * value / sum(parts)
        yield bar(Rect(left, track.top, width, LEVEL), shades[index % len(shades)], "Level")
        left += width
    places = [track.left + track.width * mark.at / tile.scale for mark in tile.marks]
    bodies = [
        one_line(
            LabelLine(mark.label, bold=True, color=_mark_color(mark, context)),
            size - 1,
            context,
            align="center",
        )
        for mark in tile.marks
    ]
    lefts = spread(places, [body.width + 0.5 for body in bodies], rect.left, rect.right, LABEL_GAP)
    for mark, x, body, at in zip(tile.marks, places, bodies, lefts, strict=True):
        shade = _mark_color(mark, context)
        yield bar(Rect(x - 1.0, track.top - OVERSHOOT, 2.0, LEVEL + 2 * OVERSHOOT), shade, "Threshold")
        yield Text(
            Rect(at, track.top - OVERSHOOT - text, body.width + 0.5, text), body, f"Threshold {body.text}"
        )
    x = rect.left
    for index, part in enumerate(tile.parts):
        y = track.bottom + OVERSHOOT + 4.0
        yield bar(Rect(x, y + (text - KEY) / 2, KEY, KEY), shades[index % len(shades)], "Key")
        body = one_line(LabelLine(part.label, color=theme.role.text), size - 1, context)
        yield Text(Rect(x + KEY + LABEL_GAP, y, body.width + 0.5, text), body, body.text)
        x += KEY + LABEL_GAP + body.width + 2 * LABEL_GAP


def picture(tile: Tile, setting: Setting) -> Box | None:
    """The tile's picture as a box that fills its place; None if it has none."""
    needs = picture_needs(tile, setting.size, setting.context)
    if not needs.height:
        return None
    return filling(lambda rect: draw_picture(tile, rect, setting.size, setting.context), needs)

"""Thresholds on the pictures of a dashboard's tiles: lines across, each with its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from deckbuild.charts.plot import Axis
from deckbuild.document import Align, Color, Connector, Item, Stroke
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.dashboard.model import Mark, Tile
from deckbuild.layout.boxes import Box, Drawn, Setting, filling, over, pad, row, set_line
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.spread import spread_places

APART = 6.0  # between neighbouring names


def mark_color(mark: Mark, setting: Setting) -> Color:
    """Of a threshold and its name: the shade of its colour that stands out from the tile."""
    theme = setting.theme
    return theme.hue(theme.palette[mark.color] if mark.color else theme.role.accent).text


def mark_name(mark: Mark, setting: Setting, align: Align = "center") -> Box:
    """A threshold's name on one line."""
    line = LabelParagraph(mark.label, bold=True, color=mark_color(mark, setting))
    body = setting.one_line(line, align=align)
    return set_line(body, f"Threshold {body.text}")


def dashed(start: Point, end: Point, color: Color) -> Connector:
    """A threshold across a picture."""
    stroke = Stroke(color, 1.5, "dash")
    return Connector((start, end), stroke, end_arrow=False, name="Threshold", role="decoration")


def marked(
    field: Box, tile: Tile, setting: Setting, around: Insets, threshold: Callable[[Rect, float, Color], Item]
) -> Box:
    """The tile's thresholds upright across a field, their names above it.

    `around` is what lies between the names and the field, and beside the field's scale. `threshold` draws
    one from what is below the names, its x and its colour.
    """
    if not tile.marks:
        return field
    names = [mark_name(mark, setting) for mark in tile.marks]
    head = names[0].natural.height

    def draw(rect: Rect) -> Iterator[Drawn]:
        axis, below = Axis(0.0, tile.scale), rect.inset(Insets(top=head))
        places = [axis.x(mark.at, rect.inset(around)) for mark in tile.marks]
        tops = spread_places(names, places, replace(rect, height=head), APART)
        for mark, name, x, top in zip(tile.marks, names, places, tops, strict=True):
            yield threshold(below, x, mark_color(mark, setting))
            yield from name.draw(top)

    width = row(names, ["fit"] * len(names), gap=APART).natural.width
    return over(pad(field, Insets(top=head + around.top)), filling(draw, Size(width, 0.0)))

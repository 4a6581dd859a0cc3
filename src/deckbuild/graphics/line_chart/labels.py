"""Labels of a line chart: how they are set, where they may stand, and how they are drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Connector, Ellipse, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.line_chart.placing import Placed, Spot
from deckbuild.layout.boxes import SLACK, VAST, Setting
from deckbuild.layout.label import LabelLine

GAP = 7.0
"""Points between a label and what it belongs to."""

WRAPPED = (0.75, 0.6, 0.45)
"""A label may also stand in several lines, at these shares of its width."""

WRAP_COST = 6.0
PULL = 0.6
"""Cost of a point between a label's middle and where the author wants it."""

TAG = Insets.symmetric(5.0, 2.0)
SIDES = ((1, 0), (-1, 0), *((dx, dy) for dy in (-1, 1) for dx in (0, -0.4, 0.4, -0.8, 0.8)))
"""Directions from a curve to a label: above and below, somewhat to the sides, and beside."""

NEAREST = 16.0  # shortest leader
DOT = 7.0
LEADER_WIDTH = 1.0


@dataclass(frozen=True, slots=True)
class Label:
    """What is to be said. `ground` fills a tag behind it; `dot` is the colour of the dot where its leader
    starts."""

    lines: tuple[LabelLine, ...]
    ground: Color | None = None
    dot: Color | None = None

    @property
    def name(self) -> str:
        return plain_text(self.lines[0].text)

    def numbered(self, number: int) -> Label:
        """A number in its place."""
        return replace(self, lines=(replace(self.lines[0], text=str(number), bold=True),))

    def settings(self, setting: Setting) -> list[TextBody]:
        """The label on one line, and broken to shares of its width where that makes it higher."""
        insets = TAG if self.ground else Insets()
        found = [setting.body(self.lines, VAST, insets=insets)]
        words = max(map(setting.context.typesetter.widest_unit, (p.runs for p in found[0].paragraphs)))
        for share in WRAPPED:
            width = max(words + insets.horizontal, (found[0].width + SLACK) * share) + SLACK
            body = setting.body(self.lines, width, insets=insets)
            torn = any(line.text.endswith("-") for paragraph in body.paragraphs for line in paragraph.lines)
            if body.height > found[-1].height + 0.01 and not torn:
                found.append(body)
        return found


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label as set for its place. `key` is that of the part that it belongs to."""

    key: str
    label: Label
    body: TextBody
    at: Placed


def along(curve: Sequence[Point], sizes: Sequence[Size], prefer: float | None = None) -> Iterator[Spot]:
    """Above, below and beside a curve, all along it; `prefer` is an x to stay near."""
    step = max(1, len(curve) // 48)
    for variant, size in enumerate(sizes):
        for point in curve[::step]:
            for far in (GAP, GAP * 2):
                for dx, dy in SIDES:
                    rect = _beside(point, size, dx, dy, far)
                    away = abs(rect.center.x - prefer) if prefer is not None else 0.0
                    yield Spot(rect, WRAP_COST * variant + PULL * away, variant)


def around(point: Point, sizes: Sequence[Size]) -> Iterator[Spot]:
    """In rings around a point, with a leader from it."""
    for variant, size in enumerate(sizes):
        for ring in range(8):
            for turn in range(16):
                angle = turn * math.pi / 8
                rect = _beside(point, size, math.cos(angle), math.sin(angle), NEAREST + ring * 10.0)
                yield Spot(rect, WRAP_COST * variant, variant, point)


def by_arrow(start: Point, end: Point, sizes: Sequence[Size]) -> Iterator[Spot]:
    """Above and below a level arrow."""
    middle = (start.x + end.x) / 2
    for variant, size in enumerate(sizes):
        for column in range(-10, 11):
            for row in range(4):
                for side in (-1, 1):
                    rect = _beside(Point(middle + column * 4.0, start.y), size, 0, side, GAP + row * 5.0)
                    yield Spot(rect, WRAP_COST * variant + abs(column) + row * 5.0, variant)


def beside_event(x: float, top: float, sizes: Sequence[Size]) -> Iterator[Spot]:
    """Left and right of an upright line, from its top down."""
    for variant, size in enumerate(sizes):
        for row in range(24):
            for left in (x - GAP - size.width, x + GAP):
                rect = Rect(left, top + 2.0 + row * 6.0, size.width, size.height)
                yield Spot(rect, WRAP_COST * variant + row * 4.0, variant)


def on_limit(y: float, left: float, right: float, sizes: Sequence[Size]) -> Iterator[Spot]:
    """Above and below a level line, by preference at its right end."""
    for variant, size in enumerate(sizes):
        for column in range(24):
            x = right - size.width - column * max(4.0, (right - left - size.width) / 24)
            for top, bias in ((y - size.height - 4.5, 0.0), (y + 4.5, 2.0)):
                rect = Rect(x, top, size.width, size.height)
                yield Spot(rect, WRAP_COST * variant + bias + column * 1.5, variant)


def _beside(point: Point, size: Size, dx: float, dy: float, far: float) -> Rect:
    """A box whose nearest edge or corner lies `far` points from `point` in a direction."""
    x = point.x + dx * (far + size.width / 2)
    y = point.y + dy * (far + size.height / 2)
    return Rect.around(Point(x, y), size.width, size.height)


def draw_label(placed: PlacedLabel, context: LayoutContext) -> Iterator[Item]:
    """The label's leader with its dot, and its text, in a tag if it has a ground."""
    label, body, spot = placed.label, placed.body, placed.at.spot
    name = label.name
    if spot.anchor is not None:
        stroke, rim = (Stroke(color, LEADER_WIDTH) for color in (context.tone.text, context.tone.ground))
        ends = (spot.anchor, spot.leader_end())
        yield Connector(ends, stroke, end_arrow=False, name=f"{name} leader", decorative=True)
        dot, fill = Rect.around(spot.anchor, DOT), label.dot or context.tone.text
        yield Shape(dot, Ellipse(), fill, rim, name=f"{name} point", decorative=True)
    if all(len(paragraph.lines) == 1 for paragraph in body.paragraphs):
        body = replace(body, wrap=False)
    if label.ground is None:
        yield Text(spot.rect, body, name)
    else:
        shape = Rounded(context.theme.shape.radius / 2)
        yield Shape(spot.rect, shape, label.ground, body=body, name=name, key=placed.key)

"""Where the labels of a line chart may stand: spots along curves, beside events, around points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Connector, Ellipse, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.line_chart.measure import Measured
from deckbuild.graphics.line_chart.placing import Placed, Spot
from deckbuild.layout.label import LabelLine, label_size, set_label

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
    """A label with its words, and in its settings: on one line, and broken into more.

    `ground` fills a tag behind it; `dot` is the colour of the dot where its leader starts.
    """

    name: str
    lines: tuple[LabelLine, ...]
    settings: tuple[TextBody, ...]
    key: str
    ground: Color | None = None
    dot: Color | None = None

    @property
    def sizes(self) -> tuple[Size, ...]:
        return tuple(Size(body.width + 0.5, body.height) for body in self.settings)


def make_label(
    lines: Sequence[LabelLine],
    made: Measured,
    key: str,
    *,
    ground: Color | None = None,
    dot: Color | None = None,
) -> Label:
    """A label at the chart's label size: on one line, and broken to shares of its width."""
    insets = TAG if ground else Insets()
    size, context, shown = made.size, made.context, made.said(key, lines)
    natural = label_size(shown, size, context, 1e4, insets).width
    one_line = set_label(shown, size, natural + 0.5, context, insets=insets)
    words = max(context.typesetter.widest_unit(paragraph.runs) for paragraph in one_line.paragraphs)
    settings = [one_line]
    for share in WRAPPED:
        width = max(words + insets.horizontal, natural * share) + 0.5
        body = set_label(shown, size, width, context, insets=insets)
        torn = any(line.text.endswith("-") for part in body.paragraphs for line in part.lines)
        if body.height > settings[-1].height + 0.01 and not torn:
            settings.append(body)
    return Label(plain_text(lines[0].text), tuple(lines), tuple(settings), key, ground, dot)


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
    middle = Point((start.x + end.x) / 2, start.y)
    for variant, size in enumerate(sizes):
        for column in range(-10, 11):
            for row in range(4):
                for side in (-1, 1):
                    x = middle.x + column * 4.0 - size.width / 2
                    y = middle.y + side * (GAP + row * 5.0 + size.height / 2) - size.height / 2
                    bias = WRAP_COST * variant + abs(column) + row * 5.0
                    yield Spot(Rect(x, y, size.width, size.height), bias, variant)


def beside_event(x: float, area: Rect, sizes: Sequence[Size]) -> Iterator[Spot]:
    """Left and right of an upright line, from its top down."""
    for variant, size in enumerate(sizes):
        for row in range(24):
            top = area.top + 2.0 + row * 6.0
            for left in (x - GAP - size.width, x + GAP):
                yield Spot(Rect(left, top, size.width, size.height), WRAP_COST * variant + row * 4.0, variant)


def on_limit(y: float, left: float, right: float, sizes: Sequence[Size]) -> Iterator[Spot]:
    """Above and below a level line, by preference at its right end."""
    for variant, size in enumerate(sizes):
        for column in range(24):
            x = right - size.width - column * max(4.0, (right - left - size.width) / 24)
            for top, bias in ((y - size.height - 4.5, 0.0), (y + 4.5, 2.0)):
                yield Spot(
                    Rect(x, top, size.width, size.height), WRAP_COST * variant + bias + column * 1.5, variant
                )


def _beside(point: Point, size: Size, dx: float, dy: float, far: float) -> Rect:
    """A box whose nearest edge or corner lies `far` points from `point` in a direction."""
    x = point.x + dx * (far + size.width / 2)
    y = point.y + dy * (far + size.height / 2)
    return Rect(x - size.width / 2, y - size.height / 2, size.width, size.height)


def draw_label(label: Label, placed: Placed, context: LayoutContext) -> Iterator[Item]:
    """The label's leader with its dot, and its text, in a tag if it has a ground."""
    spot = placed.spot
    if spot.anchor is not None:
        end = spot.leader_end()
        stroke = Stroke(context.tone.text, LEADER_WIDTH)
        yield Connector(
            (spot.anchor, end), stroke, end_arrow=False, name=f"{label.name} leader", decorative=True
        )
        dot = Rect(spot.anchor.x - DOT / 2, spot.anchor.y - DOT / 2, DOT, DOT)
        rim = Stroke(context.tone.ground, LEADER_WIDTH)
        fill = label.dot or context.tone.text
        yield Shape(dot, Ellipse(), fill, rim, name=f"{label.name} point", decorative=True)
    body = (
        replace(label.settings[spot.variant], wrap=False)
        if _unbroken(label, spot)
        else label.settings[spot.variant]
    )
    if label.ground is None:
        yield Text(spot.rect, body, label.name)
        return
    shape = Rounded(context.theme.shape.radius / 2)
    yield Shape(spot.rect, shape, label.ground, body=body, name=label.name, key=label.key)


def _unbroken(label: Label, spot: Spot) -> bool:
    return all(len(paragraph.lines) == 1 for paragraph in label.settings[spot.variant].paragraphs)

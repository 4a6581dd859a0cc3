"""Where the labels of a line chart may stand: spots along curves, beside events, around points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.document import Color, Connector, Item, Preset, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.placing import Placed, Spot
from deckbuild.layout.label import LabelLine, label_size, set_label
from deckbuild.layout.shapes import rounded

GAP = 7.0
"""Points between a label and what it belongs to."""

WRAPPED = 0.62
"""A label may also stand in two lines, at this share of its width."""

WRAP_COST = 6.0
TAG = Insets.symmetric(5.0, 2.0)
DOT = 7.0
LEADER_WIDTH = 1.0


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its settings (one line, two lines). `ground` fills a tag behind it; `dot` is the colour of the dot
    where its leader starts."""

    name: str
    settings: tuple[TextBody, ...]
    key: str
    ground: Color | None = None
    dot: Color | None = None

    @property
    def sizes(self) -> tuple[Size, ...]:
        return tuple(Size(body.width + 0.5, body.height) for body in self.settings)


def make_label(
    name: str,
    lines: Sequence[LabelLine],
    size: float,
    context: LayoutContext,
    key: str,
    *,
    ground: Color | None = None,
    dot: Color | None = None,
    widest: float = math.inf,
) -> Label:
    """A label at `size` points: on one line if it may be so wide, and broken to a share of that."""
    insets = TAG if ground else Insets()
    natural = label_size(lines, size, context, min(widest, 1e4), insets).width
    widths = [natural] + ([natural * WRAPPED] if " " in "".join(line.text for line in lines) else [])
    settings: list[TextBody] = []
    for width in widths:
        body = set_label(lines, size, width + 0.5, context, align="center", anchor="middle", insets=insets)
        if all(len(body.paragraphs[0].lines) != len(known.paragraphs[0].lines) for known in settings):
            settings.append(body)
    return Label(name, tuple(settings), key, ground, dot)


def along(curve: Sequence[Point], sizes: Sequence[Size], prefer: float | None = None) -> Iterator[Spot]:
    """Above, below and beside a curve, all along it; `prefer` is an x to stay near."""
    step = max(1, len(curve) // 48)
    for variant, size in enumerate(sizes):
        for point in curve[::step]:
            bias = WRAP_COST * variant + (0.4 * abs(point.x - prefer) if prefer is not None else 0.0)
            for far in (GAP, GAP * 1.8, GAP * 2.8):
                for dx, dy in ((0, -1), (-0.8, -1), (0.8, -1), (0, 1), (-0.8, 1), (0.8, 1), (1, 0), (-1, 0)):
                    yield Spot(_beside(point, size, dx, dy, far), bias, variant)


def around(
    point: Point, sizes: Sequence[Size], *, leader: bool, nearest: float = 16.0, farthest: float = 88.0
) -> Iterator[Spot]:
    """In rings around a point."""
    for variant, size in enumerate(sizes):
        distance = nearest if leader else GAP
        while distance <= (farthest if leader else GAP * 4):
            for turn in range(24):
                angle = turn * math.pi / 12
                spot = _beside(point, size, math.cos(angle), math.sin(angle), distance)
                bias = WRAP_COST * variant + (0.0 if leader else distance)
                yield Spot(spot, bias, variant, point if leader else None)
            distance += 8.0


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
        yield Shape(dot, Preset("ellipse"), fill, rim, name=f"{label.name} point", decorative=True)
    body = (
        replace(label.settings[spot.variant], wrap=False)
        if _unbroken(label, spot)
        else label.settings[spot.variant]
    )
    if label.ground is None:
        yield Text(spot.rect, body, label.name)
        return
    shape = rounded(spot.rect.size, context.theme.shape.radius / 2)
    yield Shape(spot.rect, shape, label.ground, body=body, name=label.name, key=label.key)


def _unbroken(label: Label, spot: Spot) -> bool:
    return all(len(paragraph.lines) == 1 for paragraph in label.settings[spot.variant].paragraphs)

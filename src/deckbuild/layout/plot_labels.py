"""Labels of a plot, which find their own places: how they are set, placed and drawn, and a key to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.charts.placing import Busy, Placed, Spot, Wish, place
from deckbuild.charts.plot import Mark, obstacles
from deckbuild.deck.inline import plain_text
from deckbuild.document import (
    NO_INSETS,
    Color,
    Connector,
    Ellipse,
    Item,
    Rounded,
    Shape,
    Stroke,
    Text,
    TextBody,
)
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.layout.boxes import SLACK, VAST, Box, Setting, aligned, column, row, space, text
from deckbuild.layout.label import ROUNDING, LabelParagraph, roomy_width

WRAPPED = (0.75, 0.6, 0.45)
"""A label may also stand in several lines, at these shares of its width."""

TAG = Insets.symmetric(5.0, 2.0)
DOT = 7.0
LEADER_WIDTH = 1.0

KEY_COLUMN = 240.0
"""Least width of a column of the key, in points: some words in each line."""

NUMBER_ROOM = 1.6
"""Width of the numbers' column, by the size of the text: two digits and a space."""

COLUMN_GAP = 18.0
ROW_GAP = 2.0

Spots = Callable[[Sequence[Size], Sequence[Point]], Iterable[Spot]]


@dataclass(frozen=True, slots=True)
class Label:
    """What is to be said. `ground` fills a tag behind it; `dot` is the colour of the dot where its leader
    starts."""

    lines: tuple[LabelParagraph, ...]
    ground: Color | None = None
    dot: Color | None = None

    @property
    def name(self) -> str:
        return plain_text(self.lines[0].text)

    def settings(self, setting: Setting, number: int | None = None) -> list[TextBody]:
        """The label, or its number in its place: on one line, and broken to shares of its width where that
        makes it higher."""
        lines = (replace(self.lines[0], text=str(number), bold=True),) if number else self.lines
        insets = TAG if self.ground else NO_INSETS
        found = [replace(setting.body(lines, VAST, insets=insets), wrap=False)]
        words = max(setting.context.typesetter.widest_unit(each.runs) for each in found[0].paragraphs)
        for share in WRAPPED:
            width = max(words + insets.horizontal, (found[0].width + SLACK) * share) + SLACK
            body = setting.body(lines, width, insets=insets)
            torn = any(line.text.endswith("-") for each in body.paragraphs for line in each.lines)
            if body.height > found[-1].height + ROUNDING and not torn:
                found.append(body)
        return found


@dataclass(frozen=True, slots=True)
class PlotElement:
    """What stands in a plot: a line, an area, an event. `line` is what labels keep clear of.

    `spots` tells where its label may stand from the label's sizes, on one line and on more, and from the
    line as points a few points apart. `marks` are what the plot's picture shows of it.
    """

    key: str
    label: Label | None
    spots: Spots
    line: tuple[Point, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """The label of an element, as set for its place."""

    element: PlotElement
    label: Label
    body: TextBody
    at: Placed

    def draw(self, setting: Setting) -> Iterator[Item]:
        """The label's leader with its dot, and its text, in a tag if it has a ground."""
        spot, tone, name = self.at.spot, setting.tone, self.label.name
        if spot.anchor is not None:
            stroke, rim = (Stroke(color, LEADER_WIDTH) for color in (tone.text, tone.ground))
            ends = (spot.anchor, spot.leader_end())
            yield Connector(ends, stroke, end_arrow=False, name=f"{name} leader", role="decoration")
            dot, fill = Rect.around(spot.anchor, DOT), self.label.dot or tone.text
            yield Shape(dot, Ellipse(), fill, rim, name=f"{name} point", role="decoration")
        if (ground := self.label.ground) is None:
            yield Text(spot.rect, self.body, name)
        else:
            tag = Rounded(setting.theme.shape.radius / 2)
            yield Shape(spot.rect, tag, ground, body=self.body, name=name, key=self.element.key)


def place_labels(
    elements: Sequence[PlotElement],
    lines: Mapping[str, Sequence[Point]],
    bounds: Rect,
    setting: Setting,
    busy: Sequence[Busy] = (),
    numbers: Mapping[str, int] | None = None,
) -> list[PlacedLabel]:
    """All labels in their elements' order, where they touch neither `lines`, by the keys of theirs, nor each
    other, as far as there is room inside `bounds`; better not on what is `busy`.

    Those with one of `numbers`, by their elements' keys, show that in the plot.
    """
    clear = obstacles(lines)
    wishes, wanted = [], []
    for each in elements:
        if (label := each.label) is not None:
            bodies = label.settings(setting, (numbers or {}).get(each.key))
            sizes = [Size(roomy_width(body), body.height) for body in bodies]
            spots = tuple(each.spots(sizes, clear.get(each.key, ())))
            wishes.append(
                Wish(label.name, spots, each.key if each.key in lines else "", label.ground is not None)
            )
            wanted.append((each, label, bodies))
    pairs = zip(wanted, place(wishes, clear, bounds, busy), strict=True)
    return [PlacedLabel(each, label, bodies[at.spot.variant], at) for (each, label, bodies), at in pairs]


def label_key(labels: Sequence[Label], width: float, setting: Setting) -> Box:
    """The labels in their order, numbered from 1, row by row in as many columns as `width` points have room
    for."""

    def words(lines: Sequence[LabelParagraph], name: str) -> Box:
        return aligned(text(lines, setting, name=name), vertical=0.0)

    columns = max(1, min(len(labels), int((width + COLUMN_GAP) // (KEY_COLUMN + COLUMN_GAP))))
    cells = []
    for number, label in enumerate(labels, 1):
        lines = [replace(line, color=setting.tone.text) for line in label.lines]
        count = words([LabelParagraph(str(number), bold=True)], f"Key {number}")
        cells.append(row([count, words(lines, label.name)], [NUMBER_ROOM * setting.size, "share"]))
    cells += [space()] * (-len(cells) % columns)
    rows = [row(cells[start : start + columns], gap=COLUMN_GAP) for start in range(0, len(cells), columns)]
    return column(rows, gap=ROW_GAP)

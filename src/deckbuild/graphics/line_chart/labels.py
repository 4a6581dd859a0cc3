"""Labels of a line chart: how they are set and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckbuild.charts.placing import Placed
from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Connector, Ellipse, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect
from deckbuild.layout.boxes import SLACK, VAST, Setting
from deckbuild.layout.label import LabelParagraph

WRAPPED = (0.75, 0.6, 0.45)
"""A label may also stand in several lines, at these shares of its width."""

TAG = Insets.symmetric(5.0, 2.0)
DOT = 7.0
LEADER_WIDTH = 1.0


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

"""A ladder of levels, the most urgent on top: what each means, how fast to act, an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from pydantic import Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, idle, raise_faults
from deckbuild.deck.fields import ColorName, Inline, Verbatim
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.diagnostics.codes.deck import DUPLICATE
from deckbuild.document import Color, Frame, Item, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.boxes import (
    Box,
    Setting,
    Track,
    airy,
    behind,
    column,
    fit,
    one_line,
    pad,
    row,
    space,
    stretched,
    text,
    widest,
)
from deckbuild.layout.label import LabelLine
from deckbuild.layout.marks import end_cap
from deckbuild.layout.shapes import panel
from deckbuild.theme import Theme

LARGEST = 16.0  # definitions are sentences; the level and the time stand above them
GAP = 9.0  # between rungs
STEP = 15.0  # by which each rung stands back from the one above
TALLEST = 104.0  # a rung that is higher leaves its text floating
PADDING = Insets.symmetric(14.0, 8.0)
LEVEL = 8.0  # points that a level is larger than the text
NAME = 14.0  # points: in bold the least that counts as large text (WCAG 2.2, §1.4.3)
TIME = 5.0
HEAD_GAP = 4.0


class Rung(Node):
    """One level of the ladder."""

    level: Verbatim = Field(min_length=1, description="Its short name, set large, such as P0.")
    name: Inline | None = Field(default=None, description="Its name in words.")
    definition: Inline = Field(description="What belongs to this level.")
    example: Inline | None = Field(default=None, description="A case of it.")
    time: Inline | None = Field(default=None, description="How fast to act, set large at the right.")
    color: ColorName | None = Field(default=None, description="Its colour, else one from hot to cool.")
    highlight: bool = Field(default=False, description="Outline the rung in its colour.")


@GRAPHICS.register("ladder")
class Ladder(Graphic):
    """Levels of severity or maturity as rungs, the highest on top."""

    rungs: tuple[Rung, ...] = Field(min_length=2, max_length=6, description="The levels from the top.")
    level_label: Inline | None = Field(default=None, description="Heading of the first column.")
    definition_label: Inline | None = Field(default=None, description="Heading of the second column.")
    time_label: Inline | None = Field(default=None, description="Heading of the last column.")
    example_label: Inline | None = Field(default=None, description="Stands before each example.")

    @model_validator(mode="after")
    def _levels_differ(self) -> Self:
        levels = [rung.level for rung in self.rungs]
        faults = [
            Fault(f"level {str(level)!r} is used twice", "", DUPLICATE, ("rungs", index, "level"))
            for index, level in enumerate(levels)
            if level in levels[:index]
        ]
        examples = [rung.example for rung in self.rungs if rung.example]
        raise_faults([*faults, *idle("example_label", self.example_label, examples, "examples")])
        return self

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return fit(self._ladder, region, context, LARGEST)

    def _ladder(self, setting: Setting) -> Box:
        """Headings above the columns, then the rungs, all of one height."""
        levels = [self._level(rung, setting) for rung in self.rungs]
        times = [(_time(rung, None),) for rung in self.rungs if rung.time]
        level = _width(levels, self.level_label, setting)
        time = _width(times, self.time_label, setting)
        tracks: tuple[Track, ...] = (level, "share", time)
        rungs = [
            pad(self._rung(rung, color, tracks, setting), Insets(left=STEP * index))
            for index, (rung, color) in enumerate(zip(self.rungs, self._colors(setting.context), strict=True))
        ]
        heads = (self.level_label, self.definition_label, self.time_label)
        head = row([_head(text, index, setting) for index, text in enumerate(heads)], tracks)
        return column([head if any(heads) else None, column(rungs, gap=GAP, even=True)], gap=HEAD_GAP)

    def _level(self, rung: Rung, setting: Setting, color: Color | None = None) -> tuple[LabelLine, ...]:
        level = LabelLine(rung.level, bold=True, color=color, delta=LEVEL)
        name = LabelLine(rung.name or "", bold=True, color=color, delta=max(0.0, NAME - setting.size))
        return (level, name) if rung.name else (level,)

    def _rung(self, rung: Rung, color: Color, tracks: Sequence[Track], setting: Setting) -> Box:
        """A panel: the level on its colour, the meaning in the middle, the time at the right."""
        theme, context = setting.context.theme, setting.context

        def block(rect: Rect, body: TextBody) -> Iterator[Item]:
            shape = end_cap(rect.size, theme.shape.radius)
            yield Shape(rect, shape, color, None, body, f"Level {rung.level}")

        def ground(rect: Rect) -> Iterator[Item]:
            stroke = Stroke(color if rung.highlight else theme.role.hairline, theme.shape.stroke)
            name = f"{rung.level} {plain_text(rung.name or '')}".strip()
            key = f"{self.id}/{rung.level}"
            yield panel(rect, context, fill=theme.role.surface_neutral, stroke=stroke, name=name, key=key)

        level = text(
            self._level(rung, setting, theme.text_on(color)),
            setting,
            align="center",
            anchor="middle",
            draw=block,
        )
        meaning = text(self._meaning(rung, theme), setting, anchor="middle", name=f"Meaning of {rung.level}")
        time = one_line(_time(rung, theme.role.heading), setting, align="center", name=f"Time {rung.level}")
        middle = pad(meaning, Insets(left=PADDING.left, right=PADDING.right))
        cells = airy(row([level, middle, time if rung.time else space()], tracks), height=PADDING.vertical)
        return stretched(behind(cells, ground), TALLEST)

    def _meaning(self, rung: Rung, theme: Theme) -> tuple[LabelLine, ...]:
        definition = LabelLine(rung.definition, bold=True, color=theme.role.text)
        before = f"{self.example_label} " if self.example_label else ""
        example = LabelLine(f"{before}{rung.example}", color=theme.role.muted, gap=0.15)
        return (definition, example) if rung.example else (definition,)

    def _colors(self, context: LayoutContext) -> list[Color]:
        """Each rung's colour: the author's, or one of the theme's from hot to cool."""
        role, last = context.theme.role, len(self.rungs) - 1
        scale = (role.accent_text, role.accent, role.warning, role.neutral)
        return [
            context.theme.palette[rung.color] if rung.color else scale[round(index * (len(scale) - 1) / last)]
            for index, rung in enumerate(self.rungs)
        ]


def _time(rung: Rung, color: Color | None) -> LabelLine:
    return LabelLine(rung.time or "", bold=True, color=color, delta=TIME)


def _width(labels: Iterable[Iterable[LabelLine]], head: str | None, setting: Setting) -> float:
    """Width in points of a column that holds its labels and its heading on single lines; 0 without labels."""
    lines = [line for label in labels for line in label]
    if not lines:
        return 0.0
    heads = [LabelLine(head, bold=True)] if head else []
    return max(widest(lines, setting), widest(heads, setting.smaller())) + 2 * PADDING.left


def _head(words: str | None, index: int, setting: Setting) -> Box:
    """A column's heading: at the left above the text, else in the middle."""
    if not words:
        return space()
    line = LabelLine(words, bold=True, color=setting.context.tone.muted)
    head = text((line,), setting.smaller(), align="left" if index == 1 else "center")
    return pad(head, Insets(left=PADDING.left)) if index == 1 else head

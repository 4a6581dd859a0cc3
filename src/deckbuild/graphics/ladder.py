"""A ladder of levels, the most urgent on top: what each means, how fast to act, an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from pydantic import Field

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, idle
from deckbuild.deck.fields import ColorName, Inline, Verbatim
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.document import Align, Color, Frame, Item, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.boxes import (
    Box,
    Setting,
    Track,
    airy,
    column,
    fit,
    one_line,
    pad,
    row,
    space,
    stretched,
    text,
    widest,
    words,
)
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import end_cap
from deckbuild.layout.shapes import on_panel

GAP, HEAD_GAP = 9.0, 4.0  # between rungs, and below the headings
STEP = 15.0  # by which each rung stands back from the one above
TALLEST = 104.0  # a rung that is higher leaves its text floating
PADDING = Insets.symmetric(14.0, 8.0)
LEVEL, TIME = 8.0, 5.0  # points that they are larger than the text
NAME = 14.0  # points: in bold the least that counts as large text (WCAG 2.2, §1.4.3)


class Rung(Node):
    """One level of the ladder."""

    identity: ClassVar[str] = "level"

    level: Verbatim = Field(min_length=1, description="Its short name, set large, such as P0.")
    name: Inline | None = Field(default=None, description="Its name in words.")
    definition: Inline = Field(description="What belongs to this level.")
    example: Inline | None = Field(default=None, description="A case of it.")
    time: Inline | None = Field(default=None, description="How fast to act, set large at the right.")
    color: ColorName | None = Field(default=None, description="Its colour, else one from hot to cool.")
    highlight: bool = Field(default=False, description="Outline the rung in its colour.")

    def heading(self, setting: Setting, color: Color | None = None) -> list[LabelParagraph]:
        level = LabelParagraph(self.level, bold=True, color=color, delta=LEVEL)
        name = LabelParagraph(self.name or "", bold=True, color=color, delta=max(0.0, NAME - setting.size))
        return [level, name] if self.name else [level]

    def clock(self, setting: Setting) -> LabelParagraph:
        return LabelParagraph(self.time or "", bold=True, color=setting.theme.role.heading, delta=TIME)


@GRAPHICS.register("ladder")
class Ladder(Graphic):
    """Levels of severity or maturity as rungs, the highest on top."""

    rungs: tuple[Rung, ...] = Field(min_length=2, max_length=6, description="The levels from the top.")
    level_label: Inline | None = Field(default=None, description="Heading of the first column.")
    definition_label: Inline | None = Field(default=None, description="Heading of the second column.")
    time_label: Inline | None = Field(default=None, description="Heading of the last column.")
    example_label: Inline | None = Field(default=None, description="Stands before each example.")

    def faults(self) -> Iterator[Fault]:
        examples = [rung.example for rung in self.rungs if rung.example]
        yield from idle("example_label", self.example_label, examples, "examples")

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return fit(self._ladder, region, context)

    def _ladder(self, setting: Setting) -> Box:
        """Headings above the columns, then the rungs, all of one height."""
        levels = [line for rung in self.rungs for line in rung.heading(setting)]
        times = [rung.clock(setting) for rung in self.rungs if rung.time]
        level, time = _width(levels, self.level_label, setting), _width(times, self.time_label, setting)
        tracks: tuple[Track, ...] = (level, "share", time)
        rungs = [pad(self._rung(i, tracks, setting), Insets(left=STEP * i)) for i in range(len(self.rungs))]
        definition = pad(_head(self.definition_label, setting, "left"), Insets(left=PADDING.left))
        heads = [_head(self.level_label, setting), definition, _head(self.time_label, setting)]
        head = row(heads, tracks) if self.level_label or self.definition_label or self.time_label else None
        return column([head, column(rungs, gap=GAP, even=True)], gap=HEAD_GAP)

    def _rung(self, index: int, tracks: Sequence[Track], setting: Setting) -> Box:
        """A panel: the level on its colour, the meaning in the middle, the time at the right."""
        rung, role, shape = self.rungs[index], setting.theme.role, setting.theme.shape
        color = self._color(index, setting)

        def block(rect: Rect, body: TextBody) -> Iterator[Item]:
            yield Shape(rect, end_cap(rect.size, shape.radius), color, None, body, f"Level {rung.level}")

        lines = rung.heading(setting, setting.theme.text_on(color))
        level = text(lines, setting, align="center", anchor="middle", draw=block)
        definition = LabelParagraph(rung.definition, bold=True, color=role.text)
        example = LabelParagraph(
            f"{self.example_label or ''} {rung.example}".strip(), color=role.muted, gap=0.15
        )
        meaning = [definition, example] if rung.example else [definition]
        middle = text(meaning, setting, anchor="middle", name=f"Meaning of {rung.level}")
        time = one_line(rung.clock(setting), setting, align="center", name=f"Time {rung.level}")
        cells = [level, pad(middle, Insets.symmetric(PADDING.left, 0.0)), time if rung.time else space()]
        card = on_panel(
            airy(row(cells, tracks), height=PADDING.vertical),
            setting.context,
            fill=role.surface_neutral,
            stroke=Stroke(color if rung.highlight else role.hairline, shape.stroke),
            name=f"{rung.level} {plain_text(rung.name or '')}".strip(),
            key=f"{self.id}/{rung.level}",
        )
        return stretched(card, TALLEST)

    def _color(self, index: int, setting: Setting) -> Color:
        """A rung's colour: the author's, or one of the theme's from hot to cool."""
        role, color, count = setting.theme.role, self.rungs[index].color, len(self.rungs)
        if color:
            return setting.theme.palette[color]
        few = (role.accent_text, role.accent, role.warning, role.neutral)
        many = (role.accent_text, role.accent, role.warning, role.warning_text, role.neutral, role.muted)
        # A theme may have one colour in several roles, and neighbours must differ.
        scales = [list({each.hex: each for each in scale}.values()) for scale in (few, many)]
        scale = next((each for each in scales if len(each) >= count), None)
        if scale is None:
            return scales[-1][index % len(scales[-1])]
        return scale[round(index / (count - 1) * (len(scale) - 1))]


def _width(lines: Sequence[LabelParagraph], head: str | None, setting: Setting) -> float:
    """Width in points of a column that holds its lines and its heading without a break; 0 without lines."""
    heads = [LabelParagraph(head or "", bold=True)]
    width = max(widest(lines, setting), widest(heads, setting.smaller()))
    return width + 2 * PADDING.left if lines else 0.0


def _head(said: str | None, setting: Setting, align: Align = "center") -> Box:
    return words(said, setting.smaller(), bold=True, color=setting.tone.muted, align=align) or space()

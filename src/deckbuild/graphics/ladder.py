"""A ladder of levels, the most urgent on top: what each means, how fast to act, an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Self

from pydantic import Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, idle, raise_faults
from deckbuild.deck.fields import ColorName, Inline, Verbatim
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.diagnostics.codes.deck import DUPLICATE
from deckbuild.document import Color, Frame, Item, Shape, Stroke, Text
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.shared.marks import caption, end_cap, one_line
from deckbuild.layout.label import LabelLine, fit_frame, set_label
from deckbuild.layout.shapes import panel

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
        return fit_frame(lambda size: self._at(size, region, context), region, context, LARGEST)

    def _at(self, size: float, region: Size, context: LayoutContext) -> Frame:
        """The ladder with definitions at `size` points."""
        count = len(self.rungs)
        colors = self._colors(context)
        level = self._column(
            [self._level(rung, size) for rung in self.rungs], self.level_label, size, context
        )
        times = [(LabelLine(rung.time, bold=True, delta=TIME),) for rung in self.rungs if rung.time]
        time = self._column(times, self.time_label, size, context)
        step = STEP if count > 1 else 0.0
        least = region.width - step * (count - 1) - level - time
        over = 0.0
        needed = 0.0
        for index, rung in enumerate(self.rungs):
            room = region.width - step * index - level - time - PADDING.horizontal
            body = set_label(self._meaning(rung, context), size, room, context, align="left")
            over = max(over, *(context.typesetter.widest_unit(p.runs) - room for p in body.paragraphs))
            block = set_label(self._level(rung, size), size, level, context)
            needed = max(needed, body.height + PADDING.vertical, block.height + PADDING.vertical)
        heads, top = self._heads(level, time, size, region.width, context)
        free = (region.height - top - GAP * (count - 1)) / count
        height = max(needed, min(free, TALLEST))
        items: list[Item] = [*heads]
        for index, (rung, color) in enumerate(zip(self.rungs, colors, strict=True)):
            box = Rect.from_edges(step * index, top, region.width, top + height)
            items += self._rung(rung, color, box, level, time, size, context)
            top = box.bottom + GAP
        width = region.width + max(0.0, over, -least)
        return Frame(Size(width, top - GAP), tuple(items))

    def _level(self, rung: Rung, size: float, color: Color | None = None) -> tuple[LabelLine, ...]:
        lines = (LabelLine(rung.level, bold=True, color=color, delta=LEVEL),)
        if rung.name is None:
            return lines
        return (*lines, LabelLine(rung.name, bold=True, color=color, delta=max(0.0, NAME - size)))

    def _meaning(self, rung: Rung, context: LayoutContext) -> tuple[LabelLine, ...]:
        role = context.theme.role
        lines = (LabelLine(rung.definition, bold=True, color=role.text),)
        if rung.example is None:
            return lines
        before = f"{self.example_label} " if self.example_label else ""
        return (*lines, LabelLine(f"{before}{rung.example}", color=role.muted, gap=0.15))

    def _column(
        self, labels: Sequence[tuple[LabelLine, ...]], head: str | None, size: float, context: LayoutContext
    ) -> float:
        """Width in points of a column that holds its labels and its heading on single lines."""
        lines = [line for label in labels for line in label]
        if not lines:
            return 0.0
        widest = max(one_line(line, size, context).width for line in lines)
        if head:
            widest = max(widest, one_line(LabelLine(head, bold=True), size - 1, context).width)
        return widest + 2 * PADDING.left

    def _heads(
        self, level: float, time: float, size: float, width: float, context: LayoutContext
    ) -> tuple[list[Text], float]:
        """Headings above the columns, and where the rungs begin."""
        places = (
            (self.level_label, Rect(0.0, 0.0, level, 0.0), "center"),
            (
                self.definition_label,
                Rect(level + PADDING.left, 0.0, width - level - time - PADDING.left, 0.0),
                "left",
            ),
            (self.time_label, Rect(width - time, 0.0, time, 0.0), "center"),
        )
        texts = [
            caption(
                (LabelLine(text, bold=True, color=context.tone.muted),), rect, size - 1, context,
                align="center" if align == "center" else "left",
            )
            for text, rect, align in places
            if text
        ]  # fmt: skip
        return texts, max((text.rect.bottom + HEAD_GAP for text in texts), default=0.0)

    def _rung(
        self,
        rung: Rung,
        color: Color,
        box: Rect,
        level: float,
        time: float,
        size: float,
        context: LayoutContext,
    ) -> Iterator[Item]:
        theme = context.theme
        stroke = Stroke(color if rung.highlight else theme.role.hairline, theme.shape.stroke)
        name = f"{rung.level} {plain_text(rung.name or '')}".strip()
        yield panel(
            box,
            context,
            fill=theme.role.surface_neutral,
            stroke=stroke,
            name=name,
            key=f"{self.id}/{rung.level}",
        )
        block = Rect(box.left, box.top, level, box.height)
        body = set_label(self._level(rung, size, theme.text_on(color)), size, level, context)
        yield Shape(block, end_cap(block.size, theme.shape.radius), color, None, body, f"Level {rung.level}")
        left = block.right + PADDING.left
        middle = Rect(left, box.top, box.right - time - left - PADDING.right, box.height)
        lines = self._meaning(rung, context)
        yield caption(lines, middle, size, context, anchor="middle", name=f"Meaning of {rung.level}")
        if rung.time:
            line = LabelLine(rung.time, bold=True, color=theme.role.heading, delta=TIME)
            text = one_line(line, size, context, align="center")
            yield Text(Rect(box.right - time, box.top, time, box.height), text, f"Time {rung.level}")

    def _colors(self, context: LayoutContext) -> list[Color]:
        """Each rung's colour: the author's, or one of the theme's from hot to cool."""
        role, last = context.theme.role, len(self.rungs) - 1
        scale = (role.accent_text, role.accent, role.warning, role.neutral)
        return [
            context.theme.palette[rung.color] if rung.color else scale[round(index * (len(scale) - 1) / last)]
            for index, rung in enumerate(self.rungs)
        ]

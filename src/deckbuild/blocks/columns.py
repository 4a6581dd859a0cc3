"""Blocks side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, Loc, raise_faults
from deckbuild.deck.fields import Short
from deckbuild.deck.kinds import BLOCKS, AnyBlock
from deckbuild.deck.nodes import Block
from deckbuild.deck.numbers import Weight, share_faults
from deckbuild.diagnostics.codes.deck import OUT_OF_RANGE
from deckbuild.document import Frame, Picture
from deckbuild.geometry import Size
from deckbuild.layout.cards import cards_in_step
from deckbuild.layout.columns import column_widths, side_by_side
from deckbuild.layout.stack import least_width, stack, stacked_height

NARROWEST = 0.4
"""Of an equal share: the least that a column gets for being that of a narrow picture."""

LEVEL = 0.5
"""Points by which heights may differ that are to be seen as one."""

MOST_LEVELS = 3
"""Of columns in columns: at two each, the innermost are an eighth of the slide wide."""


@Short()
def _column(value: Any) -> Any:
    """A column may be a list of blocks or a single block."""
    return value if isinstance(value, (list, tuple)) else [value]


Column = Annotated[tuple[AnyBlock, ...], BeforeValidator(_column)]


@BLOCKS.register("columns")
class Columns(Block):
    """Two to four columns, each a block or a list of blocks."""

    grows: ClassVar[bool] = True

    columns: tuple[Column, ...] = Field(min_length=2, max_length=4, description="What stands in each column.")
    widths: tuple[Weight, ...] | None = Field(
        default=None,
        description="Relative widths, one for each column, each at least 2 % of all; equal by default.",
    )

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.widths is not None and len(self.widths) != len(self.columns):
            message = f"{len(self.widths)} widths for {len(self.columns)} columns"
            raise Fault(message, "give one width for each column").error()
        raise_faults(share_faults(self.widths or (), "widths"))
        deepest = max(self._nested(), key=len, default=())
        if len(deepest) // 3 >= MOST_LEVELS:
            message = f"columns are nested deeper than {MOST_LEVELS} levels"
            raise_faults([Fault(message, "put what is inside into a table or a list", OUT_OF_RANGE, deepest)])
        return self

    def _nested(self) -> Iterator[Loc]:
        """The way to every block of columns inside, through the keys and indexes of the source."""
        for number, column in enumerate(self.columns):
            for index, block in enumerate(column):
                if isinstance(block, Columns):
                    here: Loc = ("columns", number, index)
                    yield here
                    yield from ((*here, *below) for below in block._nested())

    def least_width(self, context: LayoutContext) -> float:
        return sum(self._least(context)) + self._gap(context) * (len(self.columns) - 1)

    def height(self, width: float, context: LayoutContext) -> float:
        """That of the column that needs most."""
        if self._too_narrow(width, context):
            return stacked_height(self._blocks, width, context)
        widths = column_widths(width, self._gap(context), self._weights, self._least(context))
        return max(
            stacked_height(blocks, each, context) for blocks, each in zip(self.columns, widths, strict=True)
        )

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """Side by side, as high as they need; few words on cards as high as the region. One below the other
        where a word or code would be too wide."""
        if self._too_narrow(region.width, context):
            return stack(self._blocks, region, context, fill=True)

        cards = self._cards(region, context)
        if cards is not None:
            return cards

        def beside(most: float) -> Frame:
            def lay_out_column(blocks: Sequence[Block], size: Size) -> Frame:
                frame = stack(blocks, size, context, fill=True)
                heights = [item.rect.height for item in frame.items if isinstance(item, Picture)]
                over = heights[0] - most if len(heights) == 1 else 0.0
                if over <= 0:
                    return frame
                return stack(blocks, replace(size, height=frame.size.height - over), context, fill=True)

            return side_by_side(
                self.columns,
                region,
                self._gap(context),
                lay_out_column,
                self._weights,
                self._least(context),
                rtl=context.rtl,
            )

        frame = beside(region.height)
        pictures = [item.rect.height for item in frame.items if isinstance(item, Picture)]
        alike = len(pictures) < 2 or max(pictures) - min(pictures) <= LEVEL
        return frame if alike else beside(min(pictures))

    def _cards(self, region: Size, context: LayoutContext) -> Frame | None:
        """Few words on cards. What grows is no words: it isn't laid out to see."""
        if any(block.grows for block in self._blocks):
            return None
        return cards_in_step(self.columns, region, context, self._weights, self._least(context))

    def _too_narrow(self, width: float, context: LayoutContext) -> bool:
        """Whether the columns can't stand side by side even with the smallest text."""
        return self.least_width(context.at(context.theme.type.body.min)) > width

    @property
    def _blocks(self) -> tuple[AnyBlock, ...]:
        """What stands in all columns, in reading order."""
        return tuple(block for column in self.columns for block in column)

    def _least(self, context: LayoutContext) -> Sequence[float]:
        """What each column gets at least, in points, whatever its share."""
        return [least_width(blocks, context) for blocks in self.columns]

    @property
    def _weights(self) -> Sequence[float]:
        """The author's, or equal ones; columns of a picture each are as wide as makes those equally high."""
        if self.widths:
            return self.widths
        found = [[p for block in column if (p := block.proportions())] for column in self.columns]
        if all(len(each) == 1 for each in found):
            total = sum(each[0] for each in found)
            return [max(each[0], NARROWEST * total / len(found)) for each in found]
        return [1.0] * len(self.columns)

    def _gap(self, context: LayoutContext) -> float:
        return context.theme.grid.gutter * 1.5

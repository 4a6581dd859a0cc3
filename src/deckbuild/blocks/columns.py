"""Blocks side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.fields import Weight, share_faults
from deckbuild.deck.kinds import BLOCKS, AnyBlock
from deckbuild.deck.nodes import Block
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.layout.columns import side_by_side
from deckbuild.layout.stack import stack


def _column(value: Any) -> Any:
    """A column may be a list of blocks or a single block."""
    return value if isinstance(value, (list, tuple)) else [value]


Column = Annotated[tuple[AnyBlock, ...], BeforeValidator(_column)]


@BLOCKS.register("columns")
class Columns(Block):
    """Two to four columns, each a block or a list of blocks."""

    grows: ClassVar[bool] = True

    columns: tuple[Column, ...] = Field(min_length=2, max_length=4, description="The columns' blocks.")
    widths: tuple[Weight, ...] | None = Field(
        default=None, description="Relative widths, one for each column; equal by default."
    )

    @model_validator(mode="after")
    def _one_width_each(self) -> Self:
        if self.widths is not None and len(self.widths) != len(self.columns):
            message = f"{len(self.widths)} widths for {len(self.columns)} columns"
            raise Fault(message, "give one width for each column").error()
        raise_faults(share_faults(self.widths or (), "widths"))
        return self

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        def lay_out_column(blocks: Sequence[Block], size: Size) -> Frame:
            return stack(blocks, size, context, fill=True)

        return side_by_side(
            self.columns,
            region,
            context.theme.grid.gutter * 1.5,
            lay_out_column,
            self.widths,
            rtl=context.rtl,
        )

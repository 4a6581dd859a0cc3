"""A table with a header row and columns as wide as their content asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.fields import Inline, Short, Unshown
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.nodes import Block
from deckbuild.deck.numbers import Weight, share_faults
from deckbuild.diagnostics.codes.deck import WRONG_TYPE
from deckbuild.document import Align, Cell, Color, Frame, Row, Run, Stroke, Table, TextBody, TextStyle
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.flow import body_style
from deckbuild.layout.inline import inline_runs
from deckbuild.sources.values import SourceStr

# Insets of a cell as fractions of the text size.
SIDE = 0.55
EDGE = 0.3

MOST_AIR = 1.6
"""How many times its needed height a row may grow to where the table has room to spare."""

HAIRLINE = 0.75


@Short({"type": "null"})
def _or_empty(value: Any) -> Any:
    """Nothing at all is an empty cell."""
    return SourceStr("") if value is None else value


CellText = Annotated[Inline, BeforeValidator(_or_empty)]


@BLOCKS.register("table")
class TableBlock(Block):
    """A table: a header row over rows of cells."""

    noun: ClassVar[str] = "table"
    grows: ClassVar[bool] = True
    shows: ClassVar[bool] = True

    columns: tuple[CellText, ...] = Field(min_length=1, description="The columns' names.")
    rows: tuple[tuple[CellText, ...], ...] = Field(
        min_length=1, description="The rows, with a cell for each column."
    )
    widths: tuple[Weight, ...] | None = Field(
        default=None, description="Relative column widths; by default each is as wide as its content asks."
    )
    align: tuple[Align, ...] | None = Field(
        default=None, description="For each column; by default where reading begins."
    )
    alt: Unshown = Field(
        default="",
        description="What the table shows, for those who can't see it; by default the columns' names.",
    )

    @model_validator(mode="after")
    def _rectangular(self) -> Self:
        count = len(self.columns)
        faults = []
        for index, row in enumerate(self.rows):
            if len(row) != count:
                message = f"row {index + 1} has {len(row)} cells, the table has {count} columns"
                hint = "write ~ for an empty cell" if len(row) < count else ""
                faults.append(Fault(message, hint, WRONG_TYPE, ("rows", index)))
        for name, values in (("widths", self.widths), ("align", self.align)):
            if values is not None and len(values) != count:
                message = f"{len(values)} {name} for {count} columns"
                faults.append(Fault(message, "give one for each column", WRONG_TYPE, (name,)))
        raise_faults([*faults, *share_faults(self.widths or (), "widths")])
        return self

    def headers(self) -> Sequence[str]:
        return self.columns

    def cells(self) -> Sequence[Sequence[str]]:
        return self.rows

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """As wide as the region and as high as the rows; rows spread moderately into room to spare."""
        style = body_style(context)
        head = TextStyle(style.face, style.size, self._header_text(context), bold=True)
        texts = [[inline_runs(cell, head, context) for cell in self.columns]]
        texts += [[inline_runs(cell, style, context) for cell in row] for row in self.rows]
        columns = self._column_widths(texts, region.width, context)
        bodies = [
            [self._body(runs, column, width, context) for column, (runs, width) in enumerate(cells)]
            for cells in (zip(row, columns, strict=True) for row in texts)
        ]
        needed = [max(body.height for body in row) for row in bodies]
        heights = spread(needed, region.height, MOST_AIR)
        rows = tuple(
            Row(height, tuple(self._cell(body, number, context) for body in row))
            for number, (height, row) in enumerate(zip(heights, bodies, strict=True))
        )
        size = Size(sum(columns), sum(heights))
        table = Table(
            Rect.of_size(size),
            columns,
            rows,
            name=plain_text(self.heading) if self.heading else "Table",
            alt=plain_text(self.alt) or self._summary(),
            span=self.span,
            rtl=context.rtl,
        )
        return Frame(size, (table,))

    def _column_widths(
        self, texts: Sequence[Sequence[Sequence[Run]]], width: float, context: LayoutContext
    ) -> tuple[float, ...]:
        setter, inset = context.typesetter, 2 * SIDE * context.body_size
        columns = list(zip(*texts, strict=True))
        if self.widths is not None:
            return tuple(width * share / sum(self.widths) for share in self.widths)
        least = [max(setter.widest_unit(runs) for runs in cells) + inset for cells in columns]
        natural = [max(setter.width(runs) for runs in cells) + inset for cells in columns]
        return share_width(least, natural, width)

    def _body(self, runs: Sequence[Run], column: int, width: float, context: LayoutContext) -> TextBody:
        insets = Insets.symmetric(SIDE * context.body_size, EDGE * context.body_size)
        align = self.align[column] if self.align else None
        paragraph = context.typesetter.paragraph(runs, width - insets.horizontal, align=align)
        return TextBody((paragraph,), insets, "middle")

    def _cell(self, body: TextBody, number: int, context: LayoutContext) -> Cell:
        """Row 0 is the header; the others are white and tinted by turns, closed by a hairline."""
        if number == 0:
            return Cell(body, fill=self._header_fill(context))
        tone = context.tone
        rule = Stroke(tone.hairline, HAIRLINE)
        return Cell(body, fill=tone.panel if number % 2 == 0 else tone.ground, bottom=rule)

    def _header_fill(self, context: LayoutContext) -> Color:
        role = context.theme.role
        return role.dark if context.tone.ground.hex != role.dark.hex else role.primary

    def _header_text(self, context: LayoutContext) -> Color:
        return context.theme.text_on(self._header_fill(context))

    def _summary(self) -> str:
        names = ", ".join(plain_text(name) for name in self.columns)
        return f"Table of {len(self.rows)} rows with the columns {names}"


def share_width(least: Sequence[float], natural: Sequence[float], width: float) -> tuple[float, ...]:
    """Widths that add up to `width`: each column gets what its text needs on one line, and its share of the
    rest; where that is too much, the narrowest it can bear and a share of the rest by what it wants.

    Columns that can't even bear `width` keep their least widths, which then add up to more.

    >>> share_width([10, 10], [20, 60], 160)
    (40.0, 120.0)
    >>> share_width([10, 10], [20, 60], 50)
    (15.0, 35.0)
    """
    if sum(natural) <= width:
        return tuple(want * width / sum(natural) for want in natural)
    spare, wish = width - sum(least), sum(natural) - sum(least)
    if spare <= 0:
        return tuple(least)
    return tuple(low + spare * (want - low) / wish for low, want in zip(least, natural, strict=True))


def spread(needed: Sequence[float], height: float, most: float) -> tuple[float, ...]:
    """Row heights that fill `height`, each at least what it needs and at most `most` times that.

    >>> spread([20, 20], 50, 1.6)
    (25.0, 25.0)
    >>> spread([20, 20], 30, 1.6)
    (20.0, 20.0)
    """
    factor = min(max(height / sum(needed), 1.0), most)
    return tuple(row * factor for row in needed)

"""A table with a header row and columns as wide as their content asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.fields import Inline, Short, Unshown
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.nodes import Block, Division
from deckbuild.deck.numbers import Weight, share_faults
from deckbuild.diagnostics import NOWHERE
from deckbuild.diagnostics.codes.deck import WRONG_TYPE
from deckbuild.document import Align, Cell, Color, Frame, Row, Run, Stroke, Table, TextBody, TextStyle
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.columns import column_widths
from deckbuild.layout.flow import body_style
from deckbuild.layout.inline import inline_runs
from deckbuild.sources.values import SourceStr, span_of
from deckbuild.text.typesetter import WIDER

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

    def _texts(self, context: LayoutContext) -> list[list[tuple[Run, ...]]]:
        """The cells row by row, the header first; its links have its own colour, for contrast."""
        style = body_style(context)
        head = TextStyle(style.face, style.size, self._header_text(context), bold=True)
        on_head = replace(context, tone=replace(context.tone, link=head.color))
        texts = [[inline_runs(cell, head, on_head) for cell in self.columns]]
        texts += [[inline_runs(cell, style, context) for cell in row] for row in self.rows]
        return texts

    def least_width(self, context: LayoutContext) -> float:
        return sum(self._least(self._texts(context), context))

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """As wide as the region and as high as the rows; rows spread moderately into room to spare."""
        columns, bodies = self._set(region.width, context)
        heights = spread(needed_heights(bodies), region.height, MOST_AIR)
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

    def division(self, width: float, context: LayoutContext) -> Division:
        """Between rows; the header stands above each part, and its columns are as wide as the whole's."""
        columns, bodies = self._set(width, context)
        header, *rows = needed_heights(bodies)

        def cut(first: int, last: int) -> TableBlock:
            rows = self.rows[first:last]
            span = next((span_of(cell) for cell in rows[0] if span_of(cell) != NOWHERE), self.span)
            return self.model_copy(update={"rows": rows, "widths": columns, "span": span})

        return Division(tuple(rows), cut, header)

    def _set(self, width: float, context: LayoutContext) -> tuple[tuple[float, ...], list[list[TextBody]]]:
        """The widths of the columns, in points, and the cells' texts row by row, set in them."""
        texts = self._texts(context)
        columns = self._column_widths(texts, width, context)
        bodies = [
            [self._body(runs, column, width, context) for column, (runs, width) in enumerate(cells)]
            for cells in (zip(row, columns, strict=True) for row in texts)
        ]
        return columns, bodies

    def _column_widths(
        self, texts: Sequence[Sequence[Sequence[Run]]], width: float, context: LayoutContext
    ) -> tuple[float, ...]:
        least = self._least(texts, context)
        if self.widths is not None:
            return column_widths(width, 0.0, self.widths, least)
        setter, inset = context.typesetter, 2 * SIDE * context.body_size
        natural = [
            max(setter.width(runs) for runs in cells) * WIDER + inset for cells in zip(*texts, strict=True)
        ]
        return share_width(least, natural, width)

    @staticmethod
    def _least(texts: Sequence[Sequence[Sequence[Run]]], context: LayoutContext) -> list[float]:
        """What each column needs at least: room for its longest word."""
        setter, inset = context.typesetter, 2 * SIDE * context.body_size
        return [max(setter.widest_unit(runs) for runs in cells) + inset for cells in zip(*texts, strict=True)]

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
    rest; where that is too much, the narrowest it can bear, and of the rest what it wants, the most modest
    first, as long as that is no more than half: a short text stays on its line before a long one saves one of
    many. What then is left is shared by what is wanted.

    Columns that can't even bear `width` keep their least widths, which then add up to more.

    >>> share_width([10, 10], [20, 60], 160)
    (40.0, 120.0)
    >>> share_width([10, 10, 10], [20, 60, 110], 100)
    (20.0, 30.0, 50.0)
    """
    if sum(natural) <= width:
        return tuple(want * width / sum(natural) for want in natural)
    wishes = [max(0.0, want - low) for low, want in zip(least, natural, strict=True)]
    waiting = sorted(range(len(least)), key=wishes.__getitem__)
    spare = max(0.0, width - sum(least))
    while waiting and wishes[waiting[0]] <= spare / 2:
        spare -= wishes[waiting.pop(0)]
    share = spare / sum(wishes[index] for index in waiting) if waiting else 1.0
    return tuple(
        low + wish * (share if index in waiting else 1.0)
        for index, (low, wish) in enumerate(zip(least, wishes, strict=True))
    )


def needed_heights(rows: Sequence[Sequence[TextBody]]) -> list[float]:
    """What each row needs, in points. Rows of equally many lines are equally high, whatever their faces."""
    counts = [max(sum(len(each.lines) for each in body.paragraphs) for body in row) for row in rows]
    needs = [max(body.height for body in row) for row in rows]
    return [
        max(need for need, lines in zip(needs, counts, strict=True) if lines == count) for count in counts
    ]


def spread(needed: Sequence[float], height: float, most: float) -> tuple[float, ...]:
    """Row heights that fill `height`: to what each needs comes the same air, at most as much as makes the
    lowest `most` times as high.

    >>> spread([20, 40], 70, 1.6)
    (25.0, 45.0)
    >>> spread([20, 40], 30, 1.6)
    (20.0, 40.0)
    """
    air = min(max(height - sum(needed), 0.0) / len(needed), min(needed) * (most - 1.0))
    return tuple(row + air for row in needed)

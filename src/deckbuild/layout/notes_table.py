"""Tables on a notes page, whose placeholder holds text only: columns a tab apart, or a list of values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import parse_inline, plain_text
from deckbuild.deck.markdown import Grid, Mark, Nest
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.notes_draft import HANG, Draft, Piece, notes_style

TAB = 72.0
"""Points between tab stops where nobody set any (`defTabSz`, ECMA-376 Part 1, §21.1.2.2.7). LibreOffice knows
no others on a notes page, so cells that these don't keep apart don't stand in columns."""

COLUMN_GAP = 6.0  # points that a cell leaves free before the next stop


BETWEEN = "  ·  "


def table_drafts(grid: Grid, width: float, context: LayoutContext) -> Iterator[Draft]:
    """A paragraph a row: cells in columns where `width` points hold them side by side, else named by
    their headers."""
    *others, last = _in_columns(grid) if _fits(grid, width, context) else _as_list(grid, width, context)
    yield from others
    yield replace(last, last=True)


def _fits(grid: Grid, width: float, context: LayoutContext) -> bool:
    """Whether tabs keep the columns in line: of all but the last, no cell reaches the next stop."""
    if grid.nest.levels or any(char in text for text in map(_shown, grid.cells) for char in "\v\t"):
        return False
    header, *rows = (
        [_width(cell, number == 0, context) for cell in row] for number, row in enumerate(_rows(grid))
    )
    columns = list(zip_longest(header, *rows, fillvalue=0.0))
    inner = max(map(max, columns[:-1]), default=0.0)
    return inner <= TAB - COLUMN_GAP and (len(columns) - 1) * TAB + max(columns[-1]) <= width


def _rows(grid: Grid) -> Sequence[tuple[str, ...]]:
    return (grid.header, *grid.rows)


def _shown(cell: str) -> str:
    return "".join(fragment.text for fragment in parse_inline(cell))


def _width(cell: str, header: bool, context: LayoutContext) -> float:
    """How wide a cell is on one line, in points at the largest size."""
    style = replace(notes_style(context), bold=header)
    return context.typesetter.width(inline_runs(cell, style, context)) if cell else 0.0


def _in_columns(grid: Grid) -> Iterator[Draft]:
    for number, row in enumerate(_rows(grid)):
        pieces = [Piece(cell, bold=number == 0) for cell in row]
        tabs = [Piece("\t", markup=False)] * (len(pieces) - 1)
        joined = chain.from_iterable(zip_longest(pieces, tabs, fillvalue=Piece("", markup=False)))
        yield Draft("table", tuple(joined), grid.span)


def _as_list(grid: Grid, width: float, context: LayoutContext) -> Iterator[Draft]:
    """An item for each row, its cells named by their headers: on one line where that holds every row, else a
    line for each."""
    if grid.nest.mark:
        yield Draft("table", (), grid.span, grid.nest)
    nest = Nest((*grid.nest.levels, "bullet"), Mark())
    rows = [list(_named(grid.header, row)) for row in grid.rows or ((),)]
    short = all(_row_width(cells, context) <= width - HANG * len(nest.levels) for cells in rows)
    between = Piece(BETWEEN if short else "\v", markup=False)
    for cells in rows:
        first, *others = cells
        pieces = chain(first, *((between, *cell) for cell in others))
        yield Draft("table", tuple(pieces), grid.span, nest)


def _named(header: Sequence[str], row: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    """Each cell after its column's header."""
    for name, cell in zip_longest(header, row, fillvalue=""):
        colon = "" if not cell or plain_text(name).endswith((":", "?")) else ":"
        named = (Piece(name, bold=True), Piece(f"{colon} " if cell else "", markup=False)) if name else ()
        yield (*named, Piece(cell))


def _row_width(cells: Sequence[Sequence[Piece]], context: LayoutContext) -> float:
    """How wide named cells are on one line, in points at the largest size; infinite with breaks in them."""
    pieces = [piece for cell in cells for piece in cell]
    if any("\v" in _shown(piece.text) for piece in pieces):
        return float("inf")
    between = _width(BETWEEN, False, context) * (len(cells) - 1)
    return between + sum(_width(piece.text, piece.bold, context) for piece in pieces)

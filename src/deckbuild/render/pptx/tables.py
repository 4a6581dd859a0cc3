"""Native tables. Everything that is seen is written on the cells; the table style has no looks."""

from __future__ import annotations

from itertools import accumulate, pairwise

from deckbuild.document import Cell, Row, Table
from deckbuild.render.pptx.frame import non_visual, transform
from deckbuild.render.pptx.paint import fill, line
from deckbuild.render.pptx.sheet import Sheet
from deckbuild.render.pptx.text import ANCHORS, text_body
from deckbuild.render.pptx.units import Box, emu
from deckbuild.render.pptx.xml import Element, el

TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's "No Style, No Grid", declared in the table styles part."""


def table_element(table: Table, ident: int, sheet: Sheet) -> Element:
    for row in table.rows:
        if len(row.cells) != len(table.columns):
            raise ValueError(
                f"a row of {table.name or 'a table'} has {len(row.cells)} cells, not {len(table.columns)}"
            )
    widths = steps(table.rect.left, table.columns)
    heights = steps(table.rect.top, tuple(row.height for row in table.rows))
    at = Box(emu(table.rect.left), emu(table.rect.top), sum(widths), sum(heights))
    rows = [row_element(row, height, sheet) for row, height in zip(table.rows, heights, strict=True)]
    return el(
        "p:graphicFrame",
        el(
            "p:nvGraphicFramePr",
            non_visual(ident, table.name or f"Table {ident}", table.alt),
            el("p:cNvGraphicFramePr", el("a:graphicFrameLocks", noGrp=True)),
            el("p:nvPr", userDrawn=sheet.user_drawn or None),
        ),
        transform(at, "p:xfrm"),
        el(
            "a:graphic",
            el(
                "a:graphicData",
                el(
                    "a:tbl",
                    el(
                        "a:tblPr",
                        el("a:tableStyleId", text=NO_STYLE),
                        firstRow=table.header or None,
                        rtl=table.rtl or None,
                    ),
                    el("a:tblGrid", *(el("a:gridCol", w=width) for width in widths)),
                    *rows,
                ),
                uri=TABLE,
            ),
        ),
    )


def steps(start: float, lengths: tuple[float, ...]) -> list[int]:
    """Consecutive lengths from `start` in EMU, such that every edge is rounded just once."""
    edges = [emu(edge) for edge in accumulate(lengths, initial=start)]
    return [end - begin for begin, end in pairwise(edges)]


def row_element(row: Row, height: int, sheet: Sheet) -> Element:
    return el("a:tr", *(cell_element(cell, sheet) for cell in row.cells), h=height)


def cell_element(cell: Cell, sheet: Sheet) -> Element:
    """Insets and anchor are the cell's, not its text body's. The schema wants left, right, top, bottom."""
    return el(
        "a:tc",
        text_body("a:txBody", cell.body, sheet, bare=True),
        el(
            "a:tcPr",
            line(cell.left, "a:lnL"),
            line(cell.right, "a:lnR"),
            line(cell.top, "a:lnT"),
            line(cell.bottom, "a:lnB"),
            fill(cell.fill),
            marL=emu(cell.body.insets.left),
            marR=emu(cell.body.insets.right),
            marT=emu(cell.body.insets.top),
            marB=emu(cell.body.insets.bottom),
            anchor=ANCHORS[cell.body.anchor],
        ),
    )

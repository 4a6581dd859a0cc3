"""What stands on a page: items in drawing order, and the texts in them line by line, at their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from deckbuild.check.measures.kept import plain
from deckbuild.diagnostics import NOWHERE, Span
from deckbuild.document import Cell, Fill, Group, Item, Page, Paragraph, Shape, Table, Text, TextBody
from deckbuild.geometry import Rect


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item at its place on the page. `span` is its own or that of the nearest group around it that has
    one, `graphic` the outermost native group it is part of, `area` the group directly on the page."""

    item: Item
    order: int
    span: Span
    graphic: Group | None = None
    area: Group | None = None


@dataclass(frozen=True, slots=True)
class InkLine:
    """A line of text where its letters are seen on the page."""

    rect: Rect
    paragraph: Paragraph
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One text box, label or cell: its box on the page, its text, the fill of that box, and its lines."""

    drawn: Drawn
    rect: Rect
    body: TextBody
    fill: Fill = None
    lines: tuple[InkLine, ...] = ()

    @property
    def chrome(self) -> bool:
        """Whether it is the footer or the slide number."""
        return self.drawn.item.role in ("footer", "number")


def drawn(page: Page, items: tuple[Item, ...]) -> tuple[Drawn, ...]:
    """`items`, all of a page at their places, in drawing order; the groups are left out, but remembered."""
    flat = iter(enumerate(items))
    found: list[Drawn] = []

    def take(count: int, span: Span, graphic: Group | None, area: Group | None) -> None:
        for _ in range(count):
            order, item = next(flat)
            own = item.span if item.span != NOWHERE else span
            if isinstance(item, Group):
                inside = graphic or (item if item.native else None)
                take(len(item.frame.items), own, inside, area or item)
            else:
                found.append(Drawn(item, order, own, graphic, area))

    take(len(page.items), page.span, None, None)
    return tuple(found)


def pieces(items: tuple[Drawn, ...]) -> Iterator[Piece]:
    """Every text that isn't empty, in drawing order."""
    for each in items:
        match each.item:
            case Text(rect=rect, body=body) if body.text.strip():
                yield Piece(each, rect, body, None, tuple(ink(rect, body)))
            case Shape(rect=rect, body=body, fill=fill) if body is not None and body.text.strip():
                yield Piece(each, rect, body, fill, tuple(ink(rect, body)))
            case Table() as table:
                for rect, cell in cells(table):
                    if cell.body.text.strip():
                        yield Piece(each, rect, cell.body, cell.fill, tuple(ink(rect, cell.body)))


def cells(table: Table) -> Iterator[tuple[Rect, Cell]]:
    """A table's cells with their boxes on the page."""
    lefts = tuple(accumulate(table.columns, initial=table.rect.left))
    ends = table.rect.left + sum(table.columns) + table.rect.left
    top = table.rect.top
    for row in table.rows:
        for left, width, cell in zip(lefts, table.columns, row.cells, strict=False):
            seen = ends - left - width if table.rtl else left
            yield Rect(seen, top, width, row.height), cell
        top += row.height


def ink(rect: Rect, body: TextBody) -> Iterator[InkLine]:
    """The lines of a text in a box of the page. Empty lines aren't seen."""
    for line in body.lines:
        if text := line.text.strip():
            seen = line.ink.moved(rect.left, rect.top)
            yield InkLine(seen, body.paragraphs[line.paragraph], text)


def spaced(text: str) -> str:
    """The text with every white space as one blank and without what line breaking added, for comparison and
    for messages."""
    return " ".join(plain(text).split())


def quoted(text: str, most: int = 40) -> str:
    """A text in quotes for a message, cut to at most `most` characters."""
    plain = spaced(text)
    return f"'{plain}'" if len(plain) <= most else f"'{plain[: most - 1].rstrip()}…'"

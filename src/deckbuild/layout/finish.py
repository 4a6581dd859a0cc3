"""What is done once, when every rectangle of a page is final; laying out tries many.

Lines get their places, pictures as many pixels as are seen, and every item its role, its key and the place in
the source that it comes from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.diagnostics import NOWHERE, Span
from deckbuild.document import Connector, Group, Item, Picture, Role, Row, Shape, Table, Text
from deckbuild.geometry import Size
from deckbuild.layout.lines import with_lines
from deckbuild.layout.pictures import shown_picture


def finished(items: Iterable[Item], span: Span, context: LayoutContext, key: str = "") -> tuple[Item, ...]:
    """The items as they stand on a page. `span` and `key` are those of what holds them."""
    counted: Counter[Role] = Counter()
    made: list[Item] = []
    for item in items:
        role = role_of(item)
        counted[role] += 1
        own = item.key or f"{key}{role} {counted[role]}"
        item = replace(item, role=role, key=own, span=item.span if item.span != NOWHERE else span)
        made.append(_finished(item, context))
    return tuple(made)


def role_of(item: Item) -> Role:
    """What an item is to its reader: what it fills, or that it decorates, before what it was made as."""
    match item:
        case Text(placeholder=str(kind)):
            return kind
        case Shape() | Connector() | Picture() | Group() if item.decorative:
            return "decoration"
        case _:
            return item.role


def _finished(item: Item, context: LayoutContext) -> Item:
    setter = context.typesetter
    match item:
        case Text(rect=rect, body=body):
            return replace(item, body=with_lines(body, rect.size, setter))
        case Shape(rect=rect, body=body) if body is not None:
            return replace(item, body=with_lines(body, rect.size, setter))
        case Table(columns=columns, rows=rows):
            return replace(item, rows=tuple(_row(row, columns, context) for row in rows))
        case Picture():
            return shown_picture(item, context)
        case Group(frame=frame):
            inside = finished(frame.items, item.span, context, f"{item.key}/")
            return replace(item, frame=replace(frame, items=inside))
        case _:
            return item


def _row(row: Row, columns: tuple[float, ...], context: LayoutContext) -> Row:
    cells = zip(row.cells, columns, strict=False)
    return replace(
        row,
        cells=tuple(
            replace(cell, body=with_lines(cell.body, Size(width, row.height), context.typesetter))
            for cell, width in cells
        ),
    )

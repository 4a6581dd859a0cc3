"""What is done once, when every rectangle of a page is final; laying out tries many.

Lines get their places, pictures as many pixels as are seen, and every item its role, its key and the place in
the source that it comes from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from deckbuild.context import LayoutContext
from deckbuild.diagnostics import NOWHERE, Span
from deckbuild.document import Connector, Group, Item, Picture, Role, Row, Shape, Table, Text, TextBody
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
        made.append(_finished(item, role, own, item.span if item.span != NOWHERE else span, context))
    return tuple(made)


def role_of(item: Item) -> Role:
    """What an item is to its reader: what it fills, before what it was made as."""
    match item:
        case Text(placeholder=str(kind)):
            return kind
        case _:
            return item.role


def _finished(item: Item, role: Role, key: str, span: Span, context: LayoutContext) -> Item:
    match item:
        case Text():
            body = _set(item.body, item.rect.size, role, context)
            return replace(item, role=role, key=key, span=span, body=body)
        case Shape():
            set_body = item.body and _set(item.body, item.rect.size, role, context)
            return replace(item, role=role, key=key, span=span, body=set_body)
        case Table():
            rows = tuple(_row(row, item.columns, context) for row in item.rows)
            return replace(item, role=role, key=key, span=span, rows=rows)
        case Picture():
            return replace(shown_picture(item, context), role=role, key=key, span=span)
        case Group():
            inside = replace(item.frame, items=finished(item.frame.items, span, context, f"{key}/"))
            return replace(item, role=role, key=key, span=span, frame=inside)
        case Connector():
            return replace(item, role=role, key=key, span=span)
        case _:
            assert_never(item)


def _set(body: TextBody, size: Size, role: Role, context: LayoutContext) -> TextBody:
    """The text with its lines at their places. A label whose lines end only where it says so can't wrap:
    glyphs that come out a little wider then do no harm."""
    if role in ("label", "caption") and body.single:
        body = replace(body, wrap=False)
    return with_lines(body, size, context.typesetter)


def _row(row: Row, columns: tuple[float, ...], context: LayoutContext) -> Row:
    cells = zip(row.cells, columns, strict=False)
    return replace(
        row,
        cells=tuple(
            replace(cell, body=with_lines(cell.body, Size(width, row.height), context.typesetter))
            for cell, width in cells
        ),
    )

"""Frames put together, and walks over the items in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.diagnostics import Diagnostic
from deckbuild.document.items import Frame, Group, Item, PlacedFrame, Shape, Table, Text, move
from deckbuild.document.text import TextBody
from deckbuild.geometry import Size


def composed(size: Size, parts: Iterable[Item | PlacedFrame]) -> Frame:
    """A frame of items and of other frames, in drawing order; it passes on all that those report.

    The only way to put a frame into another one: what layout finds must reach the author.
    """
    items: list[Item] = []
    diagnostics: list[Diagnostic] = []
    for part in parts:
        if isinstance(part, PlacedFrame):
            items += part.items
            diagnostics += part.frame.diagnostics
        else:
            items.append(part)
    return Frame(size, tuple(items), tuple(diagnostics))


def walk(items: tuple[Item, ...], dx: float = 0.0, dy: float = 0.0) -> Iterator[Item]:
    """Every item with its position on the page, a group before its children (which are moved by the
    group's origin). In reading order."""
    for item in items:
        placed = move(item, dx, dy)
        yield placed
        if isinstance(placed, Group):
            yield from walk(placed.frame.items, placed.rect.left, placed.rect.top)


def text_bodies(items: Iterable[Item]) -> Iterator[TextBody]:
    """The texts that items show, in reading order, cells row by row; `walk` opens groups beforehand."""
    for item in items:
        match item:
            case Text(body=body):
                yield body
            case Shape(body=body) if body is not None:
                yield body
            case Table(rows=rows):
                yield from (cell.body for row in rows for cell in row.cells)

"""The colours that items are drawn in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.document import (
    Connector,
    Fill,
    Group,
    Item,
    Picture,
    Shape,
    Stroke,
    Table,
    Text,
    TextBody,
)

HEX = re.compile(rb"#[0-9A-Fa-f]{6}\b")


def colors_of(item: Item) -> Iterator[str]:
    """Every colour `#RRGGBB` that an item is drawn in, a group's children left to themselves."""
    match item:
        case Text(body=body):
            yield from _of_text(body)
        case Shape(fill=fill, stroke=stroke, body=body):
            yield from _of_fill(fill)
            yield from _of_stroke(stroke)
            if body is not None:
                yield from _of_text(body)
        case Connector(stroke=stroke):
            yield from _of_stroke(stroke)
        case Picture(svg=svg):
            yield from (found.decode() for found in dict.fromkeys(HEX.findall(svg or b"")))
        case Table(rows=rows):
            for row in rows:
                for cell in row.cells:
                    yield from _of_fill(cell.fill)
                    for stroke in (cell.top, cell.right, cell.bottom, cell.left):
                        yield from _of_stroke(stroke)
                    yield from _of_text(cell.body)
        case Group():
            return


def _of_fill(fill: Fill) -> Iterator[str]:
    if fill is not None:
        yield fill.hex


def _of_stroke(stroke: Stroke | None) -> Iterator[str]:
    if stroke is not None:
        yield stroke.color.hex


def _of_text(body: TextBody) -> Iterator[str]:
    for paragraph in body.paragraphs:
        for run in paragraph.runs:
            yield run.style.color.hex
        if paragraph.bullet is not None and paragraph.bullet.color is not None:
            yield paragraph.bullet.color.hex

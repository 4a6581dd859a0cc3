"""A key below the plot: the words of labels that find no place in it, by the numbers that stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.document import Frame, Item, Text
from deckbuild.geometry import Rect, Size
from deckbuild.graphics.line_chart.labels import Label
from deckbuild.layout.label import LabelLine, set_label

COLUMN = 240.0
"""Least width of a column of the key, in points: some words in each line."""

NUMBER_ROOM = 1.6
"""Width of the numbers' column, by the size of the text: two digits and a space."""

COLUMN_GAP = 18.0
ROW_GAP = 2.0


def lay_out_key(labels: Sequence[Label], width: float, size: float, context: LayoutContext) -> Frame:
    """The labels in their order, numbered from 1, row by row in as many columns as have room."""
    columns = max(1, min(len(labels), int((width + COLUMN_GAP) // (COLUMN + COLUMN_GAP))))
    column = (width - COLUMN_GAP * (columns - 1)) / columns
    indent = NUMBER_ROOM * size
    items: list[Item] = []
    top = height = 0.0
    for index, label in enumerate(labels):
        if index and index % columns == 0:
            top += height + ROW_GAP
            height = 0.0
        left = index % columns * (column + COLUMN_GAP)
        numbered = [LabelLine(str(index + 1), bold=True)]
        number = set_label(numbered, size, indent, context, align="left", anchor="top")
        lines = [replace(line, color=context.tone.text) for line in label.lines]
        words = set_label(lines, size, column - indent, context, align="left", anchor="top")
        items.append(Text(Rect(left, top, indent, number.height), number, f"Key {index + 1}"))
        items.append(Text(Rect(left + indent, top, column - indent, words.height), words, label.name))
        height = max(height, number.height, words.height)
    return Frame(Size(width, top + height), tuple(items))

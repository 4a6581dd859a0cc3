"""Where every line of a text stands, found once, when the rectangle around it is final.

As PowerPoint places text: what is higher than its box runs over on the sides that its anchor leaves free, and
what is wider on the sides that its alignment does. Positions are points from the top left corner of the box.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from deckbuild.bidi import has_right_to_left, in_sight, levels
from deckbuild.document import (
    Bullet,
    Face,
    Line,
    MeasuredLine,
    Numbering,
    Paragraph,
    PlacedRun,
    Run,
    TextBody,
)
from deckbuild.geometry import Rect, Size
from deckbuild.text.typesetter import Typesetter

ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
Piece = tuple[Run, int]
"""A run, or a part of it that is read in one direction, and its level."""


def with_lines(body: TextBody, size: Size, setter: Typesetter) -> TextBody:
    """The text with its lines at their places in a box of `size`."""
    return replace(body, lines=tuple(_lines(body, size, setter)))


def _lines(body: TextBody, size: Size, setter: Typesetter) -> Iterator[Line]:
    box = Rect.of_size(size).inset(body.insets)
    spare = box.height - (body.height - body.insets.vertical)
    top = box.top + {"top": 0.0, "middle": spare / 2, "bottom": spare}[body.anchor]
    for index, paragraph in enumerate(body.paragraphs):
        top += paragraph.space_before if index else 0.0
        cutter = _Cutter(paragraph, setter)
        for number, measured in enumerate(paragraph.lines):
            left = box.left + _left(paragraph, measured, box.width, first=number == 0)
            rect = Rect(left, top, measured.width, measured.height)
            mark = _mark(body.paragraphs, index, rect, setter) if number == 0 and paragraph.bullet else None
            yield Line(rect, top + measured.ascent, cutter.placed(measured, left), index, mark)
            top += measured.height
        top += paragraph.space_after


def _left(paragraph: Paragraph, line: MeasuredLine, width: float, *, first: bool) -> float:
    """How far a line begins from the left of a box `width` points wide."""
    hangs = paragraph.bullet is not None and paragraph.indent < 0
    margin = paragraph.margin + (paragraph.indent if first and not hangs else 0.0)
    free = width - margin - line.width
    start = 0.0 if paragraph.rtl else margin
    return start + {"left": 0.0, "center": free / 2, "right": free}[paragraph.align]


class _Cutter:
    """Cuts the runs of a paragraph at the ends of its lines, and where the direction of reading turns."""

    def __init__(self, paragraph: Paragraph, setter: Typesetter) -> None:
        runs, text = paragraph.runs, paragraph.text
        self.turns = paragraph.rtl or has_right_to_left(text)
        self.pieces = (
            list(_pieces(runs, levels(text, paragraph.rtl))) if self.turns else [(r, 0) for r in runs]
        )
        # Of one run it's known already what a line takes.
        self.edges = setter.edges(runs) if len(runs) > 1 or self.turns else []

    def placed(self, line: MeasuredLine, left: float) -> tuple[PlacedRun, ...]:
        """What stands on a line that begins `left` points from the box's side, in the order of reading."""
        if not self.edges:
            return tuple([PlacedRun(_cut(run, line.text), left, line.width) for run, _ in self.pieces])
        edges, start, end = self.edges, line.start, line.start + len(line.text)
        placed: list[PlacedRun] = []
        found: list[int] = []
        after = 0
        for piece, level in self.pieces:
            begin, after = after, after + len(piece.text)
            first, last = max(begin, start), min(after, end)
            if first < last:
                run = _cut(piece, piece.text[first - begin : last - begin])
                at, width = edges[first] - edges[start], edges[last] - edges[first]
                placed.append(PlacedRun(run, left + at, width, level % 2 == 1))
                found.append(level)
        if self.turns:
            for index in in_sight(found):
                placed[index] = replace(placed[index], left=left)
                left += placed[index].width
        return tuple(placed)


def _pieces(runs: Iterable[Run], levels: Sequence[int]) -> Iterator[Piece]:
    """The runs, cut where the level of their characters changes."""
    after = 0
    for run in runs:
        begin, after = after, after + len(run.text)
        for level, group in groupby(range(begin, after), key=levels.__getitem__):
            indexes = list(group)
            yield _cut(run, run.text[indexes[0] - begin : indexes[-1] + 1 - begin]), level


def _cut(run: Run, text: str) -> Run:
    return run if text == run.text else Run(text, run.style, run.link)


def _mark(paragraphs: Sequence[Paragraph], index: int, line: Rect, setter: Typesetter) -> PlacedRun | None:
    """The mark before the first line of a paragraph, which hangs beside it."""
    paragraph = paragraphs[index]
    bullet = paragraph.bullet
    if bullet is None or not paragraph.runs:
        return None
    style = paragraph.runs[0].style
    face = Face(bullet.face) if bullet.face and setter.metrics.knows(bullet.face) else style.face
    style = replace(
        style, face=face, color=bullet.color or style.color, underline=False, strike=False, tracking=0.0
    )
    text = (
        number_text(bullet.numbering, _number(paragraphs, index, bullet)) if bullet.numbering else bullet.char
    )
    width = setter.metrics.width(text, style)
    left = line.right - paragraph.indent - width if paragraph.rtl else line.left + paragraph.indent
    return PlacedRun(Run(text, style), left, width, paragraph.rtl)


def _number(paragraphs: Sequence[Paragraph], index: int, bullet: Bullet) -> int:
    """The number of a paragraph in its list, which anything of its level or above it that isn't numbered
    alike ends."""
    level, number = paragraphs[index].level, bullet.start
    for paragraph in reversed(paragraphs[:index]):
        if paragraph.level > level and paragraph.bullet is not None:
            continue
        other = paragraph.bullet
        if (
            paragraph.level < level
            or other is None
            or (other.numbering, other.start) != (bullet.numbering, bullet.start)
        ):
            break
        number += 1
    return number


def number_text(numbering: Numbering, number: int) -> str:
    """How a number from 1 on is written.

    >>> [number_text(way, 4) for way in ("1.", "1)", "a.", "i.")], number_text("a.", 28)
    (['4.', '4)', 'd.', 'iv.'], 'bb.')
    """
    match numbering:
        case "1." | "1)":
            return numbering.replace("1", str(number))
        case "a.":
            return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) + "."
        case "i.":
            roman = ""
            for value, letters in ROMAN:
                roman += letters * (number // value)
                number %= value
            return roman + "."

"""Which boxes of a deck break where a renderer's glyphs come out wider than measured?

    python -m tests.wider DECK [FACTOR]

lays the deck out, sets every text again in its box with all advances FACTOR (1.04) times as wide, and prints
the boxes that break.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from deckbuild.document import Page, Paragraph, Shape, Table, Text, TextBody
from deckbuild.geometry import Size
from deckbuild.pipeline import lay_out_deck, layout_context, read
from deckbuild.text.metrics import FaceMetrics, FontMetrics
from deckbuild.text.typesetter import WIDER, Typesetter

FIT = 0.5
"""Points that nobody sees."""


@dataclass(frozen=True)
class WiderFace(FaceMetrics):
    """A face whose advances are `factor` times as wide."""

    factor: float = WIDER

    def advance(self, char: str) -> float:
        return self.factor * super().advance(char)


def wider(setter: Typesetter, factor: float = WIDER) -> Typesetter:
    """The typesetter with all advances `factor` times as wide."""
    faces = {
        key: WiderFace(face.units, face.ascent, face.descent, face.advances, factor)
        for key, face in setter.metrics.faces.items()
    }
    return Typesetter(FontMetrics(faces), setter.rtl)


@dataclass(frozen=True)
class BrokenBox:
    """A text that doesn't keep to its box, and what happens to it."""

    page: int
    text: str
    fault: str

    def __str__(self) -> str:
        return f"slide {self.page}: {self.text!r} {self.fault}"


def broken_boxes(path: Path, factor: float = WIDER) -> list[BrokenBox]:
    """The boxes of the deck at `path` that break where advances are `factor` times as wide."""
    deck = read(path)
    context = layout_context(deck)
    setter = wider(context.typesetter, factor)
    document = lay_out_deck(deck, context=context)
    return [
        BrokenBox(page.number, " ".join(body.text.split())[:60], fault)
        for page in document.pages
        for body, size, filled in boxes(page)
        if (fault := broken(body, size, filled, setter))
    ]


def boxes(page: Page) -> Iterator[tuple[TextBody, Size, bool]]:
    """Every text of a page, the size of its box, and whether that box is seen."""
    for item in page.walk():
        match item:
            case Text():
                yield item.body, item.rect.size, False
            case Shape(body=TextBody() as body):
                yield body, item.rect.size, item.fill is not None or item.stroke is not None
            case Table():
                for row in item.rows:
                    for cell, width in zip(row.cells, item.columns, strict=True):
                        yield cell.body, Size(width, row.height), True


def broken(body: TextBody, box: Size, filled: bool, setter: Typesetter) -> str:
    """What is wrong with a text set anew in its box; nothing where it tears no word, gets no line that its
    box has no room for, and runs over no edge that is seen."""
    room = box.width - body.insets.horizontal
    again = [
        set_again(paragraph, room if body.wrap else float("inf"), setter) for paragraph in body.paragraphs
    ]
    made = replace(body, paragraphs=tuple(again))
    if made.torn and not body.torn:
        return "is torn"
    centred = all(paragraph.align == "center" for paragraph in again)
    reach = made.width - body.insets.horizontal * (1.0 if centred else 0.5)
    if filled and reach > box.width + FIT:
        return f"runs {reach - box.width:.1f} pt over its edge"
    over = made.height - max(box.height, body.height)
    return f"gets lines for which {over:.1f} pt are missing" if over > FIT else ""


def set_again(paragraph: Paragraph, room: float, setter: Typesetter) -> Paragraph:
    return setter.paragraph(
        paragraph.runs,
        room,
        align=paragraph.align,
        bullet=paragraph.bullet,
        margin=paragraph.margin,
        indent=paragraph.indent,
        space_before=paragraph.space_before,
        space_after=paragraph.space_after,
        line_spacing=paragraph.line_spacing,
        pitch=paragraph.pitch,
        rtl=paragraph.rtl,
    )


if __name__ == "__main__":
    for each in broken_boxes(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else WIDER):
        print(each)

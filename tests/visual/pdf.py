"""What a real renderer made of a document: the words of its PDF, held against the computed lines."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from lxml import etree

from deckbuild.document import Document, Item, Page, Shape, Table, Text, TextBody, walk
from deckbuild.geometry import Rect

SAME_LINE = 5.0
"""Points between the middles of two words of one line: code among text sits a little off."""

REACH = 2.0
"""Points that a word may stick out of its item: side bearings and rounding."""

INK = 0.62
"""The middle part of a word's box that its letters reach into. The box is as high as everything in the face
(1.3 em in Carlito), accents on capitals included, which is more than the pitch of its lines."""

UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))


@dataclass(frozen=True)
class Word:
    """A word on a page of the PDF, and the box of its ink in points."""

    text: str
    box: Rect


@dataclass(frozen=True)
class Placed:
    """A text of the document at its place on the page, without what it stands in."""

    rect: Rect
    body: TextBody
    name: str


@dataclass(frozen=True)
class Comparison:
    """One paragraph: the texts of its computed lines, and of the lines in the PDF (without spaces).

    `drawn` is empty where the paragraph isn't found at its place.
    """

    page: int
    name: str
    computed: tuple[str, ...]
    drawn: tuple[str, ...]

    @property
    def found(self) -> bool:
        return bool(self.drawn)

    @property
    def equal(self) -> bool:
        return self.computed == self.drawn

    @property
    def breaks(self) -> frozenset[int]:
        """Where the computed lines end, in letters from the paragraph's start, its own end left out."""
        return _ends(self.computed)

    @property
    def drawn_breaks(self) -> frozenset[int]:
        return _ends(self.drawn)


def _ends(lines: Sequence[str]) -> frozenset[int]:
    return frozenset(accumulate(map(len, lines[:-1])))


def letters(text: str) -> str:
    """A text reduced to what two renderers must agree on: no spaces, ligatures taken apart, no case."""
    plain = unicodedata.normalize("NFKC", text).translate(UNSEEN)
    return "".join(plain.split()).casefold()


def words_of(pdf: Path) -> tuple[tuple[Word, ...], ...]:
    """The words of each page of a PDF, as `pdftotext` finds them, in points from the top left."""
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    found = subprocess.run(command, check=True, capture_output=True).stdout
    root = etree.fromstring(found, etree.XMLParser(recover=True))
    pages = root.iter("{*}page")
    return tuple(tuple(_word(node) for node in page.iter("{*}word")) for page in pages)


def _word(node: etree._Element) -> Word:
    left, top, right, bottom = (float(node.get(name, "0")) for name in ("xMin", "yMin", "xMax", "yMax"))
    margin = (bottom - top) * (1 - INK) / 2
    return Word(
        "".join(map(str, node.itertext())), Rect.from_edges(left, top + margin, right, bottom - margin)
    )


def placed_texts(items: tuple[Item, ...]) -> Iterator[Placed]:
    """Every text among the items, at its place; turned ones are left out."""
    for item in walk(items):
        match item:
            case Text(rect=rect, body=body):
                yield Placed(rect, body, item.name or "text")
            case Shape(rect=rect, body=body, rotation=0.0) if body is not None and body.text.strip():
                yield Placed(rect, body, item.name)
            case Table():
                yield from _cells(item)


def _cells(table: Table) -> Iterator[Placed]:
    top = table.rect.top
    for number, row in enumerate(table.rows):
        left = table.rect.left
        for width, cell in zip(table.columns, row.cells, strict=True):
            yield Placed(Rect(left, top, width, row.height), cell.body, f"{table.name} row {number}")
            left += width
        top += row.height


def compare_document(document: Document, pages: Sequence[Sequence[Word]]) -> list[Comparison]:
    """Each paragraph of the document beside what its page of the PDF shows in its place."""
    layouts = {layout.name: layout for layout in document.slide_layouts}
    found: list[Comparison] = []
    for page, words in zip(document.pages, pages, strict=True):
        artwork = layouts[page.slide_layout].items
        found += compare_page(page, [*placed_texts(page.items), *placed_texts(artwork)], words)
    return found


def compare_page(page: Page, texts: Sequence[Placed], words: Sequence[Word]) -> Iterator[Comparison]:
    """Smaller boxes choose their words first, so that a label isn't taken for part of its panel's text."""
    free = list(words)
    for text in sorted(texts, key=lambda each: each.rect.width * each.rect.height):
        whole = letters(text.body.text)
        place = _grown(text.rect)
        near = [w for w in free if place.contains(w.box) and letters(w.text) in whole]
        lines, used = follow(whole, near)
        free = [word for word in free if word not in used]
        yield from _paragraphs(page.number, text, lines)


def _grown(rect: Rect) -> Rect:
    return Rect(rect.left - REACH, rect.top - REACH, rect.width + 2 * REACH, rect.height + 2 * REACH)


def follow(whole: str, words: Sequence[Word]) -> tuple[list[str], list[Word]]:
    """Read `whole` off the words line by line; words that don't continue it (bullets, numbers) are skipped.

    No lines if the text isn't there from start to end.
    """
    lines: list[str] = []
    used: list[Word] = []
    position = 0
    for row in in_rows(words):
        start = position
        for word in row:
            text = letters(word.text)
            if text and whole.startswith(text, position):
                position += len(text)
                used.append(word)
        if position > start:
            lines.append(whole[start:position])
    return (lines, used) if position == len(whole) else ([], [])


def in_rows(words: Sequence[Word]) -> list[list[Word]]:
    """The words line by line from top to bottom, each line from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.box.center.y):
        if rows and word.box.center.y - rows[-1][-1].box.center.y < SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda each: each.box.left) for row in rows]


def _paragraphs(page: int, text: Placed, lines: Sequence[str]) -> Iterator[Comparison]:
    """The lines found, paragraph by paragraph."""
    rest = list(lines)
    for paragraph in text.body.paragraphs:
        computed = tuple(line for line in (letters(each.text) for each in paragraph.lines) if line)
        if not computed:
            continue
        length = len(letters(paragraph.text))
        drawn: list[str] = []
        while rest and sum(map(len, drawn)) < length:
            drawn.append(rest.pop(0))
        yield Comparison(page, text.name, computed, tuple(drawn))

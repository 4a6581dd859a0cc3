"""Which glyphs of a page are which word of which shape."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from uniseg.linebreak import line_break_boundaries

from tools.measure.box import Box, around
from tools.measure.letters import HYPHENS, SOFT_HYPHEN, letters, unspaced
from tools.measure.pdf import Glyph, Page
from tools.measure.pptx_texts import Shape, Slide

NEAR = 72.0
"""Points from its shape within which a word counts as its own when the paragraph as a whole isn't found."""

NEXT_LINE = 0.6
"""Of the size of type: raised and lowered characters differ by up to 0.35, lines by 0.9 and more."""


@dataclass(frozen=True)
class Word:
    """A word of a shape as it is drawn; no glyphs: nowhere on the page."""

    shape: Shape
    text: str
    glyphs: tuple[Glyph, ...]
    torn: str = ""  # its parts, divided by "|", if it goes on in the next line where no line may end

    @cached_property
    def ink(self) -> Box:
        return around(glyph.ink for glyph in self.glyphs)


@dataclass(frozen=True)
class Stream:
    """The letters of a page in one order, each with its glyph's number."""

    text: str
    owners: list[int]

    def places(self, wanted: str, used: Sequence[bool]) -> Iterator[list[int]]:
        """The glyphs of each place where `wanted` stands whole and unused."""
        start = self.text.find(wanted)
        while start >= 0:
            owners = self.owners[start : start + len(wanted)]
            if not any(used[owner] for owner in owners):
                yield owners
            start = self.text.find(wanted, start + 1)


class Sheet:
    """A page while its glyphs are given out to the shapes' words."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self.glyphs = glyphs
        self.used = [False] * len(glyphs)
        # PDFium's order is right for what runs right to left, that of drawing for texts over each other.
        as_drawn = sorted(range(len(glyphs)), key=lambda number: glyphs[number].drawn)
        self.streams = [self._stream(range(len(glyphs))), self._stream(as_drawn)]

    def _stream(self, order: Sequence[int]) -> Stream:
        pairs = [(letter, number) for number in order for letter in letters(self.glyphs[number].text)]
        return Stream("".join(letter for letter, _ in pairs), [number for _, number in pairs])

    def take(self, wanted: str, shape: Shape, reach: float = math.inf) -> list[int] | None:
        """The nearest place to the shape, marked as used: the number of a glyph for each letter."""
        for stream in self.streams:
            best: tuple[float, list[int]] | None = None
            for owners in stream.places(wanted, self.used):
                ink = around(self.glyphs[owner].ink for owner in owners)
                distance = shape.seen_box.distance(ink)
                if distance <= reach and (best is None or distance < best[0]):
                    best = distance, owners
            if best:
                for owner in best[1]:
                    self.used[owner] = True
                return best[1]
        return None


def match(slide: Slide, page: Page) -> tuple[list[Word], list[Glyph]]:
    """The words of all shapes, and the glyphs that are nobody's (bullets, numbers, texts in pictures).

    Long paragraphs choose first: a short one could stand within them.
    """
    sheet = Sheet(page.glyphs)
    wanted = [(shape, text) for shape in slide.shapes for text in shape.paragraphs if _plain(text)]
    found: dict[int, list[Word]] = {}
    rest: list[int] = []
    for index in sorted(range(len(wanted)), key=lambda each: -len(_plain(wanted[each][1]))):
        shape, text = wanted[index]
        owners = sheet.take(_plain(text), shape)
        if owners is None:
            rest.append(index)
        else:
            found[index] = list(_words(shape, text, sheet.glyphs, owners))
    for index in rest:
        found[index] = list(_single_words(*wanted[index], sheet))
    words = [word for index in range(len(wanted)) for word in found[index]]
    return words, [glyph for glyph, used in zip(page.glyphs, sheet.used, strict=True) if not used]


def _plain(text: str) -> str:
    return "".join(map(letters, text))


def _words(shape: Shape, text: str, glyphs: Sequence[Glyph], owners: Sequence[int]) -> Iterator[Word]:
    """The words of a paragraph that was found; `owners` has the glyph of each letter."""
    position = 0
    for spelled in re.finditer(r"\S+", text):
        places = [place for place in range(*spelled.span()) for _ in letters(text[place])]
        own = owners[position : position + len(places)]
        position += len(places)
        if own:
            tears = list(_tears(text, places, glyphs, own))
            edges = [spelled.start(), *tears, spelled.end()]
            torn = "|".join(text[start:end] for start, end in pairwise(edges)) if tears else ""
            yield Word(shape, spelled.group(), tuple(glyphs[owner] for owner in own), torn)


def _single_words(shape: Shape, text: str, sheet: Sheet) -> Iterator[Word]:
    """The words of a paragraph that doesn't stand on the page as a whole."""
    for spelled in text.split():
        if plain := _plain(spelled):
            owners = sheet.take(plain, shape, NEAR)
            if owners is None:
                yield Word(shape, spelled, ())
            else:
                yield from _words(shape, spelled, sheet.glyphs, owners)


def _tears(text: str, places: Sequence[int], glyphs: Sequence[Glyph], owners: Sequence[int]) -> Iterator[int]:
    """Where the letters at `places` go on in the next line though no line may end there."""
    for (before, after), (last, first) in zip(pairwise(places), pairwise(owners), strict=True):
        if another_line(glyphs[last], glyphs[first]) and not _may_break(text, before, after):
            if last + 1 < len(glyphs) and glyphs[last + 1].text in HYPHENS:
                continue
            yield after


def _may_break(text: str, before: int, after: int) -> bool:
    """Whether a line may end between two letters (Unicode, UAX #14). A soft hyphen isn't seen there."""
    if SOFT_HYPHEN in text[before:after]:
        return False
    if unspaced(text[before]) and unspaced(text[after]):
        return True
    return any(before < place <= after for place in line_break_boundaries(text))


def another_line(before: Glyph, after: Glyph) -> bool:
    return abs(after.line - before.line) > NEXT_LINE * max(before.size, after.size)

"""Whether what an author wrote still stands in what is drawn.

Words are compared as signs in no order: each word of the author uses up one that the page has. That is linear
in the length of both, and doesn't care how layout parts or joins texts (labels, columns, lines). Code is
compared line by line, blanks included.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import groupby

from deckbuild.document import Item, Page, Paragraph, Run, Text, text_bodies
from deckbuild.layout.highlight import TAB

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u2010\u200b\u2060\ufeff"))
"""What layout may add to allow or forbid a break, or take away: soft hyphens, seen or not, zero-width spaces,
word joiners."""

_SIGN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")

SHORTEST = 2
"""A word of fewer signs isn't looked for inside others: it would be found anywhere."""


def signs(text: str) -> Iterator[str]:
    """The words, numbers and other signs of a text, white space and invisible characters left out.

    >>> list(signs("p95 < 300\\u00a0ms"))
    ['p', '95', '<', '300', 'ms']
    """
    return (found[0] for found in _SIGN.finditer(plain(text)))


def plain(text: str) -> str:
    """The text without characters that can't be seen, accents composed."""
    return unicodedata.normalize("NFC", text.translate(INVISIBLE))


class Kept:
    """The words of one part of a page (the slide, its notes), to be used up by those of the author."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._left = Counter(sign for text in texts for sign in signs(text))
        self._joined: str | None = None

    def missing(self, texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """For each of the author's texts, which of its words the page lacks, in reading order."""
        lacking = [tuple(sign for sign in signs(text) if not self._take(sign)) for text in texts]
        return tuple(tuple(sign for sign in each if not self._inside(sign)) for each in lacking)

    def _take(self, sign: str) -> bool:
        if self._left[sign] <= 0:
            return False
        self._left[sign] -= 1
        return True

    def _inside(self, sign: str) -> bool:
        """Whether the word stands inside one that is left: layout may write two without a space between."""
        if self._joined is None:
            self._joined = "\n".join(word for word, count in self._left.items() if count > 0)
        return len(sign) >= SHORTEST and sign in self._joined


def slide_texts(items: Iterable[Item]) -> Iterator[str]:
    """The texts of items that are drawn, groups opened already; a paragraph each."""
    return (paragraph.text for body in text_bodies(items) for paragraph in body.paragraphs)


def spoken_for(items: Iterable[Item]) -> Iterator[str]:
    """What items say to those who can't see them: the alternative texts of all but decoration."""
    for item in items:
        if not isinstance(item, Text) and item.role != "decoration" and item.alt:
            yield item.alt


def notes_texts(page: Page) -> Iterator[str]:
    """The texts of a page's notes, whatever they are made of: neighbouring runs are one text."""
    yield from _runs_in(page.notes)


def _runs_in(value: object) -> Iterator[str]:
    match value:
        case Run():
            yield value.text
        case Paragraph():
            yield value.text
        case tuple():
            for together, members in groupby(value, key=lambda each: isinstance(each, Run)):
                if together:
                    yield "".join(each.text for each in members)
                else:
                    for each in members:
                        yield from _runs_in(each)
        case Mapping():
            for each in value.values():
                yield from _runs_in(each)
        case _ if is_dataclass(value):
            for each in fields(value):
                yield from _runs_in(getattr(value, each.name))


def missing_lines(source: str, paragraphs: Counter[str]) -> tuple[tuple[int, str], ...]:
    """The lines of code, numbered from 0, of which no paragraph is just that, tabs expanded. Lines found are
    taken out of `paragraphs`. Blank lines don't count, nor blanks at a line's end."""
    missing = []
    for number, line in enumerate(source.splitlines()):
        text = line.expandtabs(TAB).rstrip()
        if not text:
            continue
        if paragraphs[text] > 0:
            paragraphs[text] -= 1
        else:
            missing.append((number, text))
    return tuple(missing)

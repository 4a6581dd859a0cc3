"""Words torn at a line's end: where a word is wider than its line, setting it breaks it between letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from deckbuild.document import Item, Paragraph, text_bodies

Breaks = Callable[[str], Sequence[int]]
"""Gives the indexes in a text after which a line may end."""


def torn_words(items: Iterable[Item], breaks: Breaks) -> Iterator[str]:
    """The words of items that go on in the next line where no line may end, each with a stroke where."""
    for body in text_bodies(items):
        if body.wrap:
            for paragraph in body.paragraphs:
                yield from _torn(paragraph, breaks)


def _torn(paragraph: Paragraph, breaks: Breaks) -> Iterator[str]:
    text = paragraph.text
    for above, below in pairwise(paragraph.lines):
        at = below.start
        inside = 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
        if inside and at not in breaks(text):
            yield f"{above.text.split()[-1]}|{below.text.split()[0]}"

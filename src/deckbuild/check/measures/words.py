"""Words for comparing texts: what was said against what is shown, one bullet against another."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

COMMON = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "how", "in", "is", "it"}
    | {"its", "of", "on", "or", "our", "that", "the", "their", "this", "to", "was", "what", "when", "where"}
    | {"which", "who", "why", "will", "with", "you", "your"}
)
"""Words that say nothing about what a text is about."""


def words(text: str) -> list[str]:
    """The words of a text without case or punctuation.

    >>> words("Don't panic - 300s.")
    ["don't", 'panic', '300s']
    """
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def topic(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, plurals as singulars.

    >>> sorted(topic("Point to the decision trees"))
    ['decision', 'point', 'tree']
    """
    return frozenset(word.removesuffix("s") for word in words(text) if word not in COMMON)


def grams(sequence: Sequence[str], length: int) -> set[tuple[str, ...]]:
    """All runs of `length` words in a sequence."""
    return {tuple(sequence[start : start + length]) for start in range(len(sequence) - length + 1)}

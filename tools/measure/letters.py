"""What a file says and what a page shows, brought to the same letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LAM_ALEF = "لاأإآ"
"""Drawn as one glyph, which comes back from a PDF in either order."""

HYPHENS = "-\u2010\x02"
"""What shows that a word goes on; PDFium gives U+0002 for a hyphen that ends a line."""

SOFT_HYPHEN = "\u00ad"

NOT_ASKED_FOR = ("C", "M", "P", "Z", "Sk", "So")
"""Categories of characters that needn't be found: marks are drawn with their letter, punctuation comes back
out of order where a line runs right to left, hyphens come and go at its end, pictographs are pictures."""

UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
)
"""Scripts without spaces whose words only a dictionary tells apart: a line may end anywhere in them."""


@lru_cache(maxsize=4096)
def letters(character: str) -> str:
    """What must be found of a character: its letters without case, accents and ligatures, or nothing."""
    if unicodedata.category(character) in NOT_ASKED_FOR:
        return ""
    plain = unicodedata.normalize("NFKD", character.casefold())
    return "".join(each for each in plain if _asked_for(each))


def _asked_for(character: str) -> bool:
    return character not in LAM_ALEF and not unicodedata.category(character).startswith(NOT_ASKED_FOR)


def unspaced(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in UNSPACED)

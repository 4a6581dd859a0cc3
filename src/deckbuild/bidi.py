"""Which way text runs: the base direction of a paragraph (UAX #9) and of a language."""

from __future__ import annotations

import unicodedata

RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
)
RIGHT_TO_LEFT_LANGUAGES = frozenset(
    {"ar", "arc", "arz", "ckb", "dv", "fa", "he", "iw", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages that are written from right to left unless their tag names another script (CLDR)."""

STRONG = {"L": False, "R": True, "AL": True}
ISOLATES = frozenset({"LRI", "RLI", "FSI"})


def starts_right(text: str) -> bool | None:
    """Whether a paragraph's base direction is right to left: that of its first strong character, isolates
    passed over (rules P2 and P3). None if it has none.

    >>> starts_right("(2024) مرحبا"), starts_right("API هنا"), starts_right("42")
    (True, False, None)
    """
    if text.isascii():
        return False if any(map(str.isalpha, text)) else None
    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind in STRONG and not depth:
            return STRONG[kind]
    return None


def has_right_to_left(text: str) -> bool:
    """Whether any character of the text runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def is_right_to_left(language: str) -> bool:
    """Whether a language (a BCP 47 tag) is written from right to left.

    >>> is_right_to_left("ar-EG"), is_right_to_left("az-Arab"), is_right_to_left("ar-Latn")
    (True, True, False)
    """
    first, *rest = language.split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in RIGHT_TO_LEFT_SCRIPTS if script else first.lower() in RIGHT_TO_LEFT_LANGUAGES

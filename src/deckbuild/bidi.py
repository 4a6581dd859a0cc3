"""Which way text runs: the base direction of a paragraph (UAX #9) and of a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby

RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
)
RIGHT_TO_LEFT_LANGUAGES = frozenset(
    {"ar", "arc", "arz", "ckb", "dv", "fa", "he", "iw", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages that are written from right to left unless their tag names another script (CLDR)."""

STRONG = {"L": False, "R": True, "AL": True}
RIGHT_TO_LEFT_BLOCKS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Nothing outside of these blocks runs from right to left: other characters need not be looked up."""
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
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in RIGHT_TO_LEFT_BLOCKS.findall(text))


def levels(text: str, rtl: bool) -> list[int]:
    """The embedding level of each character of a paragraph that runs from right to left, or not: even ones
    run to the right, odd ones to the left (UAX #9, W1 to I2). Explicit embeddings and isolates count as the
    neutral characters that they are.

    >>> levels("ab 12", rtl=True)
    [2, 2, 2, 2, 2]
    >>> levels("אב (12)", rtl=True)
    [1, 1, 1, 1, 2, 2, 1]
    """
    base = "R" if rtl else "L"
    kinds = _weak_resolved([unicodedata.bidirectional(char) for char in text], base)
    found: list[int] = []
    for kind, group in groupby(kinds):
        count = len(list(group))
        if kind == "N":
            sides = {
                "L" if near == "L" else "R"
                for near in (_at(kinds, len(found) - 1, base), _at(kinds, len(found) + count, base))
            }
            kind = sides.pop() if len(sides) == 1 else base
        if rtl:
            found += [1 if kind == "R" else 2] * count
        else:
            found += [{"L": 0, "R": 1}.get(kind, 2)] * count
    return found


def _at(kinds: Sequence[str], index: int, base: str) -> str:
    return kinds[index] if 0 <= index < len(kinds) else base


def _weak_resolved(kinds: list[str], base: str) -> list[str]:
    """Each character as L, R, a number (EN, AN) or neutral (N), by the rules W1 to W7."""
    strong = before = base
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        if kind in STRONG:
            strong = kind
        if kind == "EN" and strong == "AL":
            kind = "AN"
        after = _at(kinds, index + 1, base)
        if (kind in ("ES", "CS") and before == after == "EN") or (
            kind == "CS" and before == "AN" and after in ("AN", "EN")
        ):
            kind = before
        kinds[index] = before = kind
    for index, kind in enumerate(kinds):
        if kind == "ET" and "EN" in (_at(kinds, index - 1, base), *_after(kinds, index)):
            kinds[index] = "EN"
    strong = base
    for index, kind in enumerate(kinds):
        strong = kind if kind in STRONG else strong
        kinds[index] = "R" if kind == "AL" else "L" if kind == "EN" and strong == "L" else kind
    return [kind if kind in ("L", "R", "EN", "AN") else "N" for kind in kinds]


def _after(kinds: Sequence[str], index: int) -> list[str]:
    """The first kind after a row of number terminators."""
    return next(([kind] for kind in kinds[index:] if kind != "ET"), [])


def in_sight(levels: Sequence[int]) -> list[int]:
    """The indexes of things on a line from left to right as seen, from the levels in reading order (UAX #9,
    L2).

    >>> in_sight([0, 1, 1, 2, 0])
    [0, 3, 2, 1, 4]
    """
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        for high, group in groupby(order.copy(), key=lambda index: levels[index] >= level):
            end = start + len(list(group))
            if high:
                order[start:end] = reversed(order[start:end])
            start = end
    return order


def is_right_to_left(language: str) -> bool:
    """Whether a language (a BCP 47 tag) is written from right to left.

    >>> is_right_to_left("ar-EG"), is_right_to_left("az-Arab"), is_right_to_left("ar-Latn")
    (True, True, False)
    """
    first, *rest = language.split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in RIGHT_TO_LEFT_SCRIPTS if script else first.lower() in RIGHT_TO_LEFT_LANGUAGES

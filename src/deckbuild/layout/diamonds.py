"""Words in a diamond: how to break them so that it is small."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, TextBody
from deckbuild.layout.boxes import Setting
from deckbuild.layout.label import LabelParagraph

NEAR = 2.0  # air between the words and the edges
INK = 0.78  # of a line's height: letters leave the rest empty, so it may cross an edge

EVERY_WAY = 8
"""Parts of a label up to which every way to break it is tried: 128 ways. Each part more would double them."""

MOST_WAYS = 40


def smallest_diamond(label: str, color: Color, setting: Setting) -> tuple[float, TextBody]:
    """The diagonals in points of the smallest diamond that holds a bold label, and the label in lines.

    A box w by h fits a diamond whose diagonals are d if w + h is at most d.
    """
    bodies = (
        setting.one_line(LabelParagraph("\v".join(lines), bold=True, color=color), align="center")
        for lines in split_label(plain_text(label))
    )
    sides = ((body.width + body.height * INK + 2 * NEAR, body) for body in bodies)
    return min(sides, key=lambda each: each[0])


def split_label(label: str) -> list[list[str]]:
    """The ways to set a label in lines: it breaks at spaces and after a solidus.

    Of a label of many parts only the even ways: its lines filled to each of up to `MOST_WAYS` lengths.

    >>> split_label("Go/No-Go")
    [['Go/No-Go'], ['Go/', 'No-Go']]
    """
    parts = re.findall(r"[^\s/]+/?|/", label) or [""]
    if len(parts) > EVERY_WAY:
        lengths = sorted({len(_joined(parts[: index + 1])) for index in range(len(parts))})
        step = -(-len(lengths) // MOST_WAYS)
        return [_filled(parts, length) for length in sorted({*lengths[::step], lengths[-1]})]
    every = (ends for count in range(len(parts)) for ends in combinations(range(1, len(parts)), count))
    return [[_joined(parts[a:b]) for a, b in pairwise((0, *ends, len(parts)))] for ends in every]


def _filled(parts: list[str], length: int) -> list[str]:
    """The parts in lines of at most `length` characters, or of one part where that is longer."""
    lines = [parts[0]]
    for part in parts[1:]:
        longer = _joined([lines[-1], part])
        if len(longer) > length:
            lines.append(part)
        else:
            lines[-1] = longer
    return lines


def _joined(parts: list[str]) -> str:
    """Parts in one line: a space between them, except after a solidus."""
    return "".join(part if part.endswith("/") else part + " " for part in parts).rstrip(" ")

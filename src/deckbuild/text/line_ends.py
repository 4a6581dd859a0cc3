"""What a text has to say so that its lines end where they should, in every renderer.

Renderers break greedily at what Unicode allows. So a word joiner follows a hyphen that is to hold, a soft
hyphen that ends a line is written as one that is seen (PowerPoint knows no soft ones), and where a long word
breaks without a hyphen stands a zero-width space. All are signs of the text, each in the run that it is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from deckbuild.document import MeasuredLine, Run

HELD_HYPHEN = "-\u2060"
SHOWN_HYPHEN = "\u2010"
SOFT_HYPHEN = "\u00ad"
MAY_BREAK = "\u200b"

FULL_ENOUGH = 0.4
"""Of its room: what a line holds at least where a compound goes to the next line as a whole."""

MOST_LINES = 12
"""Lines of a paragraph up to which its compounds are held: each is tried by breaking all of it again, and in
more lines nobody sees one."""

COMPOUND = re.compile(r"\S*[^\W\d_]-\w\S*")
"""A word such as "self-hosted"; no number with a minus, no range, no option."""

Lines = tuple[MeasuredLine, ...]
Set = Callable[[Sequence[Run]], Lines]
"""Breaks runs into lines."""


def with_ends(
    runs: tuple[Run, ...],
    lines: Lines,
    room: float,
    set_lines: Set,
    breaks: Callable[[str], Container[int]],
) -> tuple[tuple[Run, ...], Lines]:
    """The runs, which break into `lines` of `room` points, with their line ends said; and how they break.

    `breaks` are the indexes of a text after which any line may end.
    """
    text = "".join(run.text for run in runs)
    if "-" in text and len(lines) <= MOST_LINES:
        runs, lines = _compounds_held(runs, lines, room, set_lines)
        text = "".join(run.text for run in runs)
    ends = [line.start for line in lines[1:]]
    signs = {end - 1: SHOWN_HYPHEN for end in ends if text[end - 1] == SOFT_HYPHEN}
    signs |= {at: "" for at, sign in enumerate(text) if sign == SOFT_HYPHEN and at not in signs}
    signs |= {
        end - 1: text[end - 1] + MAY_BREAK
        for line, end in zip(lines, ends, strict=False)
        if not line.torn and end not in breaks(text)
    }
    if not signs:
        return runs, lines
    runs = _written(runs, signs)
    return runs, set_lines(runs)


def _compounds_held(
    runs: tuple[Run, ...], lines: Lines, room: float, set_lines: Set
) -> tuple[tuple[Run, ...], Lines]:
    """The runs with those compounds whole that a line's end would part, where that costs no line and leaves
    no hole."""
    for number in range(len(lines) - 1):
        if len(lines) <= number + 1:
            break
        text, end = "".join(run.text for run in runs), lines[number + 1].start
        if lines[number].torn or text[end - 1] != "-":
            continue
        before, after = text[:end].split()[-1], "".join(text[end:].split(maxsplit=1)[:1])
        if not COMPOUND.fullmatch(before + after):
            continue
        word = range(end - len(before), end + len(after))
        held = _written(runs, {at: HELD_HYPHEN for at in word if text[at] == "-"})
        made = set_lines(held)
        whole = len(made) <= len(lines) and not any(line.torn for line in made)
        if whole and made[number].width >= FULL_ENOUGH * room:
            runs, lines = held, made
    return runs, lines


def _written(runs: Sequence[Run], signs: dict[int, str]) -> tuple[Run, ...]:
    """The runs with other signs at some indexes of their text."""
    made, position = [], 0
    for run in runs:
        here = "".join(signs.get(position + at, sign) for at, sign in enumerate(run.text))
        made.append(run if here == run.text else replace(run, text=here))
        position += len(run.text)
    return tuple(made)

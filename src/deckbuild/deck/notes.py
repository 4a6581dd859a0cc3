"""Speaker notes: what to say, and the cues in brackets that tell how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from deckbuild.deck.inline import plain_text
from deckbuild.deck.source import SourceStr
from deckbuild.diagnostics import NOWHERE, Span

CueKind = Literal[
    "opening", "hook", "pause", "emphasize", "point", "walk", "ask", "demo", "insight", "summary",
    "transition", "closing", "other",
]  # fmt: skip

CUES: dict[str, CueKind] = {
    "opening": "opening", "open": "opening", "welcome": "opening",
    "hook": "hook",
    "pause": "pause", "wait": "pause",
    "emphasize": "emphasize", "emphasise": "emphasize", "stress": "emphasize",
    "point": "point", "show": "point", "reveal": "point", "highlight": "point", "trace": "point",
    "walk": "walk", "go": "walk",
    "ask": "ask", "question": "ask", "questions": "ask", "discuss": "ask", "discussion": "ask", "poll": "ask",
    "demo": "demo", "switch": "demo", "run": "demo", "exercise": "demo",
    "insight": "insight", "concept": "insight",
    "summary": "summary", "recap": "summary",
    "transition": "transition", "click": "transition", "next": "transition",
    "final": "closing", "close": "closing", "closing": "closing",
}  # fmt: skip
"""A cue's first word and what kind of cue it makes."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A stage direction, without its brackets."""

    text: str
    kind: CueKind
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Speech:
    """A spoken paragraph, with inline markup."""

    text: str
    span: Span = NOWHERE


NotesPart = Cue | Speech

_CUE_LINE = re.compile(r"\s*\[([^\[\]\n]+)\]\s*")
_CUE_INSIDE = re.compile(r"\[([^\[\]\n]+)\](?!\()")
_WORD = re.compile(r"[^\W_]")


def parse_notes(text: str) -> tuple[NotesPart, ...]:
    """Cues and paragraphs in the order they come.

    A line that is wholly `[…]` is a cue; so is `[…]` inside a paragraph if it starts with a cue word
    (`CUES`). Paragraphs end at blank lines and cues; their single line breaks are spaces.
    """
    return tuple(_parts(text if isinstance(text, SourceStr) else SourceStr(text)))


def _parts(text: SourceStr) -> Iterator[NotesPart]:
    lines: list[str] = []
    start = position = 0
    for line in [*text.split("\n"), ""]:
        cue = _CUE_LINE.fullmatch(line)
        if cue or not line.strip():
            if lines:
                yield from _paragraph(" ".join(lines), text.at(start))
                lines = []
            if cue:
                yield Cue(cue[1].strip(), cue_kind(cue[1]), text.at(position + line.index("[")))
        else:
            if not lines:
                start = position + len(line) - len(line.lstrip())
            lines.append(line.strip())
        position += len(line) + 1


def _paragraph(text: str, span: Span) -> Iterator[NotesPart]:
    spoken = 0
    for match in _CUE_INSIDE.finditer(text):
        kind = cue_kind(match[1])
        if kind == "other":
            continue
        if before := text[spoken : match.start()].strip():
            yield Speech(before, span)
        yield Cue(match[1].strip(), kind, span)
        spoken = match.end()
    if rest := text[spoken:].strip():
        yield Speech(rest, span)


def cue_kind(text: str) -> CueKind:
    """The kind of a cue by its first word; `other` for an unknown one."""
    word = re.match(r"\W*(\w+)", text)
    return CUES.get(word[1].lower(), "other") if word else "other"


def spoken_words(parts: Sequence[NotesPart]) -> int:
    """How many words are said: the paragraphs' words that hold a letter or digit, cues left out."""
    speeches = (plain_text(part.text) for part in parts if isinstance(part, Speech))
    return sum(1 for speech in speeches for word in speech.split() if _WORD.search(word))

"""Speaker notes: Markdown that says what to say, and the cues in brackets that tell how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckbuild.deck.inline import Fragment, parse_inline, plain_text
from deckbuild.deck.markdown import (
    IN_BRACKETS,
    TOP,
    Bracketed,
    Divider,
    Grid,
    Mark,
    Nest,
    Prose,
    Title,
    Verbatim,
    inline_texts,
    parse_markdown,
)
from deckbuild.diagnostics import NOWHERE, Span
from deckbuild.sources.values import SplicedStr

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
    nest: Nest = TOP


@dataclass(frozen=True, slots=True)
class Speech:
    """A spoken paragraph or list item, with inline markup."""

    text: str
    span: Span = NOWHERE
    nest: Nest = TOP


NotesPart = Cue | Speech | Title | Verbatim | Grid | Divider
"""Only `Speech` is said aloud; headings, tables and code are for the speaker's eyes."""

_CUE_INSIDE = re.compile(IN_BRACKETS + r"(?!\()")
_WORD = re.compile(r"[^\W_]")
_STAND_INS = tuple(map(chr, range(0xE000, 0xF8FF)))  # private use (Unicode, §23.5): of no text's own


def parse_notes(text: str) -> tuple[NotesPart, ...]:
    """Cues and blocks of Markdown in the order they come.

    A line that is wholly `[…]` is a cue and ends the paragraph or list before it; so is `[…]` inside a
    paragraph if it starts with a cue word (`CUES`), unless it is code, a link or escaped.
    """
    return tuple(_parts(text))


def listed_notes(entries: Sequence[str]) -> tuple[NotesPart, ...]:
    """Notes that are written as a list: each entry is an item, one that is just a cue stands by itself."""
    parts: list[NotesPart] = []
    for entry in entries:
        inner = parse_notes(entry)
        if len(inner) == 1 and isinstance(inner[0], Cue):
            parts += inner
            continue
        for number, part in enumerate(inner):
            mark = part.nest.mark or (Mark() if number == 0 else None)
            parts.append(replace(part, nest=Nest(("bullet", *part.nest.levels), mark)))
    return tuple(parts)


def _parts(text: str) -> Iterator[NotesPart]:
    for block in parse_markdown(text, brackets=True):
        match block:
            case Bracketed(words, span, nest):
                yield Cue(words, cue_kind(words), span, nest)
            case Prose(words, span, nest):
                yield from _paragraph(words, span, nest)
            case _:
                yield block


def _paragraph(text: str, span: Span, nest: Nest) -> Iterator[NotesPart]:
    found = [match for match in _CUE_INSIDE.finditer(text) if cue_kind(match[1]) != "other"]
    if not found or not isinstance(text, SplicedStr):
        yield Speech(text, span, nest)
        return
    spoken, before = 0, ""
    for match, style in zip(found, _styles(text, found), strict=True):
        if style is None:
            continue
        marks = _marks(style, text)
        if speech := _cut(text, spoken, match.start(), before, marks):
            yield Speech(speech, speech.span, nest)
            nest = Nest(nest.levels)
        if cue := _cut(text, match.start(1), match.end(1), "", ""):
            yield Cue(cue, cue_kind(cue), text.at(match.start()), nest)
        nest = Nest(nest.levels)
        spoken, before = match.end(), marks
    if speech := _cut(text, spoken, len(text), before, ""):
        yield Speech(speech, speech.span, nest)


def _cut(text: SplicedStr, start: int, end: int, before: str, after: str) -> SplicedStr | None:
    """A stretch of a paragraph without the spaces around it, its emphasis closed; None if nothing is left."""
    if before and text.startswith(before[::-1], start, end):  # it was closed at once
        start, before = start + len(before), ""
    if after and text[start:end].rstrip().endswith(after):  # it was opened just before
        end, after = start + len(text[start:end].rstrip()) - len(after), ""
    stretch = text[start:end]
    if not stretch.strip():
        return None
    start += len(stretch) - len(stretch.lstrip())
    return text.cut(start, start + len(stretch.strip()), before, after[::-1])


def _styles(text: str, found: Sequence[re.Match[str]]) -> Iterator[Fragment | None]:
    """The emphasis around each of the brackets; None for those that are code, a link or escaped."""
    sign = next(each for each in _STAND_INS if each not in text)
    pieces, last = [], 0
    for match in found:
        pieces.append(text[last : match.start()])
        last = match.end()
    fragments = iter(parse_inline(sign.join([*pieces, text[last:]])))
    fragment = next(fragments)
    left = fragment.text.count(sign)
    for match in found:
        while not left:
            fragment = next(fragments)
            left = fragment.text.count(sign)
        left -= 1
        before = text[: match.start()]
        escaped = (len(before) - len(before.rstrip("\\"))) % 2 or match[1].endswith("\\")
        yield None if escaped or fragment.code or fragment.link is not None else fragment


def _marks(style: Fragment, text: str) -> str:
    """The markup that opens a style, in the characters that the text uses for it."""
    bold = "__" if "__" in text and "**" not in text else "**"
    italic = "_" if "_" in text and "*" not in text else "*"
    return "~~" * style.strike + bold * style.bold + italic * style.italic


def cue_kind(text: str) -> CueKind:
    """The kind of a cue by its first word; `other` for an unknown one."""
    word = re.match(r"\W*(\w+)", text)
    return CUES.get(word[1].lower(), "other") if word else "other"


def spoken_words(parts: Sequence[NotesPart]) -> int:
    """How many words are said: those of paragraphs and list items that hold a letter or digit.

    Cues, headings, tables and code aren't said, nor are the targets of links.
    """
    speeches = (plain_text(part.text) for part in parts if isinstance(part, Speech))
    return sum(1 for speech in speeches for word in speech.split() if _WORD.search(word))


def texts_of(part: NotesPart) -> tuple[str, ...]:
    """The texts of a part that may hold inline markup: none of code."""
    match part:
        case Cue(text) | Speech(text):
            return (text,)
        case _:
            return inline_texts(part)

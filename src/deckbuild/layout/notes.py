"""A slide's notes in the order a presenter needs them: script, background, questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from deckbuild.context import LayoutContext
from deckbuild.deck.markdown import (
    Bracketed,
    Divider,
    Grid,
    Mark,
    MarkdownBlock,
    Nest,
    Prose,
    Title,
    Verbatim,
    blocks_of,
)
from deckbuild.deck.notes import Cue, NotesPart, Speech
from deckbuild.deck.slides import Slide
from deckbuild.document import NOTES_PLACES, NotesKind
from deckbuild.layout.highlight import source_lines
from deckbuild.layout.notes_draft import Draft, Piece
from deckbuild.layout.notes_table import table_drafts

WIDTH = NOTES_PLACES.body.width
RULE = "\u2014" * 12


def notes_drafts(slide: Slide, context: LayoutContext) -> tuple[Draft, ...]:
    """Script in spoken order with its cues, then rationale and research, then questions with answers.

    A heading stands only over what the slide has.
    """
    return tuple(_drafts(slide, context))


def _drafts(slide: Slide, context: LayoutContext) -> Iterator[Draft]:
    if slide.notes:
        yield _heading("Script")
        yield from _parts(slide.notes, "script", context)
    for title, entries in (
        ("Rationale", slide.background.rationale),
        ("Research and citations", slide.background.research),
    ):
        if entries:
            yield _heading(title)
            for entry in entries:
                yield from _parts(_item(blocks_of(entry)), "bullet", context)
    if slide.qa:
        yield _heading("Questions and answers")
        for pair in slide.qa:
            yield from _parts(blocks_of(pair.question), "question", context)
            yield from _parts(blocks_of(pair.answer), "answer", context)


def _heading(text: str) -> Draft:
    return Draft("heading", (Piece(text),))


def _item(blocks: Iterable[MarkdownBlock]) -> Iterator[MarkdownBlock]:
    """The blocks as an item of a list."""
    for number, block in enumerate(blocks):
        mark = block.nest.mark or (Mark() if number == 0 else None)
        yield replace(block, nest=Nest(("bullet", *block.nest.levels), mark))


def _parts(
    parts: Iterable[NotesPart | MarkdownBlock], kind: NotesKind, context: LayoutContext
) -> Iterator[Draft]:
    for part in parts:
        match part:
            case Cue(text, _, span, nest) | Bracketed(text, span, nest):
                yield Draft("cue", (Piece(f"[{text}]"),), span, nest)
            case Speech(text, span, nest) | Prose(text, span, nest):
                yield Draft(kind, (Piece(text),), span, nest)
            case Title(text, _, span, nest):
                yield Draft("subheading", (Piece(text),), span, nest)
            case Verbatim(text, _, span, nest, title):
                if title:
                    yield Draft("subheading", (Piece(title, markup=False),), span, nest)
                    nest = Nest(nest.levels)
                yield from _code(text, Draft("code", (), span, nest))
            case Grid():
                yield from table_drafts(part, WIDTH, context)
            case Divider(span, nest):
                yield Draft("rule", (Piece(RULE, markup=False),), span, nest)
            case _:
                assert_never(part)


def _code(text: str, draft: Draft) -> Iterator[Draft]:
    """A paragraph for each line, so that each keeps its indent; only the first may have an item's mark."""
    lines = source_lines(text)
    for number, line in enumerate(lines):
        yield replace(
            draft,
            pieces=(Piece(line, markup=False),),
            nest=draft.nest if number == 0 else Nest(draft.nest.levels),
            last=number == len(lines) - 1,
        )

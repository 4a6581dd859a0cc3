"""A slide's notes in the order a presenter needs them: script, background, questions."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.context import LayoutContext
from deckbuild.deck.models import Slide
from deckbuild.deck.notes import Cue
from deckbuild.document import NotesBlock, Run, TextStyle
from deckbuild.layout.inline import inline_runs

NOTES_SIZE = 12.0
"""Points: what PowerPoint's notes page uses, readable on paper at arm's length."""


def notes_blocks(slide: Slide, context: LayoutContext) -> tuple[NotesBlock, ...]:
    """Script in spoken order with its cues, then rationale and research, then questions with answers.

    A heading stands only over what the slide has.
    """
    return tuple(_blocks(slide, context))


def _blocks(slide: Slide, context: LayoutContext) -> Iterator[NotesBlock]:
    style = TextStyle(context.theme.type.body.style.face, NOTES_SIZE, context.theme.role.text)

    def runs(text: str) -> tuple[Run, ...]:
        return inline_runs(text, style, context)

    if slide.notes:
        yield NotesBlock("heading", runs("Script"))
        for part in slide.notes:
            if isinstance(part, Cue):
                yield NotesBlock("cue", (Run(f"[{part.text}]", style),))
            else:
                yield NotesBlock("script", runs(part.text))
    for title, entries in (
        ("Rationale", slide.background.rationale),
        ("Research and citations", slide.background.research),
    ):
        if entries:
            yield NotesBlock("heading", runs(title))
            for entry in entries:
                yield NotesBlock("bullet", runs(entry))
    if slide.qa:
        yield NotesBlock("heading", runs("Questions and answers"))
        for pair in slide.qa:
            yield NotesBlock("question", runs(pair.question))
            yield NotesBlock("answer", runs(pair.answer))

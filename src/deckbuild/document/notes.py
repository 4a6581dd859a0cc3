"""Speaker notes as they are printed, and where things stand on their page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckbuild.diagnostics import NOWHERE, Span
from deckbuild.document.text import Face, Paragraph, Run
from deckbuild.geometry import Rect, Size

NotesKind = Literal[
    "heading", "cue", "script", "subheading", "code", "table", "rule", "bullet", "question", "answer",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class NotesBlock:
    """A paragraph of the notes page, in speaking order, set as it is printed.

    `heading` opens a part (Script, Rationale, Questions), `cue` is a stage direction in its brackets,
    `script` is spoken, `subheading`, `code` (a line of it), `table` (a row of it) and `rule` are what the
    author's notes have besides; `bullet` is a fact, `question` and `answer` are a pair.
    """

    kind: NotesKind
    paragraph: Paragraph
    span: Span = NOWHERE

    @property
    def runs(self) -> tuple[Run, ...]:
        return self.paragraph.runs

    @property
    def text(self) -> str:
        return self.paragraph.text


NOTES_FACE = Face("Calibri", "minor")
"""What notes are set in unless the theme says otherwise."""
NOTES_PAGE = Size(540.0, 720.0)
"""PowerPoint's notes page in points: 7.5 by 10 inches, upright."""


@dataclass(frozen=True, slots=True)
class NotesPlaces:
    """Where things stand on a notes page: the slide's picture, the notes, and at the foot the deck's title
    and the page's number."""

    image: Rect
    body: Rect
    footer: Rect
    number: Rect


NOTES_PLACES = NotesPlaces(
    Rect(100.0, 36.0, 340.0, 191.25),
    Rect(36.0, 239.25, 468.0, 428.75),
    Rect(36.0, 668.0, 418.0, 16.0),
    Rect(454.0, 668.0, 50.0, 16.0),
)
"""A notes page with a large picture of a wide slide."""

"""Pages, the slide layouts they are made from, and the document as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from deckbuild.diagnostics import NOWHERE, Diagnostic, Span
from deckbuild.document.choice import Choice
from deckbuild.document.items import Group, Item, PlaceholderKind
from deckbuild.document.notes import NOTES_FACE, NOTES_PLACES, NotesBlock, NotesPlaces
from deckbuild.document.paint import Color, Slot
from deckbuild.document.text import Face, TextBody
from deckbuild.document.walks import walk
from deckbuild.geometry import Rect, Size


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place for text on a layout, one of each kind; `body` shows its style with a prompt text."""

    kind: PlaceholderKind
    rect: Rect
    body: TextBody
    name: str


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """What many slides share: background, artwork and placeholders, in the page's coordinates, by a name."""

    name: str
    background: Color
    placeholders: tuple[Placeholder, ...]
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One slide. Items stand in reading order, which is also the drawing order."""

    number: int
    title: str
    slide_layout: str
    items: tuple[Item, ...]
    notes: tuple[NotesBlock, ...] = ()
    section: str = ""
    span: Span = NOWHERE
    diagnostics: tuple[Diagnostic, ...] = ()
    """Faults of the slide as a whole; those of a part stand in its frame."""
    notes_places: NotesPlaces | None = None
    """How this page's notes are placed; None for the document's own way."""
    choice: Choice | None = None
    """How the arrangement of its content was chosen; None where the slide's type, its few words or
    that it goes on decide that."""
    could_be: int = 1
    """On how many pages its content would have room if it went on; 1 where it has it, or can't go on."""

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """Everything that laying out found on this page, whichever frame it was left in, each once."""
        frames = (item.frame.diagnostics for item in self.walk() if isinstance(item, Group))
        return tuple(dict.fromkeys((*self.diagnostics, *chain.from_iterable(frames))))

    def walk(self) -> Iterator[Item]:
        """Every item at its place on the page, groups before their children."""
        return walk(self.items)


@dataclass(frozen=True, slots=True)
class ThemeColors:
    """The theme part of an output: the twelve slots, and further named colours for its picker."""

    name: str
    slots: tuple[tuple[Slot, str], ...]
    custom: tuple[tuple[str, str], ...] = ()
    major_font: str = "Calibri"
    minor_font: str = "Calibri"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Document properties. `language` is a BCP 47 tag."""

    title: str
    subject: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en-US"


@dataclass(frozen=True, slots=True)
class Document:
    """Everything an output needs. Sections are page `section` names in first-seen order."""

    metadata: Metadata
    size: Size
    theme: ThemeColors
    slide_layouts: tuple[SlideLayout, ...]
    pages: tuple[Page, ...]
    notes_face: Face = NOTES_FACE
    notes_places: NotesPlaces = NOTES_PLACES
    """Where things stand on the notes master, and on notes pages that don't say otherwise."""

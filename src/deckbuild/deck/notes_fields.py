"""Types of the fields that hold speaker notes and text for the notes page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)

from deckbuild.deck.faults import Fault
from deckbuild.deck.fields import (
    Inline,
    as_list,
    as_text,
    check_links,
    load_context,
    note_comment,
)
from deckbuild.deck.markdown import blocks_of, inline_texts
from deckbuild.deck.notes import NotesPart, Speech, cue_kind, listed_notes, parse_notes, texts_of
from deckbuild.diagnostics import Span
from deckbuild.diagnostics.codes.deck import WRONG_TYPE
from deckbuild.sources.values import SourceStr, span_of


def _notes(value: Any, info: ValidationInfo) -> tuple[NotesPart, ...]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, list):
        parts = listed_notes([_entry(entry, info) for entry in value])
        _refuse_bare_cue(value, parts)
    else:
        text = as_text(value)
        note_comment(text, info)
        parts = parse_notes(text)
    for part in parts:
        _check_links(texts_of(part), info)
    return parts


def _entry(value: Any, info: ValidationInfo) -> SourceStr:
    """An entry of notes that are written as a list."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        raise _bare_cue(value[0], span_of(value)).error()
    text = as_text(value)
    note_comment(text, info)
    return text


def _refuse_bare_cue(value: list[Any], parts: tuple[NotesPart, ...]) -> None:
    """`notes: [Pause]` is a list in YAML, and wasn't meant as one: the entry follows the bracket at once."""
    if len(parts) == 1 and isinstance(parts[0], Speech) and cue_kind(parts[0].text) != "other":
        here, entry = span_of(value), span_of(value[0])
        if (here.line, here.column + 1) == (entry.line, entry.column):
            raise _bare_cue(value[0], here).error()


def _bare_cue(text: str, span: Span) -> Fault:
    hint = f'quote it, "[{text}]", or write the notes as a block: `notes: |`'
    return Fault(f"[{text}] is a list in YAML, no cue", hint, WRONG_TYPE, span=span)


_NOTES_SCHEMA = WithJsonSchema(
    {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": ["string", "number"]}}]}
)

Notes = Annotated[tuple[NotesPart, ...], PlainValidator(_notes), _NOTES_SCHEMA]
"""Speaker notes in Markdown, as written in a block scalar or as a list of points; after validation their
cues, spoken paragraphs and whatever else stands in them."""


def _readable(text: str, info: ValidationInfo) -> str:
    """The text itself; a fault if it is Markdown that can't be set, or a link by reference leads nowhere."""
    for block in blocks_of(text):
        _check_links(inline_texts(block), info)
    return text


def _check_links(texts: Iterable[str], info: ValidationInfo) -> None:
    for text in texts:
        check_links(text if isinstance(text, SourceStr) else SourceStr(text), load_context(info))


NotesText = Annotated[Inline, AfterValidator(_readable)]
"""Text for the notes page: inline markup, and Markdown's blocks if it has several lines."""

NotesList = Annotated[tuple[NotesText, ...], BeforeValidator(as_list)]
"""A list of such texts; a single text counts as a list of one."""

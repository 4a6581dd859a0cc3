"""The texts of a deck as their author wrote them, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, assert_never, get_args

from deckbuild.deck.fields import Code, Inline, Unshown, marks
from deckbuild.deck.inline import plain_text
from deckbuild.deck.markdown import (
    Bracketed,
    Divider,
    Grid,
    MarkdownBlock,
    Prose,
    Title,
    Verbatim,
    blocks_of,
)
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Node
from deckbuild.deck.notes import Cue, NotesPart, Speech
from deckbuild.deck.settings import CheckSettings
from deckbuild.deck.slides import Slide, Waiver
from deckbuild.diagnostics import Span
from deckbuild.sources.values import SourceStr, VerbatimStr, span_of

PassageKind = Literal[
    "deck", "title", "subtitle", "content", "graphics", "notes", "cue", "background", "qa", "activities",
]  # fmt: skip
SHOWN: frozenset[PassageKind] = frozenset({"title", "subtitle", "content", "graphics"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One text: a title, a bullet, a cell, a label, a paragraph of the script.

    `text` is as written, `plain` without markup; `part` says where on the slide it stands, `field` is
    the key it was written under, `node` what it belongs to. `carried` texts belong to a block that isn't
    drawn because a graphic shows it (`shown_in`). `unshown` ones name something, or are for other readers
    than those of the slide. `code` is source code and stands for itself: plain is text.
    """

    part: PassageKind
    field: str
    text: str
    plain: str
    span: Span
    node: Node
    carried: bool = False
    unshown: bool = False
    code: bool = False

    @property
    def shown(self) -> bool:
        """Whether the audience sees it here: no alternative text, nor what a graphic shows in a block's
        place."""
        return self.part in SHOWN and not self.unshown and not self.carried

    @property
    def written(self) -> bool:
        """Whether an author wrote it: a field's default isn't."""
        return self.part in ("notes", "cue") or isinstance(self.text, SourceStr)

    def at(self, index: int) -> Span:
        """Where the character at `index` of `text` was written."""
        return self.text.at(index) if isinstance(self.text, SourceStr) else self.span


def slide_passages(slide: Slide) -> tuple[Passage, ...]:
    """The slide's texts in reading order: what is shown, then notes, background and questions."""
    return tuple(_slide(slide))


def deck_passages(deck: Deck) -> tuple[Passage, ...]:
    """The deck's own texts: everything in it that isn't on a slide."""
    return tuple(_texts(deck, "deck"))


def _slide(slide: Slide) -> Iterator[Passage]:
    yield _passage("title", "title", slide.title, slide)
    if slide.subtitle is not None:
        yield _passage("subtitle", "subtitle", slide.subtitle, slide)
    for block in slide.content:
        for passage in _texts(block, "content"):
            yield replace(passage, carried=True) if block.shown_in else passage
    for graphic in slide.graphics:
        yield from _texts(graphic, "graphics")
    for part in slide.notes:
        yield from _part(part, "notes", slide)
    for passage in _texts(slide.background, "background"):
        yield from _blocks(passage)
    for question in slide.qa:
        for passage in _texts(question, "qa"):
            yield from _blocks(passage)
    for activity in slide.activities:
        yield from _texts(activity, "activities")


def _blocks(passage: Passage) -> Iterator[Passage]:
    """A text of several lines is Markdown on the notes page, so its blocks are passages of their own."""
    for block in blocks_of(passage.text):
        for found in _part(block, passage.part, passage.node):
            yield replace(found, field=passage.field) if not found.code else found


def _part(block: NotesPart | MarkdownBlock, part: PassageKind, node: Node) -> Iterator[Passage]:
    """The passages of a block of Markdown: its `field` tells headings, tables and code from what is said."""
    match block:
        case Cue(text, _, span) | Bracketed(text, span):
            yield Passage("cue", "notes", text, plain_text(text), span, node)
        case Speech(text, span) | Prose(text, span):
            if text:
                yield Passage(part, "notes", text, plain_text(text), span, node)
        case Title(text, _, span):
            yield Passage(part, "heading", text, plain_text(text), span, node)
        case Verbatim(text, _, span, _, title):
            if title:
                yield Passage(part, "heading", title, title, span, node)
            yield Passage(part, "source", text, text, span, node, code=True)
        case Grid():
            yield from (_passage(part, "table", cell, node) for cell in block.cells if cell)
        case Divider():
            pass
        case _:
            assert_never(block)


SKIPPED = (Slide, Waiver, CheckSettings)  # not the deck's own text, or not text for anyone taught


def _texts(node: Node, part: PassageKind) -> Iterator[Passage]:
    """The texts below a node, in the order of its fields, a block's heading first."""
    fields = type(node).model_fields
    for name in sorted(fields, key=lambda name: name != "heading"):
        if name not in type(node).loader_fields:
            yield from _below(getattr(node, name), name, node, part, fields[name])


def _below(value: object, name: str, node: Node, part: PassageKind, field: Any) -> Iterator[Passage]:
    match value:
        case Node():
            if not isinstance(value, SKIPPED):
                yield from _texts(value, part)
        case str():
            if value and (isinstance(value, VerbatimStr) or is_text(field.annotation, field.metadata)):
                said = tuple(marks(field.annotation, field.metadata))
                code = any(isinstance(mark, Code) for mark in said)
                yield replace(_passage(part, name, value, node), code=code, unshown=_UNSHOWN in said)
        case dict():
            for item in value.values():
                yield from _below(item, name, node, part, field)
        case tuple() | list():
            for item in value:
                yield from _below(item, name, node, part, field)


def _passage(part: PassageKind, field: str, text: str, node: Node) -> Passage:
    plain = str(text) if isinstance(text, VerbatimStr) else plain_text(text)
    return Passage(part, field, text, plain, span_of(text), node)


_UNSHOWN = get_args(Unshown)[1]
_INLINE = (get_args(Inline)[1], _UNSHOWN)
"""The validators that make texts of these types."""


def is_text(annotation: Any, metadata: Any = ()) -> bool:
    """Whether a field's type is, or holds, text with inline markup rather than ids, colours or names."""
    return any(mark is validator for mark in marks(annotation, metadata) for validator in _INLINE)

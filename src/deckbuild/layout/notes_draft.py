"""Paragraphs of a notes page before their size is known, and how each kind of them looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.deck.markdown import TOP, Level, Mark, Nest
from deckbuild.diagnostics import NOWHERE, Span
from deckbuild.document import (
    BOX,
    TICKED_BOX,
    Bullet,
    Color,
    ColorChange,
    NotesBlock,
    NotesKind,
    Numbering,
    Paragraph,
    Run,
    Slot,
    TextStyle,
)
from deckbuild.layout.inline import CODE_SCALE, inline_runs

NOTES_SIZE = 12.0
"""Points: what PowerPoint's notes page uses, readable on paper at arm's length."""

HANG = 14.0
"""Points from a dot to its text, and from an item to those below it."""

QUOTE_INDENT = 18.0
DIGIT = 7.0  # points that a digit takes of a number's hang, with room for wide faces
WRAP_INDENT = 12.0  # what is left of a line of code that is too long stands further in than its beginning
DEEPEST_MARGIN = 240.0
"""Points: half of the page's width stays for text, however deep it is nested."""

LARGEST_LEVEL = 8  # of a:pPr's lvl (ECMA-376 Part 1, §20.1.10.71)
NUMBERS = range(1, 32_768)
"""What `startAt` may be (§20.1.10.63); other numbers are written as text."""

NUMBERINGS: dict[str, Numbering] = {".": "1.", ")": "1)"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of notes block is set, lengths in points at 12 pt text."""

    bold: bool = False
    italic: bool = False
    slot: Slot = "dark 1"
    changes: tuple[ColorChange, ...] = ()
    larger: float = 0.0
    before: float = 0.0
    after: float = 4.0
    margin: float = 0.0


DARKER: tuple[ColorChange, ...] = (("scale lightness", 0.5),)  # an accent made dark enough to read on paper
LOOKS: dict[NotesKind, Look] = {
    "heading": Look(bold=True, slot="dark 2", larger=1.0, before=10.0, after=3.0),
    "cue": Look(bold=True, italic=True, slot="accent 1", changes=DARKER, before=2.0),
    "script": Look(),
    "subheading": Look(bold=True, before=4.0, after=2.0),
    "code": Look(after=0.0, margin=HANG),
    "table": Look(after=1.0),
    "rule": Look(slot="dark 2"),
    "bullet": Look(after=2.0),
    "question": Look(bold=True, before=3.0, after=1.0),
    "answer": Look(margin=HANG),
}
AFTER_LAST = 4.0  # the space after a table or code, which have none between their lines
AFTER_ITEM = 2.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one kind: with inline markup, or literal."""

    text: str
    bold: bool = False
    markup: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph of the notes without its size.

    `last` ends a run of lines that belong together (code, a table).
    """

    kind: NotesKind
    pieces: tuple[Piece, ...]
    span: Span = NOWHERE
    nest: Nest = TOP
    last: bool = False


def set_drafts(
    drafts: Sequence[Draft], size: float, width: float, context: LayoutContext
) -> tuple[NotesBlock, ...]:
    """The drafts as paragraphs in text of `size` points, broken to `width` points."""
    digits = max((_digits(draft.nest.mark) for draft in drafts), default=1)
    return tuple(
        NotesBlock(draft.kind, _paragraph(draft, size, width, digits, context), draft.span)
        for draft in drafts
    )


def notes_style(context: LayoutContext, size: float = NOTES_SIZE, look: Look = LOOKS["script"]) -> TextStyle:
    """Plain text of a notes page: its ground is paper, whatever the slide's is."""
    color = Color(dict(context.theme.colors.slots)[look.slot], look.slot, look.changes)
    face = replace(context.theme.type.body.style.face, theme_font="minor")
    return TextStyle(face, size + look.larger, color, look.bold, look.italic)


def _paragraph(draft: Draft, size: float, width: float, digits: int, context: LayoutContext) -> Paragraph:
    look, nest = LOOKS[draft.kind], draft.nest
    scale = size / NOTES_SIZE
    style = notes_style(context, size, look)
    after = AFTER_LAST if draft.last else look.after
    if nest.levels and draft.kind in ("script", "answer"):
        after = AFTER_ITEM
    margin = look.margin + sum(_indent(level, digits) for level in nest.levels)
    indent = 0.0
    mark = _bullet(nest)
    pieces = draft.pieces
    if nest.mark:
        indent = -_indent(nest.levels[-1], digits)
        if mark is None:
            pieces = (Piece(f"{nest.mark.number}{nest.mark.closing} ", markup=False), *pieces)
    elif draft.kind == "code":
        margin, indent = margin + WRAP_INDENT, -WRAP_INDENT
    margin = min(margin, DEEPEST_MARGIN)
    return context.typesetter.paragraph(
        [run for piece in pieces for run in _runs(piece, draft.kind, style, context)] or [Run("", style)],
        width,
        level=min(max(sum(level != "quote" for level in nest.levels) - 1, 0), LARGEST_LEVEL),
        bullet=mark,
        margin=margin,
        indent=indent,
        space_before=look.before * scale,
        space_after=after * scale,
        rtl=False if draft.kind == "code" else None,
    )


def _runs(piece: Piece, kind: NotesKind, style: TextStyle, context: LayoutContext) -> Iterator[Run]:
    """The runs of a piece. Links keep the colour of their text: on paper underlining is enough."""
    style = replace(style, bold=style.bold or piece.bold)
    if kind == "code":
        face = context.theme.type.code.style.face
        style = replace(style, face=face, size=round(style.size * CODE_SCALE * 2) / 2)
    if not piece.markup:
        yield Run(piece.text, style)
        return
    for run in inline_runs(piece.text, style, context):
        if run.style.color != style.color:
            run = replace(run, style=replace(run.style, color=style.color))
        yield run


def _bullet(nest: Nest) -> Bullet | None:
    """The mark of an item; None for a number that PowerPoint can't count to."""
    mark = nest.mark
    if mark is None:
        return None
    match mark.kind:
        case "bullet":
            return Bullet("•" if len([level for level in nest.levels if level != "quote"]) < 2 else "–")
        case "number":
            known = mark.number in NUMBERS
            return Bullet(numbering=NUMBERINGS[mark.closing], start=mark.number) if known else None
        case "open":
            return Bullet(BOX)
        case "done":
            return Bullet(TICKED_BOX)


def _indent(level: Level, digits: int) -> float:
    """How much further in a level stands than the one around it, in points."""
    match level:
        case "bullet":
            return HANG
        case "number":
            return max(HANG, DIGIT * digits + 6.0)
        case "quote":
            return QUOTE_INDENT


def _digits(mark: Mark | None) -> int:
    return len(str(mark.number)) if mark and mark.kind == "number" else 1

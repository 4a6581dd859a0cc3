"""What each run of text on a page is: title, body, code or label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deckbuild.check.measures.drawn import Piece, quoted
from deckbuild.check.rule import Finding
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.fields import Code, fields_marked
from deckbuild.diagnostics import Span
from deckbuild.document import Page, Paragraph, Run

Role = Literal["title", "body", "code", "inline code", "label"]

PAGE_HEIGHT = 540.0
"""Points (7.5 in) of the page that the sizes of roles are meant for."""

SMALL = frozenset({"eyebrow", "caption", "footer", "number"})
"""Texts outside graphics that are as small as labels."""

ROUNDING = 0.05
"""Points that sizes may miss their role by."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A run with its role, the paragraph around it, its size in points as on a page 7.5 in high, and the
    place of what it belongs to."""

    role: Role
    run: Run
    paragraph: Paragraph
    size: float
    span: Span


def sized_runs(page: Page, context: CheckContext) -> Iterator[Sized]:
    """Every run that shows something."""
    code = context.theme.type.code.style.face.name
    scale = PAGE_HEIGHT / context.document.size.height
    graphics = context.slide(page.number).graphics
    sources = frozenset(each.span for each in graphics if any(fields_marked(type(each), Code)))
    for piece in context.pieces[page.number]:
        listing = _is_listing(piece, code, sources)
        for paragraph in piece.body.paragraphs:
            source = listing and _all_code(paragraph, code)  # once: a line of code may have a thousand runs
            for run in paragraph.runs:
                if run.text.strip():
                    role = _role(piece, run, code, listing, source)
                    yield Sized(role, run, paragraph, run.style.size * scale, piece.drawn.span)


def _role(piece: Piece, run: Run, code: str, listing: bool, source: bool) -> Role:
    item = piece.drawn.item
    if item.role == "title":
        return "title"
    if source:
        return "code"
    if item.role in SMALL or listing or piece.drawn.graphic is not None:
        return "label"
    return "inline code" if run.style.face.name == code else "body"


def _is_listing(piece: Piece, code: str, sources: frozenset[Span]) -> bool:
    """Whether a text is source code rather than a word of it here and there: a code block, or the code that a
    graphic is about (`sources` are the spans of such graphics)."""
    graphic = piece.drawn.graphic
    if graphic is None:
        return piece.drawn.item.role == "code"
    lines = sum(_all_code(each, code) for each in piece.body.paragraphs)
    return graphic.span in sources and lines > 1


def _all_code(paragraph: Paragraph, code: str) -> bool:
    shown = [run for run in paragraph.runs if run.text.strip()]
    return bool(shown) and all(run.style.face.name == code for run in shown)


def outside(
    page: Page,
    context: CheckContext,
    role: Role,
    least: float,
    most: float,
    wanted: str,
    hint: str,
) -> Iterator[Finding]:
    """One finding for all runs of a role whose size isn't between `least` and `most` points."""
    wrong = [
        each
        for each in sized_runs(page, context)
        if each.role == role and not least - ROUNDING <= each.size <= most + ROUNDING
    ]
    if wrong:
        worst = min(wrong, key=lambda each: each.size) if wrong[0].size < least else wrong[0]
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        span = context.place_of_text(page, worst.paragraph.text, worst.span)
        yield Finding(f"{quoted(worst.run.text)} is {worst.size:g} pt{more}, {wanted}", span, hint)

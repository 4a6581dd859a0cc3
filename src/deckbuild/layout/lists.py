"""Lists: paragraphs with marks that hang in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from deckbuild.context import LayoutContext
from deckbuild.deck.entries import ListEntry
from deckbuild.document import Bullet, Paragraph
from deckbuild.layout.flow import ITEM_GAP, body_style
from deckbuild.layout.inline import inline_runs

HANG = 0.95
"""Width of the mark's column per point of body size and level: the mark and a space after it."""

NUMBER_HANG = 1.2
"""The same for numbers, which are wider than a dot."""

Mark = Literal["bullet", "number", "box"]

NUMBERING = ("arabicPeriod", "alphaLcPeriod", "romanLcPeriod")
"""Schemes by nesting level (ECMA-376 Part 1, §20.1.10.61)."""

BOX = "¨"
"""A hollow square in Wingdings (0xA8), a face that PowerPoint has on every platform."""


def bullet(mark: Mark, level: int, context: LayoutContext) -> Bullet:
    """The mark of an entry: a dot (a dash below the first level), a number, or a box to tick."""
    match mark:
        case "bullet":
            return Bullet("•" if level == 0 else "–", face="Arial", color=context.tone.marker)
        case "number":
            return Bullet(scheme=NUMBERING[min(level, 2)], color=context.tone.heading)
        case "box":
            return Bullet(BOX, face="Wingdings", color=context.tone.link)


def list_paragraphs(
    entries: Sequence[ListEntry],
    width: float,
    context: LayoutContext,
    mark: Mark,
    *,
    level: int = 0,
    margin: float = 0.0,
) -> Iterator[Paragraph]:
    """One paragraph for each entry, in reading order, broken to `width` points.

    `margin` is where the marks of this level stand, in points.
    """
    style = body_style(context)
    hang = (HANG if mark == "bullet" else NUMBER_HANG) * style.size
    for entry in entries:
        yield context.typesetter.paragraph(
            inline_runs(entry.text, style, context),
            width,
            level=level,
            bullet=bullet(mark, level, context),
            margin=margin + hang,
            indent=-hang,
            space_before=ITEM_GAP * style.size * (0.6 if level else 1.0),
        )
        below: tuple[tuple[Sequence[ListEntry], Mark], ...] = (
            (entry.bullets, "bullet"),
            (entry.steps, "number"),
        )
        for entries_below, mark_below in below:
            yield from list_paragraphs(
                entries_below, width, context, mark_below, level=level + 1, margin=margin + hang
            )

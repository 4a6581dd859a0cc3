"""Lists: paragraphs with marks that hang in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from deckbuild.context import LayoutContext
from deckbuild.deck.entries import ListEntry, depth
from deckbuild.document import BOX, Bullet, Numbering, Paragraph
from deckbuild.layout.flow import ITEM_GAP, body_style
from deckbuild.layout.inline import inline_runs

HANG = 0.95
"""Width of the mark's column per point of body size and level: the mark and a space after it."""

NUMBER_HANG = 1.2
"""The same for numbers, which are wider than a dot."""

Mark = Literal["bullet", "number", "box"]

NUMBER_GAP = 0.35
"""Per point of body size: at least so much stands between a number of several digits and its text."""

DEEPEST_INDENT = 0.4
"""Of a list's width: so far right its deepest level may begin; levels of a deeper list stand closer."""

NUMBERING: tuple[Numbering, ...] = ("1.", "a.", "i.")
"""By nesting level, in turn."""


def bullet(mark: Mark, level: int, context: LayoutContext, start: int = 1) -> Bullet:
    """The mark of an entry: a dot (a dash below the first level), a number, or a box to tick.

    Every number of a list says with what number the list starts, since programs go on counting differently
    after what stands between two lists.
    """
    match mark:
        case "bullet":
            return Bullet("•" if level == 0 else "–", face="Arial", color=context.tone.marker)
        case "number":
            return Bullet(
                numbering=NUMBERING[level % len(NUMBERING)], start=start, color=context.tone.heading
            )
        case "box":
            return Bullet(BOX, color=context.tone.link)


def list_paragraphs(
    entries: Sequence[ListEntry], width: float, context: LayoutContext, mark: Mark, *, start: int = 1
) -> Iterator[Paragraph]:
    """One paragraph for each entry, in reading order, broken to `width` points; numbers from `start`."""
    room = DEEPEST_INDENT * width
    step = min(1.0, room / (depth(entries) * NUMBER_HANG * context.body_size))
    yield from _level(entries, width, context, mark, start, step)


def least_list_width(
    entries: Sequence[ListEntry], context: LayoutContext, mark: Mark, *, start: int = 1
) -> float:
    """The least width in points at which no word of a list is torn."""
    paragraphs = list_paragraphs(entries, float("inf"), context, mark, start=start)
    return max(context.typesetter.widest_unit(each.runs) + each.margin for each in paragraphs)


def _level(
    entries: Sequence[ListEntry],
    width: float,
    context: LayoutContext,
    mark: Mark,
    start: int,
    step: float,
    level: int = 0,
    margin: float = 0.0,
) -> Iterator[Paragraph]:
    """The paragraphs of one level and those below it. `margin` is where its marks stand, in points; the next
    level's stand `step` times the width of this one's further right."""
    style = body_style(context)
    hang = _hang(mark, start + len(entries) - 1, level, context)
    for entry in entries:
        yield context.typesetter.paragraph(
            inline_runs(entry.text, style, context),
            width,
            level=level,
            bullet=bullet(mark, level, context, start),
            margin=margin + hang,
            indent=-hang,
            space_before=ITEM_GAP * style.size * (0.6 if level else 1.0),
        )
        below: tuple[tuple[Sequence[ListEntry], Mark], ...] = (
            (entry.bullets, "bullet"),
            (entry.steps, "number"),
        )
        for inner, inner_mark in below:
            yield from _level(inner, width, context, inner_mark, 1, step, level + 1, margin + hang * step)


def counts_on(above: Sequence[Paragraph], following: Paragraph) -> bool:
    """Whether some program would go on counting from the numbers `above` where `following` starts anew.

    PowerPoint starts a list again after anything that isn't numbered. LibreOffice passes over paragraphs
    without a mark, and counts on from a list of the same level, numbered alike, that starts at the same
    number or a later one.
    """
    new = following.bullet
    if new is None or not new.numbering:
        return False
    for paragraph in reversed(above):
        old = paragraph.bullet
        if old is None or paragraph.level > following.level:
            continue
        return (
            paragraph.level == following.level and old.numbering == new.numbering and old.start >= new.start
        )
    return False


def _hang(mark: Mark, last: int, level: int, context: LayoutContext) -> float:
    """How wide the column of a list's marks is, in points: room for its `last` number."""
    style = body_style(context)
    if mark == "bullet":
        return HANG * style.size
    digits = f"{last}." if mark == "number" and level % len(NUMBERING) == 0 else ""
    wide = context.typesetter.metrics.width(digits, style) + NUMBER_GAP * style.size if last > 9 else 0.0
    return max(NUMBER_HANG * style.size, wide)

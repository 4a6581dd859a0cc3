"""What doesn't fit: read from the frames, where layout left the facts."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.document import TITLE, Document, Group, Page, Text

TOLERANCE = 0.5
"""Points that content may exceed its region by: less than a pixel on a projector."""


def layout_faults(document: Document) -> tuple[Diagnostic, ...]:
    """Everything that needs more room than it has, and what layout itself reported, page by page."""
    return tuple(fault for page in document.pages for fault in page_faults(page))


def page_faults(page: Page) -> Iterator[Diagnostic]:
    """The faults of one page."""
    for item in page.walk():
        if isinstance(item, Group):
            yield from item.frame.diagnostics
            over = item.frame.size.height - item.rect.height
            wide = item.frame.size.width - item.rect.width
            what = f"slide {page.number} ({page.title}): {item.name or 'content'}"
            if over > TOLERANCE:
                yield Diagnostic(
                    "LAY001",
                    f"{what} needs {over:.0f} pt more height than the {item.rect.height:.0f} pt it has",
                    item.span,
                    "cut words, split the slide, or let a graphic carry a block (shown_in)",
                    Severity.WARNING,
                )
            if wide > TOLERANCE:
                yield Diagnostic(
                    "LAY002",
                    f"{what} needs {wide:.0f} pt more width than the {item.rect.width:.0f} pt it has",
                    item.span,
                    "shorten the longest word or line, or give it more columns (layout: 4/8)",
                    Severity.WARNING,
                )
        elif isinstance(item, Text) and item.placeholder == TITLE:
            over = item.body.height - item.rect.height
            if over > TOLERANCE:
                yield Diagnostic(
                    "LAY003",
                    f"slide {page.number}: the title needs {over:.0f} pt more height at its smallest size",
                    item.span,
                    "shorten the title to two lines",
                    Severity.WARNING,
                )

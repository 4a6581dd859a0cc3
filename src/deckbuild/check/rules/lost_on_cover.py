"""LAY015."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.reported import reported
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.diagnostics import Severity
from deckbuild.document import Page


@rule("LAY015", on=Page, severity=Severity.ERROR, on_render=True)
def lost_on_cover(page: Page, context: CheckContext) -> Iterator[Finding]:
    """The cover has content that it doesn't show.

    A cover shows its title, its subtitle and lines of text: who presents, when, and in which program. A
    list, a heading or a graphic has no place there, and nothing an author wrote may be lost.

    Bad:
        type: title
        title: Running AI in production
        content:
          - bullets: [Jane Doe, Spring cohort]

    Good:
        type: title
        title: Running AI in production
        content: [Jane Doe, Spring cohort]
    """
    yield from reported(context.items[page.number], "LAY015")

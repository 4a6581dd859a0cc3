"""LAY011."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.reported import reported
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.diagnostics import Severity
from deckbuild.document import Page


@rule("LAY011", on=Page, severity=Severity.ERROR, on_render=True)
def unknown_layout(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A slide asks for a layout that there isn't.

    The layouts are listed in the authoring guide; a ratio such as 5/7 has to add up to the grid's twelve
    columns.

    Bad:
        title: All tenants share one token budget
        layout: 5/8

    Good:
        title: All tenants share one token budget
        layout: 5/7
    """
    yield from reported(context.items[page.number], "LAY011")

"""TYP002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.roles import outside
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page


@rule("TYP002", on=Page)
def body_text_outside_role(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Body text is smaller than 18 pt or larger than 24 pt.

    Body text is 18 to 24 pt on a page 7.5 in high (visual design guidelines, typography): headings,
    bullets and tables, but not labels inside graphics. A deck's own theme may say otherwise; then this
    tells.
    """
    hint = "set the theme's body and heading roles to 18 to 24 pt"
    yield from outside(page, context, "body", 18.0, 24.0, "body text is 18 to 24 pt", hint)

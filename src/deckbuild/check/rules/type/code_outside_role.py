"""TYP003."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.roles import outside
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page


@rule("TYP003", on=Page)
def code_outside_role(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Source code is smaller than 16 pt or larger than 20 pt.

    Code is set in a monospaced face at 16 to 20 pt on a page 7.5 in high (visual design guidelines,
    typography). Words of code in a sentence follow its size; they too are 16 pt at least.
    """
    hint = "set the theme's code role to 16 to 20 pt"
    yield from outside(page, context, "code", 16.0, 20.0, "code is 16 to 20 pt", hint)
    yield from outside(page, context, "inline code", 16.0, 44.0, "code is at least 16 pt", hint)

"""LAY003."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page, Text


@rule("LAY003", on=Page, on_render=True)
def title_too_long(page: Page, context: CheckContext) -> Iterator[Finding]:
    """The title doesn't fit its zone at the smallest size for titles.

    Titles are 32 to 44 pt (visual design guidelines, typography) and have two lines at most.

    Bad:
        title: >-
          Every request that reaches the gateway is counted against a budget of tokens that all the tenants
          share, and once that budget is gone every one of them waits until the next minute begins, however
          urgent its own request may be, whoever pays for it, whatever was promised in the agreement, and no
          matter how little the others have left undone
        content: [So ask for less.]

    Good:
        title: All tenants share one token budget
        content: [So ask for less.]
    """
    for item in page.items:
        if isinstance(item, Text) and item.placeholder == "title":
            over = item.body.height - item.rect.height
            if over > FIT:
                span = context.slide(page.number).place_of("title")
                message = f"the title needs {over:.0f} pt more height at its smallest size"
                yield Finding(message, span, "shorten it to two lines")

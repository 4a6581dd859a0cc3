"""TYP008."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.roles import sized_runs
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page

MOST = 8
"""Title, heading, body, code and footer, and three sizes in graphics."""


@rule("TYP008", on=Page)
def too_many_sizes(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A slide has text in more than eight sizes.

    Sizes tell what ranks above what; past a handful they tell nothing (design guidelines, type roles: one
    size to a role). Each graphic fits its labels to its room, so several full graphics on a slide add up.
    """
    sizes = sorted({each.size for each in sized_runs(page, context) if each.role != "inline code"})
    if len(sizes) > MOST:
        listed = ", ".join(f"{size:g}" for size in sizes)
        fact = f"text in {len(sizes)} sizes: {listed} pt; {MOST} are enough"
        yield Finding(fact, hint="leave out a graphic, or give the graphics equal room")

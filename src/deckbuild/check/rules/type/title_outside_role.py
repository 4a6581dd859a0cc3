"""TYP001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.drawn import quoted
from deckbuild.check.measures.roles import ROUNDING, sized_runs
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page

LEAST, MOST = 32.0, 44.0


@rule("TYP001", on=Page)
def title_outside_role(page: Page, context: CheckContext) -> Iterator[Finding]:
    """The title isn't set as a title: bold, 32 to 44 pt.

    Headers are bold and 32 to 44 pt on a page 7.5 in high (visual design guidelines, typography), so that the
    point of a slide is read from the last row. Code in a title is set a tenth smaller than its words, so a
    long title with code in it is the one that slips below.

    Bad:
        title: What the orchestrator does while `min_instances` is still two
        content: [It waits.]

    Good:
        title: What `min_instances` buys
        content: [Time.]
    """
    for each in sized_runs(page, context):
        if each.role == "title":
            span = context.slide(page.number).place_of("title")
            if not LEAST - ROUNDING <= each.size <= MOST + ROUNDING:
                fact = f"{quoted(each.run.text)} is {each.size:g} pt, titles are 32 to 44 pt"
                yield Finding(fact, span, "shorten the title, or drop the code marks in it")
                return
            if not each.run.style.bold:
                fact = f"{quoted(each.run.text)} isn't bold, titles are"
                yield Finding(fact, span, "make the theme's title role bold")
                return

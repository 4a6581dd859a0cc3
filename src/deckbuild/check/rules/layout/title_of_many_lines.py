"""LAY013."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page, Text
from deckbuild.layout.looks import Look, look_of

MOST, MOST_LARGE = 2, 3


@rule("LAY013", on=Page)
def title_of_many_lines(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A title has more than two lines.

    The title wraps to two lines at most (design guidelines, type roles), and to three on pages that are about
    nothing else: the cover, section and statement pages. A title that doesn't even fit its zone is told of
    as such (LAY003).

    Bad:
        type: title
        title: >-
          Scaling, Hybrid Deployment, Observability, Incident Response, Gates and Phased Enterprise Roll-out
          of Autonomous Agents in Production

    Good:
        type: title
        title: Scaling and Running Agents in Production
    """
    for item in page.items:
        if (
            isinstance(item, Text)
            and item.placeholder == "title"
            and item.body.height <= item.rect.height + FIT
        ):
            lines = sum(len(paragraph.lines) for paragraph in item.body.paragraphs)
            slide = context.slide(page.number)
            look = look_of(slide)
            most = MOST_LARGE if look.hero or look is Look.COVER else MOST
            if lines > most:
                fact = f"the title has {lines} lines, {most} are the most"
                span = slide.place_of("title")
                yield Finding(fact, span, "shorten it, or move a part into the subtitle")

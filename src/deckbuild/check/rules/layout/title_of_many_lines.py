"""LAY013."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page, Text

MOST, MOST_ON_COVER = 2, 3


@rule("LAY013", on=Page)
def title_of_many_lines(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A title has more than two lines.

    The title wraps to two lines at most (design guidelines, type roles), on the cover, where it stands in a
    narrow column, to three. A title that doesn't even fit its zone is told of as such (LAY003).

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
            most = MOST_ON_COVER if slide.type == "title" else MOST
            if lines > most:
                fact = f"the title has {lines} lines, {most} are the most"
                span = slide.place_of("title")
                yield Finding(fact, span, "shorten it, or move a part into the subtitle")

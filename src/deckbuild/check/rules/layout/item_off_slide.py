"""LAY004."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.drawn import quoted
from deckbuild.check.measures.fit import is_decorative, name_of, once_an_area
from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.measures.tried import cure
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.diagnostics import Severity
from deckbuild.document import Page
from deckbuild.geometry import Rect


@rule("LAY004", on=Page, severity=Severity.ERROR)
def item_off_slide(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Something reaches beyond the edge of the slide.

    What is off the slide isn't shown at all, and whoever presents doesn't notice (visual design guidelines:
    consistent margins across all slides). Ornaments may run off the edge.

    Bad:
        title: What each team owns
        content:
          - table:
              columns: [Gateway, Orchestration, Observability, Authentication, Communication, Administration]
              rows:
                - [Interconnectivity, Internationalization, Instrumentation, Telecommunications,
                   Recommercialization, Containerization]

    Good:
        title: What each team owns
        content:
          - table:
              columns: [Team, Owns]
              rows:
                - [Gateway, Connectivity]
    """
    whole = Rect.of_size(context.document.size)
    faults = []
    for each in context.drawn[page.number]:
        rect = each.item.rect
        if not is_decorative(each.item) and not whole.contains(rect, FIT):
            over = max(-rect.left, -rect.top, rect.right - whole.right, rect.bottom - whole.bottom)
            fact = f"{quoted(name_of(each.item))} reaches {over:.0f} pt beyond the edge of the slide"
            faults.append((each, (each.span, fact)))
    yield from once_an_area(faults, "things", cure(page, "cut words, or split the slide"))

"""LAY008."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.drawn import quoted
from deckbuild.check.measures.fit import is_decorative, name_of, once_an_area, overflows
from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page
from deckbuild.geometry import Rect


@rule("LAY008", on=Page)
def content_outside_margins(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Content stands in the margin, or in the zone of the title or the footer.

    Margins are the same on all slides and everything stands on the grid (visual design guidelines, layout
    principles); title, body and footer zone stay at one place, so that nothing jumps from slide to slide.
    Content that has outgrown its region is told of as such (LAY001, LAY002).
    """
    zone = context.theme.grid.body
    whole = Rect.of_size(context.document.size)
    faults = []
    for each in context.drawn[page.number]:
        rect = each.item.rect
        if each.area is None or is_decorative(each.item) or overflows(each):
            continue
        if whole.contains(rect, FIT) and not zone.contains(rect, FIT):
            beyond = {
                "left margin": zone.left - rect.left,
                "right margin": rect.right - zone.right,
                "zone of the title": zone.top - rect.top,
                "zone of the footer": rect.bottom - zone.bottom,
            }
            where, over = max(beyond.items(), key=lambda entry: entry[1])
            fact = f"{quoted(name_of(each.item))} reaches {over:.0f} pt into the {where}"
            faults.append((each, (each.span, fact)))
    yield from once_an_area(faults, "things", "use fewer or shorter words in it")

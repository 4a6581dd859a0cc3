"""LAY014."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page, PlaceholderKind, Text

FIXED: dict[PlaceholderKind, str] = {
    "title": "the title",
    "footer": "the footer",
    "number": "the slide number",
}


@rule("LAY014", on=Page)
def placeholder_moved(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Title, footer or slide number isn't where the slide's layout has it.

    They stand at the same place on every slide (visual design guidelines: consistent margins; design
    guidelines, grid), or they jump when one pages through, and resetting the slide in PowerPoint moves
    them.
    """
    slots = {slot.kind: slot.rect for slot in context.slide_layout_of(page).placeholders}
    for item in page.items:
        if isinstance(item, Text) and item.placeholder in FIXED and item.placeholder in slots:
            at, slot = item.rect, slots[item.placeholder]
            if not (slot.contains(at, FIT) and at.contains(slot, FIT)):
                dx, dy = at.left - slot.left, at.top - slot.top
                fact = (
                    f"{FIXED[item.placeholder]} stands {dx:+.0f}, {dy:+.0f} pt from its place on the layout"
                )
                yield Finding(fact, item.span, "leave its place to the layout")

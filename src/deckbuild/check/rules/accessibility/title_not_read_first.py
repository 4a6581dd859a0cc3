"""ACC001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.document import Page, Text

HINT = "the layout is at fault, not the slide"


@rule("ACC001", on=Page)
def title_not_read_first(page: Page) -> Iterator[Finding]:
    """A screen reader doesn't come to the slide's title first.

    The title is what the slide announces itself with, and the outline and the navigation pane list it: one
    title placeholder, first in the reading order, which is the drawing order (WCAG 2.2, 1.3.2 Meaningful
    Sequence and 2.4.2 Page Titled). That titles differ is CON006.
    """
    places = [
        index
        for index, item in enumerate(page.items)
        if isinstance(item, Text) and item.placeholder == "title"
    ]
    if not places:
        yield Finding("the page has no title placeholder", hint=HINT)
    elif len(places) > 1:
        yield Finding(f"the page has {len(places)} title placeholders", hint=HINT)
    elif places[0]:
        before = f"{places[0]} items are" if places[0] > 1 else "an item is"
        yield Finding(f"{before} read before the title", hint=HINT)

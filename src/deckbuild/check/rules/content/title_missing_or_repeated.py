"""CON006."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.words import words
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.models import Deck


@rule("CON006", on=Deck)
def title_missing_or_repeated(deck: Deck) -> Iterator[Finding]:
    """A slide's title is empty, or another slide has it too.

    Titles are how people find their way in a deck: in the outline, in the navigation pane, and with a screen
    reader, which announces them first (WCAG 2.2, 2.4.2 Page Titled and 2.4.6 Headings and Labels). Letters
    and digits count, without case.

    Bad:
        title: A deck
        slides:
          - title: Scaling
          - title: Scaling!

    Good:
        title: A deck
        slides:
          - title: Why scaling is different
          - title: What to scale on
    """
    first: dict[tuple[str, ...], int] = {}
    for slide in deck.slides:
        title = tuple(words(slide.plain_title))
        if not title:
            yield Finding("the slide has no title", slide.place_of("title"), "say its point in a few words",
                          slide=slide.number)  # fmt: skip
        elif title in first:
            fact = f"slide {first[title]} has the same title"
            hint = 'say what is different about this one, at least "(continued)"'
            yield Finding(fact, slide.place_of("title"), hint, slide=slide.number)
        else:
            first[title] = slide.number

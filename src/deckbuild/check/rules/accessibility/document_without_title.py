"""ACC005."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.words import words
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.inline import plain_text
from deckbuild.deck.models import Deck

NO_TITLES = frozenset({
    "deck", "document", "powerpoint presentation", "presentation", "slides", "title", "untitled",
})  # fmt: skip


@rule("ACC005", on=Deck)
def document_without_title(deck: Deck) -> Iterator[Finding]:
    """The deck has no title that tells what it is about.

    It becomes the document's title, which is announced when the file is opened, and shown by a PDF reader
    (WCAG 2.2, 2.4.2 Page Titled).

    Bad:
        title: Untitled
        slides:
          - title: All tenants share one token budget

    Good:
        title: "Session 2: Production operations"
        slides:
          - title: All tenants share one token budget
    """
    title = plain_text(deck.title).strip()
    said = " ".join(words(title))
    if not said:
        fact = "the deck's title is empty"
    elif said in NO_TITLES:
        fact = f"the deck's title {title!r} tells nothing"
    elif title.lower().endswith((".pptx", ".ppt", ".yaml", ".yml", ".md", ".pdf")):
        fact = f"the deck's title {title!r} is a file name"
    else:
        return
    yield Finding(fact, deck.place_of("title"), "say what the deck is about")

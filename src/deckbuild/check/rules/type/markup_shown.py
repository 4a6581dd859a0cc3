"""TYP009."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.drawn import quoted
from deckbuild.check.measures.passages import Passage
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.entries import ListEntry
from deckbuild.deck.leftovers import Place, leftovers
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Block

PRINTED = frozenset({"notes", "background", "qa"})
"""Parts of a slide that stand on its notes page."""

OF_THE_DECK = frozenset(
    {"title", "subtitle", "short_name", "short_title", "module", "program", "author", "date"}
)
"""Fields of deck and segments that slides show."""


@rule("TYP009", on=Deck, on_render=True)
def markup_shown(_deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """A text holds markup that isn't read, and shows it as typed.

    Read are **bold**, *italic*, ~~struck~~, `code`, [links](https://example.org) and `<br>`; HTML, and
    Markdown that belongs to a document rather than to a paragraph, are not. A backslash before a character
    says that it is meant as it stands.

    Bad:
        title: Backups
        content:
          - Copies are <b>never</b> deleted.

    Good:
        title: Backups
        content:
          - Copies are **never** deleted.
    """
    for number, passages in context.passages.items():
        for passage in passages:
            if not _is_seen(passage):
                continue
            for found in leftovers(str(passage.text), _place(passage)):
                fact = f"{quoted(found.text)} {found.fate}"
                yield Finding(fact, passage.at(found.index), found.cure, slide=number or None)


def _is_seen(passage: Passage) -> bool:
    if passage.code:
        return False
    if passage.part == "deck":
        return passage.field in OF_THE_DECK
    return passage.shown or passage.part in PRINTED


def _place(passage: Passage) -> Place:
    if isinstance(passage.node, ListEntry) or passage.part == "title" or passage.field == "heading":
        return "entry"
    if isinstance(passage.node, Block) and passage.text is passage.node.statement():
        return "running"
    return "label"

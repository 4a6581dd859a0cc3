"""ACC006."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.links import links
from deckbuild.check.measures.weblinks import BARE_URL
from deckbuild.check.measures.words import words
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.models import Deck

EMPTY_TEXTS = frozenset({
    "click", "click here", "click this link", "details", "find out more", "follow this link", "go", "here",
    "info", "learn more", "link", "more", "more info", "more information", "open", "page", "read more",
    "read on", "see here", "see more", "source", "this", "this link", "this page", "url", "website",
})  # fmt: skip


@rule("ACC006", on=Deck)
def link_text_says_nothing(_deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """A link's text doesn't tell where it leads: "click here", or an address written out.

    Screen readers list links by their texts, without what stands around them (WCAG 2.2, 2.4.4 Link Purpose;
    failure F63), and read an address out letter by letter. Addresses written out are looked for in what
    the audience sees; in notes and research they are sources, to be copied.

    Bad:
        title: Read on
        content:
          - "Click [here](https://handbook.example.org)"

    Good:
        title: Read on
        content:
          - "[The operations handbook](https://handbook.example.org)"
    """
    for link in links(context):
        said = " ".join(words(link.text))
        if link.bare or BARE_URL.fullmatch(link.text.strip()):
            if not link.shown:
                continue
            fact = f"the address {link.text.strip()} is shown as it is"
        elif not said:
            fact = f"the link to {link.target} has no text"
        elif said in EMPTY_TEXTS:
            fact = f"the link's text {link.text.strip()!r} doesn't say where it leads"
        else:
            continue
        hint = "write [what is there](the address)"
        yield Finding(fact, link.span, hint, slide=link.slide)

"""TEC010."""

from __future__ import annotations

import os
from collections.abc import Iterator
from urllib.parse import unquote

from deckbuild.check.measures.links import links
from deckbuild.check.measures.weblinks import malformed
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.models import Deck


@rule("TEC010", on=Deck)
def link_malformed(_deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """An address can't lead anywhere: it isn't well-formed, its host is no name, or there is no such file.

    Links and references are valid (quality checklist, technical quality). A link in a deck whose address is
    no URI is refused on reading (DCK111). Looked at here are addresses that stand in the texts as they are,
    hosts of a single word, and the appendices, where links to files beside them work too. Whether somebody
    answers at the address is looked up with --online.

    Bad:
        title: Read on
        content:
          - "[The handbook](https://handbook)"

    Good:
        title: Read on
        content:
          - "[The handbook](https://handbook.example.org)"
    """
    files = {appendix.name: appendix.path for appendix in context.appendices}
    for link in links(context):
        fault = None
        if link.web:
            fault = malformed(link.target)
        elif link.file and not link.target.startswith("#"):
            place = unquote(link.target.partition("#")[0])
            if not os.path.exists(files[link.file].parent / place):  # also false for what can't be a path
                fault = "there is no such file"
        if fault is not None:
            fact = f"{link.target!r} isn't valid: {fault}"
            yield Finding(fact, link.span, "correct the address", slide=link.slide)

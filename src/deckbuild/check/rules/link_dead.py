"""TEC011."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.links import links
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.check.weblinks import dead, malformed
from deckbuild.deck.models import Deck


@rule("TEC011", on=Deck, online=True)
def link_dead(_deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """Nothing answers at a link's address.

    Links and references are valid (quality checklist, technical quality). With --online each web address is
    asked once: no server, no answer in ten seconds, and the answers 404 and 410 are faults. A page that asks
    for a login, or a server in trouble, exists.
    """
    web = [link for link in links(context) if link.target.lower().startswith("http")]
    asked = [link for link in web if malformed(link.target) is None]
    faults = dead(link.target for link in asked)
    for link in asked:
        if link.target in faults:
            fact = f"{link.target} is dead: {faults[link.target]}"
            yield Finding(fact, link.span, "find where it has moved, or drop it", slide=link.slide)

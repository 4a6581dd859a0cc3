"""TEC011."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.links import links
from deckbuild.check.measures.weblinks import malformed
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.models import Deck
from deckbuild.diagnostics import Severity


@rule("TEC011", on=Deck, online=True)
def link_dead(_deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """Nothing answers at a link's address.

    Links and references are valid (quality checklist, technical quality). With --online each web address is
    asked once. Faults are a host that doesn't exist or takes no connection, the answers 404 and 410, and
    redirects in a circle. A page that asks for a login, or a server in trouble, exists.

    An address that couldn't be checked is mentioned, which is no fault: a server that doesn't answer within
    ten seconds, a certificate that isn't accepted, what speaks no HTTP. Only servers of the public internet
    are asked, where redirects lead included: not localhost, no private network, no other protocol. Servers
    are asked directly, not through a proxy; where none at all can be reached, none is called dead.
    """
    web = [link for link in links(context) if link.target.lower().startswith("http")]
    asked = [link for link in web if malformed(link.target) is None]
    verdicts = context.ask(link.target for link in asked)
    for link in asked:
        verdict = verdicts.get(link.target)
        if verdict is not None and verdict.dead:
            fact = f"{link.target} is dead: {verdict.fact}"
            yield Finding(fact, link.span, "find where it has moved, or drop it", slide=link.slide)
        elif verdict is not None:
            fact = f"{link.target} couldn't be checked: {verdict.fact}"
            yield Finding(fact, link.span, "try it in a browser", Severity.INFO, slide=link.slide)

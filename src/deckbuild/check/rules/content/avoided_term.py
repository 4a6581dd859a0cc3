"""CON010."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.slides import Slide


@rule("CON010", on=Slide)
def avoided_term(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """A text uses a word that the deck's glossary avoids.

    Terminology is consistent with prior modules (quality checklist, content quality): two words for one thing
    make people look for the difference. The deck lists its terms under `glossary`, each with the words to
    avoid for it; capitals don't matter. Code and the names of sources are left alone.

    Bad:
        title: A deck
        glossary:
          - term: on-premises
            avoid: [on-prem, on premise]
        slides:
          - title: When to stay on-prem

    Good:
        title: A deck
        glossary:
          - term: on-premises
            avoid: [on-prem, on premise]
        slides:
          - title: When to stay on-premises
    """
    avoided = [(word, term.term) for term in context.deck.glossary for word in term.avoid]
    if not avoided:
        return
    preferred = {str(word).casefold(): str(term) for word, term in avoided}
    longest_first = sorted(preferred, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
    for passage in context.passages[slide.number]:
        if passage.code or passage.field == "research":
            continue
        for found in pattern.finditer(passage.text):
            fact = f"{found[0]!r} is a word that the glossary avoids"
            yield Finding(fact, passage.at(found.start()), f"write {preferred[found[0].casefold()]!r}")

"""TYP007."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.check.measures.drawn import quoted
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.slides import Slide

SHOUTED = re.compile(r"\b[A-Z]{2,}(?:[' ][A-Z]{2,}){3,}\b")
"""Four words in capitals in a row: more than names and abbreviations ever make up between blanks."""


@rule("TYP007", on=Slide)
def text_in_capitals(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """A phrase is written in capitals.

    Capitals take away the shapes that words are read by, and screen readers may spell them out (Section 508
    guidance and W3C's notes on WCAG 2.2, 1.4.8). Emphasis is bold.

    Bad:
        title: Rollback
        content:
          - text: NEVER ROLL BACK WITHOUT TELLING the support team.

    Good:
        title: Rollback
        content:
          - text: "**Never** roll back a REST API without telling the support team."
    """
    for passage in context.passages[slide.number]:
        if passage.shown and not passage.code and (found := SHOUTED.search(passage.text)):
            fact = f"{quoted(found[0])} is written in capitals"
            yield Finding(
                fact, passage.at(found.start()), "write it in small letters; set the key word in **bold**"
            )

"""CON007."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.check.measures.words import words
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.slides import Slide

LEAST = 3
"""Words: a subject, a verb and an object. Fewer name a topic."""

_LABEL = re.compile(
    r"(about|an? (introduction|overview)|background|introduction|overview|summary)\b"
    r"|.*\b(agenda|background|basics|best practices|concepts?|considerations|introduction|key points"
    r"|lessons learned|overview|takeaways?)\W*$",
    re.IGNORECASE,
)
"""Titles that announce what the slide is about to say."""


@rule("CON007", on=Slide)
def title_is_a_label(slide: Slide) -> Iterator[Finding]:
    """The title of an insight names a topic and not the insight.

    An insight delivers key learning or an aha moment (slide type definitions), and its title is the sentence
    people take home. Titles that state the point are remembered better than topic headings (M. Alley and
    K. A. Neeley, "Rethinking the Design of Presentation Slides: A Case for Sentence Headlines and Visual
    Evidence", Technical Communication 52, 2005). Only titles that are clearly labels are found: fewer than
    three words, or words such as overview, background or considerations at their end.

    Bad:
        type: insight
        title: Load Balancing Considerations

    Good:
        type: insight
        title: Sticky sessions keep conversations whole
    """
    if slide.type != "insight":
        return
    title = slide.plain_title
    if 0 < len(words(title)) < LEAST or _LABEL.match(title):
        fact = f"the insight's title {title!r} names a topic"
        yield Finding(fact, slide.place_of("title"), "state the insight itself, as a short sentence")

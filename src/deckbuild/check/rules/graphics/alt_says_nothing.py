"""GFX004."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.check.measures.alt import alts
from deckbuild.check.measures.words import words
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.inline import plain_text
from deckbuild.deck.slides import Slide

FILE_NAME = re.compile(
    r"\S*\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf|pdf|pptx?|vsdx?|drawio|mp4)", re.IGNORECASE
)
EMPTY_WORDS = frozenset({
    "a", "alt", "an", "architecture", "chart", "code", "diagram", "drawing", "figure", "flow",
    "flowchart", "graph", "graphic", "icon", "illustration", "image", "line", "logo", "of", "photo",
    "pic", "picture", "placeholder", "screenshot", "shape", "slide", "table", "text", "the", "timeline",
})  # fmt: skip
"""Words that name a kind of picture and not what is in it."""


@rule("GFX004", on=Slide)
def alt_says_nothing(slide: Slide) -> Iterator[Finding]:
    """An alternative text doesn't tell what is shown: a file's name, a kind of picture, the title again.

    Someone who hears "diagram" or "image1.png" knows that there is something, and not what (WCAG 2.2, 1.1.1
    and failure F30, text alternatives that aren't alternatives).

    Bad:
        title: We are done
        graphics:
          - kind: badge
            id: done
            alt: medal-final.png
            icon: award
            headline: Complete

    Good:
        title: We are done
        graphics:
          - kind: badge
            id: done
            alt: A medal that reads Complete.
            icon: award
            headline: Complete
    """
    for alt in alts(slide):
        said = words(alt.plain)
        titles = [words(slide.plain_title), words(plain_text(getattr(alt.node, "title", None) or ""))]
        fact = ""
        if FILE_NAME.fullmatch(alt.plain.strip()):
            fact = f"the alternative text {alt.plain.strip()!r} is a file name"
        elif all(word in EMPTY_WORDS or word.isdigit() for word in said):
            fact = f"the alternative text {alt.plain.strip()!r} doesn't say what is shown"
        elif said in titles:
            fact = "the alternative text only repeats the title"
        if fact:
            yield Finding(fact, alt.node.place_of("alt"), "say in a sentence what it shows and means")

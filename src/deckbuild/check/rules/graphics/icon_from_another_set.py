"""GFX008."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.check.measures.graphic_nodes import icons_of, nodes_below, texts_of
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Node
from deckbuild.deck.slides import Slide

BRAND = "brand:"
EMOJI = re.compile("[\U0001f000-\U0001faff\u2705\u274c\u26a0\u2b50\u26a1\u2728]\ufe0f?|[\u2190-\u27bf]\ufe0f")
"""Pictures among the characters: the pictographic blocks of Unicode, and signs made into emoji (UTS #51)."""


@rule("GFX008", on=Slide)
def icon_from_another_set(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """An icon isn't from the deck's one set: a brand's mark that doesn't stand for the brand, or an emoji.

    Icons are consistent, from one set (visual design guidelines, graphic standards): Lucide's outlines, with
    the mark of a product only where that product is named. An emoji looks different on every machine and
    can't take the theme's colours.

    Bad:
        title: What to watch
        graphics:
          - kind: icon-grid
            id: watch
            alt: Errors are watched.
            cells:
              - {icon: "brand:grafana", title: Error rate}

    Good:
        title: What to watch
        graphics:
          - kind: icon-grid
            id: watch
            alt: Errors are watched, on Grafana.
            cells:
              - {icon: triangle-alert, title: Error rate}
              - {icon: "brand:grafana", title: Grafana}
    """
    for graphic in slide.graphics:
        for part in nodes_below(graphic):
            for field, icon in icons_of(part):
                yield from _brands(part, field, icon)
    for passage in context.passages[slide.number]:
        found = EMOJI.search(passage.text) if passage.shown and not passage.code else None
        if found:
            fact = f"the emoji {found[0]} stands in for an icon"
            yield Finding(fact, passage.at(found.start()), "use the 'icon' of a graphic's part, or words")


def _brands(part: Node, field: str, icon: str) -> Iterator[Finding]:
    pieces = icon.split("+")
    marks = [piece.removeprefix(BRAND) for piece in pieces if piece.startswith(BRAND)]
    text = " ".join(plain_text(text) for text in texts_of(part)) if marks else ""
    if marks and len(marks) < len(pieces):
        fact = f"the icon {str(icon)!r} joins a brand's mark to an icon of another set"
        yield Finding(fact, part.place_of(field), "use one of them")
        return
    for slug in marks:
        if not _names(text, slug):
            fact = f"the mark of {slug!r} stands beside {text!r}, which doesn't name it"
            yield Finding(fact, part.place_of(field), "use an icon without a brand, or name the product")


def _names(text: str, slug: str) -> bool:
    """Whether a text names a brand: a word of it is in the brand's slug, or its capitals abbreviate it.

    >>> _names("ELK/CloudWatch", "elasticstack"), _names("Error rate", "grafana")
    (True, False)
    """
    words = re.findall(r"[^\W_]+", text)
    if slug in "".join(words).casefold():
        return True
    part = any(len(word) > 2 and word.casefold() in slug for word in words)
    return part or any(word.isupper() and _abbreviates(word.casefold(), slug) for word in words)


def _abbreviates(short: str, slug: str) -> bool:
    letters = iter(slug)
    return slug.startswith(short[0]) and all(letter in letters for letter in short)

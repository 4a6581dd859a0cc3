"""NOT005."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.check.measures.words import topic
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.nodes import Graphic
from deckbuild.deck.notes import Cue, spoken_words
from deckbuild.deck.slides import Slide

AT_GRAPHIC = frozenset({"point", "walk", "demo"})
"""Kinds of cues that send the instructor to something on the slide."""


@rule("NOT005", on=Slide)
def graphic_not_mentioned(slide: Slide) -> Iterator[Finding]:
    """The speaker notes never refer to a graphic.

    Graphics must be referenced in speaker notes (visual design guidelines, graphic standards). A slide with
    one graphic needs a cue such as [Point to …], [Walk through …] or [Demo]; where there
    are several, each needs a cue that shares a word with its title, its id or its kind.

    Bad:
        title: All tenants share one token budget
        graphics:
          - kind: badge
            id: done
            headline: Client-ready
            icon: award
        notes: |
          Hello.

    Good:
        title: All tenants share one token budget
        graphics:
          - kind: badge
            id: done
            headline: Client-ready
            icon: award
        notes: |
          Hello.

          [Point to the badge]
    """
    graphics = [graphic for graphic in slide.graphics if not graphic.decorative]
    if not spoken_words(slide.notes):
        return
    cues = [part.text for part in slide.notes if isinstance(part, Cue) and part.kind in AT_GRAPHIC]
    heard = frozenset[str]().union(*map(topic, cues))
    for graphic in graphics:
        if not (cues if len(graphics) == 1 else heard & _about(graphic, graphics)):
            name = str(graphic.title) or str(graphic.id)
            fact = f"the notes never refer to the graphic {name!r}"
            yield Finding(fact, graphic.span, "add a cue where it is explained: [Point to …]")


def _about(graphic: Graphic, graphics: Sequence[Graphic]) -> frozenset[str]:
    """Words that tell a graphic from the others: of its title and id, and of its kind if no other has it."""
    own = topic(graphic.title) | topic(graphic.id.replace("-", " "))
    if [other.kind for other in graphics].count(graphic.kind) == 1:
        own |= topic(graphic.kind.replace("-", " "))
    return own

"""NOT005."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.check.words import topic
from deckbuild.deck.models import Slide
from deckbuild.deck.nodes import Graphic
from deckbuild.deck.notes import Cue, spoken_words

AT_GRAPHIC = frozenset({"point", "walk", "demo"})
"""Kinds of cues that send the instructor to something on the slide."""


@rule("NOT005", on=Slide)
def graphic_not_mentioned(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """The speaker notes never refer to a graphic.

    Graphics must be referenced in speaker notes (visual design guidelines, graphic standards). A slide with
    one graphic needs a cue such as [Point to …] or [Walk through …], or its words in the script; where there
    are several, each needs a cue or a sentence that shares a word with its title, its id or its labels.

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
    if len(graphics) == 1 and cues:
        return
    heard = frozenset[str]().union(*map(topic, cues))
    for graphic in graphics:
        if not heard & _about(graphic, slide, context):
            name = str(graphic.title) or str(graphic.id)
            fact = f"the notes never refer to the graphic {name!r}"
            yield Finding(fact, graphic.span, "add a cue where it is explained: [Point to …]")


def _about(graphic: Graphic, slide: Slide, context: CheckContext) -> frozenset[str]:
    """Words that stand for a graphic: of its title and id, its kind and its labels."""
    inside = {id(graphic)} | {
        id(passage.node) for passage in context.passages[slide.number] if passage.part == "graphics"
    }
    own = topic(graphic.title) | topic(graphic.id.replace("-", " ")) | topic(graphic.kind.replace("-", " "))
    if len(slide.graphics) > 1:
        return own
    labels = [passage.plain for passage in context.passages[slide.number] if id(passage.node) in inside]
    return own.union(*map(topic, labels))

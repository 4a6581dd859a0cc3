"""GFX003."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.alt import alts
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.slides import Slide


@rule("GFX003", on=Slide)
def alt_too_long(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """An alternative text is longer than can be listened to.

    It is read in one go and can't be skimmed or searched: one or two sentences that say what the graphic
    shows and means (WCAG 2.2, technique G95, short text alternatives). The labels of a diagram are native
    text and are read by themselves; details belong into the notes. The limit is `max_alt_characters` of the
    deck's `check`.

    Bad:
        title: We are done
        graphics:
          - kind: badge
            id: done
            alt: >-
              A medal. It has a scalloped edge with twenty-four scallops, all of them of one size, in the
              primary colour, and an icon of an award in its middle, and it reads Complete in capital letters
              on a ribbon that is folded at both of its ends, of which the left one points down, the right
              one up.
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
    limit = context.settings.max_alt_characters
    for alt in alts(slide):
        if len(alt.plain) > limit:
            fact = f"the alternative text has {len(alt.plain)} characters, {limit} can be listened to"
            hint = "keep what it shows and means, say the rest in the notes"
            yield Finding(fact, alt.node.place_of("alt"), hint)

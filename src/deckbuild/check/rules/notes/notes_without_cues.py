"""NOT002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.deck.notes import Cue, spoken_words
from deckbuild.deck.slides import Slide

ENOUGH = 40  # spoken words that one says in a breath or two: a third of a minute needs no direction


@rule("NOT002", on=Slide)
def notes_without_cues(slide: Slide) -> Iterator[Finding]:
    """Speaker notes have no delivery cues.

    Notes include delivery cues such as [Pause], [Emphasize] and [Transition] (quality checklist, speaker
    notes quality). Forty words or fewer may do without.

    Bad:
        title: All tenants share one token budget
        notes: |
          A gateway that counts requests will let you down. One tenant sends a single request with a hundred
          pages in it, and for the rest of that minute everyone else is turned away. Count tokens instead, and
          give every tenant a share of its own.

    Good:
        title: All tenants share one token budget
        notes: |
          A gateway that counts requests will let you down.

          [Pause]

          One tenant sends a single request with a hundred pages in it, and for the rest of that minute
          everyone else is turned away. Count tokens instead, and give every tenant a share of its own.
    """
    if not any(isinstance(part, Cue) for part in slide.notes):
        spoken = spoken_words(slide.notes)
        if spoken > ENOUGH:
            fact = f"{spoken} words of script have no delivery cue"
            yield Finding(
                fact, slide.place_of("notes"), "add [Pause], [Emphasize], [Point to …] on lines of their own"
            )

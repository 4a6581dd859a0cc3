"""NOT004."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.notes import Cue, spoken_words
from deckbuild.deck.slides import Slide


@rule("NOT004", on=Slide)
def notes_without_transition(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """Speaker notes don't say how to go on to the next slide, or how to close.

    Questions and transitions are scripted (quality checklist, speaker notes quality). Every slide ends on a
    [Transition], the last one on a [Close].

    Bad:
        title: All tenants share one token budget
        notes: |
          A gateway that counts requests will let you down.

    Good:
        title: All tenants share one token budget
        notes: |
          A gateway that counts requests will let you down.

          [Close]
    """
    if not spoken_words(slide.notes):
        return
    kinds = {part.kind for part in slide.notes if isinstance(part, Cue)}
    last = slide.number == context.deck.slides[-1].number
    if last and not kinds & {"closing", "transition"}:
        fact, hint = "the last slide's notes have no closing cue", "add [Close] before the last words"
    elif not last and not kinds & {"transition", "closing"}:
        fact, hint = "the notes have no transition to the next slide", "add [Transition] at their end"
    else:
        return
    yield Finding(fact, slide.place_of("notes"), hint)

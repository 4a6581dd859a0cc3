"""NOT001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.deck.notes import spoken_words
from deckbuild.deck.slides import Slide
from deckbuild.diagnostics import Severity


@rule("NOT001", on=Slide, severity=Severity.ERROR)
def slide_without_notes(slide: Slide) -> Iterator[Finding]:
    """A slide has nothing to say in its speaker notes.

    Every content slide has speaker notes (quality checklist, speaker notes quality): someone who didn't
    write the deck teaches from them. Cues alone don't count.

    Bad:
        title: Tokens are the scarce resource
        notes: "[Pause]"

    Good:
        title: Tokens are the scarce resource
        notes: |
          A gateway that counts requests will let you down.
    """
    if not spoken_words(slide.notes):
        fact = "the speaker notes are only cues" if slide.notes else "the slide has no speaker notes"
        yield Finding(fact, slide.place_of("notes"), "write what the instructor says, under `notes: |`")

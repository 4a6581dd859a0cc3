"""NOT003."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.deck.notes import CUES, Cue
from deckbuild.deck.slides import Slide
from deckbuild.diagnostics import did_you_mean


@rule("NOT003", on=Slide)
def unknown_cue(slide: Slide) -> Iterator[Finding]:
    """A cue doesn't start with a word that instructors know.

    Cues are stage directions to be taken in at a glance, so they begin with one of a few known words. A line
    in brackets that isn't meant as a cue would be skipped by whoever reads the script aloud.

    Bad:
        title: All tenants share one token budget
        notes: |
          [Puase]

          A gateway that counts requests will let you down.

    Good:
        title: All tenants share one token budget
        notes: |
          [Pause]

          A gateway that counts requests will let you down.
    """
    known = [word.capitalize() for word in CUES]
    for part in slide.notes:
        if isinstance(part, Cue) and part.kind == "other":
            first = re.match(r"\W*(\w+)", part.text)
            hint = did_you_mean(first[1].capitalize() if first else "", known, limit=8)
            yield Finding(f"unknown cue [{part.text}]", part.span, hint)

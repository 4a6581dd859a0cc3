"""NOT006."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.segments import teaches
from deckbuild.check.reports.report import counted
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.models import Segment
from deckbuild.deck.notes import Cue, Speech


@rule("NOT006", on=Segment)
def segment_without_question(segment: Segment) -> Iterator[Finding]:
    """Nobody asks the participants anything in a whole segment.

    Questions and transitions are scripted (quality checklist, speaker notes quality). A question in the
    script or an [Ask …] cue counts; segments with the deck's title or closing slide may do without.

    Bad:
        title: A deck
        segments:
          - id: scaling
            title: Scaling
            slides:
              - title: All tenants share one token budget
                notes: A gateway that counts requests will let you down.

    Good:
        title: A deck
        segments:
          - id: scaling
            title: Scaling
            slides:
              - title: All tenants share one token budget
                notes: What does your gateway count?
    """
    parts = [part for slide in segment.slides for part in slide.notes]
    asked = any(
        part.kind == "ask" if isinstance(part, Cue) else isinstance(part, Speech) and "?" in part.text
        for part in parts
    )
    if teaches(segment) and any(isinstance(part, Speech) for part in parts) and not asked:
        fact = f"{segment.label!r} scripts no question on its {counted(len(segment.slides), 'slide')}"
        yield Finding(
            fact, segment.span, "script one, best at the end: a sentence with a question mark, or [Ask …]"
        )

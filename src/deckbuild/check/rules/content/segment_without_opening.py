"""CON003."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.segments import TEACHING, teaches
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.models import Segment
from deckbuild.deck.notes import Cue
from deckbuild.deck.slides import Slide

OPENING = frozenset({"opening", "hook", "insight", "ask", "pause", "emphasize"})
"""Cues that may come before the first words of an opening: they don't go into details."""


@rule("CON003", on=Segment)
def segment_without_opening(segment: Segment) -> Iterator[Finding]:
    """A segment has no opening, or no body between its opening and its summary.

    Each segment has clear opening, body, and summary (quality checklist, content quality). A segment opens if
    its first slide isn't a summary and its script says something before it goes into details, that is, before
    a cue such as [Point to …], [Walk through …] or [Demo]. Its body is the slides that teach.

    Bad:
        title: A deck
        segments:
          - id: scaling
            title: Scaling
            slides:
              - title: All tenants share one token budget
                notes: |
                  [Point to the first column]

                  These are the tenants.
              - {type: summary, title: Scaling in three sentences}

    Good:
        title: A deck
        segments:
          - id: scaling
            title: Scaling
            slides:
              - title: All tenants share one token budget
                notes: |
                  Who has had a request refused this week?

                  [Point to the first column]

                  These are the tenants.
              - {type: summary, title: Scaling in three sentences}
    """
    if not teaches(segment):
        return
    first = segment.slides[0]
    if not any(slide.type in TEACHING for slide in segment.slides):
        yield Finding(f"no slide of {segment.label!r} teaches anything", segment.span,
                      "add a slide of type concept, demo or insight")  # fmt: skip
    elif first.type == "summary":
        yield Finding(f"{segment.label!r} begins with its summary", first.span, "put the summary last",
                      slide=first.number)  # fmt: skip
    elif first.notes and not _opens(first):
        fact = f"the first slide of {segment.label!r} goes into details before a word of introduction"
        hint = "say what the segment is about before the first [Point to …], or open with [Hook]"
        yield Finding(fact, first.place_of("notes"), hint, slide=first.number)


def _opens(slide: Slide) -> bool:
    """Whether something is said before the first cue that goes into details."""
    for part in slide.notes:
        if not isinstance(part, Cue) or part.kind in ("opening", "hook"):
            return True
        if part.kind not in OPENING:
            return False
    return False

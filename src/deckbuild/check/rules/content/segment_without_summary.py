"""CON002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.segments import teaches
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.models import Segment


@rule("CON002", on=Segment)
def segment_without_summary(segment: Segment) -> Iterator[Finding]:
    """A segment doesn't end with a summary.

    Each segment has clear opening, body, and summary (quality checklist, content quality). Segments with the
    deck's title or closing slide have those instead.

    Bad:
        title: A deck
        segments:
          - id: scaling
            title: Scaling
            slides:
              - {type: concept, title: All tenants share one token budget}

    Good:
        title: A deck
        segments:
          - id: scaling
            title: Scaling
            slides:
              - {type: concept, title: All tenants share one token budget}
              - {type: summary, title: Scaling in three sentences}
    """
    if teaches(segment) and segment.slides[-1].type != "summary":
        last = segment.slides[-1]
        fact = f"{segment.label!r} ends with the {last.type} {last.plain_title!r}, not with a summary"
        yield Finding(fact, segment.span, "end it with a slide of `type: summary`")

"""TIM003."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.timing import minutes
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.models import Segment

ROUNDING = 0.01  # minutes: sums of decimals


@rule("TIM003", on=Segment)
def slides_miss_segment_minutes(segment: Segment) -> Iterator[Finding]:
    """The minutes of a segment's slides don't add up to the segment's.

    Approximate timing aligns with segment durations (quality checklist, speaker notes quality). Segments with
    a slide that has no minutes are left to that slide's finding.

    Bad:
        title: A deck
        segments:
          - id: scaling
            title: Scaling
            minutes: 12
            slides:
              - {title: One, minutes: 4}
              - {title: Two, minutes: 5}

    Good:
        title: A deck
        segments:
          - id: scaling
            title: Scaling
            minutes: 9
            slides:
              - {title: One, minutes: 4}
              - {title: Two, minutes: 5}
    """
    planned = [slide.minutes for slide in segment.slides if slide.minutes is not None]
    if segment.minutes is None or not planned or len(planned) < len(segment.slides):
        return
    over = sum(planned) - segment.minutes
    if abs(over) > ROUNDING:
        fact = (
            f"the slides of {segment.label!r} add up to {minutes(sum(planned))}, "
            f"{minutes(abs(over))} {'more' if over > 0 else 'less'} than its {minutes(segment.minutes)}"
        )
        yield Finding(
            fact, segment.place_of("minutes"), "change the minutes of the slides, or of the segment"
        )

"""TIM005."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.timing import STEP, minutes, total
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.models import Segment
from deckbuild.diagnostics import Severity


@rule("TIM005", on=Segment)
def segment_script_misses_minutes(segment: Segment, context: CheckContext) -> Iterator[Finding]:
    """A segment's scripts and activities together miss its minutes.

    Approximate timing aligns with segment durations (quality checklist, speaker notes quality). This is for
    segments whose slides have no minutes of their own; where they have, each is measured by itself. A miss of
    more than a quarter of a minute for each slide is a warning, an error if no pace would do.

    Bad:
        title: A deck
        segments:
          - id: scaling
            title: Scaling
            minutes: 12
            slides:
              - title: All tenants share one token budget
                notes: A gateway that counts requests will let you down.

    Good:
        title: A deck
        segments:
          - id: scaling
            title: Scaling
            minutes: 12
            slides:
              - title: All tenants share one token budget
                notes: A gateway that counts requests will let you down.
                activities: [{name: Exercise, minutes: 11.9}]
    """
    if segment.minutes is None or all(slide.minutes is not None for slide in segment.slides):
        return
    taken = total(segment.slides, context.settings)
    miss = taken.middle - segment.minutes
    if not taken.words or abs(miss) <= STEP * len(segment.slides):
        return
    fact = (
        f"{taken} take {minutes(taken.middle)}, {minutes(abs(miss))} {'more' if miss > 0 else 'less'} "
        f"than the {minutes(segment.minutes)} of {segment.label!r}"
    )
    far = not taken.fast <= segment.minutes <= taken.slow
    hint = "change the scripts, the activities, or the segment's minutes"
    yield Finding(fact, segment.place_of("minutes"), hint, Severity.ERROR if far else None)

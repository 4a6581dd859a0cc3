"""TIM001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.timing import STEP, minutes, need
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.slides import Slide
from deckbuild.diagnostics import Severity


@rule("TIM001", on=Slide)
def script_misses_minutes(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """A slide's script and activities don't fill its minutes, or need more.

    Approximate timing aligns with the durations (quality checklist, speaker notes quality). Talk counts 130
    words a minute, each [Pause] three seconds, and activities what they say. A miss of more than a quarter of
    a minute is a warning; it is an error if no pace from 110 to 150 words a minute would do. The numbers are
    settings of the deck: `check: {words_per_minute, slowest, fastest, pause_seconds}`.

    Bad:
        title: All tenants share one token budget
        minutes: 5
        notes: |
          A gateway that counts requests will let you down. It has to count tokens.

    Good:
        title: All tenants share one token budget
        minutes: 5
        activities:
          - name: "Exercise: find the budget of your own platform"
            minutes: 4.8
        notes: |
          A gateway that counts requests will let you down. It has to count tokens.
    """
    if slide.minutes is None or not slide.notes:
        return
    taken = need(slide, context.settings)
    miss = taken.middle - slide.minutes
    if abs(miss) <= STEP:
        return
    far = not taken.fast <= slide.minutes <= taken.slow
    verb = "more" if miss > 0 else "less"
    fact = (
        f"{taken} take {minutes(taken.middle)}, {minutes(abs(miss))} {verb} than the slide's "
        f"{minutes(slide.minutes)}"
    )
    if far:
        fact += f"; at any pace it is {minutes(taken.fast)} to {minutes(taken.slow)}"
    hint = (
        "shorten the script, or give the slide more minutes"
        if miss > 0
        else "name what else fills the time under `activities`, or give the slide fewer minutes"
    )
    yield Finding(fact, slide.place_of("minutes"), hint, Severity.ERROR if far else None)

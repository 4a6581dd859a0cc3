"""WVR002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.outcome import Outcome
from deckbuild.check.rule import Finding, rule
from deckbuild.check.waivers import expired


@rule("WVR002", on=Outcome)
def waiver_has_expired(outcome: Outcome) -> Iterator[Finding]:
    """A waiver is past its last day.

    `until` is a promise to have cured the fault by then. From the day after it the waiver suppresses nothing.

    Bad:
        title: All tenants share one token budget
        waivers:
          - rule: NOT001
            reason: The notes are still to come.
            until: 2020-01-31

    Good:
        title: All tenants share one token budget
        waivers:
          - rule: NOT001
            reason: The notes are still to come.
            until: 2999-12-31
    """
    for scope in outcome.idle:
        waiver = scope.waiver
        if waiver.rule in outcome.codes and expired(waiver, outcome.today):
            fact = f"the waiver for {waiver.rule} ended on {waiver.until}"
            hint = "cure what it excused and delete it, or agree on a later date"
            yield Finding(fact, waiver.place_of("until"), hint, slide=scope.slide)

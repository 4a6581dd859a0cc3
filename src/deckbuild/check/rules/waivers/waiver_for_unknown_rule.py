"""WVR003."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.outcome import Outcome
from deckbuild.check.rule import Finding, rule
from deckbuild.diagnostics import did_you_mean


@rule("WVR003", on=Outcome)
def waiver_for_unknown_rule(outcome: Outcome) -> Iterator[Finding]:
    """A waiver names a rule that there isn't.

    It excuses nothing, and its author believes that it does.

    Bad:
        title: All tenants share one token budget
        waivers:
          - rule: NOT999
            reason: The notes are still to come.

    Good:
        title: All tenants share one token budget
        waivers:
          - rule: NOT001
            reason: The notes are still to come.
    """
    for scope in outcome.idle:
        waiver = scope.waiver
        if waiver.rule not in outcome.codes:
            fact = f"the waiver is for {str(waiver.rule)!r}, and there is no such rule"
            hint = did_you_mean(waiver.rule, outcome.codes, limit=6)
            yield Finding(fact, waiver.place_of("rule"), hint, slide=scope.slide)

"""WVR001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.outcome import Outcome
from deckbuild.check.rule import Finding, rule
from deckbuild.check.waivers import expired


@rule("WVR001", on=Outcome)
def waiver_excuses_nothing(outcome: Outcome) -> Iterator[Finding]:
    """A waiver is for a rule that finds no such fault.

    What it excused has been cured, so it would hide the next fault of that kind. Only waivers for rules that
    ran are looked at.

    Bad:
        title: All tenants share one token budget
        notes: A gateway that counts requests will let you down.
        waivers:
          - rule: NOT001
            reason: The notes are still to come.

    Good:
        title: All tenants share one token budget
        waivers:
          - rule: NOT001
            reason: The notes are still to come.
    """
    for scope in outcome.idle:
        waiver = scope.waiver
        if waiver.rule in outcome.ran and not expired(waiver, outcome.today):
            where = "this slide" if scope.slide else "the deck"
            fact = f"the waiver for {waiver.rule} excuses nothing: the rule finds no fault on {where}"
            yield Finding(fact, waiver.span, "delete it", slide=scope.slide)

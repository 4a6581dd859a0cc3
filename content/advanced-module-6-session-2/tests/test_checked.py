"""The deck is fit to teach: `deckbuild check` finds nothing but what its waivers give a reason for."""

from __future__ import annotations

import datetime
from pathlib import Path

from deckbuild.pipeline import check

DECK = Path(__file__).parents[1]
TODAY = datetime.date(2026, 6, 1)


def test_no_finding_but_those_it_waives() -> None:
    report = check(DECK, today=TODAY)

    assert [str(result.diagnostic) for result in report.active] == []
    assert {result.code for result in report.waived} == {"CON009", "NOT007", "TIM004"}

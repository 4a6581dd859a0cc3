"""Waivers suppress what they name, where they stand, as long as they hold."""

from __future__ import annotations

import datetime
from pathlib import Path

from tests.check.proof import checked, found, small_deck

ON_SLIDE = """\
title: A deck
slides:
  - title: One
    waivers:
      - {rule: NOT001, reason: The notes are still to come., until: 2026-06-01}
  - title: Two
"""

ON_DECK = """\
title: A deck
waivers:
  - {rule: NOT001, reason: The notes are still to come.}
slides:
  - title: One
  - title: Two
"""


def test_a_waiver_on_a_slide_is_for_that_slide(tmp_path: Path) -> None:
    report = checked(small_deck(ON_SLIDE, tmp_path)).report

    assert [result.slide for result in report.waived] == [1]
    assert [result.slide for result in found(report, "NOT001")] == [2]


def test_a_waiver_on_the_deck_is_for_every_slide(tmp_path: Path) -> None:
    report = checked(small_deck(ON_DECK, tmp_path)).report

    assert [result.slide for result in report.waived] == [1, 2]
    assert not report.failed()


def test_from_the_day_after_its_last_a_waiver_suppresses_nothing(tmp_path: Path) -> None:
    folder = small_deck(ON_SLIDE, tmp_path)
    day_after = checked(folder, today=datetime.date(2026, 6, 2)).report

    assert [result.slide for result in found(day_after, "NOT001")] == [1, 2]
    assert [result.diagnostic.message for result in found(day_after, "WVR002")] == [
        "the waiver for NOT001 ended on 2026-06-01"
    ]

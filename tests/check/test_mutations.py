"""Each rule against a deck without findings: its fault, planted, yields its code there, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckbuild.check.reports.report import Report, Result
from deckbuild.diagnostics import Severity
from deckbuild.pipeline import check
from tests.check.proof import GOOD_DECK, TODAY, Checked, Planted, cases, checked, plant

ALL = dict(cases())
REACHED = {name: spec for name, spec in ALL.items() if isinstance(spec["mutation"], dict)}
UNREACHED = {name: spec for name, spec in ALL.items() if name not in REACHED}

Fact = tuple[str, int | None, str, bool]


def fact(result: Result) -> Fact:
    """A finding without its position, which moves when lines are added; waived, it is another one."""
    return result.code, result.slide, result.diagnostic.message, result.waiver is not None


def new_results(report: Report, good: Checked) -> list[Result]:
    """What wasn't found in the good deck."""
    before = {fact(result) for result in good.report.results}
    return [result for result in report.results if fact(result) not in before]


@pytest.mark.parametrize("name", REACHED)
def test_a_planted_fault_is_found_exactly_there(name: str, good: Checked, tmp_path: Path) -> None:
    spec: dict[str, Any] = REACHED[name]
    place = plant(spec["mutation"], good.deck.folder, tmp_path / "deck")

    results = new_results(checked(tmp_path / "deck", good).report, good)

    spans = [result.diagnostic.span for result in results if result.code == spec["rule"]]
    others = [result for result in results if result.code != spec["rule"]]
    assert [Planted(span.file, span.line) for span in spans] == [place]
    also = set(spec["mutation"].get("also", ()))
    assert {result.code for result in others} <= also
    errors = [result for result in others if result.severity is Severity.ERROR and result.code not in also]
    assert [str(result.diagnostic) for result in errors] == []


@pytest.mark.parametrize("name", UNREACHED)
def test_rules_that_no_mutation_reaches_say_why(name: str) -> None:
    assert len(UNREACHED[name]["because"]) > 20


def test_the_good_deck_has_no_finding_but_those_it_waives() -> None:
    """All rules, those on the file that rendering writes included."""
    report = check(GOOD_DECK, today=TODAY)

    assert [str(result.diagnostic) for result in report.active] == []
    assert {result.code for result in report.waived} == {"CON009", "TIM004"}

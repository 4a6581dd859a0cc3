"""Each rule against the project's own deck: its fault, planted, yields its code at that line, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckbuild.check.report import Report, Result
from deckbuild.diagnostics import Severity
from tests.check.proof import Checked, Planted, cases, checked, plant

ALL = dict(cases())
REACHED = {name: spec for name, spec in ALL.items() if isinstance(spec["mutation"], dict)}
UNREACHED = {name: spec for name, spec in ALL.items() if name not in REACHED}

Fact = tuple[str, int | None, str, bool]


def fact(result: Result) -> Fact:
    """A finding without its position, which moves when lines are added; waived, it is another one."""
    return result.code, result.slide, result.diagnostic.message, result.waiver is not None


def new_findings(report: Report, good: Checked) -> dict[str, list[Planted]]:
    """What wasn't found in the good deck, by code."""
    found: dict[str, list[Planted]] = {}
    before = {fact(result) for result in good.report.results}
    for result in report.results:
        if fact(result) not in before:
            span = result.diagnostic.span
            found.setdefault(result.code, []).append(Planted(span.file, span.line))
    return found


@pytest.mark.parametrize("name", REACHED)
def test_a_planted_fault_is_found_exactly_there(name: str, good: Checked, tmp_path: Path) -> None:
    spec: dict[str, Any] = REACHED[name]
    place = plant(spec["mutation"], good.deck.folder, tmp_path / "deck")

    found = new_findings(checked(tmp_path / "deck", good).report, good)

    assert found.pop(spec["rule"], []) == [place]
    companions = tuple(spec["mutation"].get("also", ()))
    assert [code for code in found if not code.startswith(companions)] == []


@pytest.mark.parametrize("name", UNREACHED)
def test_rules_that_no_mutation_reaches_say_why(name: str) -> None:
    assert len(UNREACHED[name]["because"]) > 20


def test_the_good_deck_has_no_error(good: Checked) -> None:
    assert [str(r.diagnostic) for r in good.report.active if r.severity is Severity.ERROR] == []

"""Every rule keeps its promises: its manual page, its examples, its cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckbuild.check.rule import Rule, discover_rules
from deckbuild.check.subjects import Package
from deckbuild.diagnostics.codes import CODES
from tests.check.proof import CASES, cases, checked, found, small_deck

ROOMS = Path(__file__).parents[2] / "src" / "deckbuild" / "check" / "rules"
ALL = list(discover_rules().values())
RULES = [rule for rule in ALL if CODES[rule.code].found == "check"]
SHOWN = [rule for rule in ALL if rule.manual.bad and rule.on is not Package]
names = pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")


def function_name(rule: Rule) -> str:
    return rule.name.replace("-", "_")


@names
def test_each_rule_has_a_module_and_a_case_file_of_its_name(rule: Rule) -> None:
    (module,) = ROOMS.rglob(f"{function_name(rule)}.py")

    assert module.read_text("utf-8").startswith(f'"""{rule.code}."""')
    assert (CASES / module.parent.name / f"{function_name(rule)}.yaml").is_file()


def test_each_family_of_rules_has_its_own_folder() -> None:
    rooms = {(path.parent.name, path.read_text("utf-8")[3:6]) for path in ROOMS.glob("*/[!_]*.py")}

    assert len(rooms) == len(dict(rooms)) == len({family for _, family in rooms})


@names
def test_each_rule_has_a_manual_page(rule: Rule) -> None:
    manual = rule.manual

    assert manual.summary.endswith(".")
    assert manual.rationale
    assert bool(manual.bad) == bool(manual.good)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_examples_in_the_manual_are_what_they_say(rule: Rule, tmp_path: Path) -> None:
    bad = checked(small_deck(rule.manual.bad, tmp_path / "bad")).report
    good = checked(small_deck(rule.manual.good, tmp_path / "good")).report

    assert found(bad, rule.code)
    assert not found(good, rule.code)


def case_params(key: str) -> list[Any]:
    return [
        pytest.param(spec["rule"], case, id=f"{name}-{case.get('name', number)}")
        for name, spec in cases()
        for number, case in enumerate(spec.get(key, ()))
    ]


@pytest.mark.parametrize(("code", "case"), case_params("bad"))
def test_faults_are_found_where_they_are(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    text = case.get("deck") or case["slide"]
    results = found(checked(small_deck(text, tmp_path, case.get("files"))).report, code)

    places = [f"{result.diagnostic.span.line}:{result.diagnostic.span.column}" for result in results]
    wanted = case["at"] if isinstance(case["at"], list) else [case["at"]]
    assert places == wanted
    assert case.get("says", "") in results[0].diagnostic.message


@pytest.mark.parametrize(("code", "case"), case_params("good"))
def test_what_is_right_passes(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    text = case.get("deck") or case["slide"]

    assert not found(checked(small_deck(text, tmp_path, case.get("files"))).report, code)

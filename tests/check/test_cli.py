"""The commands `check`, `rules` and `signoff`: what they print, and how they exit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main
from tests.check.proof import small_deck

FINE = """\
type: transition
title: One
notes: |
  Said.

  [Close]
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_exit_0_without_errors(tmp_path: Path) -> None:
    result = run("check", small_deck(FINE, tmp_path))

    assert result.exit_code == 0
    assert result.output.splitlines()[-1].endswith("no findings; 3 items of the checklist to be signed")


def test_exit_1_with_errors(tmp_path: Path) -> None:
    assert run("check", small_deck("title: One\n", tmp_path)).exit_code == 1


def test_a_release_needs_the_signatures(tmp_path: Path) -> None:
    deck = small_deck(FINE, tmp_path)

    assert run("check", deck, "--release").exit_code == 1
    for item in ("technical-accuracy", "realistic-examples", "terminology"):
        assert run("signoff", item, "--by", "A. Reviewer", "--deck", deck).exit_code == 0
    assert run("check", deck, "--release").exit_code == 0


def test_sources_that_dont_parse_are_findings_in_every_format(tmp_path: Path) -> None:
    deck = small_deck("title: One\nfoo: bar\n", tmp_path)

    result = run("check", deck, "--format", "json")

    found = json.loads(result.output)["decks"][0]["findings"]
    assert result.exit_code == 1
    assert [(each["code"], each["line"], each["column"]) for each in found] == [("DCK101", 2, 1)]


def test_select_and_ignore_take_beginnings_of_codes(tmp_path: Path) -> None:
    deck = small_deck("title: One\n", tmp_path)

    assert run("check", deck, "--select", "con,TIM001").exit_code == 0
    assert run("check", deck, "--ignore", "NOT001").exit_code == 0
    assert run("check", deck, "--select", "NOT", "--ignore", "NOT002").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "--select", "NOT999"], "no rule's code begins with 'NOT999'; choose from"),
        (["check", "--format", "html"], "'html' is not one of"),
        (["check", "nowhere"], "does not exist"),
        (["rules", "NOT02"], "there is no code 'NOT02'; did you mean 'NOT002'?"),
        (["signoff", "notes", "--by", "A"], "'notes' is decided by rules"),
        (["signoff", "commnds", "--by", "A"], "isn't on the checklist; did you mean 'commands'?"),
        (["signoff", "commands"], "Missing option '--by'"),
    ],
)
def test_exit_2_for_wrong_usage(arguments: list[str], says: str) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert says in result.output


def test_a_report_in_a_file(tmp_path: Path) -> None:
    report = tmp_path / "reports" / "check.sarif"

    result = run("check", small_deck(FINE, tmp_path / "deck"), "--format", "sarif", "-o", report)

    assert result.exit_code == 0
    assert json.loads(report.read_text("utf-8"))["version"] == "2.1.0"


def test_rules_lists_them_and_shows_a_page() -> None:
    assert "  NOT001  error    A slide has nothing to say in its speaker notes.\n" in run("rules").output
    assert run("rules", "NOT001").output.startswith("NOT001 slide-without-notes (error)\n")
    assert {each["code"] for each in json.loads(run("rules", "NOT", "--format", "json").output)} >= {"NOT001"}


def test_signoff_for_some_slides(tmp_path: Path) -> None:
    deck = small_deck("title: A deck\nslides: [{title: One}, {title: Two, id: two}]\n", tmp_path)

    result = run(
        "signoff", "realistic-examples", "--slide", "1", "--slide", "two", "--by", "A. Reviewer",
        "--evidence", "read it", "--date", "2026-05-04", "--deck", deck,
    )  # fmt: skip

    text = (deck / "signoffs.yaml").read_text("utf-8")
    assert result.output.endswith("A. Reviewer signed for realistic-examples on 2026-05-04: all 2 slides\n")
    assert (
        "- item: realistic-examples\n  by: A. Reviewer\n  date: '2026-05-04'\n  evidence: read it\n" in text
    )


def test_signoff_for_a_slide_that_isnt_there(tmp_path: Path) -> None:
    deck = small_deck("title: A deck\nslides: [{title: One, id: one}]\n", tmp_path)

    result = run("signoff", "realistic-examples", "--slide", "on", "--by", "A", "--deck", deck)

    assert result.exit_code == 2
    assert "the deck has no slide or appendix 'on'; did you mean 'one'?" in result.output

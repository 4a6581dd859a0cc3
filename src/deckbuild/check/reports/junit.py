"""For CI dashboards: JUnit XML, a suite for each deck, a test for each rule and item of the checklist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from deckbuild.check.reports.report import ItemStatus, Report, Result, place_of
from deckbuild.check.reports.text import evidence
from deckbuild.diagnostics import Severity
from deckbuild.printable import lines, one_line


@dataclass(frozen=True, slots=True)
class Test:
    """A test case: `kind` is `failure` or `skipped`, or empty for one that passes; `output` what it says."""

    name: str
    group: str
    kind: str = ""
    message: str = ""
    detail: str = ""
    output: str = ""


def junit_report(reports: Sequence[Report], *, release: bool = False) -> str:
    """Rules with errors fail, for a release those with warnings too; other findings are in `system-out`.

    An item of the checklist that waits for a signature is skipped, for a release it fails.
    """
    root = ElementTree.Element("testsuites", name="deckbuild check")
    totals = {"tests": 0, "failures": 0}
    for report in reports:
        tests = [*_rules(report, release), *(_item(item, release) for item in report.items)]
        counts = {
            "tests": len(tests),
            "failures": sum(test.kind == "failure" for test in tests),
            "errors": 0,
            "skipped": sum(test.kind == "skipped" for test in tests),
        }
        totals = {key: totals[key] + counts[key] for key in totals}
        attributes = {
            "name": one_line(report.name),
            **{key: str(value) for key, value in counts.items()},
            "time": "0",
        }
        suite = ElementTree.SubElement(root, "testsuite", attributes)
        for test in tests:
            _write(suite, test)
    root.attrib.update({**{key: str(value) for key, value in totals.items()}, "errors": "0", "time": "0"})
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="us-ascii", xml_declaration=False).decode("ascii")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _rules(report: Report, release: bool) -> Iterator[Test]:
    found: dict[str, list[Result]] = {rule.code: [] for rule in report.rules}
    for result in report.active:
        found.setdefault(result.code, []).append(result)
    rules = {rule.code: rule for rule in report.rules}
    failing = {Severity.ERROR, Severity.WARNING} if release else {Severity.ERROR}
    for code, results in sorted(found.items()):
        rule = rules.get(code)
        name, group = (f"{code} {rule.name}", rule.group) if rule else (code, "Reading")
        found_here = "\n".join(one_line(_line(report, result)) for result in results)
        bad = [result for result in results if result.severity in failing]
        if bad:
            summary = bad[0].diagnostic.message if len(bad) == 1 else f"{len(bad)} findings"
            yield Test(name, group, "failure", summary, found_here)
        else:
            yield Test(name, group, output=found_here)


def _item(item: ItemStatus, release: bool) -> Test:
    group = f"Quality checklist: {item.group}"
    facts = "\n".join(map(one_line, evidence(item)))
    if item.errors or (release and item.status not in ("pass", "signed")):
        return Test(item.text, group, "failure", item.status, facts)
    if item.status in ("open", "not checked"):
        return Test(item.text, group, "skipped", f"{item.status}: {'; '.join(evidence(item))}")
    return Test(item.text, group, output=facts)


def _line(report: Report, result: Result) -> str:
    found = result.diagnostic
    slide = f' (slide {result.slide} "{result.title}")' if result.slide else ""
    hint = f"; cure: {found.hint}" if found.hint else ""
    return f"{place_of(report, result)}: {found.severity}: {found.message}{slide}{hint}"


def _write(suite: ElementTree.Element, test: Test) -> None:
    """Add a case. XML has no place for most control characters (XML 1.0, §2.2): texts are made printable."""
    name, group, message = map(one_line, (test.name, test.group, test.message))
    case = ElementTree.SubElement(suite, "testcase", name=name, classname=group, time="0")
    if test.kind == "failure":
        ElementTree.SubElement(case, "failure", message=message, type="finding").text = lines(test.detail)
    elif test.kind:
        ElementTree.SubElement(case, "skipped", message=message)
    if test.output:
        ElementTree.SubElement(case, "system-out").text = lines(test.output)

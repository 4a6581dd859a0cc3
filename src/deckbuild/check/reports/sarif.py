"""For code scanning: Static Analysis Results Interchange Format, version 2.1.0 (OASIS standard)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from deckbuild.check.reports.report import Report, Result, shown_file
from deckbuild.check.rule import Rule
from deckbuild.diagnostics import Severity
from deckbuild.printable import json_text
from deckbuild.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_report(reports: Sequence[Report]) -> str:
    """One run for all decks. A waived finding carries its waiver as a suppression (§3.27.23)."""
    rules = {rule.code: rule for report in reports for rule in report.rules}
    codes = sorted(rules)
    indexes = {code: index for index, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {
                "name": "deckbuild",
                "version": __version__,
                "rules": [_rule(rules[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, result, indexes) for report in reports for result in report.results],
        "properties": {"checklist": {report.name: _checklist(report) for report in reports}},
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    manual = rule.manual
    examples = [
        f"{label}:\n\n```yaml\n{text}```"
        for label, text in (("Bad", manual.bad), ("Good", manual.good))
        if text
    ]
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": manual.summary},
        "fullDescription": {"text": manual.rationale or manual.summary},
        "help": {
            "text": manual.rationale or manual.summary,
            "markdown": "\n\n".join([manual.summary, manual.rationale, *examples]),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _result(report: Report, result: Result, indexes: dict[str, int]) -> dict[str, Any]:
    found = result.diagnostic
    hint = f" Cure: {found.hint}." if found.hint else ""
    written: dict[str, Any] = {
        "ruleId": found.code,
        "level": LEVELS[found.severity],
        "message": {"text": f"{_slide(result)}{found.message}.{hint}"},
        "locations": [_location(report, result)],
        "partialFingerprints": {"finding/v1": _fingerprint(report, result)},
        "suppressions": [],
    }
    if found.code in indexes:
        written["ruleIndex"] = indexes[found.code]
    if result.waiver is not None:
        reason = " ".join(result.waiver.reason.split())
        suppression = {"kind": "inSource", "status": "accepted", "justification": reason}
        written["suppressions"] = [suppression]
    return written


def _slide(result: Result) -> str:
    return f'Slide {result.slide} "{result.title}": ' if result.slide else ""


def _location(report: Report, result: Result) -> dict[str, Any]:
    span = result.diagnostic.span
    location: dict[str, Any] = {}
    path = shown_file(report, span.file)
    if path:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
        if span.line:
            physical["region"] = {"startLine": span.line, "startColumn": max(span.column, 1)}
        location["physicalLocation"] = physical
    if result.slide:
        name = f"slide {result.slide}"
        qualified = f"{report.name}/{name}"
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": qualified, "kind": "slide"}]
    return location


def _uri(path: str) -> str:
    """
    >>> _uri("content/a deck/deck.yaml")
    'content/a%20deck/deck.yaml'
    """
    bytes_of_names = not re.search(r"[\ud800-\udc7f\udd00-\udfff]", path)  # other halves of pairs are none
    data = path.encode("utf-8", "surrogateescape" if bytes_of_names else "replace")
    return f"{'file://' if PurePosixPath(path).is_absolute() else ''}{quote(data)}"


def _fingerprint(report: Report, result: Result) -> str:
    """The same for a finding whose line has moved."""
    span = result.diagnostic.span
    facts = (report.name, result.code, span.file, str(result.slide or ""), result.diagnostic.message)
    return hashlib.sha256("\n".join(facts).encode(errors="surrogatepass")).hexdigest()[:32]


def _checklist(report: Report) -> list[dict[str, Any]]:
    return [{"item": item.key, "text": item.text, "status": item.status} for item in report.items]

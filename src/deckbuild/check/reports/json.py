"""For programs: everything in the report as one JSON object."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from deckbuild.check.reports.report import Report, Result, shown_file
from deckbuild.diagnostics import Severity
from deckbuild.printable import json_text

VERSION = 1
"""Of the format: it goes up when a key changes its meaning or goes away."""


def json_report(reports: Sequence[Report]) -> str:
    """`{"version", "decks": [{"name", "folder", "summary", "findings", "checklist", …}]}`."""
    decks = [_deck(report) for report in reports]
    return json_text({"version": VERSION, "decks": decks}) + "\n"


def _deck(report: Report) -> dict[str, Any]:
    return {
        "name": report.name,
        "folder": report.folder,
        "slides": report.slides,
        "summary": {
            **{f"{severity}s": report.count(severity) for severity in Severity},
            "waived": len(report.waived),
        },
        "findings": [_finding(report, result) for result in report.results],
        "checklist": [asdict(item) for item in report.items],
        "statistics": dict(sorted(Counter(result.code for result in report.active).items())),
        "rules": [rule.code for rule in report.rules],
    }


def _finding(report: Report, result: Result) -> dict[str, Any]:
    found, waiver = result.diagnostic, result.waiver
    until = waiver.until.isoformat() if waiver and waiver.until else None
    return {
        "code": found.code,
        "severity": str(found.severity),
        "file": shown_file(report, found.span.file) or None,
        "line": found.span.line or None,
        "column": found.span.column or None,
        "slide": result.slide,
        "title": result.title or None,
        "message": found.message,
        "hint": found.hint or None,
        "waiver": {"reason": " ".join(waiver.reason.split()), "until": until} if waiver else None,
    }

"""For GitHub Actions: workflow commands that annotate the files of a pull request.

GitHub shows 10 errors, 10 warnings and 10 notices of a step and drops the rest without a word, so the
findings of a slide share one annotation, and what still doesn't fit is summed up in the last one. No author's
text can give a command of its own: line ends are folded and escaped, and below the annotations no line can
begin with `::` (the runner's ActionCommand.TryParseV2, which looks behind blanks too).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from deckbuild.check.reports.report import Report, Result, counted, shown_file
from deckbuild.check.reports.text import text_report
from deckbuild.diagnostics import Severity
from deckbuild.printable import one_line

LIMIT = 10
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

Annotation = tuple[Report, tuple[Result, ...]]
"""The findings of one severity on one slide."""


def github_report(reports: Sequence[Report]) -> str:
    """Annotations, and the whole report folded below them."""
    lines = [line for severity in Severity for line in _annotations(reports, severity)]
    return (
        "\n".join([*lines, "::group::deckbuild check", text_report(reports).rstrip(), "::endgroup::"]) + "\n"
    )


def _annotations(reports: Sequence[Report], severity: Severity) -> Iterator[str]:
    entries = [entry for report in reports for entry in _by_slide(report, severity)]
    shown, rest = (entries, []) if len(entries) <= LIMIT else (entries[: LIMIT - 1], entries[LIMIT - 1 :])
    for report, results in shown:
        yield _annotation(report, results, severity)
    if rest:
        number = counted(sum(len(results) for _, results in rest), str(severity))
        where = ", ".join(_where(results) for _, results in rest)
        title = escape_property(f"{number} more")
        yield f"::{COMMANDS[severity]} title={title}::{escape(f'On {where}: see the log of this step.')}"


def _by_slide(report: Report, severity: Severity) -> Iterator[Annotation]:
    results = [result for result in report.active if result.severity is severity]
    for _, members in groupby(results, key=lambda result: result.slide or 0):
        yield report, tuple(members)


def _annotation(report: Report, results: Sequence[Result], severity: Severity) -> str:
    first = results[0].diagnostic.span
    number = counted(len(results), str(severity))
    places = {"file": shown_file(report, first.file)}
    if first.line:
        places |= {"line": str(first.line), "col": str(max(first.column, 1))}
    places["title"] = f"{_where(results)}: {number}".capitalize()
    properties = ",".join(
        f"{key}={escape_property(one_line(value))}" for key, value in places.items() if value
    )
    lines = [one_line(_line(result, alone=len(results) == 1)) for result in results]
    heading = [one_line(f'"{results[0].title}"')] if results[0].title else []
    return f"::{COMMANDS[severity]} {properties}::{escape(chr(10).join(heading + lines))}"


def _line(result: Result, *, alone: bool) -> str:
    found = result.diagnostic
    line = "" if alone or not found.span.line else f"line {found.span.line}: "
    return f"{line}{found.code} {found.message}" + (f" (cure: {found.hint})" if found.hint else "")


def _where(results: Sequence[Result]) -> str:
    return f"slide {results[0].slide}" if results[0].slide else "the deck"


def escape(text: str) -> str:
    """A command's message: percent signs and line ends have codes.

    >>> escape("50 %")
    '50 %25'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """A command's property: colons and commas too, which end it.

    >>> escape_property("Slide 7: 2 errors")
    'Slide 7%3A 2 errors'
    """
    return escape(text).replace(":", "%3A").replace(",", "%2C")

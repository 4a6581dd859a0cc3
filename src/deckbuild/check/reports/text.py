"""For people: each finding with its place, slide, fact and cure, then the checklist."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from deckbuild.check.reports.report import ItemStatus, Report, Result, counted, place_of, tally
from deckbuild.printable import one_line

Style = Literal["error", "warning", "info", "good", "open", "dim", "strong"]
Paint = Callable[[str, Style], str]
"""Colours a piece of text, or not."""
StyledLine = tuple[str | tuple[str, Style], ...]
"""A line in pieces, some of which have a style."""

MARKS: dict[str, tuple[str, Style]] = {
    "pass": ("✓", "good"),
    "signed": ("✓", "good"),
    "findings": ("✗", "error"),
    "open": ("○", "open"),
    "not checked": ("–", "dim"),
}


def plain(text: str, _style: Style) -> str:
    """Text without colours."""
    return text


def text_report(reports: Sequence[Report], paint: Paint = plain, *, statistics: bool = False) -> str:
    """Everything about every deck in reading order: what to fix, what is excused, how it stands.

    Every line is printable, whatever an author wrote.
    """
    blocks = [block for report in reports for block in _blocks(report, statistics)]
    return "\n\n".join("\n".join(_set(line, paint) for line in block) for block in blocks) + "\n"


def _set(line: StyledLine, paint: Paint) -> str:
    pieces = (piece if isinstance(piece, tuple) else (piece, None) for piece in line)
    return "".join(paint(one_line(text), style) if style else one_line(text) for text, style in pieces)


def _blocks(report: Report, statistics: bool) -> Iterator[Sequence[StyledLine]]:
    yield from (tuple(_finding(report, result)) for result in report.active)
    if report.waived:
        lines = (line for each in report.waived for line in _waived(report, each))
        yield ((("Waived", "strong"),), *lines)
    if report.items:
        yield ((("Quality checklist", "strong"),), *_checklist(report.items))
    if statistics:
        yield tuple((line,) for line in _statistics(report))
    yield ((closing_line(report),),)


def closing_line(report: Report) -> str:
    """What was checked, how many findings there are, and how many items of the checklist are open."""
    unsigned = sum(item.status == "open" for item in report.items)
    size = f"{counted(report.slides, 'slide')}, {counted(len(report.rules), 'rule')}"
    waiting = f"; {counted(unsigned, 'item')} of the checklist to be signed" if unsigned else ""
    return f"{report.name}: {size}, {tally(report)}{waiting}"


def _finding(report: Report, result: Result) -> Iterator[StyledLine]:
    found = result.diagnostic
    severity: tuple[str, Style] = (f"{found.severity}:", found.severity.value)
    yield f"{place_of(report, result)}: {found.code} ", severity, f" {found.message}"
    if result.slide:
        yield (f'    slide {result.slide} "{result.title}"',)
    if found.hint:
        yield ((f"    cure: {found.hint}", "dim"),)


def _waived(report: Report, result: Result) -> Iterator[StyledLine]:
    assert result.waiver is not None
    until = f" (until {result.waiver.until})" if result.waiver.until else ""
    yield (f"  {place_of(report, result)}: {result.code} {result.diagnostic.message}",)
    yield ((f"      because: {' '.join(result.waiver.reason.split())}{until}", "dim"),)


def _checklist(items: Sequence[ItemStatus]) -> Iterator[StyledLine]:
    for group, members in groupby(items, key=lambda item: item.group):
        yield (f"  {group}",)
        for item in members:
            yield "    ", MARKS[item.status], f" {item.text}"
            yield from (((f"        {line}", "dim"),) for line in evidence(item))


def evidence(item: ItemStatus) -> Iterator[str]:
    """What an item's status rests on, a fact a line."""
    if item.rules:
        found = [
            counted(number, noun)
            for number, noun in ((item.errors, "error"), (item.warnings, "warning"))
            if number
        ]
        if item.waived:
            found.append(f"{item.waived} waived")
        yield f"{_codes(item.rules)}: {', '.join(found) or 'no findings'}"
    elif item.status == "not checked":
        yield "none of its rules ran"
    yield from item.notes


def _codes(codes: Sequence[str]) -> str:
    """
    >>> _codes(["TIM001", "TIM002", "TIM003", "NOT004"])
    'TIM001-003, NOT004'
    """
    parts = []
    for family, members in groupby(codes, key=lambda code: code[:3]):
        names = list(members)
        parts += [f"{family}{names[0][3:]}-{names[-1][3:]}"] if len(names) > 2 else names
    return ", ".join(parts)


def _statistics(report: Report) -> Iterator[str]:
    """How often each rule found something, most often first."""
    names = {rule.code: rule.name for rule in report.rules}
    counts: dict[str, list[int]] = {}
    for result in report.results:
        counts.setdefault(result.code, [0, 0])[result.waiver is not None] += 1
    yield "Findings by rule"
    for code, (active, waived) in sorted(counts.items(), key=lambda entry: (-entry[1][0], entry[0])):
        excused = f", {waived} waived" if waived else ""
        yield f"  {active:>4}  {code}  {names.get(code, '(reading)')}{excused}"

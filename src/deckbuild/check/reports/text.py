"""For people: each finding with its place, slide, fact and cure, then the checklist."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from deckbuild.check.report import ItemStatus, Report, Result, counted, place_of, tally

Style = Literal["error", "warning", "info", "good", "open", "dim", "strong"]
Paint = Callable[[str, Style], str]
"""Colours a piece of text, or not."""

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
    """Everything about every deck in reading order: what to fix, what is excused, how it stands."""
    blocks = [block for report in reports for block in _blocks(report, paint, statistics)]
    return "\n\n".join(blocks) + "\n"


def _blocks(report: Report, paint: Paint, statistics: bool) -> Iterator[str]:
    yield from ("\n".join(_finding(report, result, paint)) for result in report.active)
    if report.waived:
        yield "\n".join(
            [
                paint("Waived", "strong"),
                *(line for each in report.waived for line in _waived(report, each, paint)),
            ]
        )
    if report.items:
        yield "\n".join([paint("Quality checklist", "strong"), *_checklist(report.items, paint)])
    if statistics:
        yield "\n".join(_statistics(report))
    yield closing_line(report)


def closing_line(report: Report) -> str:
    """What was checked, how many findings there are, and how many items of the checklist are open."""
    unsigned = sum(item.status == "open" for item in report.items)
    size = f"{counted(report.slides, 'slide')}, {counted(len(report.rules), 'rule')}"
    waiting = f"; {counted(unsigned, 'item')} of the checklist to be signed" if unsigned else ""
    return f"{report.name}: {size}, {tally(report)}{waiting}"


def _finding(report: Report, result: Result, paint: Paint) -> Iterator[str]:
    found = result.diagnostic
    severity = paint(f"{found.severity}:", found.severity.value)
    yield f"{place_of(report, result)}: {found.code} {severity} {found.message}"
    if result.slide:
        yield f'    slide {result.slide} "{result.title}"'
    if found.hint:
        yield paint(f"    cure: {found.hint}", "dim")


def _waived(report: Report, result: Result, paint: Paint) -> Iterator[str]:
    assert result.waiver is not None
    until = f" (until {result.waiver.until})" if result.waiver.until else ""
    yield f"  {place_of(report, result)}: {result.code} {result.diagnostic.message}"
    yield paint(f"      because: {' '.join(result.waiver.reason.split())}{until}", "dim")


def _checklist(items: Sequence[ItemStatus], paint: Paint) -> Iterator[str]:
    for group, members in groupby(items, key=lambda item: item.group):
        yield f"  {group}"
        for item in members:
            mark, style = MARKS[item.status]
            yield f"    {paint(mark, style)} {item.text}"
            yield from (paint(f"        {line}", "dim") for line in evidence(item))


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

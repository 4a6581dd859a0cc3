"""What a check found: findings with their slide and waiver, and the checklist they decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal

from deckbuild.check.rule import Rule
from deckbuild.deck.slides import Waiver
from deckbuild.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Result:
    """A finding in its deck. `slide` is None for the deck as a whole; `waiver` is what suppresses it."""

    diagnostic: Diagnostic
    slide: int | None = None
    title: str = ""
    waiver: Waiver | None = None

    @property
    def code(self) -> str:
        return self.diagnostic.code

    @property
    def severity(self) -> Severity:
        return self.diagnostic.severity

    @property
    def order(self) -> tuple[int, str, str, int, int, str]:
        """By slide (the deck's own first), then code, then position."""
        span = self.diagnostic.span
        return self.slide or 0, self.code, span.file, span.line, span.column, self.diagnostic.message


Status = Literal["pass", "findings", "signed", "open", "not checked"]


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """An item of the quality checklist: whether it holds, and what that rests on.

    `rules` are the codes that decided it, `errors` and `warnings` what they found, `waived` what a waiver
    excuses; `notes` are facts about its sign-offs, one a line.
    """

    key: str
    group: str
    text: str
    status: Status
    rules: tuple[str, ...] = ()
    errors: int = 0
    warnings: int = 0
    waived: int = 0
    notes: tuple[str, ...] = ()
    needs_person: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome for one deck. `folder` is where its files are, as the user named it: spans are relative
    to it. `rules` are those that ran."""

    name: str
    folder: str
    slides: int
    results: tuple[Result, ...]
    items: tuple[ItemStatus, ...] = ()
    rules: tuple[Rule, ...] = field(default=(), repr=False)

    @property
    def active(self) -> tuple[Result, ...]:
        """The findings that count."""
        return tuple(result for result in self.results if result.waiver is None)

    @property
    def waived(self) -> tuple[Result, ...]:
        """The findings that a waiver suppresses."""
        return tuple(result for result in self.results if result.waiver is not None)

    def count(self, severity: Severity) -> int:
        """How many findings of this severity count."""
        return sum(result.severity is severity for result in self.active)

    def failed(self, release: bool = False) -> bool:
        """Whether the deck isn't fit: it has errors; for a release, also warnings and items left open."""
        if self.count(Severity.ERROR):
            return True
        return release and bool(self.count(Severity.WARNING) or any(map(is_open, self.items)))


def is_open(item: ItemStatus) -> bool:
    """Whether an item of the checklist still waits for something."""
    return item.status not in ("pass", "signed")


def in_order(results: Iterable[Result]) -> tuple[Result, ...]:
    """Results by slide, code and position; the same finding twice counts once."""
    return tuple(sorted(dict.fromkeys(results), key=lambda result: result.order))


def shown_file(report: Report, file: str) -> str:
    """A span's file as seen from where the user stands; empty for one that isn't a file."""
    return "" if file.startswith("<") else (PurePath(report.folder) / file).as_posix()


def place_of(report: Report, result: Result) -> str:
    """`content/intro/slides/07-queues.yaml:23:5`, as much of it as is known."""
    span = result.diagnostic.span
    path = shown_file(report, span.file) or report.folder or report.name
    return f"{path}:{span.line}:{span.column}" if span.line else path


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "error"), counted(2, "error")
    ('1 error', '2 errors')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def tally(report: Report) -> str:
    """`2 errors, 1 warning, 1 waived`; `no findings` if there are none."""
    numbers = [(report.count(severity), str(severity)) for severity in Severity]
    parts = [counted(number, noun) for number, noun in numbers if number]
    if report.waived:
        parts.append(f"{len(report.waived)} waived")
    return ", ".join(parts) or "no findings"

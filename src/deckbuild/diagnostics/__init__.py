"""What deckbuild tells an author: a fact, where it is, and what would cure it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic matters: an error stops the build, the others don't."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A position in a source file; `line` and `column` count from 1, 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Span("<deck>")
"""For values built in code rather than read from a file."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` states the measured fact, `hint` the cure."""

    code: str
    message: str
    span: Span = NOWHERE
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        text = f"{self.span}: {self.severity}: {self.message} [{self.code}]"
        return f"{text}\n    hint: {self.hint}" if self.hint else text


class DeckError(Exception):
    """The author's sources have errors; `diagnostics` holds all that a stage found."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: Sequence[Diagnostic] = tuple(diagnostics)
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))


def did_you_mean(word: str, choices: Iterable[str], limit: int = 12) -> str:
    """The nearest of `choices` as a question, or else the choices themselves, if there are any.

    >>> did_you_mean("bulets", ["text", "bullets"])
    "did you mean 'bullets'?"
    """
    known = sorted(set(choices))
    if not known:
        return "there is none to choose from"
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]!r}?"
    listed = ", ".join(known[:limit])
    return f"choose from {listed}{', …' if len(known) > limit else ''}"

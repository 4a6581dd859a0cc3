"""Rules: one function each, named for the fault it finds, with its manual page as docstring."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from textwrap import dedent
from typing import Any, TypeVar

from deckbuild.diagnostics import NOWHERE, Severity, Span
from deckbuild.registry import Registry, discover

F = TypeVar("F", bound=Callable[..., Iterable["Finding"]])

GROUPS = {
    "CON": "Content",
    "NOT": "Speaker notes",
    "TIM": "Timing",
    "TYP": "Typography",
    "LAY": "Layout",
    "COL": "Colour",
    "GFX": "Graphics",
    "TEC": "Technical",
    "ACC": "Accessibility",
    "FIL": "File",
    "WVR": "Waivers and sign-offs",
}
"""The families of rules by the letters of their codes, in the order reports and the manual show them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the measured fact, and what would cure it.

    Without a position it is the subject's own. `severity` overrides the rule's for this one finding;
    `slide` is the number of the slide it belongs to where the subject and the position don't tell.
    """

    message: str
    span: Span = NOWHERE
    hint: str = ""
    severity: Severity | None = None
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class Manual:
    """A rule's page in the manual, read from its docstring."""

    summary: str
    rationale: str = ""
    bad: str = ""
    good: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code. `on` is the type of what it looks at, `run` yields what it finds there.

    `on_render` rules also run, as warnings, when a deck is rendered; `online` ones only when asked for.
    """

    code: str
    name: str
    on: type
    severity: Severity
    manual: Manual
    run: Callable[[Any, Any], Iterable[Finding]]
    on_render: bool = False
    online: bool = False

    @property
    def group(self) -> str:
        """The family's name."""
        return GROUPS[self.code[:3]]


RULES: Registry[Rule] = Registry("rule")


def rule(
    code: str,
    *,
    on: type,
    severity: Severity = Severity.WARNING,
    on_render: bool = False,
    online: bool = False,
) -> Callable[[F], F]:
    """Decorator: the function is the rule `code` for every subject of type `on`.

    It takes the subject, and as second parameter the `CheckContext` if it needs it.
    """
    if not re.fullmatch(rf"({'|'.join(GROUPS)})\d{{3}}", code):
        raise ValueError(f"{code!r} isn't a rule's code: letters of a family and three digits")

    def register(function: F) -> F:
        parameters = len(inspect.signature(function).parameters)
        run = function if parameters == 2 else lambda subject, _context: function(subject)
        RULES.register(code)(
            Rule(
                code=code,
                name=function.__name__.replace("_", "-"),
                on=on,
                severity=severity,
                manual=manual_of(function),
                run=run,
                on_render=on_render,
                online=online,
            )
        )
        return function

    return register


def discover_rules() -> Registry[Rule]:
    """All rules there are."""
    discover("deckbuild.check.rules")
    return RULES


def manual_of(function: Callable[..., object]) -> Manual:
    """The manual page in a docstring: summary, rationale, and examples below `Bad:` and `Good:`."""
    doc = inspect.getdoc(function)
    if not doc:
        raise ValueError(f"the rule {function.__name__} has no docstring")
    summary, _, rest = doc.partition("\n")
    parts = re.split(r"^(Bad|Good):\s*$", rest, flags=re.MULTILINE)
    examples = dict(zip(parts[1::2], map(_example, parts[2::2]), strict=True))
    return Manual(summary, parts[0].strip(), examples.get("Bad", ""), examples.get("Good", ""))


def _example(text: str) -> str:
    return dedent(text).strip("\n").rstrip() + "\n"


def matches(code: str, prefixes: Iterable[str]) -> bool:
    """Whether a code is one of `prefixes` or begins with one.

    >>> matches("LAY001", ["TIM", "LAY"])
    True
    """
    return code.upper().startswith(tuple(prefix.upper() for prefix in prefixes))

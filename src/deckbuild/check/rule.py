"""Rules: one function each, named for the fault it finds, with its manual page as docstring."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from deckbuild.diagnostics import NOWHERE, Severity, Span
from deckbuild.diagnostics.codes import CODES, FAMILIES, Code, Manual, declare, discover_codes, read_manual
from deckbuild.document import Page
from deckbuild.plugins import discover_plugins
from deckbuild.registry import Registry, discover

F = TypeVar("F", bound=Callable[..., Iterable["Finding"]])


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
        return FAMILIES[self.code[:3]]


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

    def register(function: F) -> F:
        parameters = len(inspect.signature(function).parameters)
        run = function if parameters == 2 else lambda subject, _context: function(subject)
        name = function.__name__.replace("_", "-")
        manual = manual_of(function)
        declare(Code(code, name, severity, manual, "check", online))
        RULES.register(code)(Rule(code, name, on, severity, manual, run, on_render, online))
        return function

    return register


def discover_rules() -> Mapping[str, Rule]:
    """All rules there are, by code; what laying out reports counts as a rule that is run already.

    Raises `DeckError` for packages whose rules can't be used.
    """
    discover("deckbuild.check.rules")
    discover_plugins("deckbuild.rules")
    for known in discover_codes().values():
        if known.found == "layout" and known.code not in RULES:
            RULES.register(known.code)(
                Rule(known.code, known.name, Page, known.severity, known.manual, _nothing_more, True)
            )
    return RULES


def discover_all_codes() -> Mapping[str, Code]:
    """Every code that a diagnostic may have: those of rules, of layout and of reading."""
    discover_rules()
    return CODES


def _nothing_more(_page: Page, _context: object) -> Iterable[Finding]:
    """What a rule on a layout's own code finds: the engine carries those over itself."""
    return ()


def manual_of(function: Callable[..., object]) -> Manual:
    """The manual page in a function's docstring, which `python -OO` leaves only in the source file."""
    doc = inspect.getdoc(function) or _docstring_in_source(function)
    if not doc:
        raise ValueError(f"the rule {function.__name__} has no docstring")
    return read_manual(doc)


def _docstring_in_source(function: Callable[..., object]) -> str | None:
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    return ast.get_docstring(definition) if isinstance(definition, ast.FunctionDef) else None


def matches(code: str, prefixes: Iterable[str]) -> bool:
    """Whether a code is one of `prefixes` or begins with one.

    >>> matches("LAY001", ["TIM", "LAY"])
    True
    """
    return code.upper().startswith(tuple(prefix.upper() for prefix in prefixes))

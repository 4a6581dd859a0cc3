"""Validation errors as diagnostics: where in the YAML, and in an author's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckbuild.deck.faults import Loc, fault_in
from deckbuild.deck.fields import describe
from deckbuild.diagnostics import Diagnostic, did_you_mean
from deckbuild.diagnostics.codes.deck import (
    BAD_VALUE,
    MISSING,
    NOT_A_CHOICE,
    OUT_OF_RANGE,
    UNKNOWN_KEY,
    WRONG_TYPE,
)
from deckbuild.sources.values import locate

_TYPES = {
    "string": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "list": "a list",
    "tuple": "a list",
    "model": "a mapping",
    "dict": "a mapping",
    "mapping": "a mapping",
    "date": "a date such as 2026-01-31",
}
"""First word of pydantic's `…_type` and `…_parsing` errors, and what the author should have written."""


def explain(error: ValidationError, tree: object) -> tuple[Diagnostic, ...]:
    """One diagnostic for each mistake, in the order of the source."""
    mistakes = list(_one_per_mistake(error, tree))
    found = [
        _diagnostic(details, steps, tree)
        for details, steps in mistakes
        # A list whose only entry is wrong isn't empty, though pydantic counts it so.
        if not (details["type"] == "too_short" and any(_below(other, steps) for _, other in mistakes))
    ]
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.span))


def _below(steps: Loc, other: Loc) -> bool:
    return len(steps) > len(other) and steps[: len(other)] == other


def _one_per_mistake(error: ValidationError, tree: object) -> Iterator[tuple[ErrorDetails, Loc]]:
    """Errors with their paths in the source. Of the branches of a union only the one that got furthest."""
    best: dict[Loc, tuple[int, list[tuple[ErrorDetails, Loc]]]] = {}
    for details in error.errors(include_url=False):
        steps, branch = _source_path(details, tree)
        if branch is None:
            yield details, steps
            continue
        depth = len(steps)
        known = best.get(branch)
        if known is None or depth > known[0]:
            best[branch] = depth, [(details, steps)]
        elif depth == known[0] and depth > len(branch):
            known[1].append((details, steps))
    for _, group in best.values():
        yield from group


def _source_path(details: ErrorDetails, tree: object) -> tuple[Loc, Loc | None]:
    """The steps of an error's `loc` that exist in the source, and the path to the first union on the way.

    Pydantic names a union's branch in the path (`('bullets', 0, 'str')`): a step that isn't there is one of
    those, unless it is the last one and names a missing key.
    """
    loc = details["loc"]
    fault = fault_in(details)
    missing = details["type"] == "missing" or (fault is not None and fault.code == MISSING)
    steps: list[str | int] = []
    branch: Loc | None = None
    for index, step in enumerate(loc):
        here = isinstance(tree, dict) and step in tree
        if here or (isinstance(tree, list) and isinstance(step, int) and step < len(tree)):
            tree = tree[step]  # type: ignore[index]
            steps.append(step)
        elif branch is None and not (missing and index == len(loc) - 1):
            branch = tuple(steps)
    return tuple(steps), branch


def _diagnostic(details: ErrorDetails, steps: Loc, tree: object) -> Diagnostic:
    if (fault := fault_in(details)) is not None:
        span = fault.span or locate(tree, steps, key=fault.at_key)
        return Diagnostic(fault.code, _named(fault.message, steps), span, fault.hint)
    code, message, hint = _words(details)
    span = locate(tree, steps, key=details["type"] == "extra_forbidden")
    return Diagnostic(code, _named(message, steps), span, hint)


def _named(message: str, steps: Loc) -> str:
    """A message that starts with its verb gets the name of what it is about."""
    if not message.startswith(("must ", "contains ")):
        return message
    names = [step for step in steps if isinstance(step, str)]
    if not names:
        return f"this {message}"
    index = steps[-1] + 1 if isinstance(steps[-1], int) else None
    return f"{names[-1]!r} {message}" if index is None else f"entry {index} of {names[-1]!r} {message}"


def _words(details: ErrorDetails) -> tuple[str, str, str]:
    """Code, message and hint for an error of pydantic's own."""
    kind, context, value = details["type"], details.get("ctx", {}), details["input"]
    name = str(details["loc"][-1]) if details["loc"] else ""
    subject, _, problem = kind.partition("_")
    if kind == "literal_error":
        choices = _quoted(str(context["expected"]))
        return NOT_A_CHOICE, f"must not be {describe(value)}", did_you_mean(str(value), choices)
    if kind == "extra_forbidden":
        return UNKNOWN_KEY, f"unknown key {name!r}", ""
    if kind == "missing":
        return MISSING, f"{name!r} is missing", ""
    if kind == "value_error":
        message, _, hint = str(context.get("error", details["msg"])).partition("; ")
        return BAD_VALUE, message, hint
    if subject in _TYPES and problem.split("_")[0] in ("type", "parsing", "attributes", "from"):
        return WRONG_TYPE, f"must be {_TYPES[subject]}, is {describe(value)}", ""
    bounds: dict[str, tuple[str, str]] = {
        "greater_than": ("gt", "more than"),
        "greater_than_equal": ("ge", "at least"),
        "less_than": ("lt", "less than"),
        "less_than_equal": ("le", "at most"),
    }
    if kind in bounds:
        key, words = bounds[kind]
        return OUT_OF_RANGE, f"must be {words} {_number(context[key])}, is {describe(value)}", ""
    if kind in ("string_too_short", "string_too_long"):
        bound, least = ("at least", "min_length") if kind.endswith("short") else ("at most", "max_length")
        message = f"must have {bound} {context[least]} characters, has {len(str(value))}"
        return OUT_OF_RANGE, message if value else "must not be empty", ""
    if kind == "too_short":
        needed, there = context["min_length"], context["actual_length"]
        message = "must not be empty" if not there else f"must have at least {needed} entries, has {there}"
        return OUT_OF_RANGE, message, ""
    if kind == "too_long":
        most, there = context["max_length"], context["actual_length"]
        return OUT_OF_RANGE, f"must have at most {most} entries, has {there}", ""
    if kind == "string_pattern_mismatch":
        return BAD_VALUE, f"must not be {describe(value)}", f"it must match {context['pattern']}"
    return BAD_VALUE, details["msg"], ""


def _quoted(expected: str) -> list[str]:
    """The words in pydantic's list of choices: `'a', 'b' or 'c'`."""
    return expected.split("'")[1::2]


def _number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)

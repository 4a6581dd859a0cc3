"""Author mistakes inside validators, and how pydantic's errors become diagnostics.

A validator raises `Fault(...).error()` for the value it looks at, or `raise_faults([...])` for
faults at places below it; every one keeps its message, its cure and its position.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from deckbuild.diagnostics import Span
from deckbuild.diagnostics.codes.deck import BAD_VALUE

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake. `loc` leads from the validated value to the faulty one; `at_key` points at its key;
    `span` is the position itself where the value knows it."""

    message: str
    hint: str = ""
    code: str = BAD_VALUE
    loc: Loc = ()
    at_key: bool = False
    span: Span | None = None

    def error(self) -> PydanticCustomError:
        """The error to raise in a field's validator."""
        return PydanticCustomError("fault", "{message}", {"message": self.message, "fault": self})


def raise_faults(faults: Iterable[Fault], title: str = "deck") -> None:
    """Raise all faults as one validation error; nothing when there are none."""
    details = [InitErrorDetails(type=fault.error(), loc=fault.loc, input=None) for fault in faults]
    if details:
        raise ValidationError.from_exception_data(title, details)


def idle(key: str, given: object, companions: object, missing: str) -> list[Fault]:
    """A fault for a text that would be shown nowhere: `key` is `given`, but what it goes with isn't.

    >>> [fault.message for fault in idle("prefix", "Week", (), "times")]
    ["'prefix' would be shown nowhere: there are no times"]
    """
    if not given or companions:
        return []
    message = f"{key!r} would be shown nowhere: there are no {missing}"
    return [Fault(message, "delete it, or add what it goes with", BAD_VALUE, (key,), at_key=True)]


def fault_in(error: ErrorDetails) -> Fault | None:
    """The fault that a validator raised, if this error is one."""
    fault = error.get("ctx", {}).get("fault")
    return fault if isinstance(fault, Fault) else None


def revised(
    error: ValidationError,
    revise: Callable[[ErrorDetails], ErrorDetails | Fault],
    extra: Iterable[Fault] = (),
) -> ValidationError:
    """The same errors, each changed or replaced by a fault (whose `loc` then counts), after `extra` ones."""
    details = [InitErrorDetails(type=fault.error(), loc=fault.loc, input=None) for fault in extra]
    for old in error.errors(include_url=False):
        new = revise(old)
        if isinstance(new, Fault):
            details.append(InitErrorDetails(type=new.error(), loc=new.loc, input=old["input"]))
        elif (fault := fault_in(new)) is not None:
            fault = replace(fault, loc=new["loc"])
            details.append(InitErrorDetails(type=fault.error(), loc=new["loc"], input=new["input"]))
        else:
            kind: Any = new["type"]
            details.append(
                InitErrorDetails(type=kind, loc=new["loc"], input=new["input"], ctx=new.get("ctx", {}))
            )
    return ValidationError.from_exception_data(error.title, details)

"""The page on the names that other programs may use."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator
from enum import Enum
from typing import Any

import deckbuild

MOST_INSIDE = 60
"""Characters of a signature's parameters that stand in one line."""


def api_page() -> str:
    """docs/api.md: the front door's docstring, and every name with its own."""
    _, *opening = doc(deckbuild).split("\n\n")
    names = [name for name in deckbuild.__all__ if not name.startswith("_")]
    things = {name: getattr(deckbuild, name) for name in names}
    functions = {name: each for name, each in things.items() if inspect.isfunction(each)}
    parts = [
        "# Using deckbuild from Python",
        "<!-- Written by `python -m tools.reference` from the docstrings in src/deckbuild/__init__.py. -->",
        *(f"```python\n{each}\n```" if each.startswith(">>>") else each for each in opening),
        "## Functions",
    ]
    for name, function in sorted(functions.items(), key=lambda each: each[1].__code__.co_firstlineno):
        parts += [f"### `{name}`", f"```python\n{signature(name, function)}\n```", doc(function)]
    parts += ["## Types", "All of them are values that don't change, or exceptions."]
    for name, kind in things.items():
        if name not in functions:
            parts += [f"### `{name}`", doc(kind), *attributes(kind)]
    return "\n\n".join(parts).replace("`docs/releases.md`", "[the release policy](releases.md)") + "\n"


def signature(name: str, function: Any) -> str:
    """A function's signature; a parameter to a line where it is long."""
    said = inspect.signature(function)
    parts: list[str] = []
    for each in said.parameters.values():
        if each.kind is each.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        parts.append(str(each))
    inside = ", ".join(parts)
    if len(inside) > MOST_INSIDE:
        inside = "\n" + "".join(f"    {part},\n" for part in parts)
    return f"{name}({inside}) -> {said.return_annotation}".replace("'", "")


def doc(thing: Any) -> str:
    return inspect.getdoc(thing) or ""


def attributes(kind: Any) -> Iterator[str]:
    """A line for each value of an enumeration, or each field of a dataclass."""
    if issubclass(kind, Enum):
        yield "Its values: " + ", ".join(f"`{each.name}`" for each in kind) + "."
    elif dataclasses.is_dataclass(kind):
        yield "Its fields: " + ", ".join(f"`{field.name}`" for field in dataclasses.fields(kind)) + "."

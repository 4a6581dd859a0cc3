"""The file of sign-offs, `signoffs.yaml`: read with the care that decks get, kept as its readers left it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

import yaml
from pydantic import ValidationError

from deckbuild.check.signoffs import SignOff
from deckbuild.deck.explain import explain
from deckbuild.deck.nodes import Node
from deckbuild.diagnostics import NOWHERE, DeckError
from deckbuild.sources import is_there, read_source
from deckbuild.sources.values import span_of
from deckbuild.sources.yaml import parse_yaml

FILE = "signoffs.yaml"
HEADER = "# Who vouches for what a program can't decide. `deckbuild signoff` keeps this file.\n"

_ENTRY = re.compile(r"( *)- ")
_REMARK = re.compile(r"\s*(#.*)?")


class _File(Node):
    noun: ClassVar[str] = "sign-off file"

    signoffs: tuple[SignOff, ...] = ()


def read_signoffs(folder: Path) -> tuple[SignOff, ...]:
    """The sign-offs of the deck in `folder`, none without a file. Raises `DeckError` for a malformed one."""
    return parse_signoffs(signoffs_text(folder))


def signoffs_text(folder: Path) -> str:
    """The text of the file in `folder`, empty without one. Raises `DeckError` for one that can't be read."""
    path = folder / FILE
    return read_source(path, FILE, within=folder) if is_there(path) else ""


def parse_signoffs(text: str) -> tuple[SignOff, ...]:
    """The sign-offs in a file's text. Raises `DeckError` with everything wrong with it."""
    tree = parse_yaml(text, FILE)
    try:
        return _File.model_validate(tree if tree is not None else {}).signoffs
    except ValidationError as error:
        raise DeckError(explain(error, tree)) from None


def to_yaml(signoffs: Iterable[SignOff]) -> str:
    """A file's text: sign-offs in the order they were given."""
    return HEADER + _dump({"signoffs": [_entry(each) for each in signoffs]})


def rewritten(text: str, before: Sequence[SignOff], after: Sequence[SignOff]) -> str:
    """The file's text `text`, which says `before`, made to say `after`.

    What hasn't changed stays as it is written, comments included, and so do the comments of what goes. Only
    in a file that isn't a list with an entry from each dash on (`[{…}]`, aliases) are comments lost.
    """
    return _patched(text, before, after) or to_yaml(after)


def _patched(text: str, before: Sequence[SignOff], after: Sequence[SignOff]) -> str | None:
    lines = text.splitlines(keepends=True)
    if text and all(_REMARK.fullmatch(line.rstrip()) for line in lines):
        return text.rstrip("\n") + "\n" + _dump({"signoffs": [_entry(each) for each in after]})
    first_lines = [each.span.line - 1 for each in before]
    dashes = [_ENTRY.match(lines[number]) for number in first_lines if 0 <= number < len(lines)]
    if not before or len(dashes) != len(before) or sorted(set(first_lines)) != first_lines:
        return None
    indents = {found[1] for found in dashes if found}
    if None in dashes or len(indents) != 1:
        return None
    [indent] = indents
    starts = [_with_remarks(lines, number) for number in first_lines]
    ends = [*starts[1:], len(lines)]
    remaining = {each.span: each for each in after}
    kept = lines[: starts[0]]
    for old, start, end in zip(before, starts, ends, strict=True):
        new = remaining.pop(old.span, None)
        covers = new.covers if new else {}
        gone = {span_of(place).line - 1 for key, place in old.covers.items() if key not in covers}
        kept += [
            line
            for number, line in enumerate(lines[start:end], start)
            if (new and number not in gone) or _REMARK.fullmatch(line.rstrip())
        ]
    if kept and not kept[-1].endswith("\n"):
        kept[-1] += "\n"
    added = "".join(
        f"{indent}{line}\n"
        for line in _dump([_entry(each) for each in after if each.span == NOWHERE]).splitlines()
    )
    patched = "".join(kept) + (added.replace("\n", "\r\n") if "\r\n" in text else added)
    return patched if _says(patched, after) else None


def _with_remarks(lines: Sequence[str], number: int) -> int:
    """Where the comments and blank lines directly above a line begin."""
    while number and _REMARK.fullmatch(lines[number - 1].rstrip()):
        number -= 1
    return number


def _says(text: str, signoffs: Sequence[SignOff]) -> bool:
    try:
        found = parse_signoffs(text)
    except DeckError:
        return False
    return [each.model_dump() for each in found] == [each.model_dump() for each in signoffs]


def _entry(signoff: SignOff) -> dict[str, object]:
    return {
        "item": str(signoff.item),
        "by": str(signoff.by),
        "date": signoff.date.isoformat(),
        **({"evidence": str(signoff.evidence)} if signoff.evidence else {}),
        "covers": {str(key): str(value) for key, value in signoff.covers.items()},
    }


def _dump(value: object) -> str:
    return str(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100))

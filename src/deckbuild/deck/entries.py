"""List entries as authors write them: text, or text with a list below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.fields import TEXT, Inline, Short
from deckbuild.deck.nodes import Node
from deckbuild.diagnostics.codes.deck import LIST_TOO_DEEP
from deckbuild.sources.values import SourceMap, SourceStr, span_of

DEEPEST = 9
"""Levels that a list may have: as many as `lvl` can tell (ECMA-376 Part 1, §21.1.2.2.7)."""


class ListEntry(Node):
    """An entry, perhaps with bullets or numbered steps below it."""

    noun = "list entry"

    text: Inline = Field(description="The entry itself.")
    bullets: tuple[AnyEntry, ...] = Field(default=(), description="A bulleted list below it.")
    steps: tuple[AnyEntry, ...] = Field(default=(), description="A numbered list below it.")

    def walk(self) -> Iterator[ListEntry]:
        """This entry and those below it, in reading order."""
        yield self
        for entry in (*self.bullets, *self.steps):
            yield from entry.walk()


BELOW = {"type": "object", "maxProperties": 1, "additionalProperties": {"type": "array"}}
"""A list entry with a list below it: `- Written proposal: [Security, Cost]`."""


@Short({"anyOf": [TEXT, BELOW]})
def _entry(value: Any) -> Any:
    """Bare text is an entry; `- Written proposal: [A, B]` is one with two bullets below it."""
    if isinstance(value, ListEntry):
        return value
    if not isinstance(value, dict):
        return SourceMap({"text": value}, span_of(value), value_spans={"text": span_of(value)})
    if len(value) == 1:
        key, below = next(iter(value.items()))
        if isinstance(below, list) and key not in ListEntry.model_fields:
            at = value.key_spans.get(key, value.span) if isinstance(value, SourceMap) else span_of(value)
            return SourceMap({"text": SourceStr(key, at, offset=0), "bullets": below}, span_of(value))
        if key not in ListEntry.model_fields:
            return SourceMap({"text": value}, span_of(value))  # text with an unquoted colon, most likely
    return value


def depth(entries: Sequence[ListEntry]) -> int:
    """How many levels a list has.

    >>> depth([])
    0
    """
    below = (depth((*entry.bullets, *entry.steps)) for entry in entries)
    return 1 + max(below, default=0) if entries else 0


def _in_depth(entries: tuple[ListEntry, ...]) -> tuple[ListEntry, ...]:
    """The list, if its levels can be written; a fault at the first entry of each level that is too much."""
    raise_faults(
        Fault(
            f"a list has at most {DEEPEST} levels, this entry is on level {DEEPEST + 1}",
            "make it a list, or a slide, of its own",
            LIST_TOO_DEEP,
            span=span_of(entry.text),
        )
        for entry in _below(entries, DEEPEST)
    )
    return entries


def _below(entries: Sequence[ListEntry], levels: int) -> Iterator[ListEntry]:
    """The first entry of each list that is `levels` below this one."""
    if not levels:
        yield from entries[:1]
        return
    for entry in entries:
        yield from _below(entry.bullets, levels - 1)
        yield from _below(entry.steps, levels - 1)


AnyEntry = Annotated[ListEntry, BeforeValidator(_entry)]
ListEntry.model_rebuild()

Entries = Annotated[tuple[AnyEntry, ...], AfterValidator(_in_depth)]
"""A whole list: entries with at most `DEEPEST` levels."""

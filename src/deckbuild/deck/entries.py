"""List entries as authors write them: text, or text with a list below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator

from deckbuild.deck.fields import Inline
from deckbuild.deck.nodes import Node
from deckbuild.deck.source import SourceMap, SourceStr, span_of


class ListEntry(Node):
    """An entry, perhaps with bullets or numbered steps below it."""

    noun = "list entry"

    text: Inline
    bullets: tuple[AnyEntry, ...] = ()
    steps: tuple[AnyEntry, ...] = ()

    def walk(self) -> Iterator[ListEntry]:
        """This entry and those below it, in reading order."""
        yield self
        for entry in (*self.bullets, *self.steps):
            yield from entry.walk()


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


AnyEntry = Annotated[ListEntry, BeforeValidator(_entry)]
ListEntry.model_rebuild()

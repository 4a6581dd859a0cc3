"""What authors may write short: a bare label, and edges as `a -> b`, in chains, with `: label`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BeforeValidator

from deckbuild.deck.faults import Fault
from deckbuild.deck.fields import STRING, TEXT, Short, as_text
from deckbuild.diagnostics import NOWHERE, Span
from deckbuild.diagnostics.codes.deck import BAD_VALUE
from deckbuild.sources.values import SourceList, SourceMap, SourceStr, span_of

Arrow = Literal["end", "both", "none"]
ARROWS: Mapping[str, Arrow] = {"->": "end", "<->": "both", "--": "none"}
_ARROW = re.compile(r"\s+(->|<->|--)\s+")


def bare(key: str) -> BeforeValidator:
    """Marks a field whose mapping may be written as a bare text, which stands for this key alone."""

    @Short(STRING)
    def expand(value: Any) -> Any:
        return SourceMap({key: as_text(value)}, span_of(value)) if isinstance(value, str) else value

    return BeforeValidator(expand)


@Short(TEXT)
def labelled(value: Any) -> Any:
    """A bare text as a mapping with just a label."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return SourceMap({"label": value}, span_of(value))
    return value


@Short({"anyOf": [STRING, {"type": "object", "maxProperties": 1, "additionalProperties": TEXT}]}, each=True)
def read_edges(value: Any) -> Any:
    """Edges written short as mappings: a chain becomes several, a label goes to the last."""
    if not isinstance(value, list):
        return value
    edges: list[Any] = []
    for entry in value:
        if isinstance(entry, str):
            edges += _chain(*_split_label(entry), span_of(entry))
        elif isinstance(entry, dict) and len(entry) == 1 and _ARROW.search(str(next(iter(entry)))):
            chain, label = next(iter(entry.items()))
            edges += _chain(str(chain), label, span_of(entry))
        else:
            edges.append(entry)
    return SourceList(edges, span_of(value), [span_of(edge) for edge in edges])


def _split_label(text: str) -> tuple[str, str]:
    chain, _, label = text.partition(": ")
    return chain, label.strip()


def _chain(text: str, label: Any, span: Span) -> list[SourceMap]:
    parts = _ARROW.split(text.strip())
    if len(parts) < 3:
        hint = "write 'from -> to', 'from -> to: label' or a mapping with 'from' and 'to'"
        raise Fault(f"{text!r} is no edge", hint, BAD_VALUE, span=known(span)).error()
    edges = []
    for index in range(0, len(parts) - 2, 2):
        start, arrow, end = parts[index : index + 3]
        ends = {"from": SourceStr(start, span), "to": SourceStr(end, span), "arrow": ARROWS[arrow]}
        edges.append(SourceMap(ends, span))
    if label:
        edges[-1]["label"] = label
    return edges


def known(span: Span) -> Span | None:
    """A place, or None if it is nowhere."""
    return None if span == NOWHERE else span

"""Faults that layout itself found and left in its frames, for the rules that stand for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.check.rule import Finding
from deckbuild.document import Group, Item


def reported(items: Iterable[Item], code: str) -> Iterator[Finding]:
    """The faults of this code in the frames of `items`, with the severity that layout gave them."""
    for item in items:
        if isinstance(item, Group):
            for fault in item.frame.diagnostics:
                if fault.code == code:
                    yield Finding(fault.message, fault.span, fault.hint, fault.severity)

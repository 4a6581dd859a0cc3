"""CON005."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.entries import ListEntry
from deckbuild.deck.nodes import Block


@rule("CON005", on=Block)
def list_too_long(block: Block, context: CheckContext) -> Iterator[Finding]:
    """A list has more entries than can be read while someone speaks.

    White space is valuable, don't overcrowd (visual design guidelines, layout principles). Entries below
    others are counted as lists of their own. The number is a setting of the deck:
    `check: {max_list_items: 7}`.

    Bad:
        title: What the gateway counts
        content:
          - bullets: [Tokens, Requests, Tenants, Models, Errors, Retries, Time-outs, Refusals]

    Good:
        title: What the gateway counts
        content:
          - bullets: [Tokens, Requests, Errors, Refusals]
    """
    most = context.settings.max_list_items
    for listed in _lists(block):
        if len(listed) > most:
            fact = f"the list has {len(listed)} entries, {most} are the most"
            yield Finding(fact, listed[most].span, "group them, split the list, or say the rest in the notes")


def _lists(node: Block | ListEntry) -> Iterator[Sequence[ListEntry]]:
    """The lists in the fields of a block, and those below their entries."""
    for name in type(node).model_fields:
        match getattr(node, name):
            case (ListEntry(), *_) as entries:
                yield entries
                for entry in entries:
                    yield from _lists(entry)

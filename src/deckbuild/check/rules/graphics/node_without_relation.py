"""GFX007."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.relations import joined_ids
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.fields import describe
from deckbuild.deck.nodes import Graphic


@rule("GFX007", on=Graphic)
def node_without_relation(graphic: Graphic) -> Iterator[Finding]:
    """An id in a graphic is never used: nothing is joined to that node, no branch leads to that outcome.

    Relationships are shown with arrows (visual design guidelines, graphic standards), so a node without one
    asks what it is doing there; mostly an edge was forgotten. In an architecture, standing in a box with a
    title is a relation too. (An id that is used and isn't defined can't be read: DCK107.)

    Bad:
        title: Three steps
        graphics:
          - kind: flow
            id: steps
            alt: A request is read, then answered.
            nodes: {read: Read, answer: Answer, log: Log}
            edges: [read -> answer]

    Good:
        title: Three steps
        graphics:
          - kind: flow
            id: steps
            alt: A request is read, answered, then logged.
            nodes: {read: Read, answer: Answer, log: Log}
            edges: [read -> answer -> log]
    """
    used = joined_ids(graphic)
    idle = {name: node for name, node in graphic.joined().items() if name not in used}
    if idle:
        names = ", ".join(map(describe, idle))
        fact = f"nothing in the graphic leads to or from {names}"
        yield Finding(
            fact, next(iter(idle.values())).span, "add the edge or branch that is missing, or drop it"
        )

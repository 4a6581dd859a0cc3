"""GFX007."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckbuild.check.measures.parts import parts
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.fields import describe
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.diagnostics import Span


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
    used = _used(graphic)
    idle = [(name, span) for name, span in _defined(graphic) if name not in used]
    if idle:
        names = ", ".join(describe(name) for name, _ in idle)
        fact = f"nothing in the graphic leads to or from {names}"
        yield Finding(fact, idle[0][1], "add the edge or branch that is missing, or drop it")


def _defined(graphic: Graphic) -> Iterator[tuple[str, Span]]:
    """The ids that something in the graphic should use, with their places."""
    named: dict[str, tuple[str, ...]] = {"flow": ("nodes",), "decision-tree": ("outcomes",)}
    for field in named.get(graphic.kind, ()):
        below: dict[str, Node] = getattr(graphic, field)
        if len(below) > 1:
            yield from ((str(name), node.span) for name, node in below.items())
    attributes: Any = graphic
    if graphic.kind == "architecture" and attributes.edges:
        for tier in attributes.tiers:
            if not tier.title:
                yield from ((str(node.id), node.span) for node in tier.nodes)


def _used(graphic: Graphic) -> set[str]:
    """The ids that edges join and branches lead to."""
    used: set[str] = set()
    for part in parts(graphic):
        ends = (getattr(part, "start", None), getattr(part, "end", None))
        used.update(str(end) for end in ends if isinstance(end, str))
        to: Any = getattr(part, "to", ())
        used.update(map(str, to if isinstance(to, tuple) else (to,)))
    return used

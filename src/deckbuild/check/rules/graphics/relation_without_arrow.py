"""GFX006."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.graphic_nodes import nodes_below
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.nodes import Graphic
from deckbuild.deck.relations import Relation


@rule("GFX006", on=Graphic)
def relation_without_arrow(graphic: Graphic) -> Iterator[Finding]:
    """A line between two parts of a graphic has neither an arrow nor a label.

    Relationships must be shown with arrows (visual design guidelines, graphic standards): a bare line leaves
    open who acts on whom. Where there is no direction, a label must say what the line means.

    Bad:
        title: Gateway and agent
        graphics:
          - kind: flow
            id: parts
            alt: The gateway calls the agent.
            nodes: {gateway: Gateway, agent: Agent}
            edges: [gateway -- agent]

    Good:
        title: Gateway and agent
        graphics:
          - kind: flow
            id: parts
            alt: The gateway calls the agent.
            nodes: {gateway: Gateway, agent: Agent}
            edges: [gateway -> agent]
    """
    relations = [part for part in nodes_below(graphic) if isinstance(part, Relation)]
    bare = [part for part in relations if part.arrow == "none" and not (part.label or "").strip()]
    if bare:
        pairs = [f"{part.start} -- {part.end}" for part in bare]
        lines = f"{len(bare)} lines have" if len(bare) > 1 else "a line has"
        fact = f"{lines} no arrow and no label: {', '.join(pairs)}"
        yield Finding(fact, bare[0].span, "write -> or <-> for --, or add a label after ': '")

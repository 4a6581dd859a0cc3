"""GFX005."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.graphic_nodes import blanks_of, nodes_below
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.nodes import Graphic


@rule("GFX005", on=Graphic)
def part_without_label(graphic: Graphic) -> Iterator[Finding]:
    """A part of a graphic has no label: a node, an axis, a series, a phase.

    All diagram elements must be labeled (visual design guidelines, graphic standards). A kind that asks for
    a label won't be read without the key; here it is there and blank.

    Bad:
        title: Two steps
        graphics:
          - kind: flow
            id: steps
            alt: A request is read, then answered.
            nodes: {read: Read, answer: " "}
            edges: [read -> answer]

    Good:
        title: Two steps
        graphics:
          - kind: flow
            id: steps
            alt: A request is read, then answered.
            nodes: {read: Read, answer: Answer}
            edges: [read -> answer]
    """
    for part in nodes_below(graphic):
        for name in blanks_of(part):
            what = f"the graphic {str(graphic.id)!r}" if part is graphic else part.called()
            yield Finding(f"{what} has nothing in {name!r}", part.place_of(name), "write what it is called")

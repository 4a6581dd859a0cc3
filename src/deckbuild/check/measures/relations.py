"""What joins the nodes of a graphic, read from the marks of fields that hold ids."""

from __future__ import annotations

from deckbuild.deck.ids import Ids, Ref
from deckbuild.deck.nodes import Graphic, Node


def joined_ids(graphic: Graphic) -> frozenset[str]:
    """The ids that something in the graphic leads to or from."""
    return frozenset(use.name for use in Ids.below(graphic).uses if use.mark.joins)


def is_line(node: Node) -> bool:
    """Whether the node is a line from one node to another: it has the ids of both."""
    marked = [
        name
        for name, field in type(node).model_fields.items()
        if any(isinstance(mark, Ref) for mark in field.metadata)
    ]
    return {"start", "end"} <= set(marked)

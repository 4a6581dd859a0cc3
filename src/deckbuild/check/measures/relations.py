"""What joins the nodes of a graphic, read from the marks of fields that hold ids."""

from __future__ import annotations

from deckbuild.deck.ids import Ids
from deckbuild.deck.nodes import Graphic


def joined_ids(graphic: Graphic) -> frozenset[str]:
    """The ids that something in the graphic leads to or from."""
    return frozenset(use.name for use in Ids.below(graphic).uses if use.mark.joins)

"""Alternative texts as authors wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.deck.inline import plain_text
from deckbuild.deck.models import Slide
from deckbuild.deck.nodes import Node


@dataclass(frozen=True, slots=True)
class Alt:
    """The alternative text of a graphic or block, without markup."""

    node: Node
    plain: str


def alts(slide: Slide) -> Iterator[Alt]:
    """The alternative texts on a slide that are there, blocks first."""
    for node in (*slide.blocks, *slide.graphics):
        plain = plain_text(getattr(node, "alt", ""))
        if plain.strip() and not getattr(node, "decorative", False):
            yield Alt(node, plain)

"""Alternative texts as authors wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Node
from deckbuild.deck.slides import Slide


@dataclass(frozen=True, slots=True)
class Alt:
    """The alternative text of a graphic or block, without markup."""

    node: Node
    plain: str


def alts(slide: Slide) -> Iterator[Alt]:
    """The alternative texts on a slide that are there, blocks first."""
    for node in (*slide.blocks, *slide.graphics):
        plain = alt_of(node)
        if plain.strip() and not is_decorative(node):
            yield Alt(node, plain)


def alt_of(node: Node) -> str:
    """The alternative text of a node, without markup: what stands in its field `alt`, if its kind has one."""
    return plain_text(getattr(node, "alt", ""))


def is_decorative(node: Node) -> bool:
    """Whether the node is said to say nothing: then it needs no alternative text, and none is written."""
    return bool(getattr(node, "decorative", False))

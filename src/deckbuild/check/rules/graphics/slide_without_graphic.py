"""GFX001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.alt import is_decorative
from deckbuild.check.measures.segments import TEACHING
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.nodes import Block, Graphic, Node
from deckbuild.deck.slides import Slide


@rule("GFX001", on=Slide)
def slide_without_graphic(slide: Slide) -> Iterator[Finding]:
    """A slide that teaches shows nothing but words.

    Every technical slide must have a graphic (visual design guidelines, graphic standards): concept, demo
    and insight slides. A table, code, a checklist or an image is one; a decorative graphic is none.

    Bad:
        type: concept
        title: All tenants share one token budget
        content:
          - bullets:
              - The budget is per minute

    Good:
        type: concept
        title: All tenants share one token budget
        content:
          - table:
              columns: [Tenant, Tokens a minute]
              rows:
                - [A, "60,000"]
    """
    if slide.type in TEACHING and not any(map(_shows, (*slide.blocks, *slide.graphics))):
        parts = len(slide.content)
        fact = f"this {slide.type} slide has {parts} block{'s' * (parts != 1)} of text and no graphic"
        yield Finding(fact, slide.span, "show it under 'graphics', or as a table, code or checklist")


def _shows(node: Node) -> bool:
    if is_decorative(node):
        return False
    return isinstance(node, Graphic) or (isinstance(node, Block) and node.shows)

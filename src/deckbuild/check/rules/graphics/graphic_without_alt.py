"""GFX002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.alt import alt_of, is_decorative
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.nodes import Graphic
from deckbuild.deck.slides import Slide


@rule("GFX002", on=Slide)
def graphic_without_alt(slide: Slide) -> Iterator[Finding]:
    """A graphic or an image has no alternative text and isn't marked as decoration.

    What is shown must also be told: a screen reader reads the alternative text instead of the graphic, and
    passes over what is decorative (WCAG 2.2, 1.1.1 Non-text Content).

    Bad:
        title: We are done
        graphics:
          - kind: badge
            id: done
            icon: award
            headline: Complete

    Good:
        title: We are done
        graphics:
          - kind: badge
            id: done
            alt: A medal that reads Complete.
            icon: award
            headline: Complete
          - kind: badge
            id: ornament
            decorative: true
            icon: star
            headline: "5"
    """
    images = [block for block in slide.blocks if block.needs_alt]
    for node in (*images, *slide.graphics):
        if not is_decorative(node) and not alt_of(node).strip():
            name = f"graphic {str(node.id)!r}" if isinstance(node, Graphic) else node.noun
            hint = "say in 'alt' what it shows and means, or mark it 'decorative: true'"
            yield Finding(f"the {name} has no alternative text", node.place_of("alt"), hint)

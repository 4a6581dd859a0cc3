"""Segments that teach something, as opposed to those that only open or close the deck."""

from __future__ import annotations

from deckbuild.deck.models import Segment
from deckbuild.deck.slides import Slide

TEACHING = frozenset({"concept", "demo", "insight"})
"""Types of slides that teach (slide type definitions)."""


def teaches(segment: Segment) -> bool:
    """Whether a segment has content of its own: the ones with the deck's title or closing slide have not."""
    return bool(segment.slides) and all(slide.type not in ("title", "closing") for slide in segment.slides)


def complex_topic(slide: Slide) -> bool:
    """Whether a slide teaches something that people ask about: it shows code, or a technical graphic."""
    if slide.type not in TEACHING:
        return False
    graphics = any(graphic.technical for graphic in slide.graphics)
    return graphics or any(block.technical for block in slide.blocks)

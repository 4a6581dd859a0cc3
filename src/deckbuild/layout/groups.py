"""Graphics on their page."""

from __future__ import annotations

from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Graphic
from deckbuild.document import Frame, Group
from deckbuild.geometry import Rect


def graphic_group(graphic: Graphic, rect: Rect, frame: Frame) -> Group:
    """A graphic's frame at its place (points on the page): one group in the output, with its alternative
    text."""
    return Group(
        rect,
        frame,
        name=plain_text(graphic.title) or graphic.id,
        alt=plain_text(graphic.alt),
        native=True,
        span=graphic.span,
        role="decoration" if graphic.decorative else "figure",
        key=str(graphic.id),
    )

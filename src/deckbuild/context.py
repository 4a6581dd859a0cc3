"""What laying out needs to know about its surroundings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from deckbuild.text.typesetter import Typesetter
from deckbuild.theme import Theme, Tone


@dataclass(frozen=True, slots=True)
class LayoutContext:
    """Handed down to every `lay_out`.

    `body_size` is the size in points being tried for body text; headings and code follow it.
    `tone` holds the colours for the ground that the content stands on, `slide_numbers` the number of
    each slide id, for links between slides.
    """

    theme: Theme
    typesetter: Typesetter
    body_size: float
    tone: Tone
    slide_numbers: Mapping[str, int] = field(default_factory=dict)

    def at(self, body_size: float) -> LayoutContext:
        """The same surroundings with another body size, in points."""
        return replace(self, body_size=body_size)

    @property
    def heading_size(self) -> float:
        """Heading size in points that goes with the body size: two points larger, within its role."""
        role = self.theme.type.heading
        return min(max(self.body_size + 2, role.min), role.max)

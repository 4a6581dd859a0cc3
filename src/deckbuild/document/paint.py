"""What things are painted with: colours that know the theme, patterns, lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Dash = Literal["solid", "dash", "dot"]
Slot = Literal[
    "dark 1", "light 1", "dark 2", "light 2",
    "accent 1", "accent 2", "accent 3", "accent 4", "accent 5", "accent 6",
    "link", "followed link",
]  # fmt: skip
"""The twelve colours of a theme, in the order of PowerPoint's dialogue for them."""
HslStep = Literal["turn hue", "scale saturation", "add saturation", "scale lightness", "add lightness"]
ColorChange = tuple[HslStep, float]
"""A step in HSL: hue by degrees, saturation and lightness by a factor, or by a share of their range."""


@dataclass(frozen=True, slots=True)
class Color:
    """An sRGB colour that remembers the theme slot it derives from.

    `hex` is `#RRGGBB`, the colour as seen. Where `slot` is set an output that knows themes writes the slot
    and the `changes` that make the colour of it, applied in order, so that recolouring the theme recolours
    the deck. `alpha` runs from 0 (clear) to 1.
    """

    hex: str
    slot: Slot | None = None
    changes: tuple[ColorChange, ...] = ()
    alpha: float = 1.0

    def faded(self, alpha: float) -> Color:
        return replace(self, alpha=alpha)


Fill = Color | None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour, width in points and dash."""

    color: Color
    width: float = 1.5
    dash: Dash = "solid"

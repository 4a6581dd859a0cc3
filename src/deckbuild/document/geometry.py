"""The outlines that shapes have: a closed set in plain terms, whatever an output calls them.

Each fills its shape's rectangle. Outputs match every one and end with `assert_never`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckbuild.geometry import Point, Size

Side = Literal["top", "right", "bottom", "left"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """The rectangle itself."""


@dataclass(frozen=True, slots=True)
class Rounded:
    """A rectangle with corners of `radius` points, at most half of its shorter side."""

    radius: float


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse that touches all four sides."""


@dataclass(frozen=True, slots=True)
class Diamond:
    """A rhombus whose corners are the middles of the sides."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """A rectangle that ends on the right in a point, `depth` points long."""

    depth: float


@dataclass(frozen=True, slots=True)
class Freeform:
    """An outline in its own coordinate box of `size` units, scaled onto the shape's rectangle.

    `commands` are `("M", x, y)`, `("L", x, y)`, `("C", x1, y1, x2, y2, x, y)` and `("Z",)`, absolute.
    `sites` are further places, in the same units, where connectors may stick.
    """

    size: Size
    commands: tuple[tuple[str | float, ...], ...]
    sites: tuple[Point, ...] = ()


Geometry = Rectangle | Rounded | Ellipse | Diamond | Pointed | Freeform
RECTANGLE = Rectangle()

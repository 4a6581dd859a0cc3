"""Outlines as DrawingML knows them: presets with their guides, where text goes in them, connection sites.

How each preset is drawn: ECMA-376 Part 1, annex D (`presetShapeDefinitions.xml`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import assert_never

from deckbuild.document import Diamond, Ellipse, Freeform, Geometry, Pointed, Rectangle, Rounded, Side
from deckbuild.geometry import Insets, Size

Plain = Rectangle | Rounded | Ellipse | Diamond | Pointed
"""Outlines that are presets."""
FULL = 100_000
"""The adjust value of a whole side."""
SITES: dict[Side, int] = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""Connection sites of `rect`, `roundRect`, `diamond`, `homePlate`, and of every freeform."""
ELLIPSE_SITES: dict[Side, int] = {"top": 0, "left": 2, "bottom": 4, "right": 6}
"""An ellipse has one between each two, too."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset shape (§20.1.10.56) with its one adjust value, if it has one."""

    name: str
    adjust: int | None = None

    @property
    def guides(self) -> tuple[tuple[str, int], ...]:
        return () if self.adjust is None else (("adj", self.adjust),)


def preset_of(geometry: Plain, size: Size) -> Preset:
    """The preset that draws the outline in a box of `size` points."""
    shorter = min(size.width, size.height)
    match geometry:
        case Rectangle():
            return Preset("rect")
        case Rounded(radius):
            return _adjusted("roundRect", min(radius, shorter / 2), shorter)
        case Ellipse():
            return Preset("ellipse")
        case Diamond():
            return Preset("diamond")
        case Pointed(depth):
            return _adjusted("homePlate", min(depth, size.width), shorter)
        case _:
            assert_never(geometry)


def _adjusted(name: str, length: float, shorter: float) -> Preset:
    """A preset adjusted by a share of its shorter side; a flat box has nothing to share."""
    return Preset(name, round(length / shorter * FULL)) if shorter > 0 else Preset("rect")


def text_insets(geometry: Geometry, size: Size, wanted: Insets) -> Insets:
    """The insets to write so that text keeps `wanted` from the *box*; never negative."""
    margins = text_margins(geometry, size)
    return Insets(
        max(0.0, wanted.top - margins.top),
        max(0.0, wanted.right - margins.right),
        max(0.0, wanted.bottom - margins.bottom),
        max(0.0, wanted.left - margins.left),
    )


def text_margins(geometry: Geometry, size: Size) -> Insets:
    """How far the text rectangle of the preset lies inside its box, in points; insets count from there."""
    if isinstance(geometry, Freeform):
        return Insets()
    shorter = min(size.width, size.height)
    match preset_of(geometry, size):
        case Preset("roundRect", int(adjust)):
            return Insets.all(shorter * adjust / FULL * 0.29289)
        case Preset("ellipse"):
            away = (1 - math.sqrt(0.5)) / 2
            return Insets.symmetric(size.width * away, size.height * away)
        case Preset("diamond"):
            return Insets.symmetric(size.width / 4, size.height / 4)
        case Preset("homePlate", int(adjust)):
            return Insets(right=shorter * adjust / FULL / 2)
        case _:
            return Insets()


def site_number(geometry: Geometry, site: Side | int) -> int | None:
    """The number of a connection site; None for one that the outline hasn't got."""
    if not isinstance(site, int):
        return (ELLIPSE_SITES if isinstance(geometry, Ellipse) else SITES)[site]
    free = len(geometry.sites) if isinstance(geometry, Freeform) else 0
    return len(SITES) + site if 0 <= site < free else None

"""Facts about preset shapes (ECMA-376 Part 1, annex D `presetShapeDefinitions.xml`): where text goes and
how many connection sites there are."""

from __future__ import annotations

import math

from deckbuild.document import Geometry, Path, Preset
from deckbuild.geometry import Insets, Size

SITE_COUNTS = {
    "can": 5,
    "cube": 6,
    "ellipse": 8,
    "flowChartConnector": 8,
    "flowChartMagneticDisk": 5,
    "hexagon": 6,
    "octagon": 8,
    "parallelogram": 6,
    "pentagon": 6,
    "triangle": 6,
    "wedgeRectCallout": 5,
    "wedgeRoundRectCallout": 5,
}
FOUR_SITES = 4
"""Most presets, and the outlines this renderer writes itself: top, left, bottom, right."""


def site_count(geometry: Geometry) -> int:
    """How many connection sites the shape has, numbered from 0."""
    if isinstance(geometry, Path):
        return FOUR_SITES + len(geometry.sites)
    return SITE_COUNTS.get(geometry.name, FOUR_SITES)


def text_margins(geometry: Geometry, size: Size) -> Insets:
    """How far the text rectangle of the shape lies inside its box, in points; insets count from there."""
    if isinstance(geometry, Path):
        return Insets()
    short = min(size.width, size.height)
    match geometry.name:
        case "roundRect" | "flowChartAlternateProcess":
            adjust = _adjust(geometry, "adj", 16667)
            return Insets.all(short * min(adjust, 50_000) / 100_000 * 0.29289)
        case "ellipse" | "flowChartConnector":
            away = (1 - math.sqrt(0.5)) / 2
            return Insets.symmetric(size.width * away, size.height * away)
        case "diamond" | "flowChartDecision":
            return Insets.symmetric(size.width / 4, size.height / 4)
        case "round2SameRect":
            top = short * min(_adjust(geometry, "adj1", 16667), 50_000) / 100_000 * 0.29289
            bottom = short * min(_adjust(geometry, "adj2", 0), 50_000) / 100_000 * 0.29289
            return Insets(top, max(top, bottom), bottom, max(top, bottom))
        case "homePlate":
            point = _point(geometry, size, short)
            return Insets(right=point / 2)
        case "chevron":
            point = _point(geometry, size, short)
            return Insets.symmetric(point, 0.0) if size.width > 2 * point else Insets()
        case "can":
            cap = short * _adjust(geometry, "adj", 25_000) / 200_000
            return Insets(top=2 * cap, bottom=cap)
        case _:
            return Insets()


def text_insets(geometry: Geometry, size: Size, wanted: Insets) -> Insets:
    """The insets to write so that text keeps `wanted` from the *box*; never negative."""
    margins = text_margins(geometry, size)
    return Insets(
        max(0.0, wanted.top - margins.top),
        max(0.0, wanted.right - margins.right),
        max(0.0, wanted.bottom - margins.bottom),
        max(0.0, wanted.left - margins.left),
    )


def _adjust(preset: Preset, name: str, default: int) -> int:
    return dict(preset.adjust).get(name, default)


def _point(preset: Preset, size: Size, short: float) -> float:
    """How far the point of an arrow-like preset reaches back, in points."""
    return min(short * _adjust(preset, "adj", 50_000) / 100_000, size.width)

"""Outlines as presets: their names and guides, their connection sites, and where text goes in them."""

from __future__ import annotations

from typing import get_args

import pytest

from deckbuild.document import RECTANGLE, Diamond, Ellipse, Freeform, Geometry, Pointed, Rounded, Side
from deckbuild.geometry import Insets, Point, Size
from deckbuild.presets import PRESETS
from deckbuild.render.pptx.outlines import Plain, Preset, preset_of, site_number, text_insets, text_margins
from deckbuild.render.pptx.shapes import freeform
from deckbuild.render.pptx.units import Box

BOX = Size(200, 100)
SQUARE = (("M", 0.0, 0.0), ("L", 100.0, 0.0), ("L", 100.0, 50.0), ("L", 0.0, 50.0), ("Z",))
FREE = Freeform(Size(100, 50), SQUARE, (Point(25, 0), Point(100, 40)))


@pytest.mark.parametrize(
    ("outline", "preset"),
    [
        (RECTANGLE, Preset("rect")),
        (Rounded(8), Preset("roundRect", 8_000)),
        (Rounded(500), Preset("roundRect", 50_000)),
        (Ellipse(), Preset("ellipse")),
        (Diamond(), Preset("diamond")),
        (Pointed(50), Preset("homePlate", 50_000)),
        (Pointed(500), Preset("homePlate", 200_000)),
    ],
)
def test_an_outline_is_a_preset_that_the_standard_knows(outline: Plain, preset: Preset) -> None:
    """In a box of 200 by 100 points: guides are shares of the shorter side."""
    assert preset_of(outline, BOX) == preset
    facts = PRESETS[preset.name]
    assert {name for name, _ in preset.guides} <= facts.adjusts
    sites = [site_number(outline, side) for side in get_args(Side)]
    assert all(number is not None and number < facts.sites for number in sites)


@pytest.mark.parametrize("outline", [Rounded(8), Pointed(8)])
def test_without_extent_there_is_no_corner(outline: Plain) -> None:
    assert preset_of(outline, Size(0, 10)) == Preset("rect")


@pytest.mark.parametrize(
    ("outline", "site", "number"),
    [
        (RECTANGLE, "bottom", 2),
        (Diamond(), "right", 3),
        (Ellipse(), "right", 6),
        (RECTANGLE, 0, None),
        (FREE, "left", 1),
        (FREE, 1, 5),
        (FREE, 2, None),
    ],
)
def test_sites_are_numbered_as_the_preset_has_them(
    outline: Geometry, site: Side | int, number: int | None
) -> None:
    assert site_number(outline, site) == number


def test_sites_of_a_freeform_follow_the_middles_of_its_sides_and_face_outwards() -> None:
    sites = list(freeform(FREE, Box(0, 0, 2000, 1000), True).iter("{*}cxn"))
    assert [(site.get("ang"), site[0].get("x"), site[0].get("y")) for site in sites[4:]] == [
        ("3cd4", "500", "0"),
        ("0", "2000", "800"),
    ]


@pytest.mark.parametrize(
    ("outline", "margins"),
    [
        (RECTANGLE, Insets()),
        (Rounded(50), Insets.all(50 * 0.29289)),
        (Rounded(16.667), Insets.all(16.667 * 0.29289)),
        (Ellipse(), Insets.symmetric(200 * 0.146447, 100 * 0.146447)),
        (Diamond(), Insets.symmetric(50, 25)),
        (Pointed(50), Insets(right=25)),
        (FREE, Insets()),
    ],
)
def test_text_begins_inside_the_shape(outline: Geometry, margins: Insets) -> None:
    found = text_margins(outline, BOX)
    for side in ("top", "right", "bottom", "left"):
        assert getattr(found, side) == pytest.approx(getattr(margins, side), abs=1e-3)


def test_insets_count_from_the_text_rectangle() -> None:
    assert text_insets(Diamond(), BOX, Insets(30, 60, 10, 10)) == Insets(5, 10, 0, 0)

"""Preset shapes: one table of their facts for what draws them and what checks them."""

from __future__ import annotations

import pytest

from deckbuild.document import Path, Preset
from deckbuild.geometry import Insets, Point, Size
from deckbuild.presets import PRESETS, site_count, text_insets, text_margins


@pytest.mark.parametrize(
    ("name", "sites", "adjusts"),
    [
        ("rect", 4, set()),
        ("roundRect", 4, {"adj"}),
        ("ellipse", 8, set()),
        ("can", 5, {"adj"}),
        ("flowChartMagneticDrum", 5, set()),
        ("straightConnector1", 0, set()),
        ("bentConnector3", 0, {"adj1"}),
        ("triangle", 6, {"adj"}),
    ],
)
def test_facts_are_those_of_the_standard(name: str, sites: int, adjusts: set[str]) -> None:
    assert PRESETS[name].sites == site_count(Preset(name)) == sites
    assert PRESETS[name].adjusts == adjusts


def test_all_presets_are_there() -> None:
    assert len(PRESETS) == 186


def test_an_unknown_preset_is_a_bug() -> None:
    with pytest.raises(KeyError):
        site_count(Preset("blob"))


def test_a_path_has_the_middles_of_its_sides_and_its_own() -> None:
    assert site_count(Path(Size(1, 1), (("M", 0.0, 0.0),), (Point(0, 0), Point(1, 1)))) == 6


@pytest.mark.parametrize(
    ("preset", "margins"),
    [
        (Preset("rect"), Insets()),
        (Preset("roundRect", (("adj", 50_000),)), Insets.all(50 * 0.29289)),
        (Preset("roundRect"), Insets.all(100 * 0.16667 * 0.29289)),
        (Preset("ellipse"), Insets.symmetric(200 * 0.146447, 100 * 0.146447)),
        (Preset("diamond"), Insets.symmetric(50, 25)),
        (Preset("homePlate"), Insets(right=25)),
    ],
)
def test_text_begins_inside_the_shape(preset: Preset, margins: Insets) -> None:
    """In a box of 200 by 100 points."""
    found = text_margins(preset, Size(200, 100))
    for side in ("top", "right", "bottom", "left"):
        assert getattr(found, side) == pytest.approx(getattr(margins, side), abs=1e-3)


def test_insets_count_from_the_text_rectangle() -> None:
    assert text_insets(Preset("diamond"), Size(200, 100), Insets(30, 60, 10, 10)) == Insets(5, 10, 0, 0)

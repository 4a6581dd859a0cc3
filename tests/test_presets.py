"""Preset shapes: one table of their facts for what draws them and what checks them."""

from __future__ import annotations

import pytest

from deckbuild.presets import PRESETS


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
    assert PRESETS[name].sites == sites
    assert PRESETS[name].adjusts == adjusts


def test_all_presets_are_there() -> None:
    assert len(PRESETS) == 186

"""Connectors: where ways between two columns turn."""

from __future__ import annotations

import pytest

from deckbuild.diagrams.connect import channels
from deckbuild.geometry import Point


def test_leaders_that_fan_out_turn_one_after_the_other() -> None:
    down = [(Point(0, y), Point(100, y * 3)) for y in (10, 20, 30)]
    assert channels(down) == pytest.approx([0.75, 0.5, 0.25])
    up = [(Point(0, y), Point(100, y / 3)) for y in (30, 60)]
    assert channels(up) == pytest.approx([1 / 3, 2 / 3])

"""Colours of things of which each has its own."""

from __future__ import annotations

from deckbuild.graphics.shared.colors import series_colors
from tests.samples import context

THEME = context().theme
FILLS = [series.fill for series in THEME.series]


def test_what_names_no_colour_has_that_of_the_series_in_its_turn() -> None:
    color = next(iter(THEME.palette))
    named = {"a": None, "b": color, "c": None}
    assert series_colors(named, THEME) == {"a": FILLS[0], "b": THEME.palette[color], "c": FILLS[2]}


def test_after_the_last_series_comes_the_first() -> None:
    names = {str(number): None for number in range(len(FILLS) + 1)}
    assert list(series_colors(names, THEME).values()) == [*FILLS, FILLS[0]]

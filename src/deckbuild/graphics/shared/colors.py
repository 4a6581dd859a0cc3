"""Colours of things of which each has its own."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle
from typing import TypeVar

from deckbuild.document import Color
from deckbuild.theme import Theme

Name = TypeVar("Name", bound=str)


def series_colors(named: Mapping[Name, str | None], theme: Theme) -> dict[Name, Color]:
    """Palette colours by their names; where there is none, the fill of the series whose turn it is."""
    turns = zip(named.items(), cycle(theme.series), strict=False)
    return {key: theme.palette[color] if color else series.fill for (key, color), series in turns}

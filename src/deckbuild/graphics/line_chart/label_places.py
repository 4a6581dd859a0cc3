"""A place for each label of a line chart, clear of all lines and of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deckbuild.charts.placing import Busy, Wish, place
from deckbuild.charts.plot import length, spaced
from deckbuild.geometry import Insets, Point, Size
from deckbuild.graphics.line_chart.labels import PlacedLabel
from deckbuild.graphics.line_chart.measure import Measured
from deckbuild.graphics.line_chart.parts import Parts, parts
from deckbuild.layout.label import roomy_width

SPACING = 3.0  # points between the samples that labels keep clear of
MOST_OBSTACLES = 6000
"""Of those samples, over all lines together: where lines fill the plot, they stand further apart."""

NARROW = 6.0
"""Points across of a hatched region that a label had better avoid: less is hidden behind a letter."""

HATCHED, RULED = 250.0, 30.0
"""Costs of text on hatching, which is hard to read, and across a grid line, which is merely not neat."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A chart with a place for each of its labels."""

    measured: Measured
    parts: Parts
    labels: tuple[PlacedLabel, ...]

    @property
    def crowded(self) -> list[PlacedLabel]:
        """The labels that found no free place."""
        return [label for label in self.labels if label.at.clashes]


def place_labels(made: Measured, numbers: Mapping[str, int]) -> Labelled:
    """All labels where they touch neither lines nor each other, as far as there is room.

    Those with one of `numbers`, by their parts' keys, show that in the plot.
    """
    found = parts(made)
    lines = obstacles(found)
    wishes, wanted = [], []
    for part in (*found.events, *found.limits, *found.bands, *found.annotations, *found.series):
        if (label := part.label) is None:
            continue
        shown = label.numbered(numbers[part.key]) if part.key in numbers else label
        settings = shown.settings(made.setting)
        sizes = [Size(roomy_width(body), body.height) for body in settings]
        spots = tuple(part.spots(sizes, lines.get(part.key, ())))
        near = part.key if part.line else ""
        wishes.append(Wish(label.name, spots, near, covered=label.ground is not None))
        wanted.append((part.key, label, settings))
    places = place(wishes, lines, made.scale.rect.inset(Insets(0, 0, 2, 2)), _busy(made))
    return Labelled(
        made,
        found,
        tuple(
            PlacedLabel(key, label, settings[at.spot.variant], at)
            for (key, label, settings), at in zip(wanted, places, strict=True)
        ),
    )


def obstacles(found: Parts) -> dict[str, Sequence[Point]]:
    """Every line of the plot by its part's key, as points a few points apart."""
    lines = {part.key: part.line for kind in found for part in kind if part.line}
    apart = max(SPACING, sum(map(length, lines.values())) / MOST_OBSTACLES)
    return {key: spaced(line, apart) for key, line in lines.items()}


def _busy(made: Measured) -> list[Busy]:
    """Where a label without a ground of its own had better not stand: hatching, and the lines of the grid."""
    hatched = [region for band in made.bands if band.part.hatch for region in band.regions]
    area, ys = made.scale.rect, map(made.scale.y, made.chart.y.ticks)
    return [
        *(Busy(region, HATCHED) for region in hatched if region[-1, 0] - region[0, 0] >= NARROW),
        *(Busy(((area.left, y, y), (area.right, y, y)), RULED) for y in ys),
    ]

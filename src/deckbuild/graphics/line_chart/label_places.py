"""What a line chart says and where: a label for everything that has one, with the spots that suit it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckbuild.geometry import Insets, Point, Size
from deckbuild.graphics.line_chart.curves import Span
from deckbuild.graphics.line_chart.labels import (
    Label,
    along,
    around,
    beside_event,
    by_arrow,
    make_label,
    on_limit,
)
from deckbuild.graphics.line_chart.measure import Measured, ground
from deckbuild.graphics.line_chart.placing import Busy, Placed, Wish, place, room_inside
from deckbuild.graphics.line_chart.plot import MOST_OBSTACLES, SPACING, length, spaced
from deckbuild.layout.label import LabelLine

Wanted = tuple[Label, Wish]
POINT = Size(2.0, 2.0)
NARROW = 6.0
"""Points across of a hatched region that a label had better avoid: less is hidden behind a letter."""

HATCHED, RULED = 250.0, 30.0
"""Costs of text on hatching, which is hard to read, and across a grid line, which is merely not neat."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A chart with a place for each of its labels."""

    measured: Measured
    labels: tuple[Label, ...]
    places: tuple[Placed, ...]

    @property
    def crowded(self) -> list[Label]:
        """The labels that found no free place."""
        return [label for label, at in zip(self.labels, self.places, strict=True) if at.clashes]


def place_labels(made: Measured) -> Labelled:
    """All labels where they touch neither lines nor each other, as far as there is room."""
    lines = obstacles(made)
    wanted = [
        *_events(made),
        *_limits(made),
        *_bands(made),
        *_annotations(made),
        *_series(made, lines),
    ]
    bounds = made.scale.rect.inset(Insets(0, 0, 2, 2))
    hatched = [region for band in made.bands if band.part.hatch for region in band.regions]
    busy = [Busy(region, HATCHED) for region in hatched if region[-1][0] - region[0][0] >= NARROW]
    busy += [Busy(grid_line(made, value), RULED) for value in made.chart.y.ticks]
    places = place([wish for _, wish in wanted], lines, bounds, busy)
    return Labelled(made, tuple(label for label, _ in wanted), tuple(places))


def obstacles(made: Measured) -> dict[str, Sequence[Point]]:
    """Every line of the plot by the key of its label, as points a few points apart."""
    ways = dict(_lines(made))
    apart = max(SPACING, sum(map(length, ways.values())) / MOST_OBSTACLES)
    return {key: spaced(way, apart) for key, way in ways.items()}


def _lines(made: Measured) -> Iterator[tuple[str, Sequence[Point]]]:
    """Every line of the plot with the key of its label."""
    chart = made.chart
    for series in chart.series:
        yield _key(made, series.id), made.trace(made.curves[str(series.id)])
    for index, event in enumerate(chart.events):
        yield _key(made, "event", index), made.event_ends(event.at)
    for index, limit in enumerate(chart.limits):
        yield _key(made, "limit", index), made.limit_ends(limit)
    for index, annotation in enumerate(chart.annotations):
        if annotation.between:
            yield _key(made, "annotation", index), made.gap(annotation)


def grid_line(made: Measured, value: float) -> tuple[Span, Span]:
    """A level of the grid as a region without height: text may cross it, but had better not."""
    y, area = made.scale.y(value), made.scale.rect
    return (area.left, y, y), (area.right, y, y)


def _events(made: Measured) -> Iterator[Wanted]:
    for index, event in enumerate(made.chart.events):
        text = [LabelLine(event.label, bold=True)]
        text += [LabelLine(event.detail)] if event.detail else []
        key = _key(made, "event", index)
        label = make_label(text, made, key)
        spots = beside_event(made.scale.x(event.at), made.scale.rect, label.sizes)
        yield label, Wish(label.name, tuple(spots), key)


def _limits(made: Measured) -> Iterator[Wanted]:
    for index, limit in enumerate(made.chart.limits):
        if limit.label:
            text = [LabelLine(limit.label, color=made.context.tone.muted)]
            key = _key(made, "limit", index)
            label = make_label(text, made, key)
            start, end = made.limit_ends(limit)
            yield label, Wish(label.name, tuple(on_limit(start.y, start.x, end.x, label.sizes)), key)


def _bands(made: Measured) -> Iterator[Wanted]:
    """Inside the band where it shows; where it is too small, outside with a leader into it."""
    for index, band in enumerate(made.bands):
        if not band.part.label:
            continue
        fill = made.tag_fill(band.hue)
        text = [LabelLine(band.part.label, bold=True, color=made.ink(band.hue, [fill]))]
        label = make_label(text, made, _key(made, "band", index), ground=fill)
        covering = [region for later in made.bands[index + 1 :] for region in later.regions]
        spots = [
            spot
            for region in band.regions
            for variant, size in enumerate(label.sizes)
            for spot in room_inside(region, covering, size, variant)
        ]
        if not spots:
            inner = [spot for region in band.regions for spot in room_inside(region, covering, POINT)]
            best = min(inner, key=lambda spot: spot.bias).rect if inner else made.scale.rect
            spots = list(around(best.center, label.sizes))
        yield label, Wish(label.name, tuple(spots), covered=True)


def _annotations(made: Measured) -> Iterator[Wanted]:
    for index, annotation in enumerate(made.chart.annotations):
        text = [LabelLine(annotation.text, bold=True)]
        key = _key(made, "annotation", index)
        if annotation.between:
            label = make_label(text, made, key, ground=ground(made.context))
            arrow = tuple(by_arrow(*made.gap(annotation), label.sizes))
            yield label, Wish(label.name, arrow, key, covered=True)
            continue
        series, x = str(annotation.series), annotation.at or 0.0
        dot = made.visible(made.hues[series])
        label = make_label(text, made, key, dot=dot)
        point = made.scale.point(x, made.curves[series](x))
        yield label, Wish(label.name, tuple(around(point, label.sizes)))


def _series(made: Measured, lines: dict[str, Sequence[Point]]) -> Iterator[Wanted]:
    for series in made.chart.series:
        text = [LabelLine(series.label, bold=True, color=made.ink(made.hues[str(series.id)]))]
        key = _key(made, series.id)
        label = make_label(text, made, key)
        prefer = None if series.label_at is None else made.scale.x(series.label_at)
        yield label, Wish(label.name, tuple(along(lines[key], label.sizes, prefer)), key)


def _key(made: Measured, part: str, index: int | None = None) -> str:
    return f"{made.chart.id}/{part}" if index is None else f"{made.chart.id}/{part}-{index + 1}"

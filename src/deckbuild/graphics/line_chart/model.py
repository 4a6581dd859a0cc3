"""What authors write for a line chart, and the curves and ranges that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from deckbuild.charts.curves import Function, crossings, level, regions
from deckbuild.deck.faults import Fault, Loc
from deckbuild.deck.ids import Ids
from deckbuild.deck.nodes import Graphic
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics.codes.deck import OUT_OF_RANGE
from deckbuild.graphics.line_chart.elements import (
    ChartAnnotation,
    ChartAxis,
    ChartBand,
    ChartEvent,
    ChartLimit,
    ChartSeries,
)

if TYPE_CHECKING:
    from deckbuild.charts.curves import Floats

LEAST_LENGTH = 1e-9
"""Of an axis, against its greater end: less is lost among the digits that a number has."""

Axis = Literal["x", "y"]
PLACES: Mapping[Axis, Sequence[str]] = {
    "x": ["series.label_at", "limits.start", "limits.end", "events.at", "annotations.at"],
    "y": ["series.value", "limits.value", "bands.against", "annotations.value"],
}
"""The fields whose values lie on an axis."""

SAMPLES = 400
"""Of each curve, to see whether there is anything to draw."""


class LineChartSpec(Graphic):
    """What authors write for a graphic of the kind `line-chart`."""

    x: ChartAxis = Field(description="The level axis.")
    y: ChartAxis = Field(description="The upright axis; by default it starts at zero.")
    series: tuple[ChartSeries, ...] = Field(
        min_length=1, max_length=12, description="The lines; the first is drawn on top."
    )
    bands: tuple[ChartBand, ...] = Field(
        default=(), max_length=12, description="Areas; a later one covers earlier ones."
    )
    limits: tuple[ChartLimit, ...] = Field(default=(), max_length=12, description="Dotted level lines.")
    events: tuple[ChartEvent, ...] = Field(
        default=(), max_length=20, description="Upright lines at what happens."
    )
    annotations: tuple[ChartAnnotation, ...] = Field(
        default=(), max_length=20, description="Remarks on a line, or on the way between two."
    )

    def faults(self) -> Iterator[Fault]:
        off = [*self._off_axis("x", self.x_range()), *self._off_axis("y", self.y_range())]
        yield from off
        if not off and not any(Ids.below(self).faults()):
            yield from self._nothing_there()

    def _off_axis(self, name: Axis, ends: tuple[float, float]) -> Iterator[Fault]:
        """A fault for an axis that has no length, or else for every value that it doesn't show."""
        start, end = ends
        axis = f"the {name} axis, which runs from {spelled(start)} to {spelled(end)}"
        if end - start <= max(abs(start), abs(end)) * LEAST_LENGTH:
            hint = "give it 'min' and 'max', far enough apart"
            yield Fault(f"nothing can be told apart on {axis}", hint, OUT_OF_RANGE, (name,), at_key=True)
            return
        for loc, value in self._values(name):
            if not start <= value <= end:
                hint = f"correct the value, or 'min' and 'max' of {name}"
                yield Fault(f"{spelled(value)} is not on {axis}", hint, OUT_OF_RANGE, loc)

    def _values(self, axis: Axis) -> Iterator[tuple[Loc, float]]:
        """Everything that has a place on an axis, with its place in the source."""
        for index, tick in enumerate(getattr(self, axis).ticks):
            yield (axis, "ticks", index), tick
        for index, series in enumerate(self.series):
            for number, point in enumerate(series.points):
                yield ("series", index, "points", number), point[axis == "y"]
        for place in PLACES[axis]:
            elements, key = place.split(".")
            for index, element in enumerate(getattr(self, elements)):
                # Without `against` a band goes down to zero, or as far as the axis does.
                if key in element.model_fields_set and isinstance(value := getattr(element, key), float):
                    yield (elements, index, key), value

    def _nothing_there(self) -> Iterator[Fault]:
        """Bands without an area, and arrows at a level that a series never has."""
        left, right = self.x_range()
        xs = self.with_points(left + (right - left) * index / SAMPLES for index in range(SAMPLES + 1))
        curves = self.curves()
        for index, band in enumerate(self.bands):
            if not self.regions(band, xs):
                side = "below" if band.below else "above"
                against = spelled(band.against) if isinstance(band.against, float) else repr(band.against)
                message = f"{str(band.series)!r} is nowhere {side} {against}"
                yield Fault(message, "", OUT_OF_RANGE, ("bands", index))
        for index, annotation in enumerate(self.annotations):
            for name in annotation.between or ():
                value = annotation.value or 0.0
                if not crossings(curves[str(name)], value, xs):
                    message = f"{str(name)!r} never has the value {spelled(value)}"
                    yield Fault(message, "", OUT_OF_RANGE, ("annotations", index, "value"))

    def with_points(self, xs: Iterable[float]) -> list[float]:
        """The values of x and those of all points, in order: between them no line has a corner."""
        return sorted({*xs, *(x for series in self.series for x, _ in series.points)})

    def curves(self) -> dict[str, Function]:
        """Each series' y by x."""
        return {str(series.id): series.curve() for series in self.series}

    def regions(self, band: ChartBand, xs: Sequence[float]) -> list[Floats]:
        """Where the band is: its connected parts, sampled at `xs`."""
        curves = self.curves()
        bottom, top = self.y_range()
        if isinstance(band.against, str):
            other = curves[str(band.against)]
        else:
            other = level(min(max(band.against, bottom), top))  # as far as the axis goes
        one = curves[str(band.series)]
        return regions(other, one, xs) if band.below else regions(one, other, xs)

    def x_range(self) -> tuple[float, float]:
        """What the x axis shows."""
        xs = [x for series in self.series for x, _ in series.points] or [0.0, 1.0]
        return self.x.ends(min(xs), max(xs))

    def y_range(self) -> tuple[float, float]:
        """What the y axis shows: zero, and a tenth more than the data reaches above it."""
        ys = [y for series in self.series for _, y in series.points]
        ys += [s.value for s in self.series if s.value is not None] + [limit.value for limit in self.limits]
        lowest, highest = min(0.0, *ys), max(0.0, *ys) * 1.1
        return self.y.ends(lowest, highest or (0.0 if lowest < 0 else 1.0))

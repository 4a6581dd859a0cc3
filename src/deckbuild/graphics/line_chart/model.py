"""What authors write for a line chart, and the curves and ranges that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from pydantic import Field

from deckbuild.deck.faults import Fault, Loc
from deckbuild.deck.ids import Ids
from deckbuild.deck.nodes import Graphic
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics.codes.deck import OUT_OF_RANGE
from deckbuild.graphics.line_chart.curves import Function, Span, crossings, level, regions
from deckbuild.graphics.line_chart.elements import (
    ChartAnnotation,
    ChartAxis,
    ChartBand,
    ChartEvent,
    ChartLimit,
    ChartSeries,
)

LEAST_LENGTH = 1e-9
"""Of an axis, against its greater end: less is lost among the digits that a number has."""

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
        off = [
            *self._off_axis("x", self.x_range(), self._xs()),
            *self._off_axis("y", self.y_range(), self._ys()),
        ]
        yield from off
        if not off and not any(Ids.below(self).faults()):
            yield from self._nothing_there()

    def _off_axis(
        self, name: Literal["x", "y"], ends: tuple[float, float], values: Iterable[tuple[Loc, float]]
    ) -> Iterator[Fault]:
        """A fault for an axis that has no length, or else for every value that it doesn't show."""
        start, end = ends
        axis = f"the {name} axis, which runs from {spelled(start)} to {spelled(end)}"
        if end - start <= max(abs(start), abs(end)) * LEAST_LENGTH:
            hint = "give it 'min' and 'max', far enough apart"
            yield Fault(f"nothing can be told apart on {axis}", hint, OUT_OF_RANGE, (name,), at_key=True)
            return
        for loc, value in values:
            if not start <= value <= end:
                hint = f"correct the value, or 'min' and 'max' of {name}"
                yield Fault(f"{spelled(value)} is not on {axis}", hint, OUT_OF_RANGE, loc)

    def _xs(self) -> Iterator[tuple[Loc, float]]:
        """Everything that has a place on the x axis, with its place in the source."""
        yield from ((("x", "ticks", index), tick) for index, tick in enumerate(self.x.ticks))
        for index, series in enumerate(self.series):
            yield from ((("series", index, "points", i), x) for i, (x, _) in enumerate(series.points))
            if series.label_at is not None:
                yield ("series", index, "label_at"), series.label_at
        for index, limit in enumerate(self.limits):
            ends = ("start", limit.start), ("end", limit.end)
            yield from ((("limits", index, key), x) for key, x in ends if x is not None)
        yield from ((("events", index, "at"), event.at) for index, event in enumerate(self.events))
        for index, annotation in enumerate(self.annotations):
            if annotation.at is not None:
                yield ("annotations", index, "at"), annotation.at

    def _ys(self) -> Iterator[tuple[Loc, float]]:
        """The same for the y axis."""
        yield from ((("y", "ticks", index), tick) for index, tick in enumerate(self.y.ticks))
        for index, series in enumerate(self.series):
            yield from ((("series", index, "points", i), y) for i, (_, y) in enumerate(series.points))
            if series.value is not None:
                yield ("series", index, "value"), series.value
        yield from ((("limits", index, "value"), limit.value) for index, limit in enumerate(self.limits))
        for index, band in enumerate(self.bands):
            # Without `against` a band goes down to zero, or as far as the axis does.
            if isinstance(band.against, float) and "against" in band.model_fields_set:
                yield ("bands", index, "against"), band.against
        for index, annotation in enumerate(self.annotations):
            if annotation.value is not None:
                yield ("annotations", index, "value"), annotation.value

    def _nothing_there(self) -> Iterator[Fault]:
        """Bands without an area, and arrows at a level that a series never has."""
        left, right = self.x_range()
        xs = self.with_points(left + (right - left) * index / SAMPLES for index in range(SAMPLES + 1))
        curves = self.curves()
        for index, band in enumerate(self.bands):
            if not self.regions(band, xs):
                side = "below" if band.below else "above"
                against = (
                    f"{spelled(band.against)}" if isinstance(band.against, float) else repr(str(band.against))
                )
                message = f"{str(band.series)!r} is nowhere {side} {against}"
                yield Fault(message, "", OUT_OF_RANGE, ("bands", index))
        for index, annotation in enumerate(self.annotations):
            for name in annotation.between or ():
                value = annotation.value or 0.0
                if next(crossings(curves[str(name)], value, xs), None) is None:
                    message = f"{str(name)!r} never has the value {spelled(value)}"
                    yield Fault(message, "", OUT_OF_RANGE, ("annotations", index, "value"))

    def with_points(self, xs: Iterable[float]) -> list[float]:
        """The values of x and those of all points, in order: between them no line has a corner."""
        return sorted({*xs, *(x for series in self.series for x, _ in series.points)})

    def curves(self) -> dict[str, Function]:
        """Each series' y by x."""
        return {str(series.id): series.curve() for series in self.series}

    def regions(self, band: ChartBand, xs: Sequence[float]) -> list[list[Span]]:
        """Where the band is: its connected parts, sampled at `xs`."""
        curves = self.curves()
        one = curves[str(band.series)]
        against = band.against
        other = curves[str(against)] if isinstance(against, str) else level(self._shown(against))
        return regions(other, one, xs) if band.below else regions(one, other, xs)

    def _shown(self, y: float) -> float:
        """The nearest value that the y axis shows."""
        bottom, top = self.y_range()
        return min(max(y, bottom), top)

    def x_range(self) -> tuple[float, float]:
        """What the x axis shows."""
        xs = [x for series in self.series for x, _ in series.points] or [0.0, 1.0]
        return _given(self.x.min, min(xs)), _given(self.x.max, max(xs))

    def y_range(self) -> tuple[float, float]:
        """What the y axis shows: zero, and a tenth more than the data reaches above it."""
        ys = [y for series in self.series for _, y in series.points]
        ys += [s.value for s in self.series if s.value is not None] + [limit.value for limit in self.limits]
        lowest, highest = min(0.0, *ys), max(0.0, *ys) * 1.1
        return _given(self.y.min, lowest), _given(self.y.max, highest or (0.0 if lowest < 0 else 1.0))


def _given(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value

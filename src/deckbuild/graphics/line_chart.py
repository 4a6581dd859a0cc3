"""Lines over an axis, with areas between them, limits, events and remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Self

from pydantic import Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, Loc, raise_faults
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic
from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_REFERENCE, DUPLICATE, OUT_OF_RANGE
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.drawing.curves import Function, Span, crossings, level, regions
from deckbuild.graphics.layouts.chart_layout import lay_out_chart
from deckbuild.graphics.layouts.chart_parts import (
    ChartAnnotation,
    ChartAxis,
    ChartBand,
    ChartEvent,
    ChartLimit,
    ChartSeries,
)

SAMPLES = 400
"""Of each curve, to see whether there is anything to draw."""


@GRAPHICS.register("line-chart")
class LineChart(Graphic):
    """Lines over an axis, named directly, with bands, limits, events and annotations."""

    x: ChartAxis
    y: ChartAxis
    series: tuple[ChartSeries, ...] = Field(min_length=1, description="The lines; the first is drawn on top.")
    bands: tuple[ChartBand, ...] = Field(default=(), description="Areas; a later one covers earlier ones.")
    limits: tuple[ChartLimit, ...] = ()
    events: tuple[ChartEvent, ...] = ()
    annotations: tuple[ChartAnnotation, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        raise_faults(self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        ids = [str(series.id) for series in self.series]
        for index, name in enumerate(ids):
            if name in ids[:index]:
                twice = f"series {name!r} is there twice"
                yield Fault(twice, "ids are unique", DUPLICATE, ("series", index, "id"))
        unknown = [(loc, name) for loc, name in self._references() if name not in ids]
        for loc, name in unknown:
            yield Fault(f"unknown series {str(name)!r}", did_you_mean(name, ids), BAD_REFERENCE, loc)
        left, right = self.x_range()
        places: list[tuple[Loc, float]] = [
            (("events", index, "at"), event.at) for index, event in enumerate(self.events)
        ]
        places += [
            (("annotations", i, "at"), a.at) for i, a in enumerate(self.annotations) if a.at is not None
        ]
        for where, x in places:
            if not left <= x <= right:
                message = f"{x:g} is not on the x axis, which runs from {left:g} to {right:g}"
                yield Fault(message, "", OUT_OF_RANGE, where)
        if not unknown:
            yield from self._nothing_there()

    def _references(self) -> Iterator[tuple[Loc, str]]:
        """Every series named somewhere, with the place."""
        for index, band in enumerate(self.bands):
            yield ("bands", index, "series"), band.series
            if isinstance(band.against, str):
                yield ("bands", index, "against"), band.against
        for index, annotation in enumerate(self.annotations):
            if annotation.series is not None:
                yield ("annotations", index, "series"), annotation.series
            for side, name in enumerate(annotation.between or ()):
                yield ("annotations", index, "between", side), name

    def _nothing_there(self) -> Iterator[Fault]:
        """Bands without an area, and arrows at a level that a series never has."""
        left, right = self.x_range()
        xs = [left + (right - left) * index / SAMPLES for index in range(SAMPLES + 1)]
        curves = self.curves()
        for index, band in enumerate(self.bands):
            if not self.regions(band, xs):
                side = "below" if band.below else "above"
                against = f"{band.against:g}" if isinstance(band.against, float) else repr(str(band.against))
                message = f"{str(band.series)!r} is nowhere {side} {against}"
                yield Fault(message, "", OUT_OF_RANGE, ("bands", index))
        for index, annotation in enumerate(self.annotations):
            for name in annotation.between or ():
                if next(crossings(curves[str(name)], annotation.value or 0.0, xs), None) is None:
                    message = f"{str(name)!r} never has the value {annotation.value:g}"
                    yield Fault(message, "", OUT_OF_RANGE, ("annotations", index, "value"))

    def curves(self) -> dict[str, Function]:
        """Each series' y by x."""
        return {str(series.id): series.curve() for series in self.series}

    def regions(self, band: ChartBand, xs: Sequence[float]) -> list[list[Span]]:
        """Where the band is: its connected parts, sampled at `xs`."""
        curves = self.curves()
        one = curves[str(band.series)]
        other = curves[str(band.against)] if isinstance(band.against, str) else level(band.against)
        return regions(other, one, xs) if band.below else regions(one, other, xs)

    def x_range(self) -> tuple[float, float]:
        """What the x axis shows."""
        xs = [x for series in self.series for x, _ in series.points] or [0.0, 1.0]
        return _given(self.x.min, min(xs)), _given(self.x.max, max(xs))

    def y_range(self) -> tuple[float, float]:
        """What the y axis shows: zero, and a tenth more than the data reaches."""
        ys = [y for series in self.series for _, y in series.points]
        ys += [s.value for s in self.series if s.value is not None] + [limit.value for limit in self.limits]
        return _given(self.y.min, min(0.0, *ys)), _given(self.y.max, max(ys) * 1.1 or 1.0)

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return lay_out_chart(self, region, context)


def _given(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value

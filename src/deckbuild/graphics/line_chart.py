"""Lines over an axis, with areas between them, limits, events and remarks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from pydantic import Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import BAD_REFERENCE, DUPLICATE, OUT_OF_RANGE, Fault, Loc, raise_faults
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic
from deckbuild.diagnostics import did_you_mean
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.chart_layout import lay_out_chart
from deckbuild.graphics.chart_parts import (
    ChartAnnotation,
    ChartAxis,
    ChartBand,
    ChartEvent,
    ChartLimit,
    ChartSeries,
)


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
                yield Fault(
                    f"series {name!r} is there twice", "ids are unique", DUPLICATE, ("series", index, "id")
                )
        named: list[tuple[Loc, str]] = [
            (("bands", i, "series"), band.series) for i, band in enumerate(self.bands)
        ]
        named += [
            (("bands", i, "against"), band.against)
            for i, band in enumerate(self.bands)
            if isinstance(band.against, str)
        ]
        for i, annotation in enumerate(self.annotations):
            if annotation.on is not None:
                named.append((("annotations", i, "on"), annotation.on))
            named += [
                (("annotations", i, "between", j), name) for j, name in enumerate(annotation.between or ())
            ]
        for loc, name in named:
            if name not in ids:
                yield Fault(f"unknown series {str(name)!r}", did_you_mean(name, ids), BAD_REFERENCE, loc)
        left, right = self.x_range()
        for i, event in enumerate(self.events):
            if not left <= event.at <= right:
                message = f"{event.at:g} is not on the x axis, which runs from {left:g} to {right:g}"
                yield Fault(message, "", OUT_OF_RANGE, ("events", i, "at"))

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

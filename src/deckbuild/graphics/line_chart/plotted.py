"""The parts of a line chart: what is painted for each, what its label says and where that may stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from deckbuild.charts.placing import Spot, room_inside
from deckbuild.charts.plot import Area, Polyline
from deckbuild.charts.spots import along, around, beside_event, by_arrow, on_limit
from deckbuild.geometry import Point, Size
from deckbuild.graphics.line_chart.colors import area_fill, ground, ink, line_color, tag_fill
from deckbuild.graphics.line_chart.elements import ChartAnnotation, ChartEvent, ChartLimit, ChartSeries
from deckbuild.graphics.line_chart.labels import Label
from deckbuild.graphics.line_chart.measure import Band, Measured
from deckbuild.layout.label import LabelParagraph

SERIES_WIDTH = 2.75
STRONG_WIDTH = 3.75
LIMIT_WIDTH = 2.0
THIN = 1.25
HAIRLINE = 0.75
HATCH = 0.75  # opacity of hatching: seen, but behind the lines
POINT = Size(2.0, 2.0)

T = TypeVar("T")
Spots = Callable[[Sequence[Size], Sequence[Point]], Iterable[Spot]]


@dataclass(frozen=True, slots=True)
class Part:
    """A series, event, limit, band or annotation. `line` is what labels keep clear of.

    `spots` tells where its label may stand from the label's sizes, on one line and on more, and from the
    line as points a few points apart.
    """

    key: str
    label: Label | None
    spots: Spots
    line: tuple[Point, ...] = ()
    marks: tuple[Area | Polyline, ...] = ()


class Parts(NamedTuple):
    """All parts of a chart, in the author's order within each kind."""

    series: list[Part]
    events: list[Part]
    limits: list[Part]
    bands: list[Part]
    annotations: list[Part]


def parts(made: Measured) -> Parts:
    """What the chart consists of at one label size."""
    chart = made.chart

    def numbered(kind: str, make: Callable[[Measured, str, T], Part], given: Iterable[T]) -> list[Part]:
        return [make(made, f"{chart.id}/{kind}-{number}", each) for number, each in enumerate(given, 1)]

    return Parts(
        [_series(made, f"{chart.id}/{series.id}", series) for series in chart.series],
        numbered("event", _event, chart.events),
        numbered("limit", _limit, chart.limits),
        numbered("band", _band, made.bands),
        numbered("annotation", _annotation, chart.annotations),
    )


def marks(made: Measured, found: Parts) -> Iterator[Area | Polyline]:
    """From back to front: grid, areas, events, limits, axes, and the series with the first on top."""
    scale, tone = made.scale, made.setting.tone
    area = scale.rect
    for value in made.chart.y.ticks:
        if scale.bottom < value <= scale.top:
            yield Polyline(
                (Point(area.left, scale.y(value)), Point(area.right, scale.y(value))), tone.hairline, HAIRLINE
            )
    for part in (*found.bands, *found.events, *found.limits):
        yield from part.marks
    axes = (Point(area.left, area.top), Point(area.left, area.bottom), Point(area.right, area.bottom))
    yield Polyline(axes, tone.muted, THIN)
    for part in reversed(found.series):
        yield from part.marks


def _series(made: Measured, key: str, series: ChartSeries) -> Part:
    context, name = made.setting.context, str(series.id)
    hue, line = made.hues[name], made.trace(made.curves[name])
    behind = [ground(context), *(area_fill(band.hue, context) for band in made.bands)]
    label = Label((LabelParagraph(series.label, bold=True, color=ink(hue, behind, context)),))
    prefer = None if series.label_at is None else made.scale.x(series.label_at)
    width = STRONG_WIDTH if series.strong else SERIES_WIDTH
    mark = Polyline(line, line_color(hue, context), width, series.style)
    return Part(key, label, lambda sizes, way: along(way, sizes, prefer), line, (mark,))


def _event(made: Measured, key: str, event: ChartEvent) -> Part:
    x, area = made.scale.x(event.at), made.scale.rect
    line = (Point(x, area.top), Point(x, area.bottom))
    detail = (LabelParagraph(event.detail),) if event.detail else ()
    label = Label((LabelParagraph(event.label, bold=True), *detail))
    mark = Polyline(line, made.setting.tone.text, THIN, "dashed")
    return Part(key, label, lambda sizes, _: beside_event(x, area.top, sizes), line, (mark,))


def _limit(made: Measured, key: str, limit: ChartLimit) -> Part:
    scale, context = made.scale, made.setting.context
    start = scale.point(scale.left if limit.start is None else limit.start, limit.value)
    end = scale.point(scale.right if limit.end is None else limit.end, limit.value)
    label = Label((LabelParagraph(limit.label, color=context.tone.muted),)) if limit.label else None
    hue = context.theme.hue(context.theme.palette[limit.color] if limit.color else context.tone.muted)
    mark = Polyline((start, end), line_color(hue, context), LIMIT_WIDTH, "dotted")
    return Part(key, label, lambda sizes, _: on_limit(start.y, start.x, end.x, sizes), (start, end), (mark,))


def _band(made: Measured, key: str, band: Band) -> Part:
    """Its label stands inside where the band shows; where it is too small, outside with a leader into it."""
    context, hue = made.setting.context, band.hue
    fill, tag = area_fill(hue, context), tag_fill(hue, context)
    words = band.part.label and LabelParagraph(band.part.label, bold=True, color=ink(hue, [tag], context))
    label = Label((words,), ground=tag) if words else None

    def inside(size: Size, variant: int = 0) -> list[Spot]:
        return [spot for region in band.regions for spot in room_inside(region, band.covering, size, variant)]

    def spots(sizes: Sequence[Size], _way: Sequence[Point]) -> Iterable[Spot]:
        found = [spot for variant, size in enumerate(sizes) for spot in inside(size, variant)]
        if found:
            return found
        best = min(inside(POINT), key=lambda spot: spot.bias, default=Spot(made.scale.rect))
        return around(best.rect.center, sizes)

    hatch = hue.fill.faded(HATCH) if band.part.hatch else None
    return Part(key, label, spots, marks=tuple(Area(region, fill, hatch) for region in band.regions))


def _annotation(made: Measured, key: str, annotation: ChartAnnotation) -> Part:
    context, words = made.setting.context, (LabelParagraph(annotation.text, bold=True),)
    if annotation.between:
        one, two = (made.first(str(name), annotation.value or 0.0) for name in annotation.between)
        label = Label(words, ground=ground(context))
        return Part(key, label, lambda sizes, _: by_arrow(one, two, sizes), (one, two))
    name, x = str(annotation.series), annotation.at or 0.0
    point = made.scale.point(x, float(made.curves[name](x)))
    label = Label(words, dot=line_color(made.hues[name], context))
    return Part(key, label, lambda sizes, _: around(point, sizes))

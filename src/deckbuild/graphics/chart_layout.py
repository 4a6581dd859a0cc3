"""Laying out a line chart: the plot as a picture, its words as native text around and on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuild.color import blend, contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.document import Align, Color, Connector, Frame, Item, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.chart_labels import (
    Label,
    along,
    around,
    beside_event,
    by_arrow,
    draw_label,
    make_label,
    on_limit,
)
from deckbuild.graphics.chart_plot import (
    HAIRLINE,
    SERIES_WIDTH,
    STRONG_WIDTH,
    THIN,
    Area,
    Line,
    Scale,
    paint,
    spaced,
    trace,
)
from deckbuild.graphics.curves import Function, Span, crossings, polyline, regions
from deckbuild.graphics.matplotlib_engine import picture
from deckbuild.graphics.placing import Placed, Wish, place, room_inside
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.shapes import panel
from deckbuild.text.fitting import largest_fitting, sizes_between
from deckbuild.theme import Series

if TYPE_CHECKING:
    from deckbuild.graphics.chart_parts import ChartBand
    from deckbuild.graphics.line_chart import LineChart

TICK_GAP = 6.0
TITLE_GAP = 4.0
TICK_ROOM = 60.0
POINT = Size(2.0, 2.0)
DARK_AREA = 0.28  # opacity of areas on a dark ground, where a pale tint would glare
HATCH = 0.75  # opacity of hatching: seen, but behind the lines
LEAST = Size(240.0, 180.0)
"""Below this a plot has no room for its labels."""

CROWDED = "LAY005"


@dataclass(frozen=True, slots=True)
class _Chart:
    """A chart at one label size: everything known but the places of the labels."""

    chart: LineChart
    context: LayoutContext
    size: float
    whole: Rect
    scale: Scale
    curves: dict[str, Function]
    hues: dict[str, Series]
    bands: tuple[tuple[ChartBand, Series, tuple[tuple[Span, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class _Labelled:
    chart: _Chart
    labels: tuple[Label, ...]
    places: tuple[Placed, ...]

    @property
    def crowded(self) -> list[str]:
        return [label.name for label, at in zip(self.labels, self.places, strict=True) if at.clashes]


def lay_out_chart(chart: LineChart, region: Size, context: LayoutContext) -> Frame:
    """The chart filling the region, its labels at the largest size at which none touches anything."""
    role = context.theme.type.label
    whole = Rect(0, 0, max(region.width, LEAST.width), max(region.height, LEAST.height))
    _, found = largest_fitting(
        sizes_between(role.min, role.style.size),
        lambda size: _label(_measure(chart, size, whole, context)),
        lambda labelled: not labelled.crowded,
    )
    made = found.chart
    items: list[Item] = [
        panel(whole, context, fill=_ground(context), name="Chart panel", decorative=True),
        picture(
            made.scale.rect.inset(Insets.all(-TICK_GAP)), lambda axes: paint(axes, *_drawing(made)), "Plot"
        ),
        *_axis_labels(made),
        *_arrows(made),
    ]
    for label, at in zip(found.labels, found.places, strict=True):
        items += draw_label(label, at, context)
    faults = tuple(
        Diagnostic(
            CROWDED,
            f"no free place in the chart for {name!r}",
            chart.span,
            "shorten labels, or give the chart more room",
            Severity.WARNING,
        )
        for name in found.crowded
    )
    return Frame(whole.size, tuple(items), faults)


def _measure(chart: LineChart, size: float, whole: Rect, context: LayoutContext) -> _Chart:
    """Axes and curves for labels of `size` points."""
    theme = context.theme
    line = context.typesetter.metrics.height(theme.type.label.at(size))
    ticks = [_axis_text(number(value), "right", size, context).width for value in chart.y.ticks]
    margins = Insets(
        theme.shape.padding + line + TITLE_GAP,
        theme.shape.padding * 1.5,
        theme.shape.padding + line + TITLE_GAP + (line if chart.x.ticks else 0.0),
        theme.shape.padding * 1.25 + max(ticks, default=0.0) + 0.5 + TICK_GAP,
    )
    scale = Scale(whole.inset(margins), *chart.x_range(), *chart.y_range())
    curves = {str(series.id): series.curve() for series in chart.series}
    hues = {
        str(series.id): theme.hue(theme.palette[series.color])
        if series.color
        else theme.series[index % len(theme.series)]
        for index, series in enumerate(chart.series)
    }
    bands = []
    for band in chart.bands:
        one = curves[band.series]
        other = curves[band.against] if isinstance(band.against, str) else polyline([(0.0, band.against)])
        found = regions(*((other, one) if band.below else (one, other)), scale.samples())
        spans = tuple(tuple((scale.x(x), scale.y(a), scale.y(b)) for x, a, b in region) for region in found)
        hue = theme.hue(theme.palette[band.color]) if band.color else hues[str(band.series)]
        bands.append((band, hue, spans))
    return _Chart(chart, context, size, whole, scale, curves, hues, tuple(bands))


def _drawing(made: _Chart) -> tuple[list[Area], list[Line]]:
    """What the picture shows, from back to front."""
    chart, scale, tone = made.chart, made.scale, made.context.tone
    area = scale.rect
    areas = [
        Area(region, _area_fill(hue, made.context), hue.fill.faded(HATCH) if band.hatch else None)
        for band, hue, spans in made.bands
        for region in spans
    ]
    lines = [
        Line(_level(scale, value), tone.hairline, HAIRLINE)
        for value in chart.y.ticks
        if scale.bottom < value <= scale.top
    ]
    lines += [
        Line(
            (Point(scale.x(event.at), area.top), Point(scale.x(event.at), area.bottom)),
            tone.text,
            THIN,
            "dashed",
        )
        for event in chart.events
    ]
    for limit in chart.limits:
        color = made.context.theme.palette[limit.color] if limit.color else tone.muted
        start = scale.left if limit.start is None else limit.start
        end = scale.right if limit.end is None else limit.end
        points = (scale.point(start, limit.value), scale.point(end, limit.value))
        lines.append(
            Line(points, _visible(made.context.theme.hue(color), made), SERIES_WIDTH * 0.75, "dotted")
        )
    corner = (Point(area.left, area.top), Point(area.left, area.bottom), Point(area.right, area.bottom))
    lines.append(Line(corner, tone.muted, THIN))
    for series in reversed(chart.series):
        lines.append(
            Line(
                trace(scale, made.curves[str(series.id)]),
                _visible(made.hues[str(series.id)], made),
                STRONG_WIDTH if series.strong else SERIES_WIDTH,
                series.style,
            )
        )
    return areas, lines


def _label(made: _Chart) -> _Labelled:
    """Everything that has a label, and the best place for each."""
    chart, scale, context, size = made.chart, made.scale, made.context, made.size
    area = scale.rect
    traced = {str(s.id): spaced(trace(scale, made.curves[str(s.id)])) for s in chart.series}
    lines: dict[str, Sequence[Point]] = dict(traced)
    labels: list[Label] = []
    wishes: list[Wish] = []

    def add(label: Label, wish: Wish) -> None:
        labels.append(label)
        wishes.append(wish)

    def key(part: str, index: int) -> str:
        return f"{chart.id}/{part}-{index + 1}"

    for index, event in enumerate(chart.events):
        text = [LabelLine(event.label, bold=True)]
        text += [LabelLine(event.detail)] if event.detail else []
        label = make_label(plain_text(event.label), text, size, context, key("event", index))
        upright = (Point(scale.x(event.at), area.top), Point(scale.x(event.at), area.bottom))
        lines[label.key] = spaced(upright)
        add(label, Wish(label.name, tuple(beside_event(scale.x(event.at), area, label.sizes)), label.key))
    for index, limit in enumerate(chart.limits):
        start, end = limit.start or scale.left, scale.right if limit.end is None else limit.end
        points = (scale.point(start, limit.value), scale.point(end, limit.value))
        lines[key("limit", index)] = spaced(points)
        if limit.label:
            text = [LabelLine(limit.label, color=context.tone.muted)]
            label = make_label(plain_text(limit.label), text, size, context, key("limit", index))
            spots = on_limit(points[0].y, points[0].x, points[1].x, label.sizes)
            add(label, Wish(label.name, tuple(spots), label.key))
    for index, (band, hue, spans) in enumerate(made.bands):
        if band.label and spans:
            fill = _solid(_area_fill(hue, context), context)
            text = [LabelLine(band.label, bold=True, color=_ink(hue, [fill], context))]
            label = make_label(plain_text(band.label), text, size, context, key("band", index), ground=fill)
            later = [region for _, _, more in made.bands[index + 1 :] for region in more]
            inside = [
                spot
                for region in spans
                for variant, box in enumerate(label.sizes)
                for spot in room_inside(region, later, box, variant)
            ]
            if not inside:
                inner = [spot for region in spans for spot in room_inside(region, later, POINT)]
                center = min(inner, key=lambda spot: spot.bias).rect.center if inner else area.center
                inside = list(around(center, label.sizes))
            add(label, Wish(label.name, tuple(inside), covered=True))
    for index, annotation in enumerate(chart.annotations):
        text = [LabelLine(annotation.text, bold=True)]
        name = plain_text(annotation.text)
        if annotation.on is not None and annotation.at is not None:
            hue = made.hues[str(annotation.on)]
            point = scale.point(annotation.at, made.curves[str(annotation.on)](annotation.at))
            dot = _visible(hue, made)
            label = make_label(name, text, size, context, key("annotation", index), dot=dot)
            add(label, Wish(name, tuple(around(point, label.sizes))))
        elif (ends := _gap(made, index)) is not None:
            lines[key("annotation", index)] = spaced(ends)
            ground = _solid(_ground(context), context)
            label = make_label(name, text, size, context, key("annotation", index), ground=ground)
            near = tuple(by_arrow(*ends, label.sizes))
            add(label, Wish(name, near, label.key, covered=True))
    for series in chart.series:
        name = str(series.id)
        text = [LabelLine(series.label, bold=True, color=_ink(made.hues[name], _grounds(made), context))]
        label = make_label(plain_text(series.label), text, size, context, f"{chart.id}/{name}")
        prefer = None if series.label_at is None else scale.x(series.label_at)
        add(label, Wish(label.name, tuple(along(traced[name], label.sizes, prefer)), name))
    bounds = area.inset(Insets(0, -TICK_GAP, 2, 2))
    busy = [region for band, _, spans in made.bands if band.hatch for region in spans]
    return _Labelled(made, tuple(labels), tuple(place(wishes, lines, bounds, busy)))


def _gap(made: _Chart, index: int) -> tuple[Point, Point] | None:
    """The ends of an annotation's double arrow: where its level first meets both series."""
    annotation = made.chart.annotations[index]
    if annotation.between is None or annotation.value is None:
        return None
    xs = made.scale.samples()
    met = [next(crossings(made.curves[str(name)], annotation.value, xs), None) for name in annotation.between]
    if met[0] is None or met[1] is None:
        return None
    return made.scale.point(met[0], annotation.value), made.scale.point(met[1], annotation.value)


def _arrows(made: _Chart) -> Iterator[Item]:
    for index, annotation in enumerate(made.chart.annotations):
        if (ends := _gap(made, index)) is not None:
            stroke = Stroke(made.context.tone.text, made.context.theme.shape.connector)
            name = plain_text(annotation.text)
            yield Connector(ends, stroke, start_arrow=True, name=f"{name} arrow", decorative=True)


def _axis_labels(made: _Chart) -> Iterator[Item]:
    """Ticks' values and the axes' names, none on its side, so that nobody must turn their head."""
    chart, scale, area = made.chart, made.scale, made.scale.rect
    padding = made.context.theme.shape.padding
    left = made.whole.left + padding * 1.25
    line = _axis_text("", "left", made.size, made.context).height

    def text(words: str, align: Align, at: Rect, name: str) -> Text:
        return Text(at, _axis_text(words, align, made.size, made.context), name)

    above = Rect(left, made.whole.top + padding, area.right - left, line)
    yield text(chart.y.label, "left", above, "Y axis")
    for value in chart.y.ticks:
        at = Rect(left, scale.y(value) - line / 2, area.left - TICK_GAP - left, line)
        yield text(number(value), "right", at, f"Y tick {number(value)}")
    for value in chart.x.ticks:
        at = Rect(scale.x(value) - TICK_ROOM / 2, area.bottom + TITLE_GAP, TICK_ROOM, line)
        yield text(number(value), "center", at, f"X tick {number(value)}")
    below = Rect(area.left, made.whole.bottom - padding - line, area.width, line)
    yield text(chart.x.label, "center", below, "X axis")


def _axis_text(text: str, align: Align, size: float, context: LayoutContext) -> TextBody:
    """One line in the quiet colour of axes."""
    body = set_label([LabelLine(text, color=context.tone.muted)], size, 1e4, context, align=align)
    return replace(body, wrap=False)


def _level(scale: Scale, value: float) -> tuple[Point, Point]:
    return scale.point(scale.left, value), scale.point(scale.right, value)


def number(value: float) -> str:
    """A tick's value with thousands set apart.

    >>> number(1000.0), number(0.25)
    ('1,000', '0.25')
    """
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def _ground(context: LayoutContext) -> Color:
    """The panel: neutral on a light page, so that coloured areas stand out."""
    light = context.tone.ground.hex == context.theme.role.background.hex
    return context.theme.role.surface_neutral if light else context.tone.panel


def _area_fill(hue: Series, context: LayoutContext) -> Color:
    light = context.tone.ground.hex == context.theme.role.background.hex
    return hue.tint if light else hue.fill.faded(DARK_AREA)


def _solid(color: Color, context: LayoutContext) -> Color:
    """The colour as seen on the panel."""
    return color if color.alpha == 1 else Color(blend(color, _ground(context)))


def _grounds(made: _Chart) -> list[Color]:
    fills = [_solid(_area_fill(hue, made.context), made.context) for _, hue, _ in made.bands]
    return [_ground(made.context), *fills]


def _visible(hue: Series, made: _Chart) -> Color:
    """The hue's strongest colour that a line shows in (3:1, WCAG 2.2 §1.4.11)."""
    ground = _ground(made.context)
    return next(
        (c for c in (hue.fill, hue.text, hue.tint) if contrast(c, ground) >= 3.0), made.context.tone.text
    )


def _ink(hue: Series, grounds: Sequence[Color], context: LayoutContext) -> Color:
    """The hue's colour that text can be read in on all of `grounds` (4.5:1, WCAG 2.2 §1.4.3)."""
    for color in (hue.text, hue.fill, hue.tint):
        if all(contrast(color, ground) >= 4.5 for ground in grounds):
            return color
    return context.tone.text

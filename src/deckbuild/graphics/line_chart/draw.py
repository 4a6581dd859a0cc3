"""A line chart drawn: the plot as a picture, its words as native text around and on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.charts.matplotlib_engine import picture
from deckbuild.context import LayoutContext
from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.diagnostics.codes.layout import LABEL_WITHOUT_PLACE
from deckbuild.document import Align, Connector, Frame, Item, Stroke, Text
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.line_chart.measure import TICK_GAP, TITLE_GAP, Measured, measure
from deckbuild.graphics.line_chart.model import LineChartSpec
from deckbuild.graphics.line_chart.plotted import Plot, plotted
from deckbuild.layout.boxes import EMPTY, Setting, column, fixed, pad, widest
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.plot_labels import PlacedLabel, label_key
from deckbuild.layout.shapes import on_panel
from deckbuild.text.fitting import largest_fitting, sizes_between

LEAST = Size(240.0, 180.0)
"""Below this a plot has no room for its labels."""

LABEL_SHARE = 0.019
"""Label size over the chart's width: over the full width of a page labels grow with the lines."""


def lay_out_chart(chart: LineChartSpec, region: Size, context: LayoutContext) -> Frame:
    """The chart filling the region, its labels at the largest size at which none touches anything.

    Labels that touch something even at the least size are numbers in the plot, and words in a key below it.
    """
    role, padding = context.theme.type.label, context.theme.shape.padding
    whole = Size(max(region.width, LEAST.width), max(region.height, LEAST.height))

    def plot(size: float, height: float) -> Plot:
        return plotted(measure(chart, size, Rect(0, 0, whole.width, height), context))

    def labelled(size: float) -> tuple[Plot, list[PlacedLabel]]:
        made = plot(size, whole.height)
        return made, made.labels()

    sizes = sizes_between(role.min, min(role.max, max(role.style.size, whole.width * LABEL_SHARE)))
    _, (found, labels) = largest_fitting(sizes, labelled, lambda each: not _crowded(each[1]))
    key, numbers = EMPTY, dict[str, int]()
    while more := _crowded(labels).keys() - numbers.keys():
        keyed = [each for each in labels if each.element.key in more | numbers.keys()]
        numbers = {each.element.key: number for number, each in enumerate(keyed, 1)}
        width, setting = whole.width - 2 * padding, Setting(role.min, context)
        words = label_key([each.label for each in keyed], width, setting)
        key = pad(words, Insets(right=padding, bottom=padding, left=padding))
        found = plot(role.min, max(LEAST.height, whole.height - key.takes(whole).height))
        labels = found.labels(numbers)
    drawn = _drawn(found, labels)
    both = column([fixed(drawn.size, lambda _: (drawn.at(0.0, 0.0),)), key])
    return on_panel(both, context, fill=context.tone.neutral, name="Chart panel").frame(whole)


def _crowded(labels: Sequence[PlacedLabel]) -> dict[str, str]:
    """The names of labels that found no free place, by their elements' keys."""
    return {each.element.key: each.label.name for each in labels if each.at.clashes}


def _drawn(plot: Plot, labels: Sequence[PlacedLabel]) -> Frame:
    """The plot as a picture, and its words; a fault for each label that touches something even so."""
    made, setting = plot.measured, plot.measured.setting
    around = made.scale.rect.inset(Insets.all(-TICK_GAP))  # lines have a width, also at the edge
    items = [picture(around, plot.marks, "Plot"), *_axis_labels(made)]
    arrow = Stroke(setting.tone.text, setting.theme.shape.connector)
    for each in labels:
        if (line := each.element.line) and not each.element.marks:
            name = f"{each.label.name} arrow"
            items.append(Connector(line, arrow, start_arrow=True, name=name, role="decoration"))
    items += [item for each in labels for item in each.draw(setting)]
    hint = "leave something out, or give the chart more room"
    told = (f"no free place in the chart for {n!r}, nor for its number" for n in _crowded(labels).values())
    span = made.chart.span
    faults = tuple(Diagnostic(LABEL_WITHOUT_PLACE, each, span, hint, Severity.WARNING) for each in told)
    return Frame(made.whole.size, tuple(items), faults)


def _axis_labels(made: Measured) -> Iterator[Item]:
    """Ticks' values and the axes' names, none on its side, so that nobody must turn their head."""
    chart, scale, area, setting = made.chart, made.scale, made.scale.rect, made.setting
    line, padding = setting.pitch, setting.theme.shape.padding
    left = made.whole.left + padding * 1.25

    def words(said: str, align: Align, start: float, top: float, end: float, name: str) -> Text:
        body = setting.one_line(LabelParagraph(said, color=setting.tone.muted), align=align)
        return Text(Rect.from_edges(start, top, end, top + line), body, name)

    yield words(chart.y.label, "left", left, made.whole.top + padding, area.right, "Y axis")
    for said, y in zip(chart.y.marked, map(scale.y, chart.y.ticks), strict=True):
        yield words(said, "right", left, y - line / 2, area.left - TICK_GAP, f"Y tick {said}")
    for said, x in zip(chart.x.marked, map(scale.x, chart.x.ticks), strict=True):
        half = widest([LabelParagraph(said)], setting) / 2
        yield words(said, "center", x - half, area.bottom + TITLE_GAP, x + half, f"X tick {said}")
    below = made.whole.bottom - padding - line
    yield words(chart.x.label, "center", area.left, below, area.right, "X axis")

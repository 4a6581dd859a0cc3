"""A line chart drawn: the plot as a picture, its words as native text around and on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.charts.matplotlib_engine import picture
from deckbuild.context import LayoutContext
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.diagnostics.codes.layout import LABEL_WITHOUT_PLACE
from deckbuild.document import Align, Connector, Frame, Item, Stroke, Text, composed
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.line_chart.colors import ground
from deckbuild.graphics.line_chart.label_places import Labelled, place_labels
from deckbuild.graphics.line_chart.labels import Label, draw_label
from deckbuild.graphics.line_chart.measure import TICK_GAP, TITLE_GAP, Measured, axis_text, measure
from deckbuild.graphics.line_chart.model import LineChartSpec
from deckbuild.graphics.line_chart.parts import marks
from deckbuild.layout.boxes import Box, Setting, aligned, column, row, space, text
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.shapes import panel
from deckbuild.text.fitting import largest_fitting, sizes_between

TICK_ROOM = 60.0
LEAST = Size(240.0, 180.0)
"""Below this a plot has no room for its labels."""

LABEL_SHARE = 0.019
"""Label size over the chart's width: over the full width of a page labels grow with the lines."""

KEY_COLUMN = 240.0
"""Least width of a column of the key, in points: some words in each line."""

NUMBER_ROOM = 1.6
"""Width of the numbers' column, by the size of the text: two digits and a space."""

COLUMN_GAP = 18.0
ROW_GAP = 2.0


def lay_out_chart(chart: LineChartSpec, region: Size, context: LayoutContext) -> Frame:
    """The chart filling the region, its labels at the largest size at which none touches anything.

    Labels that touch something even at the least size are numbers in the plot, and words in a key below it.
    """
    role, padding = context.theme.type.label, context.theme.shape.padding
    whole = Rect(0, 0, max(region.width, LEAST.width), max(region.height, LEAST.height))
    _, found = largest_fitting(
        sizes_between(role.min, min(role.max, max(role.style.size, whole.width * LABEL_SHARE))),
        lambda size: place_labels(measure(chart, size, whole, context), {}),
        lambda labelled: not labelled.crowded,
    )
    key = Frame(Size(0.0, 0.0))
    numbers: dict[str, int] = {}
    while more := {label.key for label in found.crowded} - numbers.keys():
        keyed = {each.key: each.label for each in found.labels if each.key in more | numbers.keys()}
        numbers = {key: number for number, key in enumerate(keyed, 1)}
        key = _key(list(keyed.values()), whole.width - 2 * padding, Setting(role.min, context))
        room = max(LEAST.height, whole.height - key.size.height - padding)
        found = place_labels(measure(chart, role.min, replace(whole, height=room), context), numbers)
    plot = found.measured.whole
    whole = replace(whole, height=max(whole.height, plot.height + key.size.height + padding * bool(numbers)))
    back = panel(whole, context, fill=ground(context), name="Chart panel", decorative=True)
    return composed(whole.size, (back, _drawn(found).at(0.0, 0.0), key.at(padding, plot.bottom)))


def _key(labels: Sequence[Label], width: float, setting: Setting) -> Frame:
    """The labels in their order, numbered from 1, row by row in as many columns as have room."""

    def words(lines: Sequence[LabelParagraph], name: str) -> Box:
        return aligned(text(lines, setting, name=name), vertical=0.0)

    columns = max(1, min(len(labels), int((width + COLUMN_GAP) // (KEY_COLUMN + COLUMN_GAP))))
    cells = []
    for number, label in enumerate(labels, 1):
        lines = [replace(line, color=setting.tone.text) for line in label.lines]
        count = words([LabelParagraph(str(number), bold=True)], f"Key {number}")
        cells.append(row([count, words(lines, label.name)], [NUMBER_ROOM * setting.size, "share"]))
    cells += [space()] * (-len(cells) % columns)
    rows = [row(cells[start : start + columns], gap=COLUMN_GAP) for start in range(0, len(cells), columns)]
    return column(rows, gap=ROW_GAP).frame(Size(width, 0.0))


def _drawn(found: Labelled) -> Frame:
    """The plot as a picture, and its words; a fault for each label that touches something even so."""
    made = found.measured
    plot = made.scale.rect.inset(Insets.all(-TICK_GAP))  # lines have a width, also at the edge
    items: list[Item] = [
        picture(plot, marks(made, found.parts), "Plot"),
        *_axis_labels(made),
    ]
    for part in found.parts.annotations:
        if part.line and part.label:
            stroke = Stroke(made.setting.tone.text, made.setting.theme.shape.connector)
            name = f"{part.label.name} arrow"
            items.append(Connector(part.line, stroke, start_arrow=True, name=name, decorative=True))
    for each in found.labels:
        items += draw_label(each, made.setting.context)
    faults = tuple(
        Diagnostic(
            LABEL_WITHOUT_PLACE,
            f"no free place in the chart for {each.label.name!r}, nor for its number",
            made.chart.span,
            "leave something out, or give the chart more room",
            Severity.WARNING,
        )
        for each in found.crowded
    )
    return Frame(made.whole.size, tuple(items), faults)


def _axis_labels(made: Measured) -> Iterator[Item]:
    """Ticks' values and the axes' names, none on its side, so that nobody must turn their head."""
    chart, scale, area, setting = made.chart, made.scale, made.scale.rect, made.setting
    line, padding = setting.pitch, setting.theme.shape.padding
    left = made.whole.left + padding * 1.25

    def words(said: str, align: Align, start: float, top: float, end: float, name: str) -> Text:
        at = Rect.from_edges(start, top, end, top + line)
        return Text(at, axis_text(said, align, setting), name)

    yield words(chart.y.label, "left", left, made.whole.top + padding, area.right, "Y axis")
    for value in chart.y.ticks:
        said = spelled(value, grouped=True)
        yield words(said, "right", left, scale.y(value) - line / 2, area.left - TICK_GAP, f"Y tick {said}")
    for value in chart.x.ticks:
        said, room = spelled(value, grouped=True), TICK_ROOM / 2
        start, end = scale.x(value) - room, scale.x(value) + room
        yield words(said, "center", start, area.bottom + TITLE_GAP, end, f"X tick {said}")
    below = made.whole.bottom - padding - line
    yield words(chart.x.label, "center", area.left, below, area.right, "X axis")

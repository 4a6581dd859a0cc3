"""Line charts: a picture of lines and areas, with native labels that touch neither lines nor each other."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from PIL import Image
from pydantic import ValidationError

from deckbuild.charts.plot import MOST_OBSTACLES, obstacles
from deckbuild.color import contrast
from deckbuild.document import Color, Connector, Frame, Picture, Shape, Text, walk
from deckbuild.geometry import Rect, Size
from deckbuild.graphics.line_chart.measure import measure
from deckbuild.graphics.line_chart.plotted import plotted
from tests.graphics.drawn import HALF, complaint, draw, graphic, sizes, words
from tests.samples import context

CHART = """
x: {label: Hour, min: 0, max: 10}
y: {label: Requests, min: 0, max: 100, ticks: [20, 80]}
series:
  - {id: load, label: Load, points: [[0, 20], [3, 20], [5, 80], [7, 80], [10, 20]], strong: true}
  - {id: capacity, label: Capacity, value: 50, style: dashed}
bands:
  - {series: load, against: capacity, color: orange, hatch: true, label: Fails}
limits:
  - {value: 95, label: Quota}
events:
  - {at: 3, label: Sale, detail: opens}
annotations:
  - {text: Peak, series: load, at: 6}
  - {text: Too long, between: [load, capacity], value: 50}
"""
SIMPLE = {
    "x": {"label": "x"},
    "y": {"label": "y"},
    "series": [{"id": "a", "label": "A", "points": [[0, 0], [1, 1], [2, 4]]}],
}


def chart(region: Size = HALF, **changes: Any) -> Frame:
    changes.setdefault("annotations", [{"text": "Peak", "series": "load", "at": 6}])
    return draw("line-chart", CHART, region, **changes)


def picture(frame: Frame) -> Picture:
    return next(item for item in walk(frame.items) if isinstance(item, Picture))


def labels(frame: Frame) -> list[Text | Shape]:
    return [i for i in walk(frame.items) if isinstance(i, (Text, Shape)) and i.body is not None]


def test_all_words_are_native_text() -> None:
    assert sorted(words(chart())) == sorted(
        ["Requests", "20", "80", "Hour", "Sale opens", "Quota", "Fails", "Peak", "Load", "Capacity"]
    )


def test_no_label_touches_another() -> None:
    frame = chart()
    assert frame.diagnostics == ()
    for one, other in combinations(labels(frame), 2):
        assert not one.rect.overlaps(other.rect), (one.name, other.name)


def test_everything_is_inside_the_region() -> None:
    frame = chart()
    assert frame.size == HALF
    for item in walk(frame.items):
        assert Rect.of_size(HALF).contains(item.rect, 0.1), item.name


def test_labels_speak_in_one_size() -> None:
    assert sizes(chart()) == {14.0}


def test_the_picture_has_its_final_size_in_both_forms() -> None:
    shown = picture(chart())
    with Image.open(io.BytesIO(shown.data)) as image:
        assert image.width == pytest.approx(shown.rect.width / 72 * 192, abs=1)
        assert image.getpixel((0, 0)) == (255, 255, 255, 0)
    assert shown.svg is not None
    width = re.search(rb'width="([\d.]+)pt"', shown.svg)
    assert width is not None
    assert float(width[1]) == pytest.approx(shown.rect.width, abs=0.01)


def test_the_svg_has_neither_text_nor_clipping_nor_patterns() -> None:
    svg = picture(chart()).svg or b""
    assert not re.search(rb"<text|<clipPath|<pattern|font", svg)


def test_the_same_chart_is_the_same_bytes() -> None:
    one, other = picture(chart()), picture(chart())
    assert (one.data, one.svg) == (other.data, other.svg)


def test_coloured_labels_can_be_read_on_everything_behind_them() -> None:
    theme = context().theme
    behind = [theme.role.surface_neutral, *(series.tint for series in theme.series)]
    for label in labels(chart()):
        assert label.body is not None
        grounds = [label.fill] if isinstance(label, Shape) and isinstance(label.fill, Color) else behind
        for paragraph in label.body.paragraphs:
            for run in paragraph.runs:
                assert all(contrast(run.style.color, ground) >= 4.5 for ground in grounds), label.name


def test_on_a_dark_ground_a_later_band_covers_an_earlier_one() -> None:
    """Although its colour is a thin layer of one of the theme: all of the load above 50 is orange."""
    dark = replace(context(), tone=context().theme.dark)
    later = {"series": "load", "against": 50, "color": "orange"}

    def middle_of_peak(*bands: dict[str, Any]) -> Any:
        made: Any = graphic("line-chart", CHART, bands=list(bands), limits=[], events=[], annotations=[])
        with Image.open(io.BytesIO(picture(made.lay_out(HALF, dark)).data)) as image:
            return image.getpixel((round(image.width * 0.6), round(image.height * 0.35)))

    alone = middle_of_peak(later)
    assert middle_of_peak({"series": "load", "color": "green"}, later) == alone
    assert middle_of_peak({"series": "load", "color": "green"}) != alone


def test_a_double_arrow_spans_two_series() -> None:
    """The load passes 30 between 3 and 5, level capacity there is none: another series stands in."""
    series = [
        {"id": "one", "label": "One", "points": [[0, 0], [4, 100]], "smooth": False},
        {"id": "two", "label": "Two", "points": [[4, 0], [8, 100]], "smooth": False},
    ]
    gap = [{"text": "Lag", "between": ["one", "two"], "value": 50}]
    frame = chart(series=series, annotations=gap, bands=[], limits=[], events=[])
    (arrow,) = [item for item in walk(frame.items) if isinstance(item, Connector)]
    plot = picture(frame).rect
    assert (arrow.start_arrow, arrow.end_arrow) == (True, True)
    assert arrow.rect.width == pytest.approx((plot.width - 12) * 0.4, abs=1)


def test_a_chart_without_room_says_which_label_has_none() -> None:
    series = [
        {"id": f"s{n}", "label": f"A rather long name of line {n}", "points": [[0, n], [10, n + 1]]}
        for n in range(0, 90, 9)
    ]
    frame = chart(Size(260, 200), series=series, bands=[], annotations=[])
    assert frame.diagnostics
    assert all(fault.message.startswith("no free place in the chart for") for fault in frame.diagnostics)


def test_axes_follow_the_data() -> None:
    made: Any = graphic("line-chart", **SIMPLE)
    assert made.x_range() == (0, 2)
    assert made.y_range() == (0, pytest.approx(4.4))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"bands": [{"series": "laod"}]}, "unknown series 'laod'"),
        ({"bands": [{"series": "load", "against": "capcity"}]}, "unknown series 'capcity'"),
        ({"bands": [{"series": "load", "against": 90}]}, "'load' is nowhere above 90"),
        ({"annotations": [{"text": "x", "series": "lod", "at": 1}]}, "unknown series 'lod'"),
        ({"annotations": [{"text": "x", "series": "load", "at": 11}]}, "11 is not on the x axis"),
        ({"annotations": [{"text": "x", "series": "load"}]}, "only half of where it points"),
        ({"annotations": [{"text": "x"}]}, "an annotation points at one place"),
        (
            {"annotations": [{"text": "x", "between": ["load", "capacity"], "value": 30}]},
            "'capacity' never has the value 30",
        ),
        ({"events": [{"at": -1, "label": "x"}]}, "-1 is not on the x axis"),
        ({"limits": [{"value": 120, "label": "x"}]}, "120 is not on the y axis, which runs from 0 to 100"),
        ({"limits": [{"value": 90, "start": -5}]}, "-5 is not on the x axis"),
        ({"bands": [{"series": "load", "against": 500}]}, "500 is not on the y axis"),
        ({"x": {"label": "x", "max": 10, "ticks": [11]}}, "11 is not on the x axis"),
        ({"y": {"label": "y", "max": 100, "ticks": [5, 101]}}, "101 is not on the y axis"),
        ({"y": {"label": "y", "min": 200}}, "nothing can be told apart on the y axis"),
        ({"x": {"label": "x", "ticks": list(range(100))}}, "at most 60 items"),
        ({"x": {"label": "x", "min": 2, "max": 1}}, "the axis runs from 2 to 1"),
    ],
)
def test_mistakes_are_named(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        graphic("line-chart", CHART, **{"annotations": [], **changes})


@pytest.mark.parametrize(
    ("series", "message"),
    [
        ([{"id": "a", "label": "A"}], "needs either 'points' or 'value'"),
        ([{"id": "a", "label": "A", "points": [[0, 1]]}], "a line needs two points"),
        ([{"id": "a", "label": "A", "points": [[0, 1], [0, 2]]}], "x runs back from 0 to 0"),
        ([{"id": "a", "label": "A", "points": [[0, 1], [1, float("inf")]]}], "is the number inf"),
        ([{"id": "a", "label": "A", "points": [[n, 1] for n in range(2000)]}], "at most 1000 items"),
        (
            [{"id": "a", "label": "A", "value": 1}, {"id": "a", "label": "B", "value": 2}],
            "series id 'a' is used twice",
        ),
    ],
)
def test_series_make_sense(series: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        graphic("line-chart", **{**SIMPLE, "series": series})


def test_a_point_far_off_its_axis_is_told_of_with_both() -> None:
    """An axis in thousands and one point in units: a slip that anyone may make."""
    told = complaint(
        "line-chart",
        """x: {label: Time}
y: {label: Load, min: 0, max: 10}
series:
  - {id: a, label: Load, points: [[0, 1], [5, 1000000], [10, 3]]}""",
    )
    assert told.message == "1000000 is not on the y axis, which runs from 0 to 10"
    assert (told.span.line, told.span.column) == (10, 51)


def test_values_below_zero_have_an_axis_too() -> None:
    made: Any = graphic("line-chart", **{**SIMPLE, "series": [{"id": "a", "label": "A", "value": -4}]})
    assert made.y_range() == (-4, 0)


ZIGZAG = [[x, 10 if x % 2 else 90] for x in range(12)]
BACK = [[x, 90 if x % 2 else 10] for x in range(12)]
CROWDED = {
    "x": {"label": "Time"},
    "y": {"label": "Load"},
    "series": [
        {"id": "a", "label": "A very long name for the first of two lines", "points": ZIGZAG},
        {"id": "b", "label": "A very long name for the second of two lines", "points": BACK},
    ],
    "annotations": [
        {"text": f"Remark {number}, too long to find a place in here", "series": "a", "at": number}
        for number in range(2, 9)
    ],
}


def test_a_label_without_a_place_is_a_number_with_its_words_below() -> None:
    frame = draw("line-chart", "", HALF, **CROWDED)
    said = words(frame)
    for number in range(2, 9):
        assert f"Remark {number}, too long to find a place in here" in said
    assert said.count("1") == 2  # in the plot and in the key
    assert frame.size == HALF


def test_the_key_touches_neither_the_plot_nor_itself() -> None:
    frame = draw("line-chart", "", HALF, **CROWDED)
    key = [item for item in labels(frame) if item.rect.top > picture(frame).rect.bottom]
    for one, other in combinations(key, 2):
        assert not one.rect.overlaps(other.rect, 0.01), (one.name, other.name)


def test_what_has_no_place_even_as_a_number_is_reported() -> None:
    """Lines that leave nothing free: forty teeth of a saw on a small chart."""
    saw = [[x, 99 if x % 2 else 1] for x in range(80)]
    many = {**CROWDED, "series": [{"id": "a", "label": "A name", "points": saw}]}
    frame = draw("line-chart", "", Size(240, 300), **many)
    assert {fault.code for fault in frame.diagnostics} == {"LAY016"}
    assert "A name" in words(frame)


def test_work_is_bounded_by_the_plot() -> None:
    """A thousand points that fill the plot: as many places to keep clear of as the plot can tell apart."""
    saw = [[x, 99 if x % 2 else 1] for x in range(1000)]
    made: Any = graphic("line-chart", **{**SIMPLE, "series": [{"id": "a", "label": "A", "points": saw}]})
    measured = measure(made, 12, Rect(0, 0, 873, 378), context())
    assert (
        sum(map(len, obstacles({each.key: each.line for each in plotted(measured).elements}).values()))
        <= 2 * MOST_OBSTACLES
    )


def test_no_peak_is_lost_between_samples() -> None:
    peak = [[x, 90 if x == 500 else 1] for x in range(1000)]
    made: Any = graphic("line-chart", **{**SIMPLE, "series": [{"id": "a", "label": "A", "points": peak}]})
    measured = measure(made, 12, Rect(0, 0, 503, 378), context())
    top = min(point.y for point in measured.trace(measured.curves["a"]))
    assert top == pytest.approx(measured.scale.y(90))


def test_the_value_at_the_top_of_an_axis_stands_below_its_name() -> None:
    frame = chart(y={"label": "Requests", "min": 0, "max": 100, "ticks": [0, 100]})
    placed = {item.name: item.rect for item in walk(frame.items) if isinstance(item, Text)}
    assert placed["Y tick 100"].top >= placed["Y axis"].bottom


def test_the_value_at_the_end_of_an_axis_stays_inside() -> None:
    frame = chart(x={"label": "Year", "min": 0, "max": 10_000_000, "ticks": [0, 10_000_000]}, events=[])
    (last,) = (item.rect for item in walk(frame.items) if item.name.startswith("X tick 10"))
    assert last.right <= HALF.width

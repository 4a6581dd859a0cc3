"""Dashboards: a number to a tile, its course or level, and thresholds."""

from __future__ import annotations

import pytest

from deckbuild.document import Connector, Shape, Text, walk
from deckbuild.geometry import Rect, Size
from tests.graphics.checks import check_apart, check_inside
from tests.graphics.drawn import boxes, check_readable, complaint, draw, graphic, sizes, words

REGION = Size(620.0, 378.0)

BOARD = """
heading: Health
note: Sample data
rows: [2, 2]
tiles:
  - title: Errors
    value: 1.2%
    tag: {label: Alert, icon: bell, color: amber}
    trend: [1, 2, 1, 1.2]
    full: 20
    marks: [{at: 10, label: runbook}, {at: 20, label: P1}]
  - title: Latency
    bars: [{label: P50, value: 1, text: 1 s}, {label: P95, value: 2}]
    marks: [{at: 1.5, label: SLA}]
  - title: Tokens
    value: 64%
    detail: of limit
    tag: Trend
    level: 64
    full: 100
    parts: [{label: In, value: 3}, {label: Out, value: 1}]
    marks: [{at: 80, label: 80%, color: orange}]
  - {title: Requests, value: "84"}
"""


def parts(name: str) -> list[Rect]:
    return [i.rect for i in draw("dashboard", BOARD, REGION).items if isinstance(i, Shape) and i.name == name]


def test_everything_is_inside_and_no_texts_touch() -> None:
    frame = draw("dashboard", BOARD, REGION)
    check_inside(frame, REGION)
    check_apart(frame)


def test_tiles_fill_the_rows_and_the_region() -> None:
    placed = boxes(draw("dashboard", BOARD, REGION))
    assert placed["tile 1"].top == placed["tile 2"].top
    assert placed["tile 2"].right == pytest.approx(REGION.width)
    assert placed["tile 4"].bottom == pytest.approx(REGION.height)


def test_rows_are_nearly_even_if_the_author_counts_none() -> None:
    tiles = [{"title": f"T{number}"} for number in range(7)]
    placed = boxes(draw("dashboard", "", REGION, tiles=tiles))
    tops = sorted(rect.top for rect in placed.values())
    assert [tops.count(top) for top in sorted(set(tops))] == [2, 2, 3]


def test_a_level_is_filled_in_proportion() -> None:
    (scale,) = parts("Scale")
    filled = parts("Level")
    assert sum(rect.width for rect in filled) == pytest.approx(0.64 * scale.width)
    assert filled[0].width == pytest.approx(3 * filled[1].width)


def test_a_threshold_stands_at_its_value() -> None:
    (scale,) = parts("Scale")
    (threshold,) = parts("Threshold")
    assert threshold.center.x == pytest.approx(scale.left + 0.8 * scale.width)


def test_bars_compare() -> None:
    (short,) = parts("Bar P50")
    (long,) = parts("Bar P95")
    assert long.width == pytest.approx(2 * short.width)


def test_names_of_thresholds_on_bars_never_touch() -> None:
    marks = [{"at": 1.0, "label": "limit"}, {"at": 1.01, "label": "alarm"}]
    bars = [{"label": "P50", "value": 1}, {"label": "P95", "value": 2}]
    check_apart(draw("dashboard", "", REGION, tiles=[{"title": "Latency", "bars": bars, "marks": marks}]))


def test_thresholds_of_a_trend_lie_in_proportion_above_it() -> None:
    frame = draw("dashboard", BOARD, REGION)
    level = [i.rect.top for i in frame.items if isinstance(i, Connector) and i.rect.height == 0]
    (base,) = [i.rect.top + 0.5 for i in frame.items if i.name == "Baseline"]
    assert base - level[1] == pytest.approx(2 * (base - level[0]))
    (line,) = [i.rect for i in frame.items if i.name == "Trend"]
    assert line.top > max(level)


def test_all_texts_are_drawn() -> None:
    said = words(draw("dashboard", BOARD, REGION))
    for text in (
        "Health",
        "Sample data",
        "Errors",
        "1.2%",
        "Alert",
        "runbook",
        "P1",
        "1 s",
        "2",
        "SLA",
        "of limit",
        "In",
        "84",
    ):
        assert text in said


def test_what_does_not_fit_says_so() -> None:
    assert draw("dashboard", BOARD, Size(620, 120)).size.height > 120
    assert draw("dashboard", BOARD, Size(150, 378)).size.width > 150


@pytest.mark.parametrize("dark", [False, True])
def test_everything_can_be_read(dark: bool) -> None:
    check_readable(graphic("dashboard", BOARD), REGION, dark=dark)


@pytest.mark.parametrize(
    ("tile", "message"),
    [
        ("{title: A, trend: [1, 2], level: 3}", "'A' has 'trend' and 'level'"),
        ("{title: A, trend: [1]}", "a trend needs two values or more"),
        ("{title: A, level: 3, full: 2}", "is 3, beyond the scale's end at 2"),
        ("{title: A, level: 1, full: 2, marks: [{at: 3, label: x}]}", "is 3, beyond the scale's end at 2"),
    ],
)
def test_mistakes_are_told_with_their_place(tile: str, message: str) -> None:
    fault = complaint("dashboard", f"tiles:\n  - {tile}")
    assert (fault.span.line, fault.message) == (8, message)


def test_rows_that_do_not_add_up_are_reported() -> None:
    fault = complaint("dashboard", "tiles: [{title: A}, {title: B}]\nrows: [1, 2]")
    assert (fault.span.line, fault.message) == (8, "rows add up to 3, there are 2 tiles")


def test_titles_and_numbers_of_a_row_stand_at_one_height() -> None:
    """A picture that has no room beside one number stands below all of them."""
    uneven = """
        tiles:
          - {title: Revenue, value: "4.2"}
          - {title: How long it takes on average to handle one request, value: "12"}
          - {title: Content, value: "87", detail: customers who would recommend us, trend: [1, 2, 3]}
    """
    drawn = [item for item in walk(draw("dashboard", uneven, Size(560, 300)).items) if isinstance(item, Text)]
    numbers = [text.rect for text in drawn if text.body.text in ("4.2", "12", "87")]
    titles = [text.rect for text in drawn if text.body.text[:4] in ("Reve", "How ", "Cont")]

    assert len({round(rect.top, 2) for rect in numbers}) == 1
    assert len({round(rect.top, 2) for rect in titles}) == 1


def test_a_level_is_thicker_in_a_high_tile_and_numbers_without_a_detail_keep_their_height() -> None:
    tiles = "tiles: [{title: Load, value: 3, level: 2}, {title: Errors, value: 5, detail: a day, level: 2}]"
    high, low = (draw("dashboard", tiles, Size(873.0, height)) for height in (378.0, 120.0))
    bars = [next(i.rect.height for i in walk(frame.items) if i.name == "Level") for frame in (high, low)]
    assert bars[0] > 2 * bars[1]
    numbers = {i.name: i.rect.center.y for i in walk(high.items) if i.name in ("3", "5")}
    assert numbers["3"] == pytest.approx(numbers["5"])


def test_a_tile_of_few_words_is_no_empty_page_and_its_number_grows() -> None:
    one, twelve = (
        draw("dashboard", tiles=[{"title": f"T{n}", "value": "7", "level": 2} for n in range(count)])
        for count in (1, 12)
    )
    assert boxes(one)["tile 1"].height < 260
    assert max(sizes(one)) > max(sizes(twelve))

"""Traces: the tree as rows, times as bars, what a span records at the foot."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from deckbuild.document import Shape, walk
from deckbuild.geometry import Size
from tests.graphics.drawn import HALF, WIDE, boxes, check_sound, draw, graphic, lines, shape, words

CHECKOUT = """
trace_id: 7f3a
unit: ms
note: Sample
spans:
  - name: Gateway
    start: 0
    end: 1000
    spans:
      - {name: Payment, start: 400, end: 900, highlight: true, attributes: [amount, currency]}
      - name: Basket
        start: 100
        end: 300
        spans:
          - {name: Cache, start: 120, end: 140}
"""


def test_rows_are_the_tree_and_siblings_stand_in_order_of_their_start() -> None:
    names = ["Gateway", "Basket", "Cache", "Payment"]
    assert [word for word in words(draw("trace", CHECKOUT)) if word in names][:4] == names


def test_bars_are_as_long_as_the_calls_took() -> None:
    bars = boxes(draw("trace", CHECKOUT))
    whole, basket = bars["span-1"], bars["span-2"]
    assert basket.left - whole.left == pytest.approx(whole.width * 0.1)
    assert basket.width == pytest.approx(whole.width * 0.2)


def test_names_are_indented_below_their_callers() -> None:
    lefts = {item.name: item.rect.left for item in walk(draw("trace", CHECKOUT).items)}
    assert lefts["Gateway"] < lefts["Basket"] == lefts["Payment"] < lefts["Cache"]


def test_a_duration_stands_inside_its_bar_or_beside_it_where_the_bar_is_short() -> None:
    frame = draw("trace", CHECKOUT)
    long, short = shape(frame, "span-1"), shape(frame, "span-3")
    assert long.body is not None
    assert long.body.text == "1,000\N{NO-BREAK SPACE}ms"
    assert short.body is None
    beside = next(item for item in walk(frame.items) if item.name == "Duration Cache")
    assert beside.rect.left > short.rect.right


def test_a_short_bar_at_the_end_has_its_duration_on_the_left() -> None:
    late = "spans: [{name: All, start: 0, end: 1000}, {name: Last, start: 990, end: 1000}]"
    frame = draw("trace", late)
    duration = next(item for item in walk(frame.items) if item.name == "Duration Last")
    assert duration.rect.right < boxes(frame)["span-2"].left


def test_the_axis_ends_with_the_request_in_round_steps_and_names_the_unit() -> None:
    times = [word for word in words(draw("trace", CHECKOUT, HALF)) if word.replace(" ms", "").isdigit()]
    assert times[:3] == ["0", "250", "500"]
    assert "1,000 ms" in words(draw("trace", CHECKOUT, HALF))


@pytest.mark.parametrize("region", [WIDE, HALF, Size(420, 378), Size(873, 280)])
def test_the_waterfall_fills_its_region_and_nothing_collides(region: Size) -> None:
    frame = draw("trace", CHECKOUT, region)
    check_sound(frame, region)
    assert frame.size == region


def test_a_line_leads_from_the_bar_to_what_the_span_records() -> None:
    frame = draw("trace", CHECKOUT)
    line = lines(frame)["Payment records"]
    assert line.start is not None
    assert line.start.key == "g/span-4"
    assert line.points[0].x == line.points[1].x
    assert {"Payment", "amount", "currency"} <= set(words(frame))


def test_no_line_is_drawn_across_a_later_bar() -> None:
    crossed = """
spans:
  - {name: First, start: 0, end: 100, attributes: [size]}
  - {name: Second, start: 10, end: 100}
"""
    assert not lines(draw("trace", crossed))


def test_the_longest_name_stays_on_its_line() -> None:
    frame = draw("trace", "spans: [{name: First, start: 0, end: 100}, {name: Second, start: 10, end: 100}]")
    heights = {item.name: item.rect.height for item in walk(frame.items) if item.name in ("First", "Second")}
    assert heights["Second"] == heights["First"]


def test_a_name_that_would_be_torn_is_reported_by_the_size_needed() -> None:
    name = "x" * 80
    assert draw("trace", f"spans: [{{name: {name}, start: 0, end: 100}}]", HALF).size.width > HALF.width


def test_too_little_room_is_reported_by_the_size_needed() -> None:
    frame = draw("trace", CHECKOUT, Size(420, 120))
    assert frame.size.height > 120


def test_bars_say_their_times_to_a_screen_reader() -> None:
    alts = [item.alt for item in walk(draw("trace", CHECKOUT).items) if isinstance(item, Shape)]
    assert "Cache: 120 to 140 ms" in alts


def test_the_same_spec_gives_the_same_frame() -> None:
    assert draw("trace", CHECKOUT) == draw("trace", CHECKOUT)


@pytest.mark.parametrize(
    ("spans", "complaint"),
    [
        ("[{name: A, start: 5, end: 5}]", "ends at 5, but starts at 5"),
        (
            "[{name: A, start: 5, end: 9, spans: [{name: B, start: 4, end: 6}]}]",
            "starts at 4, before 'A' that calls it",
        ),
        (
            "[{name: A, start: 0, end: 1, highlight: true}, {name: B, start: 0, end: 1, highlight: true}]",
            "'A' and 'B' are highlighted",
        ),
    ],
)
def test_impossible_spans_are_reported(spans: str, complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        graphic("trace", f"spans: {spans}")


def test_all_that_is_wrong_with_a_trace_is_told_at_once() -> None:
    lit = "{name: B, start: 7, end: 3, highlight: true}"
    with pytest.raises(ValidationError) as caught:
        graphic("trace", f"spans: [{{name: A, start: 5, end: 9, highlight: true, spans: [{lit}]}}]")
    assert [(error["loc"], error["msg"]) for error in caught.value.errors()] == [
        (("spans", 0, "spans", 0, "end"), "ends at 3, but starts at 7"),
        (("spans",), "'A' and 'B' are highlighted"),
    ]


def test_calls_stand_eight_levels_deep_at_most() -> None:
    def nested(levels: int) -> str:
        below = f", spans: [{nested(levels - 1)}]" if levels > 1 else ""
        return f"{{name: A, start: 0, end: 9{below}}}"

    assert graphic("trace", f"spans: [{nested(8)}]")
    with pytest.raises(ValidationError, match="nested deeper than 8 levels") as caught:
        graphic("trace", f"spans: [{nested(10)}]")
    assert caught.value.error_count() == 1


def test_attributes_stand_close_to_each_other() -> None:
    frame = draw("trace", CHECKOUT, WIDE)
    amount, currency = (i.rect for i in walk(frame.items) if i.name.startswith("Attribute "))
    assert currency.left - amount.left < 120

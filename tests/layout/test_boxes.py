"""Boxes compose: what they take, and where they draw. Characters are half an em wide, lines 1.2 em high."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import pytest

from deckbuild.document import Item, Shape, Text
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.boxes import (
    Box,
    Setting,
    airy,
    aligned,
    alike,
    at_least,
    balanced,
    behind,
    column,
    filling,
    first_fitting,
    fit,
    fixed,
    for_size,
    for_width,
    grid,
    one_line,
    over,
    pad,
    redrawn,
    row,
    set_line,
    shared_rows,
    slot,
    slots,
    space,
    stretched,
    text,
    weighted,
    widest,
)
from deckbuild.layout.boxes import words as said
from deckbuild.layout.label import LabelParagraph
from tests.samples import context

TEN = Setting(20.0, context())  # a character is 10 points wide, a line 24 high


def marked(rect: Rect) -> Iterator[Item]:
    yield Shape(rect)


def block(width: float, height: float) -> Box:
    """A box of one size that draws its rectangle."""
    return fixed(Size(width, height), marked)


GROWS = filling(marked, Size(10.0, 10.0))


def drawn(box: Box, width: float, height: float) -> list[tuple[float, float, float, float]]:
    """The rectangles of what a box draws in a region: left, top, width, height."""
    rects = [item.rect for item in box.frame(Size(width, height)).items]
    return [(rect.left, rect.top, rect.width, rect.height) for rect in rects]


def words(content: str) -> Box:
    return text([LabelParagraph(content)], TEN)


def test_words_take_their_line_and_half_a_point() -> None:
    assert words("four").natural == Size(40.5, 24.0)


def test_words_are_called_by_their_first_line_unless_they_have_a_name() -> None:
    lines = [LabelParagraph("**Bold** words"), LabelParagraph("below")]
    assert [each.name for each in text(lines, TEN).frame(Size(200.0, 50.0)).items] == ["Bold words"]
    named = text(lines, TEN, name="Remark").frame(Size(200.0, 50.0))
    assert [each.name for each in named.items] == ["Remark"]


def test_words_wrap_where_less_is_offered() -> None:
    """Words of 40 pt that wrap keep 4 % free, and half a point."""
    assert words("four four").takes(Size(60.0, 0.0)) == Size(42.1, 48.0)
    assert words("four four").takes(Size(41.0, 0.0)).width == 41.0


def test_words_are_never_narrower_than_the_widest_of_them() -> None:
    assert words("of infrastructure").takes(Size(60.0, 0.0)).width == 140.5


def test_a_line_stays_one() -> None:
    assert one_line(LabelParagraph("four four"), TEN).takes(Size(10.0, 0.0)) == Size(90.5, 24.0)


def test_a_line_that_is_set_is_drawn_as_it_is() -> None:
    body = TEN.one_line(LabelParagraph("four"))
    (item,) = set_line(body, "Name").frame(Size(60.0, 24.0)).items
    assert isinstance(item, Text)
    assert (item.body, item.name) == (body, "Name")


def test_the_widest_of_lines_has_no_slack() -> None:
    assert widest([LabelParagraph("of"), LabelParagraph("four")], TEN) == 40.0
    assert widest([], TEN) == 0.0


def test_a_row_shares_its_width_and_its_height() -> None:
    cells = [block(10, 10), block(10, 30)]
    assert drawn(row(cells, gap=20.0), 120.0, 50.0) == [(0, 0, 50, 30), (70, 0, 50, 30)]


def test_tracks_are_points_what_a_cell_takes_or_a_share_of_the_rest() -> None:
    cells = [block(10, 10), block(30, 10), block(10, 10)]
    placed = drawn(row(cells, (20.0, "fit", "share")), 100.0, 10.0)
    assert placed == [(0, 0, 20, 10), (20, 0, 30, 10), (50, 0, 50, 10)]


def test_a_row_that_is_too_narrow_says_what_all_its_shares_need() -> None:
    assert row([block(30, 10), block(50, 10)], gap=5.0).takes(Size(60.0, 0.0)).width == 105.0


def test_a_cell_that_is_none_has_no_track() -> None:
    assert drawn(row([None, block(10, 10)], ("fit", "share"), gap=9.0), 40.0, 10.0) == [(0, 0, 40, 10)]


def test_a_column_piles_boxes() -> None:
    assert drawn(column([block(10, 10), None, block(10, 20)], gap=5.0), 40.0, 99.0) == [
        (0, 0, 40, 10),
        (0, 15, 40, 20),
    ]


def test_spare_height_goes_to_the_boxes_that_use_it() -> None:
    assert drawn(column([block(9, 20), GROWS, GROWS]), 40.0, 100.0) == [
        (0, 0, 40, 20),
        (0, 20, 40, 40),
        (0, 60, 40, 40),
    ]


def test_in_proportion_to_what_they_need() -> None:
    high = filling(marked, Size(10.0, 30.0))
    assert drawn(column([GROWS, high], spare="needs"), 40.0, 80.0) == [(0, 0, 40, 20), (0, 20, 40, 60)]


@pytest.mark.parametrize(
    ("spare", "tops"), [("gaps", [0.0, 90.0]), ("around", [40.0, 50.0]), ("end", [0.0, 10.0])]
)
def test_or_between_round_or_below_them(spare: str, tops: list[float]) -> None:
    pile = column([block(10, 10), block(10, 10)], spare=spare)  # type: ignore[arg-type]
    assert [top for _, top, _, _ in drawn(pile, 40.0, 100.0)] == tops


def test_an_even_column_has_boxes_of_one_height() -> None:
    pile = column([block(10, 10), block(10, 30)], even=True)
    assert [height for *_, height in drawn(pile, 40.0, 0.0)] == [30, 30]


def test_boxes_are_alike_where_that_is_enough_for_each() -> None:
    pile = alike([stretched(block(10, 10)), stretched(block(10, 30))], gap=4.0)
    assert pile.takes(Size(40.0, 0.0)) == Size(10.0, 44.0)
    assert [height for *_, height in drawn(pile, 40.0, 64.0)] == [30, 30]
    assert [height for *_, height in drawn(pile, 40.0, 54.0)] == [15, 35]


def test_a_row_may_share_its_width_by_weight() -> None:
    shared = weighted([block(10, 10), block(10, 10)], (3.0, 1.0), gap=20.0)
    assert drawn(shared, 100.0, 10.0) == [(0, 0, 60, 10), (80, 0, 20, 10)]


def test_a_slot_keeps_the_least_room_and_tells_where_it_is() -> None:
    frame = row([slot("late", stretched(block(10, 10))), block(10, 30)]).frame(Size(40.0, 50.0))
    assert frame.size.height == 30.0
    assert slots(frame.items) == {"late": Rect(0.0, 0.0, 20.0, 30.0)}


def test_a_stretched_box_may_have_a_limit() -> None:
    pile = column([stretched(block(10, 10), most=25.0), stretched(block(10, 10))])
    assert [height for *_, height in drawn(pile, 40.0, 100.0)] == [25, 75]


def test_or_grow_by_so_much() -> None:
    pile = column([stretched(block(10, 10), more=5.0), stretched(block(10, 10))])
    assert [height for *_, height in drawn(pile, 40.0, 100.0)] == [15, 85]


def test_what_boxes_make_no_use_of_goes_between_them() -> None:
    pile = column([stretched(block(10, 10), most=25.0), block(10, 10), block(10, 10)], spare="gaps")
    assert [(top, height) for _, top, _, height in drawn(pile, 40.0, 65.0)] == [(0, 25), (35, 10), (55, 10)]


def test_rules_are_painted_in_the_gaps_of_a_column() -> None:
    pile = column([block(10, 10), block(10, 10)], gap=4.0, rules=marked)
    assert drawn(pile, 40.0, 24.0)[1] == (0, 10, 40, 4)


def test_a_box_may_be_composed_for_its_width() -> None:
    turning = for_width(lambda width: block(10, 10) if width < 50.0 else block(30, 5))
    assert drawn(turning, 40.0, 99.0) == [(0, 0, 40, 10)]
    assert turning.natural == Size(30.0, 5.0)


def test_columns_with_shared_rows_are_in_step() -> None:
    left, right = shared_rows([[block(9, 10), block(9, 20)], [block(9, 30), block(9, 5)]], gap=4.0)
    assert drawn(left, 20.0, 0.0) == [(0, 0, 20, 30), (0, 34, 20, 20)]
    assert drawn(right, 20.0, 0.0) == [(0, 0, 20, 30), (0, 34, 20, 20)]


def test_columns_of_fewer_rows_end_earlier() -> None:
    left, right = shared_rows([[block(9, 10)], [block(9, 10), block(9, 10)]])
    assert len(drawn(left, 20.0, 0.0)) == 1
    assert left.natural == right.natural == Size(9.0, 20.0)


def test_rules_stand_in_the_gaps() -> None:
    (only,) = shared_rows([[block(9, 10), block(9, 10), None]], gap=6.0, rules=[marked])
    assert drawn(only, 20.0, 0.0) == [(0, 0, 20, 10), (0, 10, 20, 6), (0, 16, 20, 10)]


def test_columns_with_shared_rows_may_have_widths_of_their_own() -> None:
    narrow, wide = shared_rows([[words("ab cd")], [block(9, 10)]], widths=[30.0, 90.0])
    assert narrow.takes(Size(30.0, 0.0)).height == wide.takes(Size(90.0, 0.0)).height == 48.0
    assert (narrow.natural.width, wide.natural.width) == (21.3, 9.0)


def test_a_box_may_depend_on_its_proportions_and_is_measured_as_if_it_were_low() -> None:
    either = for_size(lambda size: pad(block(10, 10), Insets(left=5.0 if size.height > size.width else 0.0)))
    assert either.takes(Size(20.0, 50.0)) == Size(10.0, 10.0)
    (low,), (high,) = either.draw(Rect(0.0, 0.0, 20.0, 10.0)), either.draw(Rect(0.0, 0.0, 20.0, 50.0))
    assert isinstance(low, Shape)
    assert isinstance(high, Shape)
    assert (low.rect.left, high.rect.left) == (0.0, 5.0)


def test_balanced_words_are_as_narrow_as_so_many_lines_allow() -> None:
    (item,) = balanced(words("four four of of")).frame(Size(120.0, 60.0)).items
    assert item.rect == Rect(0.0, 0.0, 96.0, 48.0)  # "four four" is 90 wide, 94.1 with room


def test_padding_is_taken_and_left_empty() -> None:
    padded = pad(block(10, 10), Insets(1.0, 2.0, 3.0, 4.0))
    assert padded.natural == Size(16.0, 14.0)
    assert drawn(padded, 16.0, 14.0) == [(4, 1, 10, 10)]


def test_air_is_taken_and_may_be_drawn_in() -> None:
    assert drawn(airy(block(10, 10), height=6.0), 10.0, 0.0) == [(0, 0, 10, 16)]


def test_at_least_is_a_floor() -> None:
    assert at_least(block(10, 10), width=15.0).natural == Size(15.0, 10.0)


def test_what_is_behind_has_the_same_rectangle() -> None:
    assert drawn(behind(pad(block(9, 9), Insets.all(2)), marked), 13.0, 0.0) == [(0, 0, 13, 13), (2, 2, 9, 9)]


def test_boxes_over_each_other_take_what_the_neediest_does() -> None:
    assert over(block(10, 40), block(30, 20)).natural == Size(30.0, 40.0)


def test_an_aligned_box_is_no_larger_than_it_has_to_be() -> None:
    assert drawn(row([aligned(block(10, 10), 1.0, 0.5), space(0, 30)], ("share", 0.0)), 50.0, 30.0) == [
        (40, 10, 10, 10)
    ]


def test_the_first_way_that_fits_is_taken() -> None:
    ways = first_fitting(block(50, 10), block(20, 30))
    assert ways.takes(Size(60.0, 0.0)) == Size(50.0, 10.0)
    assert ways.takes(Size(40.0, 0.0)) == ways.takes(Size(5.0, 0.0)) == Size(20.0, 30.0)


def test_nothing_is_offered_less_than_nothing() -> None:
    assert pad(words("a"), Insets.all(50.0)).takes(Size(20.0, 0.0)).width == 110.5


def test_the_largest_text_that_fits_is_drawn_once() -> None:
    tried: list[float] = []

    def draw(rect: Rect) -> Iterator[Item]:
        tried.append(rect.width)
        yield Shape(rect)

    frame = fit(lambda at: fixed(Size(at.size * 10, 5), draw), Size(150.0, 50.0), context(), 16.0)
    assert frame.size == Size(150.0, 5.0)
    assert tried == [150.0]


def test_text_larger_than_a_full_graphic_has_leaves_some_height_free() -> None:
    def size(height: float) -> float:
        made = fit(lambda at: block(10, at.size * 10), Size(100.0, height), context())
        return made.size.height / 10

    assert size(180.0) == 16.0  # 18 would just fit
    assert size(225.0) == 18.0  # in four fifths


def test_what_never_fits_says_how_much_it_needs() -> None:
    least = context().theme.type.label.min
    frame = fit(lambda at: block(at.size * 100, 5), Size(150.0, 50.0), context(), 16.0)
    assert frame.size.width == least * 100


def test_where_nothing_limits_a_filling_box_takes_its_least() -> None:
    assert GROWS.takes(Size(math.inf, 0.0)) == Size(10.0, 10.0)


def test_a_track_may_be_a_whole_number() -> None:
    assert drawn(row([block(1, 1), block(1, 1)], [30, "share"]), 100, 1) == [(0, 0, 30, 1), (30, 0, 70, 1)]


def test_words_that_are_missing_are_no_box() -> None:
    assert said(None, TEN) is None
    assert said("", TEN) is None


def test_words_wrap_unless_they_stay_on_a_line() -> None:
    wrapped, line = said("four four", TEN), said("four four", TEN, wrap=False)
    assert wrapped is not None
    assert line is not None
    assert wrapped.takes(Size(60.0, 0.0)) == Size(42.1, 48.0)
    assert line.takes(Size(60.0, 0.0)) == Size(90.5, 24.0)


def test_a_grid_fills_up_its_last_row() -> None:
    three = grid([block(10.0, 10.0)] * 3, 2, gap=4.0, row_gap=6.0)
    assert drawn(three, 44.0, 26.0) == [(0, 0, 20, 10), (24, 0, 20, 10), (0, 16, 20, 10)]


def test_an_even_grid_has_rows_of_one_height() -> None:
    rows = grid([block(10.0, 10.0), block(10.0, 30.0)], 1, gap=5.0, even=True)
    assert rows.takes(Size(10.0, 0.0)) == Size(10.0, 65.0)


def test_a_box_is_redrawn_once_its_items_have_places() -> None:
    def between(_: Rect, items: Sequence[Item]) -> Iterator[Item]:
        first, last = (item.rect for item in items)
        yield Shape(Rect.from_edges(first.right, first.top, last.left, last.bottom))

    pair = row([block(10.0, 10.0), block(10.0, 10.0)], ("fit", "fit"), gap=7.0)
    assert redrawn(pair, between).natural == pair.natural
    assert drawn(redrawn(pair, between), 27.0, 10.0) == [(10, 0, 7, 10)]


def test_a_stretched_box_grows_to_so_many_times_what_it_needs() -> None:
    assert stretched(block(10, 20), times=1.5).takes(Size(10.0, 100.0)) == Size(10.0, 30.0)

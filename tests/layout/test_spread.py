"""Labels along a line: near what they name, never on top of each other."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.document import Shape
from deckbuild.geometry import Size
from deckbuild.layout.boxes import fixed
from deckbuild.layout.spread import in_rows, settle, spread, spread_boxes


def test_labels_with_room_stay_centred() -> None:
    assert spread((10, 50), (8, 8), 0, 100, 2) == (6, 46)


def test_neighbours_share_the_shift() -> None:
    assert spread((50, 50), (10, 10), 0, 100, 2) == (39, 51)


def test_labels_at_the_ends_are_pushed_inside() -> None:
    assert spread((0, 100), (20, 20), 0, 100, 2) == (0, 80)


def test_labels_that_are_too_wide_together_run_past_the_end() -> None:
    assert spread((0, 10), (60, 60), 0, 100, 2) == (0, 62)


def test_boxes_are_spread_in_their_rectangle() -> None:
    ten = fixed(Size(10.0, 10.0), lambda rect: (Shape(rect),))
    labels = spread_boxes([ten, ten], lambda rect: (rect.left, rect.center.x), 4.0)
    assert [item.rect.left for item in labels.frame(Size(100.0, 10.0)).items] == [0, 45]
    assert labels.natural == Size(24.0, 10.0)


def test_settling_keeps_distance_and_bounds() -> None:
    wanted = [10.0, 12.0, 13.0, 90.0]
    places = settle(wanted, 20, 0, 100)
    assert all(b - a >= 20 - 1e-9 for a, b in pairwise(places))
    assert min(places) >= 0
    assert max(places) <= 100
    assert places[3] == 90


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 60)), min_size=1, max_size=12))
def test_labels_keep_their_order_and_their_distance(labels: list[tuple[float, float]]) -> None:
    labels.sort()
    widths = [width for _, width in labels]

    lefts = spread([center for center, _ in labels], widths, 0, 1000, 4)

    for (left, width), (after, _) in pairwise(zip(lefts, widths, strict=True)):
        assert after >= left + width + 4 - 1e-6
    assert lefts[0] >= 0
    assert lefts[-1] + widths[-1] <= 1000 + 1e-6


marks_and_widths = st.lists(st.tuples(st.floats(0, 400), st.floats(1, 100)), min_size=1, max_size=8)


@given(marks_and_widths)
def test_labels_in_rows_stand_at_their_marks_and_never_touch(given_: list[tuple[float, float]]) -> None:
    marks, widths = zip(*sorted(given_), strict=True)
    placed = in_rows(marks, widths, range(len(marks)), 0, 400, 8)
    for mark, width, each in zip(marks, widths, placed, strict=True):
        assert 0 <= each.left <= each.right <= 400.001
        assert each.left - 0.001 <= mark <= each.left + width + 0.001
    for one, other in combinations(placed, 2):
        apart = one.right + 8 <= other.left or other.right + 8 <= one.left
        assert apart or one.row != other.row


def test_a_label_goes_to_a_second_row_rather_than_aside() -> None:
    first, second, third = in_rows([50, 55, 60], [30, 30, 30], range(3), 0, 400, 8)
    assert (first.right, third.left) == (50, 60)  # one ends and one begins at its mark
    assert (first.row, second.row, third.row) == (0, 1, 0)

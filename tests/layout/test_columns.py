"""Frames side by side."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.document import Frame, Shape
from deckbuild.geometry import Rect, Size
from deckbuild.layout.columns import column_widths, side_by_side
from tests.samples import A_FAULT, shapes


def plate(height: float, region: Size) -> Frame:
    return Frame(Size(region.width, height), (Shape(Rect(0, 0, region.width, height)),), (A_FAULT,))


def test_weights_share_what_the_gaps_leave() -> None:
    assert column_widths(100, 10, [1, 2]) == (30, 60)


@given(
    st.lists(st.floats(0.1, 20), min_size=1, max_size=6),
    st.floats(200, 900),
    st.floats(0, 20),
)
def test_widths_and_gaps_add_up(weights: list[float], width: float, gap: float) -> None:
    widths = column_widths(width, gap, weights)
    assert sum(widths) + gap * (len(widths) - 1) == pytest.approx(width)


def test_frames_stand_side_by_side_with_their_tops_aligned() -> None:
    frame = side_by_side([30, 50], Size(110, 400), 10, plate)
    assert [shape.rect for shape in shapes(frame)] == [Rect(0, 0, 50, 30), Rect(60, 0, 50, 50)]
    assert frame.size == Size(110, 50)
    assert frame.diagnostics == (A_FAULT, A_FAULT)


@given(st.lists(st.floats(1, 500), min_size=1, max_size=5), st.floats(0, 30))
def test_columns_never_overlap(heights: list[float], gap: float) -> None:
    drawn = shapes(side_by_side(heights, Size(600, 400), gap, plate))
    for left, right in itertools.pairwise(drawn):
        assert right.rect.left - left.rect.right == pytest.approx(gap)
    assert drawn[-1].rect.right == pytest.approx(600)

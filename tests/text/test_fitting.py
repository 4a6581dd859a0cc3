"""The largest size that fits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.text.fitting import largest_fitting, sizes_between


@pytest.mark.parametrize(
    ("smallest", "largest", "step", "sizes"),
    [
        (18, 20, 1, (20, 19, 18)),
        (12, 13, 0.5, (13, 12.5, 12)),
        (18, 20.5, 1, (20.5, 19.5, 18.5, 18)),  # the smallest always counts
        (18, 18, 1, (18,)),
        (18, 16, 1, (18,)),  # a wish below the smallest is the smallest
    ],
)
def test_sizes_between(smallest: float, largest: float, step: float, sizes: tuple[float, ...]) -> None:
    assert sizes_between(smallest, largest, step) == sizes


def test_the_first_size_that_fits_wins() -> None:
    tried: list[float] = []

    def lay_out(size: float) -> float:
        tried.append(size)
        return size * 10

    assert largest_fitting((24, 22, 20), lay_out, lambda height: height <= 220) == (22, 220)
    assert tried == [24, 22]  # no more than needed


def test_without_a_fit_the_smallest_tells_by_how_much() -> None:
    assert largest_fitting((24, 22), lambda size: size * 10, lambda height: height <= 100) == (22, 220)


def test_there_must_be_sizes() -> None:
    with pytest.raises(ValueError, match="no sizes"):
        largest_fitting((), lambda size: size, lambda _: True)


@given(st.floats(1, 50), st.floats(0, 50), st.sampled_from([0.25, 0.5, 1.0, 2.0]))
def test_sizes_run_down_and_keep_their_bounds(smallest: float, more: float, step: float) -> None:
    sizes = sizes_between(smallest, smallest + more, step)
    assert sizes[0] == smallest + more
    assert sizes[-1] == pytest.approx(smallest)
    assert all(a > b for a, b in pairwise(sizes))


@given(st.floats(1, 1000))
def test_what_fits_fits_and_the_next_size_doesnt(room: float) -> None:
    sizes = sizes_between(10, 40)
    size, height = largest_fitting(sizes, lambda size: size * 10, lambda height: height <= room)
    assert height <= room or size == 10
    assert size == 40 or (size + 1) * 10 > room

"""Curves, the regions between them, and hatching."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.charts.curves import crossings, hatching, level, polyline, regions, smooth

GRID = [index / 10 for index in range(101)]


def test_a_smooth_curve_goes_through_its_points() -> None:
    points = [(0.0, 1.0), (2.0, 5.0), (3.0, 5.0), (7.0, 0.0)]
    curve = smooth(points)
    assert [curve(x) for x, _ in points] == pytest.approx([y for _, y in points])


@given(st.lists(st.floats(-100, 100), min_size=3, max_size=8))
def test_a_smooth_curve_never_leaves_the_values_beside_it(values: list[float]) -> None:
    points = [(float(x), y) for x, y in enumerate(values)]
    curve = smooth(points)
    for (x0, y0), (_, y1) in pairwise(points):
        for step in range(11):
            assert min(y0, y1) - 1e-6 <= curve(x0 + step / 10) <= max(y0, y1) + 1e-6


def test_two_points_make_a_straight_line_level_beyond_its_ends() -> None:
    curve = smooth([(1.0, 0.0), (3.0, 4.0)])
    assert [curve(x) for x in (0.0, 2.0, 9.0)] == [0.0, 2.0, 4.0]


def test_a_curve_meets_a_level_where_it_passes_it() -> None:
    tent = polyline([(0.0, 0.0), (5.0, 10.0), (10.0, 0.0)])
    assert list(crossings(tent, 4.0, GRID)) == pytest.approx([2.0, 8.0])


def test_a_region_ends_where_the_curves_meet() -> None:
    tent = polyline([(0.0, 0.0), (5.0, 10.0), (10.0, 0.0)])
    (region,) = regions(tent, level(5.1), GRID)
    assert region[0] == pytest.approx((2.55, 5.1, 5.1))
    assert region[-1] == pytest.approx((7.45, 5.1, 5.1))
    assert max(top for _, _, top in region) == 10.0


def test_a_region_begins_where_curves_that_run_together_part() -> None:
    ramp = polyline([(0.0, 0.0), (5.0, 0.0), (10.0, 5.0)])
    (region,) = regions(ramp, level(0.0), GRID)
    assert region[0] == pytest.approx((5.0, 0.0, 0.0))
    assert region[-1] == pytest.approx((10.0, 0.0, 5.0))


def test_a_line_ends_at_its_last_value_to_the_digit() -> None:
    """0.4 + (0.1 - 0.4) is less than 0.1 in binary digits: against a level of 0.1 that would be an area."""
    line = polyline([(0.0, 0.4), (1.0, 0.1)])
    assert line(2.0) == 0.1
    assert regions(level(0.1), line, [0.0, 0.5, 1.0, 2.0]) == []


def test_there_may_be_several_regions_or_none() -> None:
    waves = polyline([(0.0, 0.0), (2.0, 9.0), (4.0, 0.0), (6.0, 9.0), (10.0, 0.0)])
    assert len(regions(waves, level(3.3), GRID)) == 2
    assert regions(waves, level(20.0), GRID) == []


def test_hatching_stays_inside_its_region() -> None:
    box = [(10.0, 0.0, 20.0), (40.0, 0.0, 20.0)]
    stripes = list(hatching(box, 5.0))
    assert len(stripes) == 7
    for stripe in stripes:
        assert 10 <= stripe.x0 < stripe.x1 <= 40
        assert 0 <= stripe.y1 < stripe.y0 <= 20
        assert stripe.x0 + stripe.y0 == pytest.approx(stripe.x1 + stripe.y1)

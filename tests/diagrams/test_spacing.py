"""Places on a line that keep their distances."""

from __future__ import annotations

import pytest

from deckbuild.diagrams.spacing import Apart, Pull, earliest, settled

LINE = [(0.0, 100.0)] * 3


def test_the_earliest_places_keep_bounds_and_distances() -> None:
    assert earliest([5, 0, 0], [Apart(0, 1, 10), Apart(1, 2, 20)]) == [5, 15, 35]


def test_distances_in_a_circle_are_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        earliest([0, 0], [Apart(0, 1, 10), Apart(1, 0, 10)])


def test_what_is_pulled_to_one_place_stands_round_it() -> None:
    pulls = [Pull({number: 1.0}, 50.0) for number in range(3)]
    assert settled(3, [Apart(0, 1, 10), Apart(1, 2, 10)], pulls, LINE) == [40, 50, 60]


def test_nothing_leaves_its_bounds() -> None:
    assert settled(1, [], [Pull({0: 1.0}, 500.0)], [(0.0, 100.0)]) == [100]


def test_a_parent_stands_over_the_middle_of_its_children() -> None:
    pulls = [Pull({1: 1.0}, 20.0), Pull({2: 1.0}, 80.0), Pull({0: 1.0, 1: -0.5, 2: -0.5})]
    assert settled(3, [], pulls, LINE) == pytest.approx([50, 20, 80], abs=0.01)


def test_distances_of_a_row_may_all_bind() -> None:
    aparts = [Apart(0, 1, 50), Apart(1, 2, 50)]
    assert settled(3, aparts, [Pull({0: 1.0}, 90.0)], LINE) == [0, 50, 100]

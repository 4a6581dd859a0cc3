"""Placing labels: clear of lines, apart from each other, nearest to what they name."""

from __future__ import annotations

import pytest

from deckbuild.charts import placing
from deckbuild.charts.placing import Busy, Spot, Wish, place, room_inside
from deckbuild.geometry import Point, Rect, Size

BOUNDS = Rect(0, 0, 200, 100)
LEVEL = [Point(float(x), 50.0) for x in range(0, 201, 3)]


def spot(left: float, top: float, bias: float = 0.0) -> Spot:
    return Spot(Rect(left, top, 40, 10), bias)


def test_a_label_keeps_clear_of_lines() -> None:
    """The first spot would lie on the line at 50."""
    (placed,) = place([Wish("a", (spot(10, 45), spot(10, 30)))], {"line": LEVEL}, BOUNDS)
    assert placed.spot == spot(10, 30)
    assert not placed.clashes


def test_labels_keep_apart() -> None:
    wishes = [Wish("a", (spot(10, 10),)), Wish("b", (spot(30, 10), spot(30, 30, bias=50)))]
    assert [placed.spot.rect.top for placed in place(wishes, {}, BOUNDS)] == [10, 30]


def test_who_has_least_choice_chooses_first() -> None:
    wishes = [Wish("free", (spot(10, 10), spot(100, 10, bias=9))), Wish("bound", (spot(10, 10),))]
    assert [placed.spot.rect.left for placed in place(wishes, {}, BOUNDS)] == [100, 10]


def test_a_label_stands_nearest_to_its_own_line() -> None:
    lines = {"low": LEVEL, "high": [Point(p.x, 10.0) for p in LEVEL]}
    (placed,) = place([Wish("a", (spot(10, 18), spot(10, 34)), near="low")], lines, BOUNDS)
    assert placed.spot.rect.top == 34


def test_spots_outside_do_not_count() -> None:
    (placed,) = place([Wish("a", (spot(190, 10), spot(10, 10, bias=99)))], {}, BOUNDS)
    assert placed.spot.rect.left == 10


def test_a_busy_region_is_avoided_unless_the_label_brings_its_ground() -> None:
    busy = [Busy(((0.0, 0.0, 30.0), (200.0, 0.0, 30.0)), 100.0)]
    spots = (spot(10, 10), spot(10, 60, bias=20))
    (bare,) = place([Wish("a", spots)], {}, BOUNDS, busy)
    (covered,) = place([Wish("a", spots, covered=True)], {}, BOUNDS, busy)
    assert (bare.spot.rect.top, covered.spot.rect.top) == (60, 10)


def test_a_leader_crosses_no_line() -> None:
    above, below = (
        Spot(Rect(10, 10, 40, 10), 0, 0, Point(30, 80)),
        Spot(Rect(80, 85, 40, 10), 0, 0, Point(30, 80)),
    )
    (placed,) = place([Wish("a", (above, below))], {"line": LEVEL}, BOUNDS)
    assert placed.spot == below


def test_what_has_no_room_clashes() -> None:
    wishes = [Wish("a", (spot(10, 10),)), Wish("b", (spot(12, 12),))]
    assert any(placed.clashes for placed in place(wishes, {}, BOUNDS))


def test_room_inside_a_region_less_another() -> None:
    left_half = ((0.0, 0.0, 100.0), (100.0, 0.0, 100.0))
    whole = ((0.0, 0.0, 100.0), (200.0, 0.0, 100.0))
    spots = room_inside(whole, [left_half], Size(40, 10))
    assert spots
    assert all(Rect(100, 0, 100, 100).contains(found.rect, 1.6) for found in spots)
    assert room_inside(left_half, [whole], Size(40, 10)) == []


def test_labels_look_at_fewer_spots_where_there_is_much_to_keep_clear_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A thousand spots, of which every fourth may be looked at; the free one is among them."""
    monkeypatch.setattr(placing, "MOST_DISTANCES", 250 * 400)
    line = [Point(x / 4, 0) for x in range(400)]
    spots = tuple(Spot(Rect(20, 20 if number == 500 else 0, 5, 5)) for number in range(1000))
    (found,) = place([Wish("a", spots)], {"line": line}, Rect(0, -50, 100, 100))
    assert found.spot is spots[500]
    assert not found.clashes

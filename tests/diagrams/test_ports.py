"""Ports: where lines hold on to the sides of boxes."""

from __future__ import annotations

import pytest

from deckbuild.diagrams.ports import Port, Wish, needed, port, spread
from deckbuild.geometry import Point, Rect

BOX = Rect(0, 0, 100, 40)


def test_one_line_holds_on_to_the_middle() -> None:
    assert spread([Wish("a", 90)], 0, 80) == {"a": 40}


def test_two_lines_stand_apart_in_the_order_of_where_they_go() -> None:
    assert spread([Wish("down", 90), Wish("up", 0)], 0, 80) == {"up": 33, "down": 47}


def test_a_line_that_goes_straight_on_has_the_middle() -> None:
    assert spread([Wish("on", 40), Wish("down", 90)], 0, 80) == {"on": 40, "down": 54}


def test_many_lines_share_a_short_side() -> None:
    found = spread([Wish(str(number), 100 * number) for number in range(5)], 0, needed(5))
    assert list(found.values()) == [6, 13, 20, 27, 34]


@pytest.mark.parametrize(("outline", "x"), [("box", 100), ("pill", 100), ("diamond", 75)])
def test_a_port_is_on_the_outline(outline: str, x: float) -> None:
    """Half-way down a diamond's right side its edge is a quarter inside."""
    at = port("a", BOX, "right", 10 if outline == "diamond" else 20, outline)  # type: ignore[arg-type]
    assert at == Port("a", "right", Point(x, 10 if outline == "diamond" else 20), outline != "diamond")


def test_the_end_of_a_pill_is_round() -> None:
    """A radius of 20; 12 points from the middle it is 4 inside, by 3-4-5."""
    assert port("a", BOX, "left", 8, "pill").at == Point(4, 8)

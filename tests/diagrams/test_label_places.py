"""Labels beside their lines."""

from __future__ import annotations

from deckbuild.diagrams.label_places import label_places
from deckbuild.diagrams.ports import Port
from deckbuild.diagrams.ranked_ways import Way
from deckbuild.geometry import Point, Rect, Size

REGION = Rect(0, 0, 400, 300)
LABEL = Size(60, 16)
NOWHERE = Port("", "left", Point(0, 0), middle=True)


def way(*points: tuple[float, float], own: tuple[int, ...] = (0,)) -> Way:
    return Way(tuple(Point(x, y) for x, y in points), NOWHERE, NOWHERE, own)


LEVEL = way((100, 100), (200, 100))


def test_a_label_stands_above_a_level_line() -> None:
    assert label_places([LEVEL], {0: LABEL}, [], REGION) == ({0: Rect(120, 81, 60, 16)}, True)


def test_a_label_stands_right_of_an_upright_line() -> None:
    places, _ = label_places([way((100, 100), (100, 200))], {0: LABEL}, [], REGION)
    assert places == {0: Rect(106, 142, 60, 16)}


def test_a_label_goes_below_where_something_is_above() -> None:
    places, clear = label_places([LEVEL], {0: LABEL}, [Rect(100, 70, 100, 25)], REGION)
    assert (places[0].top, clear) == (103, True)


def test_a_label_stands_beside_what_its_line_shares_with_no_other() -> None:
    branch = way((0, 100), (50, 100), (50, 200), (150, 200), own=(2,))
    places, _ = label_places([branch], {0: LABEL}, [], REGION)
    assert places == {0: Rect(70, 181, 60, 16)}


def test_a_label_without_a_free_place_says_so() -> None:
    _, clear = label_places([LEVEL], {0: LABEL}, [REGION], REGION)
    assert not clear

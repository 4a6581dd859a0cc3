"""Graphs in ranks: the room that lines need, and panels round groups."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from deckbuild.diagrams.placement import Placement
from deckbuild.diagrams.ranked_graph import RankedGraph, ranked_graph
from deckbuild.geometry import Insets, Rect, Size


@dataclass(frozen=True)
class Arrow:
    start: str
    end: str
    peers: bool = False


def graph(edges: str, **groups: str) -> RankedGraph:
    """Boxes `a` to `c`, edges as pairs of letters, groups as their letters."""
    arrows = [Arrow(start, end) for start, end in edges.split()]
    return ranked_graph("abc", arrows, {key: tuple(members) for key, members in groups.items()})


CHAIN, CIRCLE = graph("ab bc"), graph("ab bc ca")


def test_an_edge_to_an_earlier_rank_leads_back() -> None:
    assert [CIRCLE.backward(edge) for edge in CIRCLE.edges] == [False, False, True]


def test_ranks_are_columns_where_the_graph_leads_right_and_rows_where_it_leads_down() -> None:
    down = replace(CHAIN, across=False)
    assert (CHAIN.columns, CHAIN.rows) == (3, 1)
    assert (down.columns, down.rows) == (1, 3)


def test_boxes_share_what_the_gaps_between_ranks_leave() -> None:
    assert CHAIN.share(388) == (388 - 2 * 44) / 3


def test_panels_beside_each_other_take_their_margins() -> None:
    assert graph("ab bc", one="ab", two="c").share(388 + 48) == 100


def test_a_label_pushes_the_ranks_apart() -> None:
    labels = {0: Size(50, 20)}
    assert replace(CHAIN, labels=labels).rank_gap == 12 + 12 + 8 + 50  # a stub on each side, a lane
    assert replace(CHAIN, labels=labels, across=False).rank_gap == 12 + 12 + 8 + 20


def test_a_label_of_an_edge_that_leads_back_pushes_nothing_apart() -> None:
    assert replace(CIRCLE, labels={2: Size(50, 20)}).rank_gap == CHAIN.rank_gap


def test_edges_that_lead_back_need_room_over_the_boxes() -> None:
    assert CHAIN.headroom == Insets()
    assert CIRCLE.headroom == Insets(top=12 + 3)
    assert replace(CIRCLE, labels={2: Size(50, 20)}).headroom == Insets(top=12 + 3 + 20)
    assert replace(CIRCLE, across=False).headroom == Insets(left=12 + 2)


def test_all_boxes_get_that_room_but_those_on_another_panel() -> None:
    assert CIRCLE.headed == {"a", "b", "c"}
    assert graph("ab ba", one="ab", two="c").headed == {"a", "b"}


def test_boxes_are_placed_with_headroom_and_spread_without() -> None:
    placed = CIRCLE.placed(Size(100, 40), {})
    spread = CIRCLE.spread(placed, Size(488, 55))
    assert placed.boxes["a"].size == Size(100, 55)
    assert [rect.size for rect in spread.boxes.values()] == [Size(100, 40)] * 3
    assert spread.boxes["c"].right == pytest.approx(488)


def test_a_panel_has_its_title_above_its_boxes() -> None:
    lanes = graph("ab", one="ab")
    placed = lanes.spread(lanes.placed(Size(100, 40), {"one": 20}), Size(400, 200))
    assert placed.boxes["a"].top - placed.clusters["one"].top == pytest.approx(20 + 12)


TOP, LOW, FAR = Rect(0, 0, 100, 40), Rect(0, 80, 100, 40), Rect(200, 80, 100, 40)


@pytest.mark.parametrize(
    ("edges", "lower", "held", "found"),
    [
        ("ab", LOW, set(), {"two"}),  # the line ends below the title of the lower lane
        ("ba", LOW, set(), {"two"}),  # whichever way it leads
        ("ab", FAR, set(), set()),  # it ends beside the title
        ("ab", LOW, {"two"}, set()),
        ("bc", LOW, set(), set()),  # both on one lane
    ],
)
def test_a_title_that_a_line_would_run_through_belongs_at_the_foot(
    edges: str, lower: Rect, held: set[str], found: set[str]
) -> None:
    placement = Placement(Size(300, 120), {"a": TOP, "b": lower, "c": FAR})
    lanes = graph(edges, one="a", two="bc")
    assert lanes.titles_at_foot(placement, {"one": 150, "two": 150}, held) == found


def test_but_not_where_a_line_leaves_for_the_lane_below() -> None:
    below = Rect(0, 160, 100, 40)
    placement = Placement(Size(300, 200), {"a": TOP, "b": LOW, "c": below})
    lanes = graph("ab bc", one="a", two="b", three="c")
    assert lanes.titles_at_foot(placement, {"one": 150, "two": 150, "three": 150}, set()) == {"three"}

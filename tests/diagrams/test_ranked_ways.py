"""Ways between boxes in ranks: on to the next, in forks, over several ranks, and back."""

from __future__ import annotations

from deckbuild.diagrams.ranked_graph import Link, RankedGraph
from deckbuild.diagrams.ranked_order import ordered
from deckbuild.diagrams.ranked_placement import Placed, placed
from deckbuild.diagrams.ranked_rows import Measures
from deckbuild.geometry import Size


def drawn(boxes: str, links: str) -> Placed:
    """Boxes of 100 by 40 points, with no more room than they need."""
    found = tuple(Link(start, end, look="plain") for start, end in links.split())
    graph = RankedGraph(dict.fromkeys(boxes, "box"), found, {})
    sizes = tuple(Size(100, 40) for _ in graph.ranks)
    return placed(graph, ordered(graph), Measures(sizes), Size(0, 0))


def test_a_way_to_the_next_rank_is_straight() -> None:
    (way,) = drawn("ab", "ab").ways
    assert [(point.x, point.y) for point in way.points] == [(100, 20), (134, 20)]


def test_a_fork_shares_its_stem_and_its_turn_but_no_arrowhead() -> None:
    one, other = drawn("abc", "ab ac").ways
    assert one.points[:2] == other.points[:2]
    assert one.points[2:] != other.points[2:]
    assert one.own == other.own == (2,)


def test_lines_to_one_box_arrive_apart() -> None:
    one, other = drawn("abc", "ac bc").ways
    assert abs(one.points[-1].y - other.points[-1].y) == 14


def test_a_way_over_several_ranks_passes_the_boxes_between() -> None:
    found = drawn("abc", "ab bc ac")
    lane = found.ways[2].points[2:4]
    assert lane[0].y == lane[1].y < found.boxes["b"].top


def test_a_way_back_runs_over_the_boxes() -> None:
    found = drawn("abc", "ab bc ca")
    way = found.ways[2]
    assert (way.leaving.side, way.entering.side) == ("top", "top")
    assert way.points[1].y < min(rect.top for rect in found.boxes.values())


def test_what_leads_down_is_what_leads_right_turned() -> None:
    found = drawn("ab", "ab").turned()
    (way,) = found.ways
    assert (way.leaving.side, way.entering.side) == ("bottom", "top")
    assert [(point.x, point.y) for point in way.points] == [(20, 100), (20, 134)]

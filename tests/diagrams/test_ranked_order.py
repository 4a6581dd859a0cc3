"""The order in ranks: few crossings, clusters together, else as it was written."""

from __future__ import annotations

from deckbuild.diagrams.ranked_graph import Link, RankedGraph, nested
from deckbuild.diagrams.ranked_order import Entry, crossings, ordered


def graph(boxes: str, links: str, **clusters: str) -> RankedGraph:
    found = tuple(Link(start, end) for start, end in links.split())
    return RankedGraph(
        dict.fromkeys(boxes, "box"), found, nested({key: tuple(names) for key, names in clusters.items()})
    )


def rows(of: RankedGraph) -> list[str]:
    """The boxes of each rank, `|` for a lane, brackets round a cluster."""
    marks = {"lane": "|", "opens": "[", "closes": "]"}
    return ["".join(marks.get(kind, str(name)) for kind, name in rank) for rank in ordered(of)]


def test_without_a_reason_the_order_is_the_authors() -> None:
    assert rows(graph("abcd", "ab ac ad")) == ["a", "bcd"]


def test_boxes_change_places_so_that_lines_dont_cross() -> None:
    assert rows(graph("abxy", "ay bx")) == ["ab", "yx"]


def test_two_by_two_all_joined_cross_once() -> None:
    square = graph("abxy", "ax ay bx by")
    assert crossings(square, ordered(square)) == 1


def test_boxes_of_a_cluster_stand_together() -> None:
    assert rows(graph("abcd", "", one="ac")) in (["[ac]bd"], ["b[ac]d"])


def test_a_stranger_stands_outside_of_a_cluster_that_covers_its_rank() -> None:
    found = rows(graph("abcd", "ab bc ad", one="abc"))
    assert found[1] in ("[b]d", "d[b]")


def test_a_lane_keeps_its_place_beside_boxes_in_all_ranks() -> None:
    assert rows(graph("abcd", "ab bc cd ad")) == ["a", "|b", "|c", "d"]


def test_the_order_is_the_same_each_time() -> None:
    tangle = graph("abcdefgh", "ae af ag bh bg ce cf dg de")
    assert ordered(tangle) == ordered(tangle)
    assert {Entry("box", name) for name in "abcdefgh"} == {
        entry for rank in ordered(tangle) for entry in rank
    }

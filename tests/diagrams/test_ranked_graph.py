"""Graphs in ranks: links that lead back, lanes, forks, and clusters in clusters."""

from __future__ import annotations

import pytest

from deckbuild.diagrams.ranked_graph import Cluster, Link, RankedGraph, nested


def graph(links: str, **clusters: str) -> RankedGraph:
    """Boxes `a` to `d`, links as pairs of letters, clusters as their letters."""
    found = tuple(Link(start, end, look="plain") for start, end in links.split())
    return RankedGraph(
        dict.fromkeys("abcd", "box"), found, nested({key: tuple(names) for key, names in clusters.items()})
    )


def test_a_link_to_an_earlier_rank_leads_back() -> None:
    circle = graph("ab bc ca")
    assert [circle.backward(number) for number in range(3)] == [False, False, True]


def test_what_passes_a_rank_or_leads_back_has_a_lane() -> None:
    assert graph("ab bc cd ad").lanes == {3: range(1, 3)}
    assert graph("ab bc ca").lanes == {2: range(0, 3)}


def test_links_from_one_box_that_look_alike_are_a_fork() -> None:
    assert graph("ab ac bd").forks == {0: 0, 1: 0, 2: 2}


def test_a_link_that_leads_back_is_in_no_fork() -> None:
    assert graph("ab bc bd da").forks == {0: 0, 1: 1, 2: 1, 3: 3}


def test_a_cluster_whose_boxes_are_in_another_stands_inside_it() -> None:
    assert nested({"inner": "b", "outer": "abc", "middle": "bc"}) == {
        "inner": Cluster(("b",), "middle"),
        "outer": Cluster(("a", "b", "c")),
        "middle": Cluster(("b", "c"), "outer"),
    }


def test_a_box_is_at_home_in_the_innermost_cluster() -> None:
    assert graph("ab", outer="abc", inner="b").home == {"a": "outer", "b": "inner", "c": "outer", "d": ""}


@pytest.mark.parametrize(("link", "shared"), [("ab", "outer"), ("bc", "outer"), ("ad", "")])
def test_a_link_runs_in_the_cluster_that_holds_both_of_its_ends(link: str, shared: str) -> None:
    assert graph(link, outer="abc", inner="b").shared(0) == shared


def test_a_forest_has_one_way_to_each_box() -> None:
    assert graph("ab ac").forest
    assert not graph("ac bc").forest
    assert not graph("ab ba").forest

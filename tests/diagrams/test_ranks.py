"""Ranks: sources first, everything else right after what leads to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diagrams.ranks import rank_nodes


def ranks(nodes: str, *edges: str) -> list[str]:
    """Ranks as strings of letters; an edge is two letters, or `a-b` for peers."""
    return ["".join(rank) for rank in rank_nodes(nodes, [(e[0], e[-1], len(e) == 3) for e in edges])]


def test_a_node_stands_after_the_last_that_leads_to_it() -> None:
    assert ranks("abcd", "ab", "bc", "ac", "cd") == ["a", "b", "c", "d"]


def test_sources_share_the_first_rank_in_the_authors_order() -> None:
    assert ranks("xabc", "ax", "bx", "cx") == ["abc", "x"]


def test_peers_share_a_rank() -> None:
    assert ranks("abxy", "ab", "xy", "a-x", "b-y") == ["ax", "by"]


def test_an_edge_that_closes_a_circle_ranks_nothing() -> None:
    assert ranks("abcd", "ab", "bc", "cd", "cb") == ["a", "b", "c", "d"]


def test_a_circle_without_a_source_starts_at_the_first_node() -> None:
    assert ranks("abc", "ab", "bc", "ca") == ["a", "b", "c"]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.booleans()), max_size=12))
def test_every_node_has_one_rank_and_no_rank_is_empty(edges: list[tuple[str, str, bool]]) -> None:
    levels = rank_nodes("abcdef", [edge for edge in edges if edge[0] != edge[1]])
    assert sorted(name for level in levels for name in level) == list("abcdef")
    assert all(levels)

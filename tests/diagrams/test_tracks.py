"""Tracks between two ranks: where lines turn without running over each other."""

from __future__ import annotations

from deckbuild.diagrams.tracks import Turn, tracks


def test_a_straight_line_needs_no_track() -> None:
    assert tracks({0: Turn((20,), (20,))}) == ({}, 0)


def test_turns_apart_from_each_other_share_a_track() -> None:
    assert tracks({0: Turn((0,), (40,)), 1: Turn((60,), (100,))}) == ({0: 0, 1: 0}, 1)


def test_of_two_lines_that_lead_down_the_lower_one_turns_first() -> None:
    assert tracks({0: Turn((0,), (60,)), 1: Turn((40,), (100,))}) == ({1: 0, 0: 1}, 2)


def test_of_two_lines_that_lead_up_the_upper_one_turns_first() -> None:
    assert tracks({0: Turn((60,), (0,)), 1: Turn((100,), (40,))}) == ({0: 0, 1: 1}, 2)


def test_a_line_leaves_before_another_arrives_at_its_height() -> None:
    """The first line comes from where the second one goes to, so it must turn before it."""
    found, _ = tracks({0: Turn((50,), (0,)), 1: Turn((100,), (50,))})
    assert found[0] < found[1]


def test_a_fork_turns_in_one_track() -> None:
    assert tracks({0: Turn((50,), (0, 50, 100))}) == ({0: 0}, 1)

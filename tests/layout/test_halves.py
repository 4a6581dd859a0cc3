"""Text in two columns: characters of half an em, lines of 1.2 em, at 20 pt."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.deck.nodes import Block
from deckbuild.layout.carried import block_texts
from deckbuild.layout.halves import can_be_halved, halves
from tests.samples import block, context


def parted(*blocks: Block) -> tuple[list[list[str]], list[list[str]]]:
    """What stands in the columns, block by block."""

    def said(column: Sequence[Block]) -> list[list[str]]:
        return [[str(each) for each in block_texts(part)] for part in column]

    first, second = halves(blocks, 400, context())
    return said(first), said(second)


def test_a_list_is_parted_in_the_middle() -> None:
    assert parted(block("bullets", ["a", "b", "c", "d"])) == ([["a", "b"]], [["c", "d"]])


def test_a_long_entry_counts_for_its_lines() -> None:
    """40 characters make a line: the first entry has three lines."""
    assert parted(block("bullets", ["word " * 20, "b", "c", "d", "e"])) == (
        [["word " * 20, "b"]],
        [["c", "d", "e"]],
    )


def test_entries_keep_what_is_below_them() -> None:
    nested = {"a": ["a1", "a2"]}
    assert parted(block("bullets", [nested, "b", "c", "d", "e"])) == (
        [["a", "a1", "a2", "b"]],
        [["c", "d", "e"]],
    )


def test_steps_go_on_counting() -> None:
    _, (second,) = halves([block("steps", ["a", "b", "c", "d"])], 400, context())
    assert getattr(second, "first", None) == 3


def test_a_heading_stays_with_the_first_half() -> None:
    assert parted(block("checklist", ["a", "b", "c", "d"], heading="Point")) == (
        [["Point", "a", "b"]],
        [["c", "d"]],
    )


def test_the_second_column_begins_with_a_heading_where_one_is_near() -> None:
    points = [
        block("bullets", ["a", "b", "c", "d"], heading="One"),
        block("bullets", ["e", "f"], heading="Two"),
    ]
    _, second = parted(*points)
    assert second == [["Two", "e", "f"]]


def test_no_entry_stands_alone() -> None:
    first, second = parted(block("text", "word " * 30), block("bullets", ["a", "b", "c", "d"]))
    assert (len(first), second) == (1, [["a", "b", "c", "d"]])


def test_two_entries_arent_worth_two_columns() -> None:
    assert not can_be_halved([block("bullets", ["a", "b", "c"])])
    assert can_be_halved([block("bullets", ["a", "b", "c", "d"])])
    assert can_be_halved([block("bullets", ["a", "b"]), block("bullets", ["c", "d"])])

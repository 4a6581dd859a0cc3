"""Blocks one below the other. At 20 pt a line of text is 24 pt high, a heading of 22 pt is 26.4 pt high."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.deck.nodes import Block
from deckbuild.document import Frame, Text
from deckbuild.geometry import Size
from deckbuild.layout.stack import stack
from tests.samples import A_FAULT, Sponge, Stone, block, context, shapes, texts

REGION = Size(500, 400)


def stacked(*blocks: Block, fill: bool = False) -> Frame:
    return stack(blocks, REGION, context(), fill=fill)


def test_text_after_text_is_one_text() -> None:
    frame = stacked(block("text", "one"), block("bullets", ["two", "three"]))
    (text,) = frame.items
    assert isinstance(text, Text)
    assert [each.text for each in text.body.paragraphs] == ["one", "two", "three"]
    assert frame.size.height == 24 + 10 + 24 + 5 + 24  # half the size between blocks


def test_a_heading_is_text_too_and_close_to_what_follows() -> None:
    frame = stacked(block("text", "one", heading="Point"))
    (text,) = frame.items
    assert isinstance(text, Text)
    assert [each.text for each in text.body.paragraphs] == ["Point", "one"]
    assert frame.size.height == pytest.approx(26.4 + 4 + 24)


def test_a_main_point_stands_apart_from_the_one_above() -> None:
    frame = stacked(block("text", "one"), block("text", "two", heading="Point"))
    assert frame.size.height == pytest.approx(24 + 16 + 26.4 + 4 + 24)


def numbered(*blocks: Block) -> list[list[str]]:
    """The texts of a stack, each as the list of its paragraphs."""
    return [[each.text for each in text.body.paragraphs] for text in texts(stacked(*blocks))]


def test_steps_that_start_anew_are_a_text_of_their_own() -> None:
    """In one text LibreOffice would count on from the list above, over the heading between."""
    first, second = block("steps", ["a", "b"], heading="One"), block("steps", ["c"], heading="Two")
    assert numbered(first, second) == [["One", "a", "b"], ["Two", "c"]]
    assert stacked(first, second).size.height == pytest.approx(
        26.4 + 4 + 24 + 5 + 24 + 16 + 26.4 + 4 + 24  # the distances are those of one text
    )


@pytest.mark.parametrize(
    ("between", "start", "parts"),
    [
        ([], 1, 2),
        (["text"], 1, 2),
        (["bullets"], 1, 1),  # starts anew by itself everywhere
        (["text"], 3, 1),  # and so does a higher number
        ([], 3, 1),
    ],
)
def test_when_numbers_part_a_text(between: list[str], start: int, parts: int) -> None:
    first, second = block("steps", ["a", "b"]), block("steps", ["c"], start=start)
    assert (
        len(numbered(first, *(block(kind, "x" if kind == "text" else ["x"]) for kind in between), second))
        == parts
    )


def test_what_is_no_text_stands_alone() -> None:
    frame = stacked(block("text", "one"), Stone(high=50), block("text", "two"))
    first, second = texts(frame)
    (stone,) = shapes(frame)
    assert (first.rect.top, stone.rect.top, second.rect.top) == (0, 34, 94)
    assert frame.size.height == 94 + 24


def test_a_heading_over_a_stone() -> None:
    frame = stacked(Stone(high=50, heading="Point"))
    (stone,) = shapes(frame)
    assert stone.rect.top == pytest.approx(26.4 + 4)


def test_blocks_that_a_graphic_shows_are_left_out() -> None:
    frame = stacked(block("text", "one"), block("text", "two", shown_in="diagram"))
    assert [each.body.text for each in texts(frame)] == ["one"]


def test_what_isnt_there_has_no_height() -> None:
    assert stacked() == Frame(Size(500, 0))


def test_blocks_that_grow_share_the_height_left() -> None:
    frame = stacked(Sponge(high=50), block("text", "one"), Sponge(high=100), fill=True)
    first, second = shapes(frame)
    spare = 400 - 50 - 10 - 24 - 10 - 100
    assert (first.rect.height, second.rect.height) == (50 + spare / 2, 100 + spare / 2)
    assert frame.size.height == pytest.approx(400)


def test_without_fill_they_take_what_they_need() -> None:
    assert stacked(Sponge(high=50)).size.height == 50


def test_too_much_is_seen_in_the_size() -> None:
    assert stacked(Stone(high=300), Stone(high=300), fill=True).size.height == 610


def test_faults_are_passed_on() -> None:
    assert stacked(Stone(high=1), block("text", "one"), Stone(high=1)).diagnostics == (A_FAULT, A_FAULT)


HEADINGS = st.sampled_from([None, "Point", "A point that is long enough to be broken into two lines"])
BLOCKS = st.one_of(
    st.builds(lambda text, head: block("text", text, heading=head), st.text("ab \n", max_size=90), HEADINGS),
    st.builds(
        lambda items, head: block("bullets", items, heading=head),
        st.lists(st.text("ab ", min_size=1, max_size=60), min_size=1, max_size=4),
        HEADINGS,
    ),
    st.builds(lambda high, head: Stone(high=high, heading=head), st.floats(1, 200), HEADINGS),
    st.builds(lambda high, head: Sponge(high=high, heading=head), st.floats(1, 200), HEADINGS),
    st.builds(lambda text: block("callout", text), st.text("ab ", min_size=1, max_size=60)),
)


@given(st.lists(BLOCKS, max_size=6), st.booleans())
@settings(max_examples=60)
def test_nothing_overlaps_and_the_size_holds_it_all(blocks: list[Block], fill: bool) -> None:
    frame = stacked(*blocks, fill=fill)
    solid = [item for item in frame.items if not (isinstance(item, Text) and item.name == "Callout")]
    panels = [item for item in solid if item.name != "Callout edge"]
    for above, below in itertools.pairwise(panels):
        assert above.rect.bottom <= below.rect.top + 1e-6
    assert all(item.rect.bottom <= frame.size.height + 1e-6 for item in frame.items)
    assert all(item.rect.left >= 0 and item.rect.right <= REGION.width for item in frame.items)


@given(st.lists(BLOCKS, max_size=6))
@settings(max_examples=40)
def test_filling_never_makes_it_overflow(blocks: list[Block]) -> None:
    """Apart from rounding: what grows ends where the region does."""
    needs = stacked(*blocks).size.height
    assert stacked(*blocks, fill=True).size.height <= max(needs, REGION.height) + 1e-6


@given(st.lists(BLOCKS, max_size=5))
@settings(max_examples=40)
def test_no_text_is_lost(blocks: list[Block]) -> None:
    frame = stacked(*blocks)
    drawn = "".join("".join(text.body.text.split()) for text in texts(frame))
    for each in blocks:
        assert "".join((each.heading or "").split()) in drawn
        for said in (getattr(each, "text", None), *(e.text for e in getattr(each, "bullets", ()))):
            assert said is None or "".join(said.split()) in drawn

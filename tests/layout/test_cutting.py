"""Content cut up for pages: as few as will do, about equally full, cut where it disturbs least.

Characters are half an em wide and lines 1.2 em high, so that a row of a table of 20 pt is 24 pt of text and
12 pt of inset high: 36 pt, as is its header. `tight` has body text of 20 pt only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.blocks.code import Code
from deckbuild.blocks.steps import Steps
from deckbuild.blocks.table import TableBlock
from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block
from deckbuild.document import Shape, Table
from deckbuild.geometry import Size
from deckbuild.layout.cutting import cut_up
from deckbuild.layout.stack import stacked_height
from tests.samples import block, context


def tight(size: float = 20.0) -> LayoutContext:
    at = context(size)
    scale = at.theme.type
    theme = replace(at.theme, type=replace(scale, body=replace(scale.body, min=size, max=size)))
    return replace(at, theme=theme)


def table(rows: int, **options: object) -> Block:
    return block(
        "table", {"columns": ["Key"], "rows": [[f"row {number}"] for number in range(rows)], **options}
    )


def pages(blocks: Sequence[Block], height: float, first: float | None = None) -> list[list[Block]]:
    room = Size(800, height)
    cut = cut_up(blocks, replace(room, height=first or height), room, tight())
    return [list(page) for page in cut.pages] if cut else []


def rows(page: Sequence[Block]) -> int:
    return sum(len(each.rows) for each in page if isinstance(each, TableBlock))


# --- how many pages, and what on each -------------------------------------------------------------


def test_what_fits_one_page_is_not_cut() -> None:
    assert pages([table(9)], 360) == []


def test_pages_are_equally_full_and_none_begins_with_the_last_row() -> None:
    """Nine rows fit below a header."""
    assert [rows(page) for page in pages([table(10)], 360)] == [5, 5]
    assert [rows(page) for page in pages([table(19)], 360)] == [7, 6, 6]


def test_what_stands_above_is_on_the_first_page_and_what_stands_below_on_the_last() -> None:
    """A line of text is 24 pt high, with half an em above the next block."""
    lead, note = block("text", "Above"), block("callout", "Below")
    first, *others, last = pages([lead, table(30), note], 360)
    assert (first[0], last[-1]) == (lead, note)
    assert [rows(page) for page in (first, *others, last)] == [7, 8, 8, 7]


def test_a_first_page_with_less_room_has_fewer_rows() -> None:
    assert [rows(page) for page in pages([table(16)], 360, first=288)] == [7, 9]


def test_a_row_higher_than_a_page_stands_alone() -> None:
    high = block("table", {"columns": ["Key"], "rows": [["a"], ["word " * 900], ["b"]]})
    assert [rows(page) for page in pages([high], 360)] == [1, 1, 1]


def test_blocks_that_cannot_be_cut_go_to_a_page_as_a_whole() -> None:
    long = block("text", "word " * 150)
    assert pages([long, long], 360) == [[long], [long]]


def test_the_largest_text_that_needs_no_more_pages() -> None:
    """At 18 pt a row is 32.4 pt high, and 13 of them need two pages; at 24 pt seven are 345 pt high."""
    cut = cut_up([table(13)], Size(800, 360), Size(800, 360), context())
    assert cut is not None
    assert (cut.size, len(cut.pages)) == (24.0, 2)


def test_a_block_is_left_whole_rather_than_cut_for_balance() -> None:
    """Three rows and eight; five and six would repeat a header."""
    assert [rows(page) for page in pages([table(3), table(8)], 360)] == [3, 8]


def test_text_is_no_larger_than_its_words_have_room_for() -> None:
    """Characters are half an em wide: 78 of them, and 22 pt of insets, have 800 pt at 19 pt."""
    wide = block("table", {"columns": ["Key"], "rows": [["x" * 78]] * 13})
    cut = cut_up([wide], Size(800, 360), Size(800, 360), context())
    assert cut is not None
    assert (cut.size, len(cut.pages)) == (19.0, 2)


# --- kinds of blocks ------------------------------------------------------------------------------


def test_each_part_of_a_table_has_the_header_and_the_columns_of_the_whole() -> None:
    content = {"columns": ["Key", "Value"], "rows": [["a", "short"]] * 9 + [["a longer key", "b"]]}
    parts = pages([block("table", content, heading="Limits")], 360)
    drawn = [part[0].lay_out(Size(800, 0), tight()).items[0] for part in parts]
    assert all(isinstance(each, Table) for each in drawn)
    assert len({each.columns for each in drawn if isinstance(each, Table)}) == 1
    assert {each.rows[0].cells[0].body.text for each in drawn if isinstance(each, Table)} == {"Key"}
    assert {part[0].heading for part in parts} == {"Limits"}


def test_steps_are_counted_on() -> None:
    parts = pages([block("steps", ["step"] * 20, start=3)], 360)
    assert [part[0].first for part in parts if isinstance(part[0], Steps)] == [3, 13]


def test_code_is_cut_at_a_blank_line_near_the_middle() -> None:
    source = "\n".join([*["first"] * 9, "", *["second"] * 12])
    parts = pages([block("code", {"source": source})], 360)
    assert [part[0].source.split() for part in parts if isinstance(part[0], Code)] == [
        ["first"] * 9,
        ["second"] * 12,
    ]


def test_a_session_is_cut_before_a_prompt() -> None:
    source = "$ first\n" + "said\n" * 8 + "$ second\n" + "said\n" * 12
    parts = pages([block("code", {"language": "console", "source": source})], 360)
    assert [part[0].source.split()[1] for part in parts if isinstance(part[0], Code)] == ["first", "second"]


def test_text_is_rather_smaller_than_cut_in_a_worse_place() -> None:
    """Lines of code of 16 pt are 20 pt high, so that twelve fit; of 18 pt eleven do, and two pages still
    would."""
    source = "line\n" * 12 + "\n" + "other\n" * 8
    cut = cut_up([block("code", {"source": source})], Size(800, 285), Size(800, 285), context())
    assert cut is not None
    sources = [page[0].source.split() for page in cut.pages if isinstance(page[0], Code)]
    assert sources == [["line"] * 12, ["other"] * 8]


def test_a_string_over_the_cut_has_the_colour_of_a_string_on_both_sides() -> None:
    source = 'text = """\n' + "words of a string\n" * 24 + '"""\n'
    parts = pages([block("code", {"language": "python", "source": source})], 360)
    assert len(parts) == 2
    colors = set()
    for part in parts:
        (box,) = part[0].lay_out(Size(800, 0), tight()).items
        assert isinstance(box, Shape)
        assert box.body is not None
        colors |= {
            run.style.color
            for paragraph in box.body.paragraphs
            for run in paragraph.runs
            if "words" in run.text
        }
    assert colors == {tight().theme.code.string}


def test_all_parts_of_code_are_of_the_size_that_its_longest_line_allows() -> None:
    source = "short\n" * 20 + "x" * 90 + "\n" + "short\n" * 10
    parts = pages([block("code", {"source": source})], 360)
    sizes = set()
    for part in parts:
        (box,) = part[0].lay_out(Size(800, 0), tight()).items
        assert isinstance(box, Shape)
        assert box.body is not None
        sizes |= {run.style.size for paragraph in box.body.paragraphs for run in paragraph.runs}
    assert len(sizes) == 1


# --- any content ----------------------------------------------------------------------------------


words = st.integers(1, 60).map(lambda count: "word " * count)
some_blocks = st.one_of(
    words.map(lambda text: block("text", text)),
    st.lists(words, min_size=1, max_size=30).map(lambda items: block("bullets", items)),
    st.lists(words, min_size=1, max_size=30).map(lambda items: block("steps", items, heading="Steps")),
    st.lists(words, min_size=1, max_size=30).map(
        lambda cells: block("table", {"columns": ["A", "B"], "rows": [[cell, "b"] for cell in cells]})
    ),
    st.lists(st.sampled_from(["a = 1", "", "    b"]), min_size=1, max_size=60).map(
        lambda lines: block("code", {"source": "x\n" + "\n".join(lines)})
    ),
)


@pytest.mark.slow
@given(st.lists(some_blocks, min_size=1, max_size=4))
def test_every_page_fits_unless_it_holds_one_entry_and_nothing_is_lost(blocks: list[Block]) -> None:
    room = Size(800, 378)
    cut = cut_up(blocks, room, room, context())
    if cut is None:
        return
    at = context(cut.size)
    for page in cut.pages:
        if stacked_height(page, room.width, at) > room.height:
            (only,) = page
            division = only.division(room.width, at)
            assert division is None or len(division.heights) == 1
    assert [said for page in cut.pages for each in page for said in _said(each)] == [
        said for each in blocks for said in _said(each)
    ]


def _said(each: Block) -> list[str]:
    match each:
        case Code():
            return [line for line in each.source.splitlines() if line.strip()]
        case TableBlock():
            return [row[0] for row in each.rows]
        case _:
            entries = getattr(each, each.kind)
            return [entries] if isinstance(entries, str) else [entry.text for entry in entries]

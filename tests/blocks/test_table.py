"""Tables: columns by their content, rows by their text, spare height shared."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from deckbuild.color import contrast
from deckbuild.document import Color, Frame, Table
from deckbuild.geometry import Size
from tests.samples import block, broken, context

WIDE = Size(1000, 0)


def draw(columns: list[str], rows: list[list[str]], region: Size = WIDE, **options: Any) -> Frame:
    return block("table", {"columns": columns, "rows": rows, **options}).lay_out(region, context(20))


def table(frame: Frame) -> Table:
    (item,) = frame.items
    assert isinstance(item, Table)
    return item


def test_columns_share_the_width_by_what_their_text_needs() -> None:
    """Characters are 10 pt wide, and each cell has 11 pt on both sides: 62 and 162."""
    made = table(draw(["four", "fourteen chars"], [["a", "b"]], Size(448, 0)))
    assert made.columns == pytest.approx((124, 324), abs=1)
    assert made.rect.width == pytest.approx(448)


def test_a_long_cell_wraps_where_the_width_is_short() -> None:
    made = table(draw(["key", "value"], [["one", "two three four"]], Size(150, 0)))
    assert sum(made.columns) == pytest.approx(150)
    lines = made.rows[1].cells[1].body.paragraphs[0].lines
    assert broken(lines) == ["two", "three", "four"]


def test_columns_that_cannot_shrink_say_how_wide_they_are() -> None:
    assert draw(["unbreakable", "as well"], [["a", "b"]], Size(100, 0)).size.width > 100


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    """Lines of 24 pt, 6 pt above and below."""
    made = table(draw(["a", "b"], [["one", "two three"], ["x", "y"]], Size(180, 0), widths=[1, 1]))
    assert [row.height for row in made.rows] == pytest.approx([36, 60, 36])


def test_rows_spread_into_room_to_spare_but_not_too_far() -> None:
    assert draw(["a"], [["b"]], Size(100, 90)).size.height == pytest.approx(90)
    assert draw(["a"], [["b"]], Size(100, 500)).size.height == pytest.approx(72 * 1.6)


def test_the_header_is_marked_and_bold_and_readable() -> None:
    made = table(draw(["a"], [["b"], ["c"]]))
    head = made.rows[0].cells[0]
    style = head.body.paragraphs[0].runs[0].style
    assert made.header
    assert style.bold
    assert isinstance(head.fill, Color)
    assert contrast(style.color, head.fill) >= 4.5
    assert made.rows[1].cells[0].fill != made.rows[2].cells[0].fill


def test_cells_take_markup_and_numbers() -> None:
    made = table(draw(["a", "b"], [["**bold**", 50]]))  # type: ignore[list-item]
    bold, number = made.rows[1].cells
    assert bold.body.paragraphs[0].runs[0].style.bold
    assert number.body.text == "50"


def test_columns_may_be_aligned() -> None:
    made = table(draw(["a", "b"], [["x", "1"]], align=["left", "right"]))
    assert [row.cells[1].body.paragraphs[0].align for row in made.rows] == ["right", "right"]


def test_a_table_says_what_it_is_to_those_who_cannot_see_it() -> None:
    assert table(draw(["Name", "Use"], [["a", "b"]])).alt == "Table of 1 rows with the columns Name, Use"
    assert table(draw(["Name"], [["a"]], alt="Names")).alt == "Names"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"rows": [["a", "b"], ["a"]]}, "row 2 has 1 cells, the table has 2 columns"),
        ({"widths": [1]}, "1 widths for 2 columns"),
        ({"align": ["left", "left", "left"]}, "3 align for 2 columns"),
    ],
)
def test_a_table_is_rectangular(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        block("table", {"columns": ["a", "b"], "rows": [["a", "b"]], **options})


def test_a_column_has_room_for_its_longest_word_whatever_its_share() -> None:
    """ "unbreakable" is 110 pt wide, with 11 pt on both sides and half a point to spare."""
    made = table(draw(["unbreakable", "b"], [["a", "b"]], Size(200, 0), widths=[1, 9]))
    assert made.columns == pytest.approx((132.5, 67.5))


def test_a_short_text_stays_on_its_line_before_a_long_one_saves_one_of_many() -> None:
    made = table(draw(["one two", "b"], [["a", "three four " * 9]], Size(300, 0)))
    assert broken(made.rows[0].cells[0].body.paragraphs[0].lines) == ["one two"]


def test_rows_of_equally_many_lines_are_equally_high() -> None:
    made = table(draw(["a"], [["**one**"], ["`two`"], ["three"]]))
    assert len({row.height for row in made.rows}) == 1


def test_a_link_in_the_header_is_readable() -> None:
    head = table(draw(["[a](https://example.org)"], [["b"]])).rows[0].cells[0]
    (run,) = head.body.paragraphs[0].runs
    assert isinstance(head.fill, Color)
    assert run.link
    assert contrast(run.style.color, head.fill) >= 4.5

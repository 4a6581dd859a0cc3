"""Blocks side by side."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from deckbuild.geometry import Size
from tests.samples import block, context, texts

GAP = 14.4 * 1.5


def test_equal_columns_share_the_width() -> None:
    frame = block("columns", [["one"], ["two"]]).lay_out(Size(421.6, 500), context())
    left, right = texts(frame)
    assert (left.rect.left, left.rect.width) == pytest.approx((0, 200))
    assert (right.rect.left, right.rect.width) == pytest.approx((200 + GAP, 200))


def test_columns_may_have_relative_widths() -> None:
    frame = block("columns", [["one"], ["two"]], widths=[1, 3]).lay_out(Size(421.6, 500), context())
    assert [text.rect.width for text in texts(frame)] == pytest.approx([100, 300])


def test_the_longest_column_gives_the_height() -> None:
    frame = block("columns", ["one", ["two", "three"]]).lay_out(Size(421.6, 500), context())
    assert frame.size.height == 24 + 10 + 24


def test_a_heading_stands_in_its_own_column() -> None:
    inner = [[{"text": "one", "heading": "First"}], [{"bullets": ["two"], "heading": "Second"}]]
    frame = block("columns", inner).lay_out(Size(421.6, 500), context())
    assert [text.body.paragraphs[0].text for text in texts(frame)] == ["First", "Second"]


def test_there_is_a_width_for_each_column() -> None:
    with pytest.raises(ValidationError, match="3 widths for 2 columns"):
        block("columns", [["one"], ["two"]], widths=[1, 2, 3])


@pytest.mark.parametrize("columns", [[["one"]], [["one"]] * 5])
def test_there_are_two_to_four(columns: list[list[str]]) -> None:
    with pytest.raises(ValidationError):
        block("columns", columns)

"""A label with a mark before its words, or above them. Characters are 10 points wide, lines 24 high."""

from __future__ import annotations

import pytest

from deckbuild.document import Shape, Text
from deckbuild.geometry import Rect, Size
from deckbuild.layout.boxes import Box, Drawn, Setting, fixed, text
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marked import after_mark, below_mark, headed
from tests.samples import context

TEN = Setting(20.0, context())
MARK = fixed(Size(14.0, 30.0), lambda rect: (Shape(rect),))


def rects(box: Box, width: float, height: float) -> list[Rect]:
    def rect(item: Drawn) -> Rect:
        assert isinstance(item, (Shape, Text))
        return item.rect

    return [rect(item) for item in box.draw(Rect(0.0, 0.0, width, height))]


def words(*lines: str) -> list[LabelParagraph]:
    return [LabelParagraph(line) for line in lines]


def test_words_stand_after_their_mark_in_the_middle_of_the_height() -> None:
    label = after_mark(text(words("four"), TEN), MARK, TEN)
    assert label.natural == Size(60.5, 30.0)  # 14 for the mark, 6 between, 40 and a half for the words
    assert rects(label, 100.0, 50.0) == [Rect(0, 10, 14, 30), Rect(20, 13, 80, 24)]


def test_both_may_stand_in_the_middle_as_one() -> None:
    label = after_mark(text(words("four"), TEN), MARK, TEN, at="center")
    assert rects(label, 100.0, 30.0) == [Rect(20, 0, 14, 30), Rect(40, 3, 40.5, 24)]


def test_a_mark_stands_by_the_first_of_several_lines() -> None:
    low = fixed(Size(14.0, 20.0), lambda rect: (Shape(rect),))
    label = after_mark(text(words("four four"), TEN), low, TEN)
    assert rects(label, 70.0, 48.0)[0] == Rect(0, 0, 14, 24)


def test_but_in_the_middle_of_several_paragraphs() -> None:
    low = fixed(Size(14.0, 20.0), lambda rect: (Shape(rect),))
    label = after_mark(text(words("four", "four"), TEN), low, TEN, several=True)
    assert rects(label, 70.0, 48.0)[0] == Rect(0, 0, 14, 48)


def test_words_below_their_mark() -> None:
    label = below_mark(words("four"), MARK, TEN)
    assert rects(label, 100.0, 77.0) == [Rect(0, 10, 100, 30), Rect(0, 43, 100, 24)]


@pytest.mark.parametrize(
    ("label", "width", "tall", "above"),
    [
        ("four four", 120.0, False, False),
        ("four four", 120.0, True, True),
        ("four four", 55.0, False, True),  # a word would be torn
        ("four four four", 65.0, False, True),  # three lines
    ],
)
def test_a_mark_heads_its_label_where_there_is_no_room_beside_it(
    label: str, width: float, tall: bool, above: bool
) -> None:
    _, found = headed(words(label), MARK, width, TEN, tall=tall, at="left")
    assert found == above

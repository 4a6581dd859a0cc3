"""Lines at their places. A character is 5 pt wide, a line 12 pt high, its baseline 9.6 pt below its top."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckbuild.diagnostics import NOWHERE
from deckbuild.document import Bullet, Frame, Group, Line, Text, TextBody, walk
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.finish import finished
from deckbuild.layout.lines import with_lines
from tests.samples import PLAIN, context, run

BOX = Size(100, 60)


def lines(body: TextBody, size: Size = BOX) -> tuple[Line, ...]:
    return with_lines(body, size, PLAIN).lines


def body(*words: str, **more: object) -> TextBody:
    return TextBody(tuple(PLAIN.paragraph((run(each),), 100) for each in words), **more)  # type: ignore[arg-type]


def test_lines_stand_below_each_other_from_the_insets_on() -> None:
    first, second = lines(body("one", "three", insets=Insets.all(4)))
    assert (first.rect, first.baseline) == (Rect(4, 4, 15, 12), pytest.approx(13.6))
    assert (second.rect, second.paragraph) == (Rect(4, 16, 25, 12), 1)


@pytest.mark.parametrize(("anchor", "top"), [("top", 0), ("middle", 24), ("bottom", 48)])
def test_an_anchor_says_where_spare_height_is(anchor: str, top: float) -> None:
    (line,) = lines(body("one", anchor=anchor))
    assert line.rect.top == top


@pytest.mark.parametrize(("anchor", "top"), [("top", 0), ("middle", -4), ("bottom", -8)])
def test_text_too_high_runs_over_on_the_sides_that_its_anchor_leaves(anchor: str, top: float) -> None:
    first, _ = lines(body("one", "two", anchor=anchor), Size(100, 16))
    assert first.rect.top == top


@pytest.mark.parametrize(("align", "left"), [("left", 0), ("center", 42.5), ("right", 85)])
def test_an_alignment_says_where_spare_width_is(align: str, left: float) -> None:
    (paragraph,) = body("one").paragraphs
    (line,) = lines(TextBody((replace(paragraph, align=align),)))  # type: ignore[arg-type]
    assert (line.rect.left, line.runs[0].left) == (left, left)


def test_runs_are_cut_where_lines_break() -> None:
    paragraph = PLAIN.paragraph((run("one two "), run("six")), 40)
    found = lines(TextBody((paragraph,)))
    assert [[(each.run.text, each.left) for each in line.runs] for line in found] == [
        [("one two", 0.0)],
        [("six", 0.0)],
    ]


def test_space_before_the_first_paragraph_does_not_count() -> None:
    spaced = [PLAIN.paragraph((run("one"),), 100, space_before=5, space_after=3) for _ in range(2)]
    assert [line.rect.top for line in lines(TextBody(tuple(spaced)))] == [0, 20]


def test_marks_hang_beside_the_first_line_and_count() -> None:
    number = Bullet(numbering="1.", start=9)
    listed = [PLAIN.paragraph((run("one two"),), 40, bullet=number, margin=15, indent=-15) for _ in range(2)]
    found = lines(TextBody(tuple(listed)))
    marks = [(line.mark.run.text, line.mark.left) if line.mark else None for line in found]
    assert marks == [("9.", 0.0), None, ("10.", 0.0), None]
    assert [line.rect.left for line in found] == [15, 15, 15, 15]


def test_a_first_line_without_a_mark_is_indented() -> None:
    paragraph = PLAIN.paragraph((run("one two six"),), 55, margin=10, indent=5)
    assert [line.rect.left for line in lines(TextBody((paragraph,)))] == [15, 10]


def test_right_to_left_text_stands_in_the_order_that_is_seen() -> None:
    """`אב API גד` is seen as דג API בא."""
    paragraph = PLAIN.paragraph((run("אב API גד"),), 100)
    (line,) = lines(TextBody((paragraph,)))
    assert line.text == "אב API גד"
    assert [(each.run.text, each.left, each.rtl) for each in line.runs] == [
        ("אב ", 85.0, True),
        ("API", 70.0, False),
        (" גד", 55.0, True),
    ]


def test_items_of_a_page_have_roles_keys_and_places_in_the_source() -> None:
    label = Text(Rect(0, 0, 100, 12), body("one"))
    title = Text(Rect(0, 0, 100, 12), body("two"), placeholder="title")
    inside = Frame(BOX, (label, label))
    made = finished((title, Group(Rect.of_size(BOX), inside, key="load")), NOWHERE, context())
    assert [(item.role, item.key) for item in walk(made)] == [
        ("title", "title 1"),
        ("content", "load"),
        ("label", "load/label 1"),
        ("label", "load/label 2"),
    ]

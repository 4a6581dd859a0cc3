"""The comparison itself: it must see what it is there to see."""

from __future__ import annotations

from deckbuild.document import Color, Face, MeasuredLine, Page, Paragraph, Run, TextBody, TextStyle
from deckbuild.geometry import Rect
from tests.visual.pdf import Comparison, Placed, Word, compare_page, in_rows, letters

STYLE = TextStyle(Face("Calibri"), 20, Color("#000000"))


def text(*lines: str) -> Placed:
    runs = (Run(" ".join(lines), STYLE),)
    paragraph = Paragraph(runs, lines=tuple(MeasuredLine(line, 90, 24, 19) for line in lines))
    return Placed(Rect(0, 0, 100, 24 * len(lines)), TextBody((paragraph,)), "text")


def word(said: str, left: float, top: float) -> Word:
    return Word(said, Rect(left, top, 6 * len(said), 14))


def compare(placed: Placed, *words: Word) -> list[Comparison]:
    return list(compare_page(Page(1, "", "", ()), [placed], words))


def test_equal_lines() -> None:
    (found,) = compare(text("one two", "three"), word("one", 0, 5), word("two", 24, 5), word("three", 0, 29))
    assert found == Comparison(1, "text", ("onetwo", "three"), ("onetwo", "three"))
    assert found.equal


def test_a_line_that_breaks_early() -> None:
    (found,) = compare(text("one two", "three"), word("one", 0, 5), word("two", 0, 20), word("three", 0, 33))
    assert found.drawn == ("one", "two", "three")
    assert found.breaks == {6}
    assert found.drawn_breaks == {3, 6}


def test_a_word_outside_its_box_isnt_found() -> None:
    (found,) = compare(text("one two"), word("one", 0, 5), word("two", 90, 5))
    assert not found.found


def test_bullets_and_numbers_are_skipped() -> None:
    (found,) = compare(text("one two"), word("1.", 0, 5), word("one", 16, 5), word("two", 40, 5))
    assert found.equal


def test_ligatures_case_and_spaces_dont_count() -> None:
    assert letters("ﬁrst\u00a0Class\u2060 line") == "firstclassline"


def test_words_in_rows() -> None:
    low, high = word("b", 30, 4), word("a", 0, 6)
    assert in_rows([low, high, word("c", 0, 30)]) == [[high, low], [word("c", 0, 30)]]

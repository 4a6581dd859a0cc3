"""The measure's parts on inputs that are worked out by hand; no renderer needed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from tools.measure.box import Box
from tools.measure.emptiness import largest_empty
from tools.measure.letters import letters
from tools.measure.matching import Word, match
from tools.measure.pdf import Glyph, Page
from tools.measure.pptx_texts import Shape, Slide

PAGE = Box(0, 0, 720, 540)


def glyphs(*lines: str, left: float = 0, top: float = 0, drawn: int = 0) -> list[Glyph]:
    """Lines of glyphs, 10 pt wide and high, a new line every 20 pt."""
    return [
        Glyph(
            character,
            Box(left + 10 * column, top + 20 * row, left + 10 * column + 10, top + 20 * row + 10),
            top + 20 * row + 10,
            0.0,
            10.0,
            drawn,
        )
        for row, line in enumerate(lines)
        for column, character in enumerate(line)
    ]


def words(shapes: Sequence[Shape], drawn: Sequence[Glyph]) -> list[Word]:
    found, _ = match(Slide(1, "", tuple(shapes)), Page(PAGE, tuple(drawn), ()))
    return found


def shape(*paragraphs: str, left: float = 0, top: float = 0) -> Shape:
    return Shape("Shape", Box(left, top, left + 100, top + 100), paragraphs=paragraphs)


def tears(text: str, *lines: str) -> list[str]:
    return [word.torn for word in words([shape(text)], glyphs(*lines)) if word.torn]


def test_case_accents_ligatures_and_punctuation_make_no_difference() -> None:
    assert "".join(map(letters, "Naïve ﬁancé’s Straße, x²")) == "naivefiancesstrassex2"


def test_a_word_in_two_lines_is_torn() -> None:
    assert tears("a network grows", "a netw", "ork grows") == ["netw|ork"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("two words", ("two", "words")),
        ("self-hosted", ("self-", "hosted")),
        ("network", ("net-", "work")),  # hyphenated by the renderer
        ("日本語", ("日本", "語")),
        ("ภาษาไทย", ("ภาษา", "ไทย")),
    ],
)
def test_a_line_may_end_there(text: str, lines: tuple[str, ...]) -> None:
    assert tears(text, *lines) == []


def test_a_soft_hyphen_that_is_not_drawn_is_no_hyphen() -> None:
    assert tears("net\u00adwork", "net", "work") == ["net\u00ad|work"]


def test_a_word_that_is_not_drawn_has_no_glyphs() -> None:
    found = words([shape("one two three")], glyphs("one three"))
    assert [(word.text, bool(word.glyphs)) for word in found] == [
        ("one", True),
        ("two", False),
        ("three", True),
    ]


def test_of_equal_words_each_shape_has_the_nearest() -> None:
    left, right = shape("same"), shape("same", left=400)
    found = words([right, left], [*glyphs("same"), *glyphs("same", left=400)])
    assert [(word.shape.box.left, word.ink.left) for word in found] == [(400, 400), (0, 0)]


def test_texts_over_each_other_are_told_apart_by_the_order_of_drawing() -> None:
    one, two = glyphs("abc", drawn=1), glyphs("xyz", left=5, drawn=2)
    mixed = [glyph for pair in zip(one, two, strict=True) for glyph in pair]
    assert [len(word.glyphs) for word in words([shape("abc"), shape("xyz")], mixed)] == [3, 3]


def test_the_largest_empty_rectangle_lies_beside_what_is_drawn() -> None:
    pixels = np.full((375, 500, 3), 255, dtype=np.uint8)  # 720 by 540 pt at 50 dpi
    pixels[:, 100:105] = 0
    assert largest_empty(pixels, []) == Box(158.4, 0, 720, 540)  # a cell is 7.2 pt; the edge is in the next


def test_a_flat_ground_is_empty_and_a_picture_is_not() -> None:
    pixels = np.full((375, 500, 3), 40, dtype=np.uint8)
    assert largest_empty(pixels, []) == PAGE
    assert largest_empty(pixels, [Box(0, 0, 720, 270)]).top == pytest.approx(270, abs=7.2)


def test_a_turned_box() -> None:
    turned = Box(0, 0, 40, 20).turned(90, (20, 10))
    assert (turned.left, turned.top) == pytest.approx((10, -10))
    assert (turned.right, turned.bottom) == pytest.approx((30, 30))

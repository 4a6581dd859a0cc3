"""The text block. At 20 pt a character is 10 pt wide and a line 24 pt high."""

from __future__ import annotations

import pytest

from deckbuild.document import Text
from deckbuild.geometry import Rect, Size
from tests.samples import block, broken, context


def test_text_is_broken_to_the_region() -> None:
    frame = block("text", "one two three").lay_out(Size(85, 500), context())
    (text,) = frame.items
    assert isinstance(text, Text)
    assert broken(text.body.paragraphs[0].lines) == ["one two", "three"]
    assert text.rect == Rect(0, 0, 85, 48)
    assert frame.size == Size(85, 48)


def test_a_blank_line_starts_a_paragraph() -> None:
    frame = block("text", "one\ntwo\n\nthree\n").lay_out(Size(500, 500), context())
    (text,) = frame.items
    assert isinstance(text, Text)
    assert [paragraph.text for paragraph in text.body.paragraphs] == ["one two", "three"]
    assert frame.size.height == 24 + 8 + 24  # two fifths of the size between them


def test_markup_becomes_runs() -> None:
    (text,) = block("text", "a **b** *c* `d`").lay_out(Size(500, 500), context()).items
    assert isinstance(text, Text)
    runs = [run for run in text.body.paragraphs[0].runs if run.text.strip()]
    assert [(run.text.strip(), run.style.bold, run.style.italic) for run in runs] == [
        ("a", False, False), ("b", True, False), ("c", False, True), ("d", False, False),
    ]  # fmt: skip
    assert (runs[3].style.face.name, runs[3].style.size) == ("Courier New", 18)


def test_size_and_colour_are_those_of_the_surroundings() -> None:
    at = context(22)
    (text,) = block("text", "one").lay_out(Size(500, 500), at).items
    assert isinstance(text, Text)
    style = text.body.paragraphs[0].runs[0].style
    assert (style.size, style.color) == (22, at.tone.text)


def test_what_doesnt_fit_is_seen_in_the_size() -> None:
    frame = block("text", "one two three").lay_out(Size(60, 10), context())
    assert frame.size.height == 3 * 24


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("aaaa bbbb ccc", ["aaaa", "bbbb ccc"]),  # three of nine characters: too short to stand alone
        ("aaaa bbbb cccc", ["aaaa bbbb", "cccc"]),  # long enough
    ],
)
def test_a_short_last_word_takes_another_along(text: str, lines: list[str]) -> None:
    (item,) = block("text", text).lay_out(Size(9.3 * 10, 400), context()).items
    assert isinstance(item, Text)
    assert [line.text.replace("\u00a0", " ") for line in item.body.paragraphs[0].lines] == lines

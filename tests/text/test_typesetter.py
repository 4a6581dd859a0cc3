"""Breaking lines. A character is half its size wide, so 5 pt at 10 pt; a line is 12 pt high.

A line keeps half a point free (`SPARE`), so ten characters need a box of 50.5 pt.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckbuild.document import Bullet, Run
from deckbuild.geometry import Insets
from deckbuild.text.typesetter import SPARE, Typesetter
from tests.samples import PLAIN, STYLE, broken, run


def lines(text: str, width: float) -> list[str]:
    return broken(PLAIN.lines((run(text),), width))


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 100, ["one two three"]),
        ("one two three", 40, ["one two", "three"]),
        ("one two three", 20, ["one", "two", "thre", "e"]),
        ("", 40, [""]),
        ("   ", 40, [""]),
        ("one  two", 20, ["one", "two"]),  # spaces at a line's end hang, however many
        ("one-two", 25, ["one-", "two"]),
        ("2024–2025", 30, ["2024–", "2025"]),
        ("req/second", 30, ["req/", "second"]),  # a solidus is no place to break, unless the word is too long
        ("example.org/app/release", 60, ["example.org/", "app/release"]),
        ("max_batch_size: 2.5", 45, ["max_", "batch_", "size: 2.5"]),
        ("Infra\u00adstructure", 30, ["Infra\u00ad", "struct", "ure"]),
        ("Infra\u00adstructure", 25, ["Infra", "\u00ad", "struc", "ture"]),  # no room for the hyphen
        ("a req/second", 55, ["a", "req/second"]),
        ("5\u00a0min later", 35, ["5\u00a0min", "later"]),
        ("after 5\u00a0min", 40, ["after", "5\u00a0min"]),
        ("one\vtwo", 100, ["one", "two"]),
        ("one\v", 100, ["one", ""]),
        ("\vone", 100, ["", "one"]),
        ("(see the note)", 40, ["(see the", "note)"]),
        ("A → B", 20, ["A →", "B"]),
        ("10% of $5,000", 30, ["10% of", "$5,000"]),
    ],
)
def test_lines(text: str, width: float, expected: list[str]) -> None:
    assert lines(text, width + SPARE) == expected


def test_a_line_keeps_half_a_point_free() -> None:
    assert lines("one two", 35.5) == ["one two"]
    assert lines("one two", 35.4) == ["one", "two"]


def test_a_line_knows_its_width_and_height() -> None:
    first, second = PLAIN.lines((run("one two"),), 20.5)
    assert (first.width, first.height) == (15, 12)
    assert (second.width, second.height) == (15, 12)


def test_letter_spacing_counts_in_every_line() -> None:
    """Seven characters of 5 pt with 1.5 pt after each are 45.5 pt wide; untracked they would be 35 pt."""
    tracked = Run("one two", replace(STYLE, tracking=1.5))
    assert broken(PLAIN.lines((tracked,), 45.5 + SPARE)) == ["one two"]
    assert broken(PLAIN.lines((tracked,), 45.4 + SPARE)) == ["one", "two"]
    assert PLAIN.lines((tracked,), 100)[0].width == 45.5
    assert PLAIN.width((tracked,)) == 45.5 + SPARE
    assert PLAIN.widest_unit((tracked,)) == 3 * 6.5 + SPARE


def test_arabic_letters_stay_joined() -> None:
    tracked = replace(STYLE, tracking=1.5, caps=True)
    arabic, latin = PLAIN.paragraph((Run("مرحبا", tracked), Run("abc", tracked)), 100).runs
    assert (arabic.style.tracking, arabic.style.caps) == (0, False)
    assert (latin.style.tracking, latin.style.caps) == (1.5, True)


@pytest.mark.parametrize(
    ("text", "rtl", "align"),
    [
        ("שלום API", True, "right"),
        ("(2024) مرحبا", True, "right"),
        ("API שלום", False, "left"),
        ("plain", False, "left"),
        ("2024", False, "left"),
    ],
)
def test_a_paragraph_runs_as_its_first_letter_does(text: str, rtl: bool, align: str) -> None:
    found = PLAIN.paragraph((run(text),), 100)
    assert (found.rtl, found.align) == (rtl, align)


@pytest.mark.parametrize(
    ("text", "rtl"), [("שלום", True), ("API שלום", True), ("2024", True), ("Latin only.", False)]
)
def test_in_a_deck_that_runs_left_only_latin_text_does_not(text: str, rtl: bool) -> None:
    left = Typesetter(PLAIN.metrics, rtl=True)
    found = left.paragraph((run(text),), 100)
    assert (found.rtl, found.align) == (rtl, "right")
    assert left.paragraph((run(text),), 100, bullet=Bullet("•"), margin=15, indent=-15).rtl
    assert left.paragraph((run(text),), 100, align="center").align == "center"
    assert left.paragraph((run(text),), 100, rtl=False).align == "left"


def test_a_line_is_as_high_as_its_largest_run() -> None:
    found = PLAIN.lines((run("small "), run("large", 20), run(" small")), 60)
    assert [(line.text, line.height) for line in found] == [("small", 12), ("large", 24), ("small", 12)]


def test_runs_break_as_one_text() -> None:
    assert broken(PLAIN.lines((run("un"), run("broken "), run("word")), 45.5)) == ["unbroken", "word"]


def test_an_empty_paragraph_has_the_height_of_its_style() -> None:
    (line,) = PLAIN.lines((run("", 20),), 100)
    assert line.height == 24


def test_line_spacing_multiplies_the_pitch_and_an_exact_pitch_replaces_it() -> None:
    loose = PLAIN.paragraph((run("one two"),), 20.5, line_spacing=1.5)
    exact = PLAIN.paragraph((run("one two"),), 20.5, pitch=14)
    assert [line.height for line in loose.lines] == [18, 18]
    assert [line.height for line in exact.lines] == [14, 14]


def test_spacing_is_added_above_the_letters_and_taken_from_there() -> None:
    """Of a pitch of 12 points, 2.4 are below the baseline."""
    (single,) = PLAIN.paragraph((run("one"),), 100).lines
    (loose,) = PLAIN.paragraph((run("one"),), 100, line_spacing=1.5).lines
    (exact,) = PLAIN.paragraph((run("one"),), 100, pitch=14).lines
    assert (single.ascent, loose.ascent, exact.ascent) == pytest.approx((9.6, 15.6, 11.6))


def test_a_margin_narrows_the_lines() -> None:
    found = PLAIN.paragraph((run("one two"),), 45.5, margin=15)
    assert broken(found.lines) == ["one", "two"]


def test_without_a_bullet_the_first_line_starts_at_the_indent() -> None:
    found = PLAIN.paragraph((run("one two six ten"),), 50.5, margin=15, indent=-15)
    assert broken(found.lines) == ["one two", "six ten"]
    found = PLAIN.paragraph((run("one two six ten"),), 35.5, indent=15)
    assert broken(found.lines) == ["one", "two six", "ten"]


def test_with_a_bullet_all_lines_start_at_the_margin() -> None:
    found = PLAIN.paragraph((run("one two six"),), 50.5, bullet=Bullet("•"), margin=15, indent=-15)
    assert broken(found.lines) == ["one two", "six"]


def test_width_is_that_of_the_box_that_keeps_a_text_on_one_line() -> None:
    runs = (run("one "), run("two"))
    assert PLAIN.width(runs) == 35.5
    assert broken(PLAIN.lines(runs, PLAIN.width(runs))) == ["one two"]


def test_a_forced_break_parts_what_width_measures() -> None:
    assert PLAIN.width((run("a\vone "), run("two\vb"))) == 35.5


def test_the_widest_unit_is_that_of_the_box_that_tears_no_word() -> None:
    runs = (run("a req/second of 5\u00a0min"),)
    assert PLAIN.widest_unit(runs) == 50.5  # req/second
    assert broken(PLAIN.lines(runs, 50.5)) == ["a", "req/second", "of 5\u00a0min"]


def test_the_height_of_a_body() -> None:
    """Space before the first paragraph and after the last one doesn't count."""
    body = PLAIN.body(
        (
            PLAIN.paragraph((run("one"),), 100, space_before=50, space_after=2),
            PLAIN.paragraph((run("two"),), 100, space_before=3, space_after=50),
        ),
        insets=Insets(top=7, bottom=8),
    )
    assert body.height == 7 + 12 + 2 + 3 + 12 + 8


def test_the_width_of_a_body() -> None:
    body = PLAIN.body((PLAIN.paragraph((run("one two"),), 100, margin=10),), insets=Insets(left=4, right=2))
    assert body.width == 35 + 10 + 6


def test_where_a_text_may_break_is_looked_up_once() -> None:
    setter = Typesetter(PLAIN.metrics)
    first = setter.break_positions("one two")
    assert first == (4, 7)
    assert setter.break_positions("one two") is first


def test_capitals_are_broken_as_wide_as_they_are_shown() -> None:
    style = run("").style
    shown = Run("ßßß", type(style)(style.face, 10, style.color, caps=True))
    assert PLAIN.width((shown,)) == 6 * 5 + SPARE


def test_a_line_that_tears_a_word_knows_how_wide_the_word_is() -> None:
    lines = PLAIN.lines((run("a cathedral"),), 30)

    assert [(line.text, line.torn) for line in lines] == [("a", 0.0), ("cathe", 45.5), ("dral", 0.0)]


def set_paragraph(text: str, width: float) -> list[str]:
    return [line.text for line in PLAIN.paragraph((run(text),), width).lines]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("costs favor self-hosted", 85, ["costs favor", "self-\u2060hosted"]),
        ("self-hosted", 30, ["self-", "hosted"]),  # no room for the whole word
        ("it self-hosted", 60, ["it self-", "hosted"]),  # would leave a hole
        ("we favor self-hosted tools", 75, ["we favor self-", "hosted tools"]),  # would cost a line
        ("between 10-15 slides", 65, ["between 10-15", "slides"]),
        ("see example.org/releases", 70, ["see", "example.org/\u200b", "releases"]),
        ("Infra\u00adstruk\u00adtur", 65, ["Infrastruk\u2010", "tur"]),
        ("Infra\u00adstruk\u00adtur", 90, ["Infrastruktur"]),
    ],
)
def test_a_paragraph_says_where_its_lines_end(text: str, width: float, expected: list[str]) -> None:
    assert set_paragraph(text, width + SPARE) == expected


def test_a_paragraph_knows_how_many_lines_wider_glyphs_would_add() -> None:
    assert PLAIN.paragraph((run("one two three"),), 69).strain == 0
    assert PLAIN.paragraph((run("one two three"),), 67).strain == 1  # 65 pt become 67.6
    assert PLAIN.paragraph((run("one two a"),), 36).strain == 0  # tight, but the next line has room

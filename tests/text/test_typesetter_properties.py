"""What holds for any text at any width: no word is lost, no line is too wide."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.deck.inline import NO_BREAK_SPACE, bind_units
from deckbuild.document import Run
from deckbuild.text.metrics import load_metrics
from deckbuild.text.typesetter import SLACK, SPARE, Typesetter
from tests.samples import run

ALPHABET = "abc WM.,-–—/()'\"%$0123456789→\u00a0é漢"
REAL = Typesetter(load_metrics())

RUNS = st.lists(
    st.tuples(st.text(ALPHABET + "\v", max_size=40), st.sampled_from([12.0, 18.0, 24.0])),
    min_size=1,
    max_size=4,
).map(lambda parts: tuple(run(text, size) for text, size in parts))
WORDS = st.lists(st.text("abcdefgWM", min_size=1, max_size=12), min_size=1, max_size=30)
WIDTHS = st.floats(1, 400)


def squeezed(text: str) -> str:
    """The text without what may vanish at a line's end."""
    return text.replace(" ", "").replace("\v", "")


@given(RUNS, WIDTHS)
@settings(max_examples=300)
def test_no_character_is_lost_and_none_changes_place(runs: tuple[Run, ...], room: float) -> None:
    lines = REAL.lines(runs, room)
    whole = "".join(each.text for each in runs)
    assert squeezed("".join(line.text for line in lines)) == squeezed(whole)


@given(RUNS, WIDTHS)
@settings(max_examples=300)
def test_no_line_is_wider_than_its_box_unless_it_is_one_character(runs: tuple[Run, ...], room: float) -> None:
    for line in REAL.lines(runs, room):
        assert line.width <= room - SPARE + SLACK or len(line.text) == 1


@given(WORDS, WIDTHS)
def test_a_line_takes_all_that_fits(words: list[str], room: float) -> None:
    """The first word of a line wouldn't have fitted on the line before it."""
    room += REAL.widest_unit((run(" ".join(words)),))
    lines = REAL.lines((run(" ".join(words)),), room)
    for line, following in pairwise(lines):
        longer = run(f"{line.text} {following.text.split()[0]}")
        assert REAL.width((longer,)) > room


@given(RUNS, WIDTHS, WIDTHS)
def test_a_wider_box_never_needs_more_lines(runs: tuple[Run, ...], one: float, other: float) -> None:
    narrow, wide = sorted((one, other))
    assert len(REAL.lines(runs, wide)) <= len(REAL.lines(runs, narrow))


@given(RUNS)
def test_the_width_of_a_text_keeps_it_on_one_line(runs: tuple[Run, ...]) -> None:
    forced = "".join(each.text for each in runs).count("\v")
    assert len(REAL.lines(runs, REAL.width(runs))) == 1 + forced


@given(WORDS, WIDTHS)
def test_the_widest_unit_tears_no_word(words: list[str], more: float) -> None:
    runs = (run(" ".join(words)),)
    lines = REAL.lines(runs, REAL.widest_unit(runs) + more)
    assert [word for line in lines for word in line.text.split()] == words


UNITS = st.sampled_from(["s", "ms", "minutes", "%", "requests/second", "GB"])


@given(st.lists(st.tuples(st.integers(0, 5000), UNITS), min_size=1, max_size=6), WIDTHS)
def test_a_number_is_never_parted_from_its_unit(pairs: list[tuple[int, str]], room: float) -> None:
    text = bind_units(", then ".join(f"{number} {unit}" for number, unit in pairs))
    runs = (run(text),)
    said = " ".join(line.text for line in REAL.lines(runs, REAL.widest_unit(runs) + room))
    assert all(f"{number}{NO_BREAK_SPACE}{unit}" in said for number, unit in pairs)


@given(RUNS, WIDTHS)
@settings(max_examples=300)
def test_a_paragraph_keeps_every_sign_but_those_that_say_where_lines_end(
    runs: tuple[Run, ...], room: float
) -> None:
    paragraph = REAL.paragraph(runs, room)

    written = "".join(each.text for each in runs)
    assert paragraph.text.translate({0x200B: None, 0x2060: None}) == written
    assert paragraph.lines == REAL.lines(paragraph.runs, room)

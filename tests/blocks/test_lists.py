"""Bullets, steps and checklists: one layout, three marks."""

from __future__ import annotations

import pytest

from deckbuild.blocks.steps import Steps
from deckbuild.diagnostics import DeckError
from deckbuild.document import BOX, Paragraph, Text
from deckbuild.geometry import Size
from tests.samples import block, broken, context, deck


def paragraphs(kind: str, entries: list[object], width: float = 500) -> tuple[Paragraph, ...]:
    (text,) = block(kind, entries).lay_out(Size(width, 500), context()).items
    assert isinstance(text, Text)
    return text.body.paragraphs


@pytest.mark.parametrize(
    ("kind", "char", "numbering", "hang"),
    [("bullets", "•", None, 19), ("steps", "", "1.", 24), ("checklist", BOX, None, 24)],
)
def test_marks_hang_in_the_margin(kind: str, char: str, numbering: str | None, hang: float) -> None:
    (first, _) = paragraphs(kind, ["one", "two"])
    assert first.bullet is not None
    assert (first.bullet.char, first.bullet.numbering) == (char, numbering)
    assert (first.margin, first.indent) == (hang, -hang)


def test_entries_are_broken_beside_their_marks() -> None:
    (only,) = paragraphs("bullets", ["one two"], width=19 + 65)
    assert broken(only.lines) == ["one", "two"]


def test_there_is_a_quarter_of_the_size_between_entries() -> None:
    frame = block("bullets", ["one", "two", "three"]).lay_out(Size(500, 500), context())
    assert frame.size.height == 24 + 5 + 24 + 5 + 24


def test_a_list_below_an_entry_hangs_from_it() -> None:
    above, below, after = paragraphs("bullets", [{"text": "one", "bullets": ["two"]}, "three"])
    assert (above.level, below.level, after.level) == (0, 1, 0)
    assert below.margin == 2 * above.margin
    assert below.bullet is not None
    assert below.bullet.char == "–"


def test_steps_below_a_step_are_lettered() -> None:
    _, below = paragraphs("steps", [{"text": "one", "steps": ["two"]}])
    assert below.bullet is not None
    assert below.bullet.numbering == "a."


def test_bullets_may_stand_below_a_box() -> None:
    _, below = paragraphs("checklist", [{"text": "one", "bullets": ["two"]}])
    assert below.bullet is not None
    assert below.bullet.char == "–"


def test_a_deep_list_leaves_most_of_its_width_to_its_text() -> None:
    """Nine levels of 24 pt marks are more than two fifths of 240 pt: they stand closer."""
    entry: object = "nine"
    for _ in range(8):
        entry = {"text": "above", "bullets": [entry]}
    found = paragraphs("bullets", [entry], width=240)
    assert [paragraph.level for paragraph in found] == list(range(9))
    assert found[-1].margin < 0.4 * 240 + 19
    assert all(paragraph.indent == -19 for paragraph in found)


@pytest.mark.parametrize("kind", ["bullets", "steps", "checklist"])
def test_a_tenth_level_is_refused_where_it_begins(kind: str) -> None:
    nested = "".join(
        f"{'  ' * level}- text: level {level + 1}\n{'  ' * level}  bullets:\n" for level in range(9)
    )
    body = "\n".join(" " * 6 + line for line in (nested + "  " * 9 + "- too deep").splitlines())
    with pytest.raises(DeckError) as error:
        deck(f"title: A\nslides:\n- title: B\n  content:\n  - {kind}:\n{body}\n")
    (fault,) = error.value.diagnostics
    assert (fault.code, fault.span.line, fault.span.column) == ("DCK112", 24, 27)
    assert fault.message == "a list has at most 9 levels, this entry is on level 10"


def starts(content: str) -> list[int]:
    """The number that each block of steps starts with, on a slide of that content."""
    made = deck("title: A\nslides:\n- title: B\n  content:\n" + content)
    return [block.first for block in made.slides[0].blocks if isinstance(block, Steps)]


def test_steps_start_at_one_or_where_they_are_told() -> None:
    assert starts("  - steps: [a, b]\n  - steps: [c]\n  - {steps: [d], start: 7}\n") == [1, 1, 7]


def test_steps_continue_those_before_them_on_the_slide() -> None:
    content = """\
  - {steps: [a, b], start: 4}
  - text: and then
  - {steps: [c], continue: true}
  - columns:
    - {steps: {steps: [d, e], continue: true}}
    - text: beside
  - {steps: [f], continue: true}
"""
    assert starts(content) == [4, 6, 7, 9]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "  - text: x\n  - {steps: [a], continue: true}\n",
            "6:28: error: there are no steps before these on the slide to continue [DCK113]",
        ),
        (
            "  - steps: [a]\n  - {steps: [b], continue: true, start: 3}\n",
            "6:28: error: steps either start at a number or continue [DCK108]",
        ),
        ("  - {steps: [a], start: 0}\n", "5:25: error: 'start' must be at least 1, is the number 0 [DCK105]"),
    ],
)
def test_what_steps_cant_count(content: str, said: str) -> None:
    with pytest.raises(DeckError) as error:
        starts(content)
    assert said in str(error.value)


def test_every_number_says_where_its_list_starts() -> None:
    (text,) = block("steps", ["one", "two"], start=5).lay_out(Size(500, 500), context()).items
    assert isinstance(text, Text)
    assert [each.bullet.start for each in text.body.paragraphs if each.bullet] == [5, 5]


def test_numbers_of_several_digits_get_room() -> None:
    """At 20 pt "100." is 40 pt wide; a third of the size stands between it and the text."""
    (text,) = block("steps", ["one", "two"], start=99).lay_out(Size(500, 500), context()).items
    assert isinstance(text, Text)
    assert text.body.paragraphs[0].margin == 40 + 7

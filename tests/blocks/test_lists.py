"""Bullets, steps and checklists: one layout, three marks."""

from __future__ import annotations

import pytest

from deckbuild.document import Paragraph, Text
from deckbuild.geometry import Size
from tests.samples import block, broken, context


def paragraphs(kind: str, entries: list[object], width: float = 500) -> tuple[Paragraph, ...]:
    (text,) = block(kind, entries).lay_out(Size(width, 500), context()).items
    assert isinstance(text, Text)
    return text.body.paragraphs


@pytest.mark.parametrize(
    ("kind", "char", "scheme", "hang"),
    [("bullets", "•", "", 19), ("steps", "", "arabicPeriod", 24), ("checklist", "¨", "", 24)],
)
def test_marks_hang_in_the_margin(kind: str, char: str, scheme: str, hang: float) -> None:
    (first, _) = paragraphs(kind, ["one", "two"])
    assert first.bullet is not None
    assert (first.bullet.char, first.bullet.scheme) == (char, scheme)
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
    assert below.bullet.scheme == "alphaLcPeriod"


def test_bullets_may_stand_below_a_box() -> None:
    _, below = paragraphs("checklist", [{"text": "one", "bullets": ["two"]}])
    assert below.bullet is not None
    assert below.bullet.char == "–"

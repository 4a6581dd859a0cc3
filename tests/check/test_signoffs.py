"""Sign-offs hold for exactly the content that was signed."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from deckbuild.check.measures.appendices import read_appendices
from deckbuild.check.signoffs import (
    Unit,
    canonical,
    digest,
    named,
    sign,
    signing,
    units,
    units_for,
)
from deckbuild.pipeline import read
from tests.check.proof import Checked, small_deck

DECK = """\
title: A deck
slides:
  - title: One
    content:
      - code: {language: bash, source: ls}
  - title: Two
    notes: Said.
"""
DAY = datetime.date(2026, 5, 4)


def slides_of(text: str, folder: Path) -> list[str]:
    return [canonical(slide) for slide in read(small_deck(text, folder)).slides]


def units_of(folder: Path) -> tuple[Unit, ...]:
    return units(read(folder), read_appendices(folder)[0])


def test_layout_and_comments_of_the_file_dont_count(tmp_path: Path) -> None:
    same = """\
# a comment
title: A deck
slides:
  - content:
      - code:
          source: "ls"
          language: bash
    title: "One"
  - {title: Two, notes: "Said."}
"""
    assert slides_of(DECK, tmp_path / "a") == slides_of(same, tmp_path / "b")


@pytest.mark.parametrize(
    ("old", "new"), [("ls}", "ls -l}"), ("language: bash", "language: sh"), ("One", "One!")]
)
def test_every_change_of_content_counts(old: str, new: str, tmp_path: Path) -> None:
    before, after = slides_of(DECK, tmp_path / "a"), slides_of(DECK.replace(old, new), tmp_path / "b")

    assert before[0] != after[0]
    assert before[1] == after[1]


def test_notes_in_paragraphs_keep_their_digest(tmp_path: Path) -> None:
    text = (
        "title: A deck\nslides:\n  - title: One\n    notes: |\n      [Pause]\n\n      One and\n      two.\n"
    )
    (slide,) = slides_of(text, tmp_path)
    assert '"notes":[{"cue":"Pause"},{"speech":"One and two."}]' in slide


@pytest.mark.parametrize(
    ("old", "new"),
    [("- One", "1. One"), ("# Two", "## Two"), ("Three |", "Four |"), ("ls", "ls -l"), ("---", "")],
)
def test_every_change_of_the_notes_counts(old: str, new: str, tmp_path: Path) -> None:
    notes = "- One\n\n# Two\n\n| Three |\n| - |\n\n    ls\n\n---\n"
    slide = "title: A deck\nslides:\n  - title: One\n    notes: |\n{}"
    before, after = (
        slides_of(slide.format("".join(f"      {line}\n" for line in text.split("\n"))), tmp_path / folder)
        for text, folder in ((notes, "a"), (notes.replace(old, new, 1), "b"))
    )
    assert before != after


def test_every_slide_of_the_good_deck_has_a_digest_of_its_own(good: Checked) -> None:
    digests = {digest(canonical(slide)) for slide in good.deck.slides}

    assert len(digests) == 12


def test_waivers_dont_count(tmp_path: Path) -> None:
    waived = DECK + "    waivers:\n      - {rule: NOT002, reason: Short.}\n"

    assert slides_of(DECK, tmp_path / "a") == slides_of(waived, tmp_path / "b")


def test_whether_a_slide_may_go_on_doesnt_count(tmp_path: Path) -> None:
    going_on = DECK + "    continue: true\n"

    assert slides_of(DECK, tmp_path / "a") == slides_of(going_on, tmp_path / "b")


def test_an_item_is_signed_when_all_it_is_about_is(tmp_path: Path) -> None:
    every = units_of(small_deck(DECK, tmp_path))
    wanted = units_for("realistic-examples", every)

    first = sign((), "realistic-examples", every[:1], "A. Reviewer", DAY, "")
    both = sign(first, "realistic-examples", every[1:], "B. Reviewer", DAY, "read with the author")

    assert signing("realistic-examples", wanted, first).notes == (
        "signed by A. Reviewer on 2026-05-04 for slide 1",
        "nobody has signed for slide 2",
    )
    assert signing("realistic-examples", wanted, both).complete
    assert not signing("technical-accuracy", wanted, both).complete


def test_a_changed_slide_ends_its_sign_off_and_no_other(tmp_path: Path) -> None:
    every = units_of(small_deck(DECK, tmp_path / "a"))
    signed = sign((), "realistic-examples", every, "A. Reviewer", DAY, "")
    changed = units_of(small_deck(DECK.replace("Said", "Said it"), tmp_path / "b"))

    state = signing("realistic-examples", changed, signed)

    assert not state.complete
    assert state.notes == (
        "signed by A. Reviewer on 2026-05-04 for slide 1",
        'slide 2 "Two" has changed since A. Reviewer signed it on 2026-05-04',
    )


def test_commands_are_signed_where_there_are_commands(tmp_path: Path) -> None:
    (tmp_path / "appendices").mkdir()
    (tmp_path / "appendices" / "H-runbook.md").write_text("```bash\nls\n```\n", "utf-8")
    (tmp_path / "appendices" / "I-rubric.md").write_text("Ten points.\n", "utf-8")
    every = units_of(small_deck(DECK, tmp_path))

    assert named(units_for("commands", every), every) == "slide 1 and appendices/H-runbook.md"
    assert units_for("architecture", every) == ()


def test_a_new_signature_takes_the_place_of_the_old(tmp_path: Path) -> None:
    every = units_of(small_deck(DECK, tmp_path))
    old = sign((), "realistic-examples", every, "A. Reviewer", DAY, "")
    new = sign(old, "realistic-examples", every[1:], "B. Reviewer", DAY, "")

    assert [(each.by, list(each.covers)) for each in new] == [
        ("A. Reviewer", ["slide-1"]),
        ("B. Reviewer", ["slide-2"]),
    ]

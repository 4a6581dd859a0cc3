"""How notes are placed on their page, and what is said of those that don't fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from deckbuild.context import LayoutContext
from deckbuild.document import NOTES_PLACES, Document
from deckbuild.geometry import Size
from deckbuild.layout.notes_page import NotesPage, notes_page, notes_places
from deckbuild.text.metrics import FaceMetrics, FontMetrics
from deckbuild.text.typesetter import Typesetter
from tests.samples import context, deck

# At 12 pt a character is 6 pt wide and a line 14.4 pt high; a line holds 77 characters in 468 pt.
LINE = "word " * 14 + "end"


def laid(text: str, surroundings: LayoutContext | None = None) -> NotesPage:
    slide = deck(f"title: D\nslides:\n  - title: T\n    notes: |\n{text}").slides[0]
    return notes_page(slide, surroundings or context())


def paragraphs(count: int, text: str = LINE) -> str:
    return "".join(f"      {text}\n\n" for _ in range(count))


def size(page: NotesPage) -> float:
    return page.blocks[-1].runs[0].style.size


def test_no_notes_need_no_places() -> None:
    assert notes_page(deck("title: D\nslides: [{title: T}]\n").slides[0], context()) == NotesPage()


def test_short_notes_stand_below_a_large_picture_in_twelve_points() -> None:
    page = laid(paragraphs(5))
    assert (size(page), page.places) == (12, NOTES_PLACES)


def test_the_picture_has_the_slides_shape() -> None:
    assert notes_places(Size(720, 540), 240.0).image.size == Size(240, 180)


def test_what_fits_just_fits() -> None:
    # Below the largest picture there are 428.75 pt. The heading needs 15.6 and 3 below it, a paragraph 14.4
    # and 4 below it, but the last one nothing: 18.6 + 22 * 18.4 + 14.4 = 437.8 is one paragraph too much.
    assert laid(paragraphs(22)).places == NOTES_PLACES
    assert laid(paragraphs(23)).places != NOTES_PLACES


def test_longer_notes_take_room_from_the_picture_and_then_from_the_type() -> None:
    pages = [laid(paragraphs(count)) for count in (20, 24, 28, 36, 44)]
    widths = [page.places.image.width for page in pages if page.places]
    assert widths == sorted(widths, reverse=True)
    assert [size(page) for page in pages] == sorted(map(size, pages), reverse=True)
    assert len(set(widths)) > 3
    assert not any(page.faults for page in pages)


@pytest.mark.parametrize("count", [10, 24, 30, 40])
def test_the_setting_taken_holds_the_notes(count: int) -> None:
    page = laid(paragraphs(count))
    assert page.places is not None
    high = sum(
        block.paragraph.height + block.paragraph.space_before + block.paragraph.space_after
        for block in page.blocks
    )
    assert high <= page.places.body.height + 15  # the space before the first and after the last


def test_what_does_not_fit_is_said_with_the_words_it_begins_with() -> None:
    page = laid(paragraphs(60) + "      And finally the point of it all.\n")
    (fault,) = page.faults
    assert fault.code == "NOT301"
    assert fault.message.endswith("from 'word word word word' on they run off it when printed")
    assert size(page) == 8
    assert page.blocks[-1].text == "And finally the point of it all."


def test_the_fault_stands_at_the_first_line_that_is_lost() -> None:
    numbered = "".join(f"      - Point {number}.\n" for number in range(1, 101))
    (fault,) = laid(numbered).faults
    # At 8 pt, below the smallest picture, there are 563.75 pt. An item needs 9.6 and 1.33 below it, the
    # heading 10.8 and 2: 51 items reach down to 12.8 + 50 * 10.93 + 9.6 = 569.1, the 50th to 558.2.
    assert fault.message == (
        "50 of 101 lines of the notes (100 words) don't fit on their page at 8 pt: "
        "from 'Point 51. Point 52.' on they run off it when printed"
    )
    assert fault.span.line == 4 + 51


def test_lines_with_signs_of_other_faces_are_reckoned_higher() -> None:
    # A face of ASCII, so the 22 lines of the test above are 18 pt high each, and no longer fit.
    ascii_only = FaceMetrics(1000, 960, 240, dict.fromkeys(range(32, 127), 500))
    faces = {("Calibri", bold, italic): ascii_only for bold in (False, True) for italic in (False, True)}
    surroundings = replace(context(), typesetter=Typesetter(FontMetrics(faces)))
    assert laid(paragraphs(22), surroundings).places == NOTES_PLACES
    assert laid(paragraphs(22, LINE + " 字"), surroundings).places != NOTES_PLACES


def test_the_fault_is_one_of_the_page(laid_out: Callable[[str], Document]) -> None:
    long = "title: D\nslides:\n  - title: T\n    notes: |\n" + paragraphs(80)
    (page,) = laid_out(long).pages
    assert [fault.code for fault in page.faults] == ["NOT301"]

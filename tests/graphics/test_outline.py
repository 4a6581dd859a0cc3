"""Outlines: a page with numbered sections, their sources and lengths, appendices and a bonus."""

from __future__ import annotations

import pytest

from deckbuild.document import Shape, Text
from deckbuild.geometry import Size
from tests.graphics.checks import check_apart, check_inside
from tests.graphics.drawn import boxes, check_readable, complaint, draw, graphic, sizes, words

PAGE = Size(355.6, 378.0)

PROPOSAL = """
heading: Deliverables
document: Proposal
subtitle: (for the client)
badge: Ready
sections:
  - Summary
  - {title: Platform, detail: with data, source: from Ex 1, pages: ~2 p, color: blue, done: true}
  - {title: Security, source: from Ex 2, pages: ~1 p, done: true}
  - {title: Next Steps, pages: ~1 p}
appendices_heading: Appendices
appendices: [Cost, Security detail, {title: Runbook, label: X}]
bonus: {label: Bonus, icon: presentation, title: Slides, lines: [Problem and answer, Next steps]}
"""


def test_everything_is_inside_and_no_texts_touch() -> None:
    frame = draw("outline", PROPOSAL, PAGE)
    check_inside(frame, PAGE)
    check_apart(frame)


def test_the_page_fills_its_region_below_the_heading() -> None:
    page = boxes(draw("outline", PROPOSAL, PAGE))["page"]
    assert page.bottom == pytest.approx(PAGE.height)
    assert page.width == PAGE.width
    assert page.top > 16


def test_sections_are_numbered_and_letters_count_the_appendices() -> None:
    said = words(draw("outline", PROPOSAL, PAGE))
    assert [said[said.index(title) - 1] for title in ("Summary", "Next Steps")] == ["1", "4"]
    assert [said[said.index(title) - 1] for title in ("Cost", "Security detail", "Runbook")] == [
        "A",
        "B",
        "X",
    ]


def test_only_done_sections_are_checked() -> None:
    names = [item.name for item in draw("outline", PROPOSAL, PAGE).items if isinstance(item, Shape)]
    assert names.count("Done") == 2
    assert names.count("To do") == 2
    assert names.count("Icon check") == 2


def test_a_row_says_title_detail_source_and_length_in_order() -> None:
    assert "Platform with data from Ex 1 ~2 p" in " ".join(words(draw("outline", PROPOSAL, PAGE)))


def test_sources_and_lengths_stand_in_columns() -> None:
    texts = [item for item in draw("outline", PROPOSAL, PAGE).items if isinstance(item, Text)]
    assert len({round(t.rect.right, 3) for t in texts if t.body.text.startswith("from")}) == 1
    assert len({round(t.rect.right, 3) for t in texts if t.body.text.startswith("~")}) == 1


def test_what_goes_with_it_is_one_paragraph_whose_parts_stay_whole() -> None:
    text = next(
        i for i in draw("outline", PROPOSAL, PAGE).items if isinstance(i, Text) and "Problem" in i.name
    )
    assert text.body.text == "Problem\xa0and\xa0answer\xa0· Next\xa0steps"


def test_text_is_never_smaller_than_a_label() -> None:
    assert min(sizes(draw("outline", PROPOSAL, Size(300, 200)))) == 12


def test_what_does_not_fit_says_so() -> None:
    assert draw("outline", PROPOSAL, Size(355, 120)).size.height > 120
    assert draw("outline", PROPOSAL, Size(90, 378)).size.width > 90


def test_a_word_of_the_name_that_is_too_wide_says_so() -> None:
    frame = draw("outline", f"document: {'x' * 60}\nsections: [One]", PAGE)
    assert frame.size.width > PAGE.width


def test_a_list_of_titles_is_enough() -> None:
    frame = draw("outline", "document: Report\nsections: [One, Two, Three]", PAGE)
    check_inside(frame, PAGE)
    assert words(frame) == ["Report", "1", "One", "2", "Two", "3", "Three"]


@pytest.mark.parametrize("dark", [False, True])
def test_everything_can_be_read(dark: bool) -> None:
    check_readable(graphic("outline", PROPOSAL), PAGE, dark=dark)


def test_a_section_without_a_title_is_reported() -> None:
    fault = complaint("outline", "document: Report\nsections:\n  - {pages: 2 p}")
    assert (fault.span.line, fault.message) == (9, "a section needs 'title'")

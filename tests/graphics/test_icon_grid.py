"""Icon grids: cards of one size, all text in one size, as large as fits."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from deckbuild.document import Frame, Group, Text, walk
from deckbuild.geometry import Rect, Size
from tests.graphics.drawn import HALF, WIDE, draw, graphic, sizes, words

THREE = """
cells:
  - {icon: file-text, title: Templates, lines: [Proposal, Slides]}
  - {icon: recycle, title: Reuse Your Work, lines: [Comparison, Cost model, Runbook]}
  - {icon: life-buoy, title: Support, lines: Ask in the channel, color: violet}
"""


def cards(frame: Frame) -> list[Rect]:
    return [item.rect for item in frame.items if isinstance(item, Group)]


def test_three_cards_share_a_wide_region() -> None:
    frame = draw("icon-grid", THREE, WIDE)

    first, second, third = cards(frame)
    assert first.left == 0
    assert third.right == pytest.approx(WIDE.width)
    assert first.size == second.size == third.size
    assert WIDE.height * 0.8 < first.height <= WIDE.height


def test_text_has_the_largest_size_and_titles_are_larger() -> None:
    assert sizes(draw("icon-grid", THREE, WIDE)) == {18.0, 22.0}


def test_a_narrow_region_has_fewer_columns() -> None:
    frame = draw("icon-grid", THREE, Size(270, 500))

    assert len({card.left for card in cards(frame)}) == 2
    assert frame.size == Size(270, 500)


def test_the_author_may_set_the_columns() -> None:
    frame = draw("icon-grid", THREE, WIDE, columns=2)

    assert [card.left > 0 for card in cards(frame)] == [False, True, False]


def test_all_text_is_shown_once_and_inside() -> None:
    for region in (WIDE, HALF):
        frame = draw("icon-grid", THREE, region)
        shown = " ".join(words(frame))
        for text in ("Templates", "Proposal Slides", "Reuse Your Work", "Comparison Cost model Runbook"):
            assert shown.count(text) == 1
        assert all(Rect.of_size(region).contains(item.rect, 0.1) for item in walk(frame.items))


def test_one_line_is_a_sentence_and_several_are_a_list() -> None:
    frame = draw("icon-grid", THREE, WIDE)

    lists = [item for item in walk(frame.items) if isinstance(item, Text) and item.name == "Lines"]
    bullets = [paragraph.bullet is not None for each in lists for paragraph in each.body.paragraphs]
    assert bullets == [True] * 5 + [False]


def test_what_does_not_fit_is_told() -> None:
    frame = draw("icon-grid", THREE, Size(300, 90))

    assert frame.size.height > 90
    assert min(sizes(frame)) == 12.0


def test_three_cards_want_the_whole_width_and_two_do_not() -> None:
    assert graphic("icon-grid", THREE).prefers_wide()
    assert not graphic("icon-grid", "cells: [{icon: x, title: A}, {icon: x, title: B}]").prefers_wide()


def test_an_unknown_icon_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="unknown icon 'fil-text'"):
        graphic("icon-grid", "cells: [{icon: fil-text, title: A}]")


def test_cards_in_a_row_are_in_step() -> None:
    uneven = """
        columns: 2
        cells:
          - {icon: user, title: Short, lines: [one]}
          - {icon: user, title: A title that is so long that it needs a second line in its card, lines: [two]}
    """
    first, second = (t for t in placed(draw("icon-grid", uneven, HALF)) if t.name == "Lines")
    assert first.rect.top == pytest.approx(second.rect.top)


def placed(frame: Frame) -> list[Text]:
    return [item for item in walk(frame.items) if isinstance(item, Text)]


def test_a_card_of_few_words_is_hardly_higher_than_they_are() -> None:
    short = cards(draw("icon-grid", "cells: [{icon: sun, title: Sun}, {icon: moon, title: Moon}]", WIDE))
    assert short[0].height < WIDE.height * 0.6

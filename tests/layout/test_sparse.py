"""Few words: on a panel in the middle, or on a card for each point."""

from __future__ import annotations

import pytest

from deckbuild.geometry import Rect
from deckbuild.layout.sparse import arrange_few
from tests.samples import block, context, shapes, texts

ZONE = Rect(43.2, 113, 873.6, 378)


def test_a_short_list_stands_in_the_middle_of_a_panel_as_large_as_it_may_be() -> None:
    found = arrange_few([block("bullets", ["Starch", "Protein", "Ash"])], ZONE, context())
    assert found is not None
    (area,) = found.areas
    (text,) = texts(area.frame)
    assert (area.rect, area.size) == (ZONE, 24)
    above, below = text.rect.top, area.rect.height - text.rect.bottom
    assert 0.7 < above / below < 1  # a little above the middle
    # Three lines of 28.8 points, 0.9 of 24 more between them than a list has, a quarter of 24.
    assert text.rect.height == pytest.approx(3 * 28.8 + 2 * (0.9 * 24 + 0.25 * 24))


def test_points_stand_on_cards_with_their_words_in_step() -> None:
    points = [block("text", "Weigh it.", heading="Do"), block("text", "Guess.", heading="Don't")]
    found = arrange_few(points, ZONE, context())
    assert found is not None
    (area,) = found.areas
    cards = [shape.rect for shape in shapes(area.frame) if shape.name == "Card"]
    assert cards == pytest.approx([Rect(0, 0, 429.6, 378), Rect(444, 0, 429.6, 378)])
    assert len({text.rect.top for text in texts(area.frame)}) == 1


def test_words_share_the_height_that_a_callout_leaves() -> None:
    list_, callout = block("bullets", ["Starch", "Protein"]), block("callout", "Weigh it.")
    found = arrange_few([list_, callout], ZONE, context())
    assert found is not None
    card, below = found.areas
    assert card.rect.top == ZONE.top
    assert below.rect.bottom == pytest.approx(ZONE.bottom)
    assert below.rect.top - card.rect.bottom == pytest.approx(14.4)
    assert below.rect.height == pytest.approx(below.frame.size.height)


@pytest.mark.parametrize(
    "full",
    [
        [block("bullets", ["A line of a list that is long enough"] * 9)],
        [block("code", {"language": "text", "source": "x"})],
        [block("text", "Words."), block("table", {"columns": ["a"], "rows": [["b"]]})],
    ],
    ids=["a long list", "code", "a table"],
)
def test_what_fills_the_page_or_is_more_than_words_is_left_to_others(full: list[object]) -> None:
    assert arrange_few(full, ZONE, context()) is None  # type: ignore[arg-type]

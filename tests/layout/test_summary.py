"""Summaries: the takeaway in a banner, the rest on cards."""

from __future__ import annotations

import pytest

from deckbuild.color import contrast
from deckbuild.document import Color
from deckbuild.geometry import Rect
from deckbuild.layout.arrangement import fits
from deckbuild.layout.summary import arrange_summary, takeaway
from deckbuild.theme import load_theme, theme_names
from tests.samples import Plate, block, context, shapes, texts

ZONE = Rect(43.2, 113, 873.6, 378)
KEY = block("text", "Mind the gap.", heading="Key takeaway")
DID = block("checklist", ["one", "two"], heading="What you did")
NEXT = block("text", "Go on.", heading="Next")


def test_a_takeaway_is_the_short_statement_that_leads() -> None:
    bare = block("text", "no heading")
    assert takeaway([KEY, DID]) is KEY
    assert takeaway([bare, DID]) is bare
    assert takeaway([DID, KEY]) is None
    assert takeaway([block("text", "word " * 41), DID]) is None


def test_a_lone_statement_has_the_page_to_itself() -> None:
    (banner,) = arrange_summary([KEY], (), ZONE, context()).areas
    assert banner.rect == ZONE


def test_points_without_a_takeaway_stand_on_cards_of_one_size_with_their_words_in_step() -> None:
    points = [block("bullets", ["one", "two"], heading=name) for name in ("Do", "Don't", "Ask")]
    areas = arrange_summary(points, (), ZONE, context()).areas
    assert len({(area.rect.top, area.rect.width, area.rect.height) for area in areas}) == 1
    assert len({texts(area.frame)[0].rect.top for area in areas}) == 1


def test_four_cards_stand_in_two_rows() -> None:
    points = [block("bullets", ["one"], heading=name) for name in "abcd"]
    areas = arrange_summary(points, (), ZONE, context()).areas
    assert [area.rect.top for area in areas] == pytest.approx([113, 113, 309.2, 309.2])


def test_a_last_word_stands_at_the_foot() -> None:
    last = block("callout", "Next week we bake.")
    card, banner = arrange_summary([DID, last], (), ZONE, context()).areas
    assert banner.rect.bottom == pytest.approx(ZONE.bottom)
    assert card.rect.bottom == pytest.approx(banner.rect.top - 14.4)


def test_a_banner_over_a_wide_and_a_narrow_card() -> None:
    banner, main, after = arrange_summary([KEY, DID, NEXT], (), ZONE, context()).areas
    assert (banner.rect.left, banner.rect.top, banner.rect.width) == (ZONE.left, ZONE.top, ZONE.width)
    assert main.rect.top == after.rect.top == pytest.approx(banner.rect.bottom + 14.4)
    assert main.rect.width > after.rect.width
    assert main.rect.bottom == after.rect.bottom == ZONE.bottom
    assert after.rect.right == pytest.approx(ZONE.right)


def test_a_single_card_takes_the_width() -> None:
    _, main = arrange_summary([KEY, DID], (), ZONE, context()).areas
    assert main.rect.width == ZONE.width


def test_all_is_said_in_order() -> None:
    areas = arrange_summary([KEY, DID, NEXT], (), ZONE, context()).areas
    said = [p.text for area in areas for text in texts(area.frame) for p in text.body.paragraphs]
    assert said == ["Key takeaway", "Mind the gap.", "What you did", "one", "two", "Next", "Go on."]


def test_the_placeholder_is_where_the_main_cards_text_is() -> None:
    found = arrange_summary([KEY, DID, NEXT], (), ZONE, context())
    (text,) = texts(found.areas[1].frame)
    assert found.text is not None
    placed = text.rect.moved(found.areas[1].rect.left, found.areas[1].rect.top)
    assert (placed.left, placed.top, placed.width) == pytest.approx(
        (found.text.left, found.text.top, found.text.width)
    )


def test_graphics_stand_beside_the_card() -> None:
    plate = Plate(id="plate")
    areas = arrange_summary([KEY, DID], (plate,), ZONE, context()).areas
    assert [area.graphic and area.graphic.id for area in areas] == [None, None, "plate"]
    assert not areas[1].rect.overlaps(areas[2].rect)


def test_a_long_list_is_set_smaller_and_what_is_too_long_overflows() -> None:
    long = block("checklist", ["item"] * 8)
    endless = block("checklist", ["item"] * 30)
    assert arrange_summary([KEY, long], (), ZONE, context()).areas[1].size < 24
    assert not fits(arrange_summary([KEY, endless], (), ZONE, context()).areas[1])


@pytest.mark.parametrize("name", theme_names())
def test_text_can_be_read_on_its_ground_in_every_theme(name: str) -> None:
    """4.5 (WCAG 2.2, §1.4.3)."""
    theme = load_theme(name)
    at = type(context())(theme, context().typesetter, 20, theme.light)
    for area in arrange_summary([KEY, DID, NEXT], (), ZONE, at).areas:
        ground = shapes(area.frame)[-1].fill  # the panel on top
        assert isinstance(ground, Color)
        for text in texts(area.frame):
            for run in (run for paragraph in text.body.paragraphs for run in paragraph.runs):
                assert contrast(run.style.color, ground) >= 4.5, run

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


def test_a_takeaway_is_a_statement_under_a_heading_with_more_to_follow() -> None:
    assert takeaway([KEY, DID]) is KEY
    assert takeaway([KEY]) is None
    assert takeaway([DID, KEY]) is None
    assert takeaway([block("text", "no heading"), DID]) is None


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

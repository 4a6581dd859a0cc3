"""Cards: the icon beside the words or above them. Characters are half an em wide, lines 1.2 em high."""

from __future__ import annotations

from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.shared.card import Card, card_box, card_look
from deckbuild.layout.boxes import Box, Setting
from tests.samples import context

TEN = Setting(20.0, context())  # a character is 10 points wide, a line 24 high
CARD = Card("Word", icon="server", icon_size=30.0, padding=Insets.symmetric(10.0, 5.0))


def boxed(card: Card, *, tall: bool = False) -> Box:
    return card_box(card, card_look(None, TEN.context), TEN, key="id", tall=tall)


def rects(box: Box, region: Size) -> list[Rect]:
    return [item.rect for item in box.frame(region).items]


def test_a_wide_card_has_its_icon_at_the_left_and_is_as_high_as_that_needs() -> None:
    card = boxed(CARD)

    assert card.takes(Size(200, 0)).height == 40  # the icon and the padding above and below it
    assert rects(card, Size(200, 0)) == [Rect(0, 0, 200, 40), Rect(10, 5, 30, 30)]


def test_a_narrow_card_has_its_icon_above_its_words() -> None:
    card = boxed(CARD)

    height = 5 + 30 + 5.4 + 24 + 5  # padding, icon, 0.6 of the gap beside an icon, the line, padding
    assert card.takes(Size(100, 0)).height == height
    assert rects(card, Size(100, 0)) == [Rect(0, 0, 100, height), Rect(35, 5, 30, 30)]


def test_a_tall_card_has_its_icon_above_its_words_however_wide_it_is() -> None:
    assert rects(boxed(CARD, tall=True), Size(200, 0))[1] == Rect(85, 5, 30, 30)


def test_a_card_is_no_narrower_than_its_widest_word() -> None:
    card = boxed(Card("Some words", padding=Insets.symmetric(10.0, 5.0)))

    assert card.takes(Size(75, 0)).height == 5 + 2 * 24 + 5
    assert card.takes(Size(30, 0)).width >= 10 + 5 * 10 + 10  # "words" between the paddings

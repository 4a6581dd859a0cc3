"""Text and graphics in the body zone: 873.6 x 378 pt, twelve columns of 59.6 pt with gutters of 14.4 pt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.deck.nodes import Block, Graphic
from deckbuild.geometry import Rect, Size
from deckbuild.layout.arrange import Arrangement, arrange, fits, is_arrangement, overflow
from tests.samples import Plate, Sponge, Stone, block, context, texts

ZONE = Rect(43.2, 113, 873.6, 378)
GUTTER = 14.4


def words(count: int) -> str:
    return " ".join(["word"] * count)


def plate(name: str = "plate", *, high: float = 0, wide: bool = False) -> Plate:
    return Plate(id=name, high=high, wide=wide)


def arranged(blocks: list[Block], *graphics: Graphic, layout: str | None = None) -> Arrangement:
    return arrange(blocks, graphics, ZONE, context(), layout)


def span(columns: int) -> float:
    return columns * 59.6 + (columns - 1) * GUTTER


# --- text alone -----------------------------------------------------------------------------------


def test_text_alone_takes_the_zone_at_the_largest_size_that_fits() -> None:
    found = arranged([block("text", words(10))])
    (area,) = found.areas
    assert (found.name, found.text, area.rect, area.size) == ("text", ZONE, ZONE, 24)


def test_more_text_is_set_smaller() -> None:
    """At 24 pt a line holds 72 characters and is 28.8 pt high: 13 lines fit, 14 don't."""
    assert arranged([block("text", words(14 * 13))]).areas[0].size == 24
    assert arranged([block("text", words(14 * 14))]).areas[0].size < 24


def test_too_much_text_is_set_at_the_minimum_and_overflows() -> None:
    (area,) = arranged([block("text", words(500))]).areas
    assert area.size == 18
    assert not fits(area)
    assert overflow(area) == Size(0, area.frame.size.height - 378)


@given(st.floats(200, 400), st.floats(300, 900), st.integers(1, 4))
def test_a_block_that_fills_the_zone_to_the_last_bit_counts_as_fitting(
    height: float, width: float, sponges: int
) -> None:
    blocks = [block("text", "one"), *(Sponge(high=10) for _ in range(sponges))]
    found = arrange(blocks, (), Rect(0, 0, width, height), context())
    assert found.areas[0].size == 24


def test_nothing_at_all() -> None:
    assert arranged([]) == Arrangement("", ())


# --- text beside a graphic ------------------------------------------------------------------------


def test_the_graphic_is_as_large_as_the_text_lets_it_be() -> None:
    text, graphic = arranged([block("text", words(20))], plate()).areas
    assert (text.rect.width, text.size) == pytest.approx((span(4), 24))
    assert graphic.rect.left == pytest.approx(text.rect.right + 1.5 * GUTTER)
    assert graphic.rect.right == pytest.approx(ZONE.right)
    assert (graphic.rect.top, graphic.rect.height) == (ZONE.top, ZONE.height)


def test_text_that_would_be_small_gets_more_columns() -> None:
    found = arranged([block("text", words(90))], plate())
    assert found.name == "text 5/7"
    assert found.areas[0].rect.width == pytest.approx(span(5))
    assert found.areas[0].size >= 20


def test_code_gets_the_columns_that_its_longest_line_needs() -> None:
    """Half-em characters at 16 pt: 39 of them and the panel's sides are wider than four columns."""
    found = arranged([block("code", {"source": "x" * 39})], plate())
    assert found.name == "text 5/7"
    assert fits(found.areas[0])


def test_an_author_may_choose_the_columns() -> None:
    found = arranged([block("text", words(20))], plate(), layout="7/5")
    assert found.areas[0].rect.width == pytest.approx(span(7))


def test_where_nothing_fits_the_text_gets_the_most_room() -> None:
    found = arranged([block("text", words(600))], plate())
    assert found.name == "text 7/5"
    assert found.areas[0].size == 18


def test_text_shown_in_the_graphic_isnt_drawn() -> None:
    found = arranged([block("text", "one", shown_in="plate")], plate())
    (area,) = found.areas
    assert (found.name, area.graphic and area.graphic.id) == ("graphic", "plate")


# --- text above a graphic -------------------------------------------------------------------------


def test_a_wide_graphic_goes_below_the_text() -> None:
    text, graphic = arranged([block("text", words(10))], plate(wide=True)).areas
    assert (text.rect.top, text.rect.height) == pytest.approx((ZONE.top, 28.8))
    assert (graphic.rect.top, graphic.rect.bottom) == pytest.approx((ZONE.top + 28.8 + 18, ZONE.bottom))
    assert text.rect.width == graphic.rect.width == ZONE.width


def test_any_graphic_does_if_the_author_says_so() -> None:
    assert arranged([block("text", "one")], plate(), layout="stacked").name == "text above graphic"


def test_main_points_stand_in_columns_above_it() -> None:
    points = [block("text", "one", heading=name) for name in ("First", "Second", "Third")]
    text, _ = arranged(list(points), plate(wide=True)).areas
    lefts = [each.rect.left for each in texts(text.frame)]
    third = (ZONE.width - 2 * 2 * GUTTER) / 3
    assert lefts == pytest.approx([0, third + 2 * GUTTER, 2 * (third + 2 * GUTTER)])


def test_a_graphic_keeps_a_part_of_the_zone_however_long_the_text_is() -> None:
    text, graphic = arranged([block("text", words(600))], plate(wide=True)).areas
    assert graphic.rect.height >= 0.25 * ZONE.height
    assert not text.rect.overlaps(graphic.rect)
    assert not fits(text)


# --- graphics alone -------------------------------------------------------------------------------


def test_one_graphic_fills_the_zone() -> None:
    (area,) = arranged([], plate()).areas
    assert area.rect == ZONE


def test_two_share_it() -> None:
    left, right = arranged([], plate("a"), plate("b")).areas
    assert (left.rect.width, right.rect.width) == pytest.approx((span(6), span(6)))


def test_the_wide_one_of_two_gets_more() -> None:
    left, right = arranged([], plate("a", wide=True), plate("b")).areas
    assert (left.rect.width, right.rect.width) == pytest.approx((span(7), span(5)))


def test_a_graphic_that_needs_more_than_its_place_overflows() -> None:
    (area,) = arranged([], plate(high=400)).areas
    assert overflow(area) == Size(0, 22)


# --- in general -----------------------------------------------------------------------------------


@given(
    st.lists(
        st.one_of(
            st.integers(1, 60).map(lambda count: block("text", words(count))),
            st.integers(1, 60).map(lambda count: block("text", words(count), heading="Point")),
            st.floats(10, 100).map(lambda high: Stone(high=high)),
        ),
        max_size=4,
    ),
    st.lists(st.booleans(), max_size=2),
    st.sampled_from([None, "stacked", "5/7", "8/4"]),
)
@settings(max_examples=50)
def test_areas_keep_to_the_zone_and_apart(blocks: list[Block], wide: list[bool], layout: str | None) -> None:
    graphics = [plate(f"plate{index}", wide=each) for index, each in enumerate(wide)]
    areas = arranged(blocks, *graphics, layout=layout).areas
    assert all(ZONE.contains(area.rect, 0.01) for area in areas)
    for index, area in enumerate(areas):
        assert not any(area.rect.overlaps(other.rect, 0.01) for other in areas[:index])
    assert [area.graphic.id for area in areas if area.graphic] == [each.id for each in graphics]


@pytest.mark.parametrize(
    ("name", "known"),
    [("full", True), ("stacked", True), ("5/7", True), ("6/7", False), ("0/12", False), ("wide", False)],
)
def test_what_an_author_may_ask_for(name: str, known: bool) -> None:
    assert is_arrangement(name, 12) is known

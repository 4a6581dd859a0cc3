"""Text and graphics in the body zone: 873.6 x 378 pt, twelve columns of 59.6 pt with gutters of 14.4 pt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.deck.nodes import Block, Graphic
from deckbuild.geometry import Rect, Size
from deckbuild.layout.arrange import arrange, is_arrangement
from deckbuild.layout.arrangement import Arrangement, fits, overflow
from deckbuild.layout.candidates import MOST, WISHES, candidates
from tests.samples import Plate, Sponge, Stone, block, context, texts

ZONE = Rect(43.2, 113, 873.6, 378)
GUTTER = 14.4


def words(count: int) -> str:
    return " ".join(["word"] * count)


def plate(name: str = "plate", *, high: float = 0, wide: bool = False, need: float = 0) -> Plate:
    """A graphic at least `high` points high and `need` points wide."""
    return Plate(id=name, high=high, wide=wide, need=need)


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
    found = arranged([block("code", {"source": "\n".join(["x" * 39] * 9)})], plate())
    assert found.name == "text 5/7"
    assert fits(found.areas[0])


def test_an_author_may_choose_the_columns() -> None:
    found = arranged([block("text", words(20))], plate(), layout="7/5")
    assert found.areas[0].rect.width == pytest.approx(span(7))


def test_where_nothing_fits_what_sticks_out_least_is_taken() -> None:
    found = arranged([block("text", words(600))], plate())
    assert found.name == "text above graphic"
    for wish in ("4/8", "7/5"):
        assert (
            overflow(found.areas[0]).height
            < overflow(arranged([block("text", words(600))], plate(), layout=wish).areas[0]).height
        )


def test_a_lone_line_stands_above_the_graphic() -> None:
    """Beside it there would be nothing below the line."""
    assert arranged([block("text", "one line")], plate()).name == "text above graphic"


def test_a_word_too_long_for_a_column_gets_a_wider_one() -> None:
    """32 characters at 18 pt are 288 pt wide, and four columns 281.6."""
    entries = ["Wirtschaftlichkeitsbetrachtungen", *"abcdef"]
    assert arranged([block("bullets", entries)], plate()).name == "text 5/7"


def test_a_word_is_set_smaller_before_it_is_torn() -> None:
    """22 characters and their bullet are 264 and 22.8 pt wide at 24 pt, and four columns 281.6."""
    (text, _) = arranged([block("bullets", ["Wirtschaftlichkeitsakt", *"abcdef"])], plate()).areas
    assert (text.rect.width, text.size) == (pytest.approx(span(4)), 23)


def test_a_graphic_that_fits_only_at_the_full_width_gets_it() -> None:
    found = arranged([block("text", words(20))], plate(need=700.0))
    assert found.name == "text above graphic"


def test_a_wish_decides_even_if_it_is_worse() -> None:
    found = arranged([block("text", words(20))], plate(need=700.0), layout="4/8")
    assert found.name == "text 4/8"
    assert found.choice is not None
    assert (found.choice.wish, found.choice.tried) == ("4/8", ("text 4/8",))


def test_a_wish_that_nothing_meets_is_no_wish() -> None:
    found = arranged([block("text", words(20))], layout="4/8")
    assert (found.name, found.choice and found.choice.wish) == ("text", "")


def test_the_graphic_may_come_first() -> None:
    graphic, text = arranged([block("text", words(20))], plate(), layout="graphic-first").areas
    assert (graphic.rect.left, text.rect.right) == pytest.approx((ZONE.left, ZONE.right))
    assert text.rect.left == pytest.approx(graphic.rect.right + 1.5 * GUTTER)


def test_text_may_stand_below() -> None:
    graphic, text = arranged([block("text", "one")], plate(), layout="below").areas
    assert (graphic.rect.top, text.rect.bottom) == pytest.approx((ZONE.top, ZONE.bottom))
    assert text.rect.top == pytest.approx(graphic.rect.bottom + 18)


# --- text in columns ------------------------------------------------------------------------------


def test_a_list_too_long_for_one_column_goes_on_in_a_second() -> None:
    found = arranged([block("bullets", ["entry"] * 24)])
    assert found.name == "text in 2 columns"
    assert fits(found.areas[0])
    assert found.text == Rect(ZONE.left, ZONE.top, (ZONE.width - 2 * GUTTER) / 2, ZONE.height)


def test_a_few_entries_stay_together() -> None:
    assert arranged([block("bullets", ["entry"] * 4)]).name == "text"


def test_main_points_too_long_for_one_column_stand_side_by_side() -> None:
    points = [block("bullets", ["entry"] * 9, heading=name) for name in ("First", "Second", "Third")]
    assert arranged(list(points)).name == "text in 3 columns"


CODE = block("code", {"source": "\n".join(["one line of it"] * 12)})
WORDS = block("bullets", ["why", "how", "when", "where", "who", "with whom"])


@pytest.mark.parametrize(
    ("blocks", "first"),
    [([CODE, WORDS], span(8)), ([WORDS, CODE], span(4))],
    ids=["code first", "words first"],
)
def test_words_stand_beside_what_they_tell_of_where_they_dont_fit_below(
    blocks: list[Block], first: float
) -> None:
    found = arranged(blocks)
    room = ZONE.width - 2 * GUTTER  # between the columns
    assert found.text is not None
    assert found.text.width == pytest.approx(room * first / (span(4) + span(8)))
    assert fits(found.areas[0])


def test_a_ratio_may_be_asked_for_without_a_graphic() -> None:
    assert arranged([CODE, WORDS], layout="6/6").name == "blocks 6/6"


def test_short_main_points_get_a_column_each() -> None:
    """Nine lines below each other leave most of the page empty, and two columns would mix the points."""
    points = [block("bullets", ["an entry here"] * 3, heading=name) for name in ("First", "Second", "Third")]
    assert arranged(list(points)).name == "text in 3 columns"


def test_columns_may_be_asked_for() -> None:
    assert arranged([block("bullets", ["entry"] * 4)], layout="columns").name == "text in 2 columns"


def test_what_is_wider_than_its_column_is_seen() -> None:
    """60 characters of code at 16 pt and the panel's sides are wider than half of the zone."""
    points = [block("code", {"source": "x" * 60}, heading=name) for name in ("First", "Second")]
    (area,) = arranged(list(points), layout="columns").areas
    assert overflow(area).width > 0


# --- how it is chosen -----------------------------------------------------------------------------


def test_what_cannot_be_better_isnt_laid_out() -> None:
    choice = arranged([block("text", words(20))], plate()).choice
    assert choice is not None
    assert (choice.taken, choice.tried, len(choice.trials)) == (0, ("text 4/8",), 6)


def test_flaws_are_told_of_each_that_was_tried() -> None:
    choice = arranged([block("text", words(90))], plate()).choice
    assert choice is not None
    first, second, *_ = choice.trials
    (flaw,) = first.flaws or ()
    assert (flaw.said.startswith("text is set in 1"), flaw.cost > 0) == (True, True)
    assert (choice.taken, second.flaws) == (1, ())


@given(
    st.integers(0, 5).map(lambda count: [block("text", words(9), heading="Point")] * count),
    st.lists(st.booleans(), max_size=3),
    st.sampled_from([None, *WISHES, "5/7"]),
)
def test_candidates_are_few(blocks: list[Block], wide: list[bool], wish: str | None) -> None:
    graphics = [plate(f"plate{index}", wide=each) for index, each in enumerate(wide)]
    found = candidates(blocks, graphics, ZONE, context(), wish)
    assert len(found) <= MOST
    assert len({each.name for each in found}) == len(found)


def test_the_same_content_is_arranged_alike_each_time() -> None:
    content = [block("bullets", ["entry"] * 30)]
    assert arranged(content, plate()) == arranged(content, plate())


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
    st.sampled_from([None, *WISHES, "5/7", "8/4"]),
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
    [
        ("full", True),
        ("stacked", True),
        ("5/7", True),
        ("6/7", False),
        ("0/12", False),
        ("wide", False),
        ("columns", True),
    ],
)
def test_what_an_author_may_ask_for(name: str, known: bool) -> None:
    assert is_arrangement(name, 12) is known

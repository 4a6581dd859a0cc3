"""What speaks against an arrangement: in a zone of 100 x 100 pt, 100 square points are a per cent."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Diagnostic
from deckbuild.document import (
    Color,
    Flaw,
    Frame,
    Group,
    Item,
    MeasuredLine,
    Paragraph,
    Picture,
    Role,
    Run,
    Shape,
    Text,
    TextBody,
    TextStyle,
)
from deckbuild.geometry import Rect, Size
from deckbuild.layout.score import Scale, flaws, ink
from tests.samples import A_FAULT, STYLE, run

ZONE = Rect(0, 0, 100, 100)
LEFT, RIGHT = Rect(0, 0, 40, 100), Rect(60, 0, 40, 100)
INK = Color("#003D5C")
SCALE = Scale(comfortable=20.0, least_label=12.0)


def area(rect: Rect, *items: Item, needs: Size | None = None, role: Role = "content") -> Group:
    return Group(rect, Frame(needs or rect.size, items), role=role)


def figure(rect: Rect, *items: Item, needs: Size | None = None) -> Group:
    return area(rect, *items, needs=needs, role="figure")


def box(left: float, top: float, width: float, height: float, said: str = "", size: float = 14) -> Shape:
    body = TextBody((Paragraph((run(said, size),)),)) if said else None
    return Shape(Rect(left, top, width, height), fill=INK, body=body)


FULL = box(0, 0, 100, 100)


def text(
    said: str, size: float, width: float = 100, *, starts: tuple[int, ...] = (0,), torn: float = 0.0
) -> Text:
    """Body text with lines that begin at `starts`, `width` points wide, 10 high, their words `torn`."""
    ends = (*starts[1:], len(said))
    lines = tuple(
        MeasuredLine(said[a:b].strip(), width, 10.0, 8.0, a, torn) for a, b in zip(starts, ends, strict=True)
    )
    paragraph = Paragraph((Run(said, TextStyle(STYLE.face, size, STYLE.color)),), lines=lines)
    return Text(Rect(0, 0, 100, 100), TextBody((paragraph,)), role="body")


def found(*areas: Group) -> tuple[Flaw, ...]:
    return flaws(areas, ZONE, SCALE)


def test_a_full_page_in_type_of_a_good_size_has_no_flaw() -> None:
    assert found(area(ZONE, FULL, text("word", 20))) == ()


@pytest.mark.parametrize(
    ("needs", "said", "cost"),
    [
        (Size(130, 100), "the graphic is 30 pt too wide", 260.0),
        (Size(100, 105), "the graphic is 5 pt too high", 210.0),
    ],
)
def test_overflow_costs_200_and_2_a_point(needs: Size, said: str, cost: float) -> None:
    assert found(figure(ZONE, FULL, needs=needs)) == (Flaw(said, cost),)


def test_a_torn_word_costs_80_and_is_named() -> None:
    torn = text("Authentication", 20, starts=(0, 12), torn=140.0)
    assert found(area(ZONE, FULL, torn)) == (Flaw("torn: Authentication", 80.0),)


def test_what_a_graphic_finds_wrong_itself_costs_60() -> None:
    faulty = Group(
        ZONE, Frame(ZONE.size, (FULL,), (Diagnostic("TST001", "no place"), A_FAULT)), role="figure"
    )
    assert found(faulty) == (Flaw("no place", 60.0), Flaw(A_FAULT.message, 60.0))


@pytest.mark.parametrize(("size", "cost"), [(20, 0), (19, 12), (18, 24)])
def test_text_below_a_comfortable_size_costs_12_a_point(size: float, cost: float) -> None:
    assert sum(flaw.cost for flaw in found(area(ZONE, FULL, text("word", size)))) == cost


def test_most_characters_tell_the_size_of_a_text() -> None:
    assert found(area(ZONE, FULL, text("many words", 20), text("note", 12))) == ()


def test_labels_mostly_at_their_least_size_cost_20() -> None:
    half = figure(ZONE, FULL, box(0, 0, 9, 9, "four", 12), box(0, 0, 9, 9, "five", 14))
    most = figure(ZONE, FULL, box(0, 0, 9, 9, "five!", 12), box(0, 0, 9, 9, "five", 14))
    assert found(half) == ()
    assert found(most) == (Flaw("56% of the labels are set in 12 pt, the least size", 20.0),)


def test_labels_below_even_that_cost_30_a_point_more() -> None:
    tiny = figure(ZONE, FULL, box(0, 0, 9, 9, "five", 10))
    assert found(tiny) == (
        Flaw("labels are set in 10 pt", 60.0),
        Flaw("100% of the labels are set in 12 pt, the least size", 20.0),
    )


def test_from_half_the_page_on_emptiness_costs_0_8_a_per_cent() -> None:
    assert found(area(ZONE, box(0, 0, 50, 100))) == ()
    assert found(area(ZONE, box(0, 0, 40, 100))) == (Flaw("60 % of the body is empty", pytest.approx(8.0)),)


def test_text_over_nothing_beside_a_graphic_costs_0_4_a_per_cent_from_a_quarter_on() -> None:
    graphic = figure(RIGHT, box(0, 0, 40, 100))
    assert found(area(LEFT, box(0, 0, 40, 40)), graphic) == ()
    assert found(area(LEFT, box(0, 0, 40, 20)), graphic) == (
        Flaw("52 % of the body is empty", pytest.approx(1.6)),
        Flaw("32 % of the body is empty below the text", pytest.approx(2.8)),
    )


def test_text_above_a_graphic_may_be_low() -> None:
    above, below = Rect(0, 0, 100, 10), Rect(0, 10, 100, 90)
    assert found(area(above, box(0, 0, 100, 10)), figure(below, box(0, 0, 100, 90))) == ()


def test_graphics_with_less_than_a_third_of_the_page_cost_1_a_per_cent() -> None:
    above, below = Rect(0, 0, 100, 80), Rect(0, 80, 100, 20)
    cramped = found(area(above, box(0, 0, 100, 80)), figure(below, box(0, 0, 100, 20)))
    assert cramped == (Flaw("graphics get 20 % of the body", pytest.approx(13.33, abs=0.01)),)


def test_pictures_in_the_text_count_as_what_there_is_to_look_at() -> None:
    small = Picture(Rect(0, 0, 20, 100), b"")
    assert found(area(ZONE, FULL, small)) == (
        Flaw("pictures get 20 % of the body", pytest.approx(13.33, abs=0.01)),
    )
    assert found(area(ZONE, FULL, Picture(Rect(0, 0, 40, 100), b""))) == ()


# --- what is seen ---------------------------------------------------------------------------------


def test_text_is_seen_as_far_as_its_lines_reach() -> None:
    assert ink(Frame(ZONE.size, (text("two words", 20, width=30, starts=(0, 4)),))) == Rect(0, 0, 30, 20)


def test_a_box_that_isnt_painted_is_seen_where_it_is_written_on() -> None:
    body = TextBody(text("word", 20, width=30).body.paragraphs, anchor="bottom")
    assert ink(Frame(ZONE.size, (Shape(Rect(0, 0, 50, 50), body=body),))) == Rect(0, 40, 30, 10)


def test_nothing_is_seen_of_nothing() -> None:
    assert ink(Frame(ZONE.size, (Shape(ZONE),))) is None

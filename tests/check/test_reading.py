"""What a screen reader meets on a page, and in which order: pages made by hand, which no YAML yields."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckbuild.check.rules.accessibility.drawn_without_alt import drawn_without_alt
from deckbuild.check.rules.accessibility.reading_order_jumps import reading_order_jumps
from deckbuild.check.rules.accessibility.title_not_read_first import title_not_read_first
from deckbuild.check.subjects import CheckContext, check_context
from deckbuild.document import (
    Color,
    Face,
    Frame,
    Group,
    Item,
    Page,
    Paragraph,
    Picture,
    Run,
    Shape,
    Table,
    Text,
    TextBody,
    TextStyle,
)
from deckbuild.geometry import Rect, Size
from deckbuild.layout.deck import lay_out
from deckbuild.pipeline import layout_context, read
from tests.check.proof import small_deck

STYLE = TextStyle(Face("Calibri", "minor"), 18, Color("#000000"))


def text(words: str, left: float, top: float, width: float = 200, height: float = 40, **more: int) -> Text:
    body = TextBody((Paragraph((Run(words, STYLE),)),))
    return Text(Rect(left, top, width, height), body, words, **more)  # type: ignore[arg-type]


def page(*items: Item) -> Page:
    return Page(1, "A page", "Content", items)


HEAD = text("Title", 40, 20, 800, placeholder="title")


def test_the_title_comes_first() -> None:
    assert not list(title_not_read_first(page(HEAD, text("Body", 40, 100))))
    assert [found.message for found in title_not_read_first(page(text("Body", 40, 100), HEAD))] == [
        "an item is read before the title"
    ]


def test_there_is_one_title() -> None:
    assert [found.message for found in title_not_read_first(page(text("Body", 40, 100)))] == [
        "the page has no title placeholder"
    ]
    assert [found.message for found in title_not_read_first(page(HEAD, HEAD))] == [
        "the page has 2 title placeholders"
    ]


def test_down_a_column_then_the_next_one(context: CheckContext) -> None:
    columns = [text("One", 40, 100), text("Two", 40, 200), text("Three", 300, 100), text("Four", 300, 200)]

    assert not list(reading_order_jumps(page(HEAD, *columns), context))


def test_reading_up_a_column_is_a_jump(context: CheckContext) -> None:
    (found,) = reading_order_jumps(page(HEAD, text("Lower", 40, 200), text("Upper", 40, 100)), context)

    assert found.message == "'Upper' stands above 'Lower' and is read after it"


def test_reading_to_the_left_is_a_jump(context: CheckContext) -> None:
    (found,) = reading_order_jumps(page(text("Right", 300, 100), text("Left", 40, 100), HEAD), context)

    assert found.message == "'Left' stands to the left of 'Right' and is read after it"


def test_where_lines_run_left_the_next_column_is_the_one_to_the_left(context: CheckContext) -> None:
    hebrew = replace(context, deck=context.deck.model_copy(update={"language": "he"}))
    right, left = text("Right", 300, 100), text("Left", 40, 100)

    assert not list(reading_order_jumps(page(right, left, HEAD), hebrew))
    (found,) = reading_order_jumps(page(left, right, HEAD), hebrew)
    assert found.message == "'Right' stands to the right of 'Left' and is read after it"


def test_a_graphic_is_read_as_one_thing_at_its_place(context: CheckContext) -> None:
    inside = Frame(Size(200, 200), (text("Lower", 0, 100), text("Upper", 0, 0)))
    graphic = Group(Rect(300, 100, 200, 200), inside, "Flow", alt="Two steps", native=True)
    block = Group(Rect(40, 100, 200, 200), inside, "Content")

    assert not list(reading_order_jumps(page(HEAD, graphic), context))
    assert list(reading_order_jumps(page(HEAD, block), context))
    (found,) = reading_order_jumps(page(HEAD, graphic, text("Left", 40, 150)), context)
    assert found.message == "'Left' stands to the left of 'Flow' and is read after it"


@pytest.fixture
def context(tmp_path: Path) -> CheckContext:
    deck = read(small_deck("title: A page", tmp_path))
    layout = layout_context(deck)
    return check_context(deck, lay_out(deck, layout), layout.theme)


HERE = Rect(40, 100, 200, 200)
PICTURE = Picture(HERE, b"", name="Photo")


@pytest.mark.parametrize(
    "item",
    [
        PICTURE,
        Table(HERE, (200,), (), name="Photo"),
        Shape(HERE, name="Photo"),
        Group(HERE, Frame(Size(200, 200)), "Photo", native=True),
        Group(HERE, Frame(Size(200, 200), (PICTURE,)), "Content"),
    ],
    ids=["picture", "table", "shape", "graphic", "picture in a block"],
)
def test_what_has_no_alternative_text_is_found(item: Item, context: CheckContext) -> None:
    (found,) = drawn_without_alt(page(HEAD, item), context)

    assert found.message == "an object has no alternative text and no mark as decoration: Photo"


@pytest.mark.parametrize(
    "item",
    [
        replace(PICTURE, alt="A medal"),
        replace(PICTURE, role="decoration"),
        Shape(HERE, body=text("Words", 0, 0).body),
        Group(HERE, Frame(Size(200, 200), (PICTURE,)), "Chart", alt="A line rises", native=True),
    ],
    ids=["alternative text", "decoration", "text", "inside a graphic that is told"],
)
def test_what_is_told_passes(item: Item, context: CheckContext) -> None:
    assert not list(drawn_without_alt(page(HEAD, item), context))

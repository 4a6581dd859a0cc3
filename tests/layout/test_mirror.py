"""Decks that are read from right to left. A character is half its size wide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from deckbuild.context import LayoutContext
from deckbuild.document import Document, Freeform, Shape, Table, Text
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.deck import lay_out
from deckbuild.layout.mirror import mirrored, mirrored_insets, mirrored_item
from deckbuild.text.typesetter import Typesetter
from tests.samples import PLAIN, block, context, deck, texts

ZONE = Rect(10, 0, 100, 50)


def leftwards() -> LayoutContext:
    return replace(context(), typesetter=Typesetter(PLAIN.metrics, rtl=True))


@pytest.fixture
def laid_out() -> Callable[[str], Document]:
    def from_text(content: str) -> Document:
        return lay_out(deck("title: A\nlanguage: he\nslides:\n- title: שלום\n" + content), leftwards())

    return from_text


def test_a_rectangle_in_a_mirror() -> None:
    assert mirrored(Rect(15, 5, 20, 10), ZONE) == Rect(85, 5, 20, 10)
    assert mirrored_insets(Insets(1, 2, 3, 4)) == Insets(1, 4, 3, 2)


def test_an_outline_in_a_mirror() -> None:
    outline = Freeform(Size(8, 4), (("M", 0, 0), ("C", 1, 1, 2, 2, 8, 4), ("Z",)))
    turned = mirrored_item(Shape(Rect(10, 0, 8, 4), outline), ZONE)
    assert isinstance(turned, Shape)
    assert isinstance(turned.geometry, Freeform)
    assert turned.rect == Rect(102, 0, 8, 4)
    assert turned.geometry.commands == (("M", 8, 0), ("C", 7, 1, 6, 2, 0, 4), ("Z",))


def test_text_stands_right_of_its_graphic(laid_out: Callable[[str], Document]) -> None:
    content = """\
  content:
  - bullets: [אחת, שתיים, שלוש, ארבע]
  graphics:
  - {kind: plate, id: p}
"""
    (page,) = laid_out(content).pages
    text = next(each for each in page.walk() if isinstance(each, Text) and each.body.text.startswith("אחת"))
    plate = next(each for each in page.walk() if isinstance(each, Shape) and each.role != "decoration")
    assert plate.rect.right < text.rect.left


def test_footer_and_number_change_sides(laid_out: Callable[[str], Document]) -> None:
    (page,) = laid_out("  content: [שלום]\n").pages
    places = {item.placeholder: item for item in page.walk() if isinstance(item, Text)}
    assert places["number"].rect.right < places["footer"].rect.left
    assert places["number"].body.paragraphs[0].align == "left"
    title = places["title"].body.paragraphs[0]
    assert (title.align, title.rtl) == ("right", True)


def test_columns_and_table_columns_begin_on_the_right() -> None:
    columns = block("columns", ["אחת", "שתיים"]).lay_out(Size(500, 100), leftwards())
    first, second = texts(columns)
    assert first.rect.left > second.rect.right
    (table,) = (
        block("table", {"columns": ["א", "ב"], "rows": [["1", "x"]]})
        .lay_out(Size(500, 100), leftwards())
        .items
    )
    assert isinstance(table, Table)
    assert table.rtl
    assert [cell.body.paragraphs[0].align for row in table.rows for cell in row.cells] == ["right"] * 4


def test_a_callouts_edge_stands_where_its_lines_begin() -> None:
    frame = block("callout", "שלום").lay_out(Size(500, 100), leftwards())
    edge = next(item for item in frame.items if isinstance(item, Shape) and item.name == "Callout edge")
    assert edge.rect.right == 500


def test_code_runs_from_left_to_right_in_any_deck() -> None:
    frame = block("code", {"language": "python", "source": "print('שלום')"}).lay_out(
        Size(500, 100), leftwards()
    )
    code = next(item for item in frame.items if getattr(item, "body", None))
    assert isinstance(code, (Shape, Text))
    assert code.body is not None
    assert [(each.rtl, each.align) for each in code.body.paragraphs] == [(False, "left")]

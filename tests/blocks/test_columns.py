"""Blocks side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image
from pydantic import ValidationError

from deckbuild.blocks.text import TextBlock
from deckbuild.context import LayoutContext
from deckbuild.deck.load import load_deck
from deckbuild.document import Frame, Picture, Table
from deckbuild.geometry import Size
from tests.samples import block, context, shapes, texts

GAP = 14.4 * 1.5


def test_equal_columns_share_the_width() -> None:
    frame = block("columns", [["one"], ["two"]]).lay_out(Size(421.6, 30), context())
    left, right = texts(frame)
    assert (left.rect.left, left.rect.width) == pytest.approx((0, 200))
    assert (right.rect.left, right.rect.width) == pytest.approx((200 + GAP, 200))


def test_columns_may_have_relative_widths() -> None:
    frame = block("columns", [["one"], ["two"]], widths=[1, 3]).lay_out(Size(421.6, 30), context())
    assert [text.rect.width for text in texts(frame)] == pytest.approx([100, 300])


def test_the_longest_column_gives_the_height() -> None:
    frame = block("columns", ["one", ["two", "three"]]).lay_out(Size(421.6, 60), context())
    assert frame.size.height == 24 + 10 + 24


def test_few_words_stand_on_cards_as_high_as_the_region() -> None:
    frame = block("columns", [["one"], ["two", "three"]]).lay_out(Size(414.4, 200), context())
    cards = [shape.rect for shape in shapes(frame) if shape.name == "Card"]
    assert [card.left for card in cards] == pytest.approx([0, 214.4])
    assert [card.width for card in cards] == pytest.approx([200, 200])
    assert {card.height for card in cards} == {200}
    assert len({text.rect.top for text in texts(frame)}) == 1


def test_a_heading_stands_in_its_own_column() -> None:
    inner = [[{"text": "one", "heading": "First"}], [{"bullets": ["two"], "heading": "Second"}]]
    frame = block("columns", inner).lay_out(Size(421.6, 500), context())
    assert [text.body.paragraphs[0].text for text in texts(frame)] == ["First", "Second"]


def test_there_is_a_width_for_each_column() -> None:
    with pytest.raises(ValidationError, match="3 widths for 2 columns"):
        block("columns", [["one"], ["two"]], widths=[1, 2, 3])


@pytest.mark.parametrize("columns", [[["one"]], [["one"]] * 5])
def test_there_are_two_to_four(columns: list[list[str]]) -> None:
    with pytest.raises(ValidationError):
        block("columns", columns)


def nested(levels: int) -> Any:
    """Columns in columns, a text beside each and one innermost."""
    inner: Any = {"text": "leaf"}
    for _ in range(levels):
        inner = {"columns": [["left"], [inner]]}
    return inner["columns"]


@pytest.mark.parametrize("levels", [1, 2, 3])
def test_a_level_more_is_a_layout_more(levels: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The innermost text is laid out once to measure each level around its own, and once to be drawn."""
    laid_out: list[str] = []
    lay_out = TextBlock.lay_out

    def counted(self: TextBlock, region: Size, context: LayoutContext) -> Frame:
        laid_out.append(self.text)
        return lay_out(self, region, context)

    monkeypatch.setattr(TextBlock, "lay_out", counted)
    block("columns", nested(levels)).lay_out(Size(873, 378), context())
    assert laid_out.count("leaf") == levels


def test_columns_in_columns_have_an_end() -> None:
    with pytest.raises(ValidationError, match="nested deeper than 3 levels") as caught:
        block("columns", nested(5))
    (fault,) = (each for each in caught.value.errors() if each["type"] == "fault")
    assert fault["loc"].count("columns") == 4


def test_a_column_that_grows_fills_what_the_others_need() -> None:
    """A table beside a text: the rows spread over the height of the region."""
    table = {"table": {"columns": ["A"], "rows": [["1"], ["2"]]}}
    frame = block("columns", [[table], ["one"]]).lay_out(Size(421.6, 130), context())
    (drawn,) = (item for item in frame.items if isinstance(item, Table))
    assert drawn.rect.height == pytest.approx(130)


@pytest.mark.parametrize("widths", [[1, 1000], [0, 1], [-1, 2], [float("inf"), 1], [float("nan"), 1]])
def test_every_column_has_a_width(widths: list[float]) -> None:
    with pytest.raises(ValidationError):
        block("columns", [["one"], ["two"]], widths=widths)


def test_a_column_gets_room_for_its_code() -> None:
    """30 characters of 8 pt at the least size of code, and 18 pt on both sides."""
    code = {"code": {"language": "text", "source": "x" * 30}}
    frame = block("columns", [code, "one"]).lay_out(Size(421.6, 500), context())
    (panel,) = shapes(frame)
    assert panel.rect.width == pytest.approx(panel.body.width if panel.body else 0.0)
    assert texts(frame)[0].rect.left == pytest.approx(panel.rect.right + GAP)
    assert frame.size.width == pytest.approx(421.6)


def test_columns_too_narrow_for_their_code_stand_one_below_the_other() -> None:
    code = {"code": {"language": "text", "source": "x" * 60}}
    inner = block("columns", [{"columns": [code, "one"]}, code])
    frame = inner.lay_out(Size(873, 378), context())

    first, second = shapes(frame)
    assert inner.least_width(context()) > 873
    assert frame.size.width == 873
    assert second.rect.left == 0
    assert second.rect.top > first.rect.bottom
    assert frame.size.height == pytest.approx(inner.height(873, context()))


def picture(width: int, height: int, folder: Path) -> dict[str, Any]:
    """An image block, read from a file as a deck's is."""
    name = f"{width}x{height}.png"
    Image.new("RGB", (width, height)).save(folder / name)
    return {"image": {"src": name, "alt": "A picture"}}


def test_pictures_in_columns_share_a_height(tmp_path: Path) -> None:
    images = [picture(1200, 400, tmp_path), picture(800, 800, tmp_path), picture(500, 900, tmp_path)]
    slide = {"title": "Pictures", "content": [{"columns": images}]}
    (tmp_path / "deck.yaml").write_text(yaml.safe_dump({"title": "T", "slides": [slide]}), "utf-8")
    (made,) = load_deck(tmp_path / "deck.yaml").slides[0].content

    frame = made.lay_out(Size(873, 378), context())

    heights = [item.rect.height for item in frame.items if isinstance(item, Picture)]
    assert max(heights) - min(heights) < 0.5
    assert min(heights) > 150  # equal columns would leave the wide one 92 pt high

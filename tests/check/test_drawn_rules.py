"""Rules on type and places that YAML alone can't break: on decks with their own theme, or altered pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deckbuild.check.engine import run
from deckbuild.check.subjects import check_context
from deckbuild.document import (
    Connector,
    Item,
    Picture,
    Shape,
    Stroke,
    Text,
    TextBody,
)
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.layout.deck import lay_out
from deckbuild.pipeline import layout_context, read
from tests.check.altered import (
    INK,
    RULES,
    TIMELINE,
    having,
    messages,
    theme_with,
)
from tests.check.proof import small_deck


def test_titles_of_a_theme_that_makes_them_small(tmp_path: Path) -> None:
    theme = theme_with("title: {face: heading, min: 32, size: 36", "title: {face: heading, min: 24, size: 28")

    assert messages("TYP001", "title: One\ncontent: [Text]", tmp_path, theme=theme) == [
        "'One' is 28 pt, titles are 32 to 44 pt"
    ]


def test_titles_of_a_theme_that_does_not_make_them_bold(tmp_path: Path) -> None:
    theme = theme_with("size: 36, max: 40, bold: true", "size: 36, max: 40, bold: false")

    assert messages("TYP001", "title: One\ncontent: [Text]", tmp_path, theme=theme) == [
        "'One' isn't bold, titles are"
    ]


BODY = "title: One\ncontent:\n  - bullets: [First, Second]\n"


def test_body_text_of_a_theme_that_makes_it_large(tmp_path: Path) -> None:
    theme = theme_with(
        "body: {face: body, min: 18, size: 20, max: 24", "body: {face: body, min: 18, size: 20, max: 28"
    )

    found = messages("TYP002", BODY, tmp_path, theme=theme)

    assert found == ["'First' is 28 pt (and 1 more), body text is 18 to 24 pt"]


def test_body_text_of_a_theme_that_makes_it_small(tmp_path: Path) -> None:
    theme = theme_with(
        "body: {face: body, min: 18, size: 20, max: 24", "body: {face: body, min: 12, size: 14, max: 16"
    )

    assert messages("TYP002", BODY, tmp_path, theme=theme)[0].startswith("'First' is 16 pt")


CODE = "title: One\ncontent:\n  - code: {language: text, source: one line}\n"


def test_code_of_a_theme_that_makes_it_small(tmp_path: Path) -> None:
    theme = theme_with(
        "code: {face: code, min: 16, size: 16, max: 20", "code: {face: code, min: 10, size: 12, max: 12"
    )

    assert messages("TYP003", CODE, tmp_path, theme=theme) == ["'one line' is 12 pt, code is 16 to 20 pt"]


def test_sizes_are_those_on_a_page_of_standard_height(tmp_path: Path) -> None:
    deck = read(small_deck(CODE, tmp_path))
    surroundings = layout_context(deck)
    document = replace(lay_out(deck, surroundings), size=Size(1920, 1080))

    found = run((RULES["TYP003"],), check_context(deck, document, surroundings.theme))

    assert "'one line' is 10 pt" in found[0].diagnostic.message


def resized(item: Item, size: float) -> Item:
    assert isinstance(item, Text | Shape)
    assert item.body is not None
    return replace(item, body=restyled(item.body, size))


def restyled(body: TextBody, size: float) -> TextBody:
    return replace(
        body,
        paragraphs=tuple(
            replace(each, runs=tuple(replace(r, style=replace(r.style, size=size)) for r in each.runs))
            for each in body.paragraphs
        ),
    )


def test_a_label_below_twelve_points(tmp_path: Path) -> None:
    found = messages("TYP004", TIMELINE, tmp_path, change=having("Triage", lambda item: resized(item, 9)))

    assert found == ["'Triage' is 9 pt (and 1 more), labels are at least 12 pt"]


def test_a_size_for_every_text(tmp_path: Path) -> None:
    sizes = iter(range(12, 60))

    def resize(item: Item) -> Item:
        return resized(item, next(sizes)) if isinstance(item, Text | Shape) and item.body else item

    assert messages("TYP008", TIMELINE, tmp_path, change=resize)[0].startswith("text in 1")


def moved_to(rect: Rect) -> Callable[[Item], Item]:
    def move(item: Item) -> Item:
        assert not isinstance(item, Connector)
        return replace(item, rect=rect)

    return move


def test_a_label_moved_onto_another(tmp_path: Path) -> None:
    places: dict[str, Rect] = {}

    def stacked(item: Item) -> Item:
        if isinstance(item, Text) and item.placeholder is None and item.body.text in ("Triage", "Mitigation"):
            return replace(item, rect=places.setdefault("first", item.rect))
        return item

    (found,) = messages("LAY005", TIMELINE, tmp_path, change=stacked)

    assert found.startswith("'Mitigation' is written over 'Triage': they share ")


def test_a_picture_put_over_a_text(tmp_path: Path) -> None:
    def hide(item: Item) -> Item:
        if isinstance(item, Shape) and item.name == "Mitigate":
            return Picture(Rect(-50, -20, 900, 200), b"", name="Photo")
        return item

    (found,) = messages("LAY005", TIMELINE, tmp_path, change=hide)

    assert found.startswith("'Photo' hides ")


def test_a_line_drawn_through_a_label(tmp_path: Path) -> None:
    def strike(item: Item) -> Item:
        if isinstance(item, Shape) and item.name == "Tick":
            return Connector((Point(-20, 5), Point(900, 12)), Stroke(INK), name="planted")
        return item

    (found,) = messages("LAY006", TIMELINE, tmp_path, change=strike)

    assert found.startswith("the line 'planted' runs through 'Triage'")


def test_a_shape_too_small_for_its_label(tmp_path: Path) -> None:
    def shrink(item: Item) -> Item:
        is_bar = isinstance(item, Shape) and item.name == "Triage"
        return moved_to(Rect(0, 40, 200, 10))(item) if is_bar else item

    (found,) = messages("LAY007", TIMELINE, tmp_path, change=shrink)

    assert found.startswith("'Triage' needs ")
    assert found.endswith("more height than its box has")


@pytest.mark.parametrize(
    ("rect", "where"),
    [(Rect(-30, 40, 200, 60), "30 pt into the left margin"), (Rect(800, 40, 100, 60), "right margin")],
)
def test_a_shape_in_the_margin(rect: Rect, where: str, tmp_path: Path) -> None:
    def shift(item: Item) -> Item:
        return moved_to(rect)(item) if isinstance(item, Shape) and item.name == "Triage" else item

    (found,) = messages("LAY008", TIMELINE, tmp_path, change=shift)

    assert where in found


def test_a_label_without_insets(tmp_path: Path) -> None:
    def press(item: Item) -> Item:
        if isinstance(item, Shape) and item.name == "Triage" and item.body:
            paragraphs = tuple(replace(each, align="left") for each in item.body.paragraphs)
            return replace(item, body=replace(item.body, paragraphs=paragraphs, insets=Insets()))
        return item

    assert messages("LAY012", TIMELINE, tmp_path, change=press) == [
        "'Triage' is 0.0 pt from the edge of its shape"
    ]


def test_a_title_that_is_not_where_the_layout_has_it(tmp_path: Path) -> None:
    def nudge(item: Item) -> Item:
        if isinstance(item, Text) and item.placeholder == "title":
            return replace(item, rect=item.rect.moved(0, 6))
        return item

    assert messages("LAY014", TIMELINE, tmp_path, change=nudge) == [
        "the title stands +0, +6 pt from its place on the layout"
    ]

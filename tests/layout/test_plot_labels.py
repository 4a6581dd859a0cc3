"""Labels of a plot: set on one line or more, placed clear of lines, drawn, and listed in a key."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.charts.placing import Spot
from deckbuild.document import Color, Connector, Shape, Text
from deckbuild.geometry import Point, Rect, Size
from deckbuild.layout.boxes import Setting
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.plot_labels import Label, PlotElement, label_key, place_labels
from tests.samples import context

SETTING = Setting(10.0, context())
"""A character is 6 points wide at the label role's least size of 12 points."""

BOUNDS = Rect(0, 0, 200, 100)
LEVEL = (Point(0, 50), Point(200, 50))
FILL = Color("#FFFFFF")


def label(text: str, ground: Color | None = None) -> Label:
    return Label((LabelParagraph(text),), ground)


def element(text: str, *tops: float, anchor: Point | None = None, ground: Color | None = None) -> PlotElement:
    """An element whose label may stand at these places below each other, the first preferred."""

    def spots(sizes: Sequence[Size], _: Sequence[Point]) -> list[Spot]:
        ranked = enumerate(tops)
        return [Spot(Rect(10, y, sizes[0].width, sizes[0].height), rank, anchor=anchor) for rank, y in ranked]

    return PlotElement(f"g/{text}", label(text, ground), spots)


LINES = {"g/line": LEVEL}


def test_a_label_may_break_where_that_makes_it_higher() -> None:
    """Fifteen characters: at three quarters of the width eleven of them fit, at less than half one word."""
    bodies = label("one two six ten").settings(SETTING)
    assert [len(body.paragraphs[0].lines) for body in bodies] == [1, 2, 4]


def test_a_single_word_is_never_torn() -> None:
    assert len(label("extraordinary").settings(SETTING)) == 1


def test_a_label_keeps_clear_of_lines() -> None:
    (placed,) = place_labels([element("Load", 45, 20)], LINES, BOUNDS, SETTING)
    assert placed.at.spot.rect.top == 20
    assert not placed.at.clashes


def test_a_label_without_a_free_place_clashes() -> None:
    (placed,) = place_labels([element("Load", 45)], LINES, BOUNDS, SETTING)
    assert placed.at.clashes


def test_a_number_stands_in_for_a_label() -> None:
    (placed,) = place_labels([element("Load", 20)], {}, BOUNDS, SETTING, numbers={"g/Load": 3})
    assert placed.body.text == "3"
    assert placed.label.name == "Load"


def test_a_plain_label_is_text_and_one_on_a_ground_a_shape() -> None:
    plain, tag = place_labels([element("Load", 20), element("Peak", 70, ground=FILL)], {}, BOUNDS, SETTING)
    (text,) = plain.draw(SETTING)
    (shape,) = tag.draw(SETTING)
    assert isinstance(text, Text)
    assert isinstance(shape, Shape)
    assert (shape.key, shape.fill) == ("g/Peak", FILL)


def test_a_leader_ends_in_a_dot_on_what_the_label_is_about() -> None:
    (placed,) = place_labels([element("Peak", 20, anchor=Point(100, 80))], {}, BOUNDS, SETTING)
    leader, dot, _ = placed.draw(SETTING)
    assert isinstance(leader, Connector)
    assert leader.points[0] == dot.rect.center == Point(100, 80)


def test_the_key_has_as_many_columns_as_have_room() -> None:
    """Of 240 points each, 18 apart."""
    labels = [label(name) for name in ("One", "Two", "Three")]
    narrow, wide = (label_key(labels, width, SETTING).frame(Size(width, 0)) for width in (497.0, 498.0))
    assert len({item.rect.top for item in narrow.items}) == 3
    assert len({item.rect.top for item in wide.items}) == 2
    assert [item.name for item in wide.items] == ["Key 1", "One", "Key 2", "Two", "Key 3", "Three"]

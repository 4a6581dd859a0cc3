"""Icons: one native shape each, from Lucide's outlines or Simple Icons' brand marks."""

from __future__ import annotations

import warnings

import pytest
from pydantic import TypeAdapter, ValidationError

from deckbuild.deck.faults import fault_in
from deckbuild.document import Color, Freeform, Shape, Stroke
from deckbuild.geometry import Rect, Size
from deckbuild.layout.boxes import fixed
from deckbuild.layout.icons import (
    IconName,
    after_icon,
    brand_names,
    icon,
    icon_box,
    icon_names,
    icon_width,
    known_icon,
    nearest_icon,
    outline,
    symbol_box,
)
from tests.samples import context

BLUE = Color("#003D5C", "accent 2")
BOX = Rect(10, 20, 48, 48)
CONTEXT = context()


def test_a_lucide_icon_is_a_stroked_outline_on_a_square_of_24() -> None:
    shape = icon("server", BOX, BLUE, CONTEXT)

    assert shape.rect == BOX
    assert isinstance(shape.geometry, Freeform)
    assert shape.geometry.size == Size(24, 24)
    assert shape.fill is None
    assert shape.stroke == Stroke(BLUE, 4.0)  # two units of 24, at 48 points


def test_a_brand_mark_is_filled() -> None:
    shape = icon("brand:prometheus", BOX, BLUE, CONTEXT)

    assert shape.fill == BLUE
    assert shape.stroke is None


def test_an_icon_keeps_its_proportions_in_the_middle_of_its_place() -> None:
    assert icon("server", Rect(0, 0, 100, 40), BLUE, CONTEXT).rect == Rect(30, 0, 40, 40)


def test_an_icon_as_a_box_is_of_its_height_in_the_middle_of_its_rectangle() -> None:
    box = icon_box("cloud+server", 24, BLUE, CONTEXT)

    assert box.natural == Size(52, 24)
    assert [item.rect for item in box.frame(Size(60, 24)).items] == [Rect(4, 0, 52, 24)]


def test_words_stand_after_an_icon_if_there_is_one() -> None:
    words = fixed(Size(40, 10), lambda rect: (Shape(rect),))
    led = after_icon("server", 20, BLUE, words, CONTEXT, gap=5)

    assert led.takes(Size(100, 0)) == Size(100, 20)
    assert [item.rect for item in led.frame(Size(100, 20)).items] == [
        Rect(0, 0, 20, 20),
        Rect(25, 0, 75, 20),
    ]
    assert after_icon(None, 20, BLUE, words, CONTEXT, gap=5) == words


def test_joined_icons_stand_side_by_side_in_one_shape() -> None:
    width = icon_width("cloud+server", 24)

    shape = icon("cloud+server", Rect(0, 0, 200, 24), BLUE, CONTEXT)

    assert width == 52  # two squares of 24 and a gap of 4
    assert shape.rect == Rect(74, 0, 52, 24)
    assert isinstance(shape.geometry, Freeform)
    second = outline("server", dx=28)
    assert shape.geometry.commands[-len(second) :] == second


def test_it_is_decoration_unless_it_says_something() -> None:
    assert icon("server", BOX, BLUE, CONTEXT).role == "decoration"
    assert icon("server", BOX, BLUE, CONTEXT, alt="A server").role != "decoration"


@pytest.mark.parametrize("shape", ["circle", "database", "server", "route", "signal", "star", "octagon-x"])
def test_every_kind_of_svg_element_becomes_lines_and_cubic_curves(shape: str) -> None:
    commands = outline(shape)

    assert commands[0][0] == "M"
    assert {step[0] for step in commands} <= {"M", "L", "C", "Z"}
    lengths = {"M": 3, "L": 3, "C": 7, "Z": 1}
    assert all(len(step) == lengths[str(step[0])] for step in commands)
    assert all(-0.5 <= float(value) <= 24.5 for step in commands for value in step[1:])


def test_a_circle_goes_round() -> None:
    points = [step[-2:] for step in outline("circle") if step[0] == "C"]

    assert {(12.0, 2.0), (12.0, 22.0), (2.0, 12.0), (22.0, 12.0)} & set(points)  # r = 10 about (12, 12)


def test_names() -> None:
    assert known_icon("server")
    assert known_icon("brand:grafana")
    assert known_icon("cloud+server")
    assert not known_icon("sever")
    assert not known_icon("cloud+sever")
    assert not known_icon("")
    assert "server" in icon_names()
    assert "brand:grafana" in brand_names()


def test_an_old_name_still_works_and_keeps_quiet() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert outline("alarm-check") == outline("alarm-clock-check")


def test_the_nearest_name_is_suggested() -> None:
    assert nearest_icon("sever") == "did you mean 'server'?"
    assert nearest_icon("cloud+sever") == "did you mean 'server'?"
    assert nearest_icon("brand:grafanna") == "did you mean 'brand:grafana'?"


def test_an_unknown_icon_in_a_deck_is_a_fault() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(IconName).validate_python("sever")

    fault = fault_in(caught.value.errors()[0])
    assert fault is not None
    assert fault.message == "unknown icon 'sever'"
    assert fault.hint == "did you mean 'server'?"


def test_drawing_an_unknown_icon_is_a_bug() -> None:
    with pytest.raises(LookupError, match="unknown icon 'sever'; did you mean 'server'"):
        icon("sever", BOX, BLUE, CONTEXT)


def test_no_name_is_no_icon_for_rows_to_leave_out() -> None:
    assert symbol_box(None, 20, BLUE, CONTEXT) is None
    made = symbol_box("server", 20, BLUE, CONTEXT)
    assert made is not None
    assert made.natural == Size(20, 20)

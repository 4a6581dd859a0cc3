"""Marks that graphics share."""

from __future__ import annotations

from deckbuild.document import Color
from deckbuild.geometry import Rect, Size
from deckbuild.layout.marks import disc_box
from tests.samples import context

BLUE, WHITE = Color("#003D5C", "accent 2"), Color("#FFFFFF", "light 1")


def test_a_disc_as_a_box_stands_in_the_middle_of_its_rectangle_with_its_icon_on_it() -> None:
    box = disc_box("server", 50, BLUE, WHITE, context())

    assert box.natural == Size(50, 50)
    circle, drawing = box.frame(Size(100, 50)).items
    assert circle.rect == Rect(25, 0, 50, 50)
    assert drawing.rect == Rect(34.5, 9.5, 31, 31)  # 0.62 of the diameter

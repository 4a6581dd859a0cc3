"""One radius for every panel, whatever its size."""

from __future__ import annotations

from functools import partial

from deckbuild.document import Color, Rounded, Shape, Text
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.boxes import Setting, column, pad, space, text
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.shapes import in_panel, on_panel, panel, pill, words_on
from tests.samples import context, run


def test_a_panel_is_decoration_unless_it_says_something() -> None:
    at = context()
    body = at.typesetter.body([at.typesetter.paragraph((run("words"),), 100)])
    box = Rect(0, 0, 100, 50)
    assert panel(box, at).role == "decoration"
    assert panel(box, at, body=body).role != "decoration"
    assert panel(box, at, alt="A panel").role != "decoration"
    assert panel(box, at).fill == at.tone.panel


def test_a_pill_has_round_ends() -> None:
    assert pill(Rect(0, 0, 30, 4), Color("#000000")).geometry == Rounded(2)


def test_a_panel_lies_behind_its_box() -> None:
    (item,) = on_panel(space(40.0, 20.0), context(), name="Card", key="g/card").frame(Size(60.0, 30.0)).items
    assert isinstance(item, Shape)
    assert (item.name, item.key, item.rect) == ("Card", "g/card", Rect(0, 0, 60, 20))


def test_words_on_a_shape_have_what_is_painted_over_it_after_them() -> None:
    dot = Rect(0, 0, 5, 5)
    box = words_on(
        partial(Shape, name="Ground", key="g/ground"),
        [LabelParagraph("Word")],
        Setting(20.0, context()),  # a character is 10 points wide, a line 24 high
        insets=Insets.symmetric(10.0, 3.0),
        mark=lambda _: (Shape(dot, name="Dot"),),
    )
    ground, mark = box.frame(Size(80, 0)).items
    assert isinstance(ground, Shape)
    assert (ground.name, ground.key, ground.rect) == ("Ground", "g/ground", Rect(0, 0, 80, 30))
    assert ground.body is not None
    assert ground.body.text == "Word"
    assert mark == Shape(dot, name="Dot")


def test_a_panel_holds_the_first_words_of_its_box() -> None:
    setting = Setting(20.0, context())
    words = column([text([LabelParagraph(each)], setting) for each in ("first", "second")])
    inner = pad(words, Insets(top=6.0, right=8.0, left=10.0))
    shape, rest = in_panel(inner, context(), name="Card", key="g/card").frame(Size(100.0, 54.0)).items
    assert isinstance(shape, Shape)
    assert (shape.name, shape.key, shape.rect) == ("Card", "g/card", Rect(0, 0, 100, 54))
    assert shape.body is not None
    assert (shape.body.text, shape.body.insets) == ("first", Insets(6.0, 8.0, 0.0, 10.0))
    assert isinstance(rest, Text)
    assert rest.rect == Rect(10, 30, 82, 24)

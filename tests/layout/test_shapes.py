"""One radius for every panel, whatever its size."""

from __future__ import annotations

from deckbuild.document import Color, Rounded
from deckbuild.geometry import Rect
from deckbuild.layout.shapes import panel, pill
from tests.samples import context, run


def test_a_panel_is_decoration_unless_it_says_something() -> None:
    at = context()
    body = at.typesetter.body([at.typesetter.paragraph((run("words"),), 100)])
    box = Rect(0, 0, 100, 50)
    assert panel(box, at).decorative
    assert not panel(box, at, body=body).decorative
    assert not panel(box, at, alt="A panel").decorative
    assert panel(box, at).fill == at.tone.panel


def test_a_pill_has_round_ends() -> None:
    assert pill(Rect(0, 0, 30, 4), Color("#000000")).geometry == Rounded(2)

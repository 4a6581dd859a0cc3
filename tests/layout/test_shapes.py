"""One radius for every panel, whatever its size."""

from __future__ import annotations

import pytest

from deckbuild.document import Color, Preset
from deckbuild.geometry import Rect, Size
from deckbuild.layout.shapes import panel, pill, rounded
from tests.samples import context, run


@pytest.mark.parametrize(
    ("size", "share"),
    [(Size(100, 80), 10_000), (Size(800, 80), 10_000), (Size(80, 800), 10_000), (Size(10, 10), 50_000)],
)
def test_the_radius_is_given_in_shares_of_the_shorter_side(size: Size, share: int) -> None:
    assert rounded(size, 8) == Preset("roundRect", (("adj", share),))


def test_without_extent_there_is_no_corner() -> None:
    assert rounded(Size(0, 10), 8) == Preset("rect")


def test_a_panel_is_decoration_unless_it_says_something() -> None:
    at = context()
    body = at.typesetter.body([at.typesetter.paragraph((run("words"),), 100)])
    box = Rect(0, 0, 100, 50)
    assert panel(box, at).decorative
    assert not panel(box, at, body=body).decorative
    assert not panel(box, at, alt="A panel").decorative
    assert panel(box, at).fill == at.tone.panel


def test_a_pill_has_round_ends() -> None:
    assert pill(Rect(0, 0, 30, 4), Color("#000000")).geometry == Preset("roundRect", (("adj", 50_000),))

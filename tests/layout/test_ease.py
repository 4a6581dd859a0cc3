"""What fits with ease. Characters are half their size wide: at 20 pt 10 pt, lines 24 pt high."""

from __future__ import annotations

import pytest

from deckbuild.geometry import Size
from deckbuild.layout.ease import at_ease
from deckbuild.layout.stack import stack
from tests.samples import block, context


@pytest.mark.parametrize(
    ("width", "height", "ease"),
    [
        (140, 24, True),  # "one two three" is 130 pt wide, 135.2 with wider glyphs
        (134, 24, False),  # wraps there
        (134, 48, True),  # and has room for it
    ],
)
def test_a_line_that_wider_glyphs_break_needs_room(width: float, height: float, ease: bool) -> None:
    frame = stack([block("text", "one two three")], Size(width, height), context(20))
    assert at_ease(frame, height) is ease


def test_a_line_more_would_push_aside_what_stands_below() -> None:
    blocks = [block("text", "one two three"), block("callout", "four")]
    assert not at_ease(stack(blocks, Size(134, 500), context(20)), 500)


def test_a_short_cell_stays_on_its_line() -> None:
    table = block("table", {"columns": ["a", "b"], "rows": [["one two", "c" * 20]]})
    assert at_ease(stack([table], Size(400, 500), context(20)), 500)
    assert not at_ease(stack([table], Size(300, 500), context(20)), 500)

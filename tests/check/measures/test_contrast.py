"""How much text must stand out: by its size and weight (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import pytest

from deckbuild.check.measures.contrast import least_for
from deckbuild.document import Color, Face, TextStyle

INK = Color("#000000", "dark 1")


@pytest.mark.parametrize(
    ("size", "bold", "ratio"),
    [
        (13.9, True, 4.5),
        (14, True, 3.0),
        (14, False, 4.5),
        (17.9, False, 4.5),
        (18, False, 3.0),
        (17.9, True, 3.0),
    ],
)
def test_large_text_is_18_pt_or_14_pt_bold(size: float, bold: bool, ratio: float) -> None:
    assert least_for(TextStyle(Face("Fixed"), size, INK, bold=bold)) == ratio


@pytest.mark.parametrize(("size", "ratio"), [(9, 3.0), (8.9, 4.5)])
def test_sizes_are_those_of_a_page_of_the_usual_height(size: float, ratio: float) -> None:
    """On a page of half the height, 9 pt are as large as 18 pt are on a usual one."""
    assert least_for(TextStyle(Face("Fixed"), size, INK), scale=2.0) == ratio

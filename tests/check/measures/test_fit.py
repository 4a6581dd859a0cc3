"""Whether a line passes through a box."""

from __future__ import annotations

import pytest

from deckbuild.check.measures.fit import crosses
from deckbuild.geometry import Point, Rect


@pytest.mark.parametrize(
    ("box", "through"),
    [
        (Rect(4, 4, 2, 2), True),
        (Rect(6, 2, 2, 2), False),
        (Rect(2, 6, 2, 2), False),
        (Rect(12, 12, 2, 2), False),
    ],
)
def test_a_slanted_line(box: Rect, through: bool) -> None:
    """From (0, 0) to (10, 10): boxes on its way, above it, below it, behind its end."""
    assert crosses(Point(0, 0), Point(10, 10), box) is through
    assert crosses(Point(10, 10), Point(0, 0), box) is through

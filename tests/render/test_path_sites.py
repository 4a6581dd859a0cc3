"""Connection sites of a path's own, for lines that leave a box beside the middle of a side."""

from __future__ import annotations

from deckbuild.document import Path
from deckbuild.geometry import Point, Size
from deckbuild.presets import site_count
from deckbuild.render.pptx.shapes import outline
from deckbuild.render.pptx.units import Box

SQUARE = (("M", 0.0, 0.0), ("L", 100.0, 0.0), ("L", 100.0, 50.0), ("L", 0.0, 50.0), ("Z",))


def test_they_follow_the_middles_of_the_sides_and_face_outwards() -> None:
    path = Path(Size(100, 50), SQUARE, (Point(25, 0), Point(100, 40)))

    sites = list(outline(path, Box(0, 0, 2000, 1000), True).iter("{*}cxn"))

    assert site_count(path) == 6
    assert [(site.get("ang"), site[0].get("x"), site[0].get("y")) for site in sites[4:]] == [
        ("3cd4", "500", "0"),
        ("0", "2000", "800"),
    ]

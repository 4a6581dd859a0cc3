"""Connectors: the preset draws exactly the points, glued where asked, in PowerPoint and LibreOffice."""

from __future__ import annotations

import math
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckbuild.document import (
    RECTANGLE,
    Connector,
    Diamond,
    Ellipse,
    Freeform,
    Geometry,
    Glue,
    Rounded,
    Shape,
    Side,
    Stroke,
)
from deckbuild.geometry import Point, Rect, Size
from deckbuild.render.pptx import render_pptx
from deckbuild.render.pptx.connectors import LEAST_EXTENT_EMU, encode
from deckbuild.render.pptx.xml import Element
from tests.render.pptx.sample import DEEP, box, document, find, only, page, slide

EMU = 12700
BENDS = {
    "straightConnector1": lambda w, h, _: [(0, 0), (w, h)],
    "bentConnector2": lambda w, h, _: [(0, 0), (w, 0), (w, h)],
    "bentConnector3": lambda w, h, a: [(0, 0), (w * a[0], 0), (w * a[0], h), (w, h)],
    "bentConnector4": lambda w, h, a: [(0, 0), (w * a[0], 0), (w * a[0], h * a[1]), (w, h * a[1]), (w, h)],
    "bentConnector5": lambda w, h, a: [
        (0, 0),
        (w * a[0], 0),
        (w * a[0], h * a[1]),
        (w * a[2], h * a[1]),
        (w * a[2], h),
        (w, h),
    ],
}
"""The paths of the presets (ECMA-376 Part 1, annex D), with adjust values as fractions."""


def drawn(connector: Element) -> list[tuple[float, float]]:
    """The points a connector goes along, in points on the page: its path, flipped, then turned."""
    place = only(connector, "p:spPr/a:xfrm")
    left, top = (int(only(place, "a:off").get(name, 0)) for name in "xy")
    width, height = (int(only(place, "a:ext").get(name, 0)) for name in ("cx", "cy"))
    preset = only(connector, "p:spPr/a:prstGeom")
    adjust = [
        int(guide.get("fmla", "").removeprefix("val ")) / 100_000 for guide in find(preset, "a:avLst/a:gd")
    ]
    turn = math.radians(int(place.get("rot", 0)) / 60_000)
    points = []
    for x, y in BENDS[preset.get("prst", "")](width, height, adjust):
        x = (width - x if place.get("flipH") else x) - width / 2
        y = (height - y if place.get("flipV") else y) - height / 2
        x, y = x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)
        points.append(((left + width / 2 + x) / EMU, (top + height / 2 + y) / EMU))
    return points


def connector(*points: tuple[float, float], **options: Any) -> Connector:
    return Connector(tuple(Point(x, y) for x, y in points), Stroke(DEEP), **options)


def written(*points: tuple[float, float]) -> Element:
    """The native connector along these points."""
    return only(slide(connector(*points)), ".//p:cxnSp")


@st.composite
def square_ways(draw: st.DrawFn) -> list[tuple[float, float]]:
    """Two to six points, level and upright by turns, each part at least a point long."""
    coordinate = st.integers(0, 900)
    point = (draw(coordinate), draw(coordinate))
    points, level = [point], draw(st.booleans())
    for _ in range(draw(st.integers(1, 5))):
        x, y = points[-1]
        moved = draw(coordinate.filter(lambda value, here=x if level else y: value != here))
        points.append((moved, y) if level else (x, moved))
        level = not level
    return [(float(x), float(y)) for x, y in points]


@given(square_ways())
def test_the_preset_draws_the_points(points: list[tuple[float, float]]) -> None:
    slack = 1.01 * LEAST_EXTENT_EMU / EMU  # what a box flat between its ends is widened by
    for (x, y), (wanted_x, wanted_y) in zip(drawn(written(*points)), points, strict=True):
        assert (x, y) == (pytest.approx(wanted_x, abs=slack), pytest.approx(wanted_y, abs=slack))


@given(st.tuples(*[st.floats(0, 900)] * 4))
def test_a_straight_one_goes_any_way(ends: tuple[float, float, float, float]) -> None:
    points = [ends[:2], ends[2:]]
    assert drawn(written(*points)) == [pytest.approx(point, abs=0.001) for point in points]


@pytest.mark.parametrize(
    ("points", "preset"),
    [
        ([(0, 0), (50, 20)], "straightConnector1"),
        ([(0, 0), (50, 0), (90, 0)], "straightConnector1"),
        ([(0, 0), (50, 0), (50, 20)], "bentConnector2"),
        ([(0, 0), (0, 0), (50, 0), (50, 20), (90, 20)], "bentConnector3"),
        ([(0, 0), (9, 0), (9, 20), (50, 20), (50, 40)], "bentConnector4"),
        ([(0, 0), (9, 0), (9, 20), (50, 20), (50, 40), (80, 40)], "bentConnector5"),
    ],
)
def test_as_many_bends_as_needed(points: list[tuple[float, float]], preset: str) -> None:
    assert encode(tuple(Point(x, y) for x, y in points)).preset == preset


@pytest.mark.parametrize(
    "points",
    [
        [(0, 0), (50, 20), (90, 20)],
        [(0, 0), (50, 0), (20, 0)],
        [(0, 0), (1, 0), (1, 1), (2, 1), (2, 2), (3, 2), (3, 3)],
    ],
    ids=["aslant", "back on itself", "six parts"],
)
def test_what_no_preset_draws_is_a_bug(points: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="no connector preset goes along"):
        written(*points)


def test_ends_stick_to_shapes() -> None:
    way = connector((100, 20), (200, 20), start=Glue("a", "right"), end=Glue("b", "left"))
    root = slide(way, box("a", Rect(0, 0, 100, 40)), box("b", Rect(200, 0, 100, 40)))
    ids = {each.get("name"): each.get("id") for each in find(root, ".//p:cNvPr")}
    assert dict(only(root, ".//a:stCxn").attrib) == {"id": ids["a"], "idx": "3"}
    assert dict(only(root, ".//a:endCxn").attrib) == {"id": ids["b"], "idx": "1"}


def test_the_selection_pane_says_what_it_joins() -> None:
    boxes = box("Edge", Rect(0, 0, 100, 40)), box("Cloud", Rect(200, 0, 100, 40))
    way = connector((100, 20), (200, 20), start=Glue("Edge", "right"), end=Glue("Cloud", "left"))
    loose = connector((0, 90), (9, 90), start=Glue("Edge", "right"), name="Way back")
    names = [each.get("name") for each in find(slide(*boxes, way, loose), ".//p:cxnSp//p:cNvPr")]
    assert names == ["Edge to Cloud", "Way back"]


def test_an_unknown_shape_is_a_bug() -> None:
    with pytest.raises(ValueError, match="sticks to 'nothing'"):
        slide(connector((0, 0), (9, 9), start=Glue("nothing", "top")))


def test_an_unknown_site_is_a_bug() -> None:
    with pytest.raises(ValueError, match="site 0 of 'a', which has no such site"):
        slide(box("a", Rect(0, 0, 9, 9)), connector((0, 0), (9, 9), start=Glue("a", 0)))


def test_two_shapes_of_one_key_are_a_bug() -> None:
    with pytest.raises(ValueError, match="have the key 'a'"):
        slide(box("a", Rect(0, 0, 9, 9)), box("a", Rect(20, 0, 9, 9)))


def test_a_freeform_offers_the_middles_of_its_sides_and_its_own_sites() -> None:
    square = Freeform(Size(2, 2), (("M", 0.0, 0.0), ("L", 2.0, 2.0)), (Point(2, 0.5),))
    root = slide(
        Shape(Rect(0, 0, 100, 100), square, key="a"), connector((100, 25), (200, 25), start=Glue("a", 0))
    )
    sites = [(each.get("ang"), *only(each, "a:pos").attrib.values()) for each in find(root, ".//a:cxn")]
    assert sites == [
        ("3cd4", "hc", "t"),
        ("cd2", "l", "vc"),
        ("cd4", "hc", "b"),
        ("0", "r", "vc"),
        ("0", str(100 * EMU), str(25 * EMU)),
    ]


def test_arrowheads() -> None:
    ends = find(slide(connector((0, 0), (9, 9), start_arrow=True)), ".//a:ln/*")
    assert [etree.QName(each).localname for each in ends][-2:] == ["headEnd", "tailEnd"]


LEFT, RIGHT = Rect(100, 100, 80, 40), Rect(400, 200, 80, 40)


def joined(
    *points: tuple[float, float], sites: tuple[Side, Side], geometry: Geometry = RECTANGLE
) -> tuple[Shape | Connector, ...]:
    """Two shapes and a connector from the left one to the right one."""
    return (
        Shape(LEFT, geometry, key="left"),
        Shape(RIGHT, geometry, key="right"),
        connector(*points, start=Glue("left", sites[0]), end=Glue("right", sites[1])),
    )


def test_an_elbow_that_libreoffice_would_reroute_has_a_fallback() -> None:
    root = slide(*joined((180, 120), (220, 120), (220, 220), (400, 220), sites=("right", "left")))
    assert find(root, ".//mc:AlternateContent/mc:Choice/p:cxnSp")
    assert find(root, ".//mc:AlternateContent/mc:Fallback/p:sp")
    choice = only(root, ".//mc:Choice")
    assert choice.nsmap[choice.get("Requires")] == "http://schemas.microsoft.com/office/powerpoint/2010/main"
    assert choice.get("Requires") != "p14"


ALIKE = [
    joined((180, 120), (400, 220), sites=("right", "left")),
    joined((180, 120), (290, 120), (290, 220), (400, 220), sites=("right", "left")),
    joined((180, 120), (440, 120), (440, 200), sites=("right", "top")),
    joined((140, 140), (140, 220), (400, 220), sites=("bottom", "left")),
    joined((140, 140), (140, 170), (440, 170), (440, 200), sites=("bottom", "top"), geometry=Rounded(6)),
    joined((180, 120), (290, 120), (290, 220), (400, 220), sites=("right", "left"), geometry=Diamond()),
    joined((180, 120), (290, 120), (290, 220), (400, 220), sites=("right", "left"), geometry=Ellipse()),
]


@pytest.mark.parametrize("items", ALIKE)
def test_others_have_none(items: tuple[Shape | Connector, ...]) -> None:
    assert not find(slide(*items), ".//mc:AlternateContent")


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice isn't installed")
def test_libreoffice_draws_those_alike(tmp_path: Path) -> None:
    """Its own route for each connector without a fallback goes along our points."""
    deck = tmp_path / "connectors.pptx"
    deck.write_bytes(render_pptx(document(*(page(number, *items) for number, items in enumerate(ALIKE, 1)))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "fodp", "--outdir", str(tmp_path), str(deck)],
        check=True,
        capture_output=True,
    )
    text = (tmp_path / "connectors.fodp").read_text(encoding="utf-8")
    routes = re.findall(r"<draw:connector [^>]*svg:d=\"([^\"]+)\"", text)
    wanted = [[(p.x, p.y) for p in items[2].points] for items in ALIKE if isinstance(items[2], Connector)]
    assert [route(path) for path in routes] == [
        [pytest.approx(point, abs=0.6) for point in points] for points in wanted
    ]


def route(path: str) -> list[tuple[float, float]]:
    """The corners of an SVG path of `M`, `L`, `l`, `h` and `v` in hundredths of a millimetre, in points."""
    x = y = 0.0
    points = []
    for command, numbers in re.findall(r"([MLlhv])([-0-9. ]+)", path):
        values = [float(value) for value in re.findall(r"-?[0-9.]+", numbers)]
        match command:
            case "M" | "L":
                x, y = values
            case "l":
                x, y = x + values[0], y + values[1]
            case "h":
                x += values[0]
            case "v":
                y += values[0]
        points.append((x * 72 / 2540, y * 72 / 2540))
    return points

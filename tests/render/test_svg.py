"""Pages as SVG: every item once, and words where the document says."""

from __future__ import annotations

import pytest
from lxml import etree

from deckbuild.document import (
    Color,
    Connector,
    Diamond,
    Document,
    Ellipse,
    Freeform,
    Geometry,
    Pointed,
    Rectangle,
    Rounded,
    Stroke,
    Table,
    text_bodies,
    walk,
)
from deckbuild.geometry import Point, Rect, Size
from deckbuild.layout.deck import lay_out
from deckbuild.pipeline import layout_context, read
from deckbuild.render.svg import drawn, outline, page_svg
from tests.samples import SAMPLE

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def document() -> Document:
    deck = read(SAMPLE)
    return lay_out(deck, layout_context(deck))


def baselines(tree: etree._Element) -> list[tuple[float, float]]:
    """Where the texts of a picture begin on the page, its groups' moves added up."""
    found = []
    for text in tree.iter(f"{SVG}text"):
        x, y = float(text.get("x", "")), float(text.get("y", ""))
        for group in text.iterancestors(f"{SVG}g"):
            move = group.get("transform", "")
            if move.startswith("translate("):
                dx, dy = map(float, move[len("translate(") : -1].split())
                x, y = x + dx, y + dy
        found.append((x, y))
    return found


def test_words_stand_where_the_document_says(document: Document) -> None:
    for page in document.pages:
        layout = next(each for each in document.slide_layouts if each.name == page.slide_layout)
        wanted = []
        for item in walk((*layout.items, *page.items)):
            if isinstance(item, Table):
                continue
            for body in text_bodies((item,)):
                for line in body.lines:
                    runs = (*((line.mark,) if line.mark else ()), *line.runs)
                    wanted += [(item.rect.left + run.left, item.rect.top + line.baseline) for run in runs]
        seen = baselines(etree.fromstring(page_svg(page, document).encode()))
        missing = [place for place in wanted if not any(place == pytest.approx(at, abs=0.01) for at in seen)]
        assert (missing, bool(wanted)) == ([], True)


def test_a_picture_says_all_the_words_of_its_page(document: Document) -> None:
    for page in document.pages:
        shown = "".join("".join(etree.fromstring(page_svg(page, document).encode()).itertext()).split())
        words = [word for body in text_bodies(page.walk()) for word in body.text.split()]
        assert not [word for word in words if word not in shown]


@pytest.mark.parametrize(
    ("geometry", "path"),
    [
        (Rectangle(), "M0 0H20.000V10.000H0Z"),
        (Ellipse(), "M0 5.000a10.000 5.000 0 0 1 20.000 0a10.000 5.000 0 0 1 -20.000 0Z"),
        (Diamond(), "M10.000 0.000L20.000 5.000L10.000 10.000L0.000 5.000Z"),
        (Pointed(4), "M0.000 0.000L16.000 0.000L20.000 5.000L16.000 10.000L0.000 10.000Z"),
        (Freeform(Size(2, 2), (("M", 0, 0), ("L", 2, 1), ("Z",))), "M0.000 0.000 L20.000 5.000 Z"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_outlines(geometry: Geometry, path: str) -> None:
    assert outline(geometry, Rect(0, 0, 20, 10)) == path


def test_corners_are_no_rounder_than_half_of_the_shorter_side() -> None:
    assert outline(Rounded(99), Rect(0, 0, 20, 10)).startswith(
        "M0 5.000a5.000 5.000 0 0 1 5.000 -5.000h10.000a"
    )


def test_an_arrow_ends_at_its_last_point() -> None:
    line = Connector((Point(0, 0), Point(20, 0)), Stroke(Color("#123456"), 2))
    assert 'd="M20.000 0.000L14.000 3.000L14.000 -3.000Z"' in drawn(line)

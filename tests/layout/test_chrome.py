"""Slide layouts: what stands on every slide of a segment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckbuild.document import Color, Document, Shape, SlideLayout, Text
from deckbuild.layout.chrome import eyebrow_text
from tests.samples import deck

LayOut = Callable[[str], Document]

THREE = """
title: Deck
segments:
  - {id: a, title: "Segment 1: The First Thing", short_title: First, slides: [
      {title: One, content: [T]}, {title: Two, content: [T]}]}
  - {id: b, title: Second, slides: [{title: Three, content: [T]}, {title: Four, content: [T]}]}
  - {id: c, title: Close, slides: [{title: Bye, type: closing}]}
"""


def layout(document: Document, name: str) -> SlideLayout:
    return next(each for each in document.slide_layouts if each.name == name)


def pills(found: SlideLayout) -> list[str | None]:
    shapes = [item for item in found.items if item.name.startswith("Progress")]
    fills = [shape.fill for shape in shapes if isinstance(shape, Shape)]
    return [fill.slot for fill in fills if isinstance(fill, Color)]


def test_one_pill_a_segment_the_current_one_in_the_primary_colour(laid_out: LayOut) -> None:
    document = laid_out(THREE)
    done, current, ahead = "accent 2", "accent 1", "accent 4"
    assert pills(layout(document, "Content, few words · First")) == [current, ahead, ahead]
    assert pills(layout(document, "Content, few words · Second")) == [done, current, ahead]


def test_pills_stand_in_the_middle_of_the_page(laid_out: LayOut) -> None:
    items = [
        i
        for i in layout(laid_out(THREE), "Content, few words · First").items
        if i.name.startswith("Progress")
    ]
    assert items[0].rect.left + items[-1].rect.right == pytest.approx(960)
    assert {item.rect.center.y for item in items} == {514}


def test_everything_but_the_eyebrow_is_decoration(laid_out: LayOut) -> None:
    for found in laid_out(THREE).slide_layouts:
        for item in found.items:
            assert item.name == "Eyebrow" if isinstance(item, Text) else item.role == "decoration"


def test_the_eyebrow_says_which_segment(laid_out: LayOut) -> None:
    (eyebrow,) = [
        i for i in layout(laid_out(THREE), "Content, few words · First").items if isinstance(i, Text)
    ]
    assert eyebrow.body.text == "Segment 1 · First"


@pytest.mark.parametrize(
    ("title", "short", "said"),
    [
        ("Segment 1: The First Thing", "First", "Segment 1 · First"),
        ("Segment 1: The First Thing", None, "Segment 1: The First Thing"),
        ("The First Thing", "First", "First"),
        ("Segment 1: The First Thing", "Segment 1", "Segment 1"),
    ],
)
def test_eyebrow_text(title: str, short: str | None, said: str) -> None:
    more = f", short_title: '{short}'" if short else ""
    made = deck(f"title: D\nsegments: [{{id: a, title: '{title}'{more}, slides: [{{title: One}}]}}]\n")
    assert eyebrow_text(made.segments[0]) == said


def test_placeholders_stand_in_the_zones_of_the_grid(laid_out: LayOut) -> None:
    found = layout(laid_out(THREE), "Content, few words · First")
    assert {slot.name: (slot.kind, slot.rect.top) for slot in found.placeholders} == {
        "Title": ("title", 39),
        "Text": ("body", found.placeholders[1].rect.top),
        "Footer": ("footer", 504),
        "Slide number": ("number", 504),
    }

"""Annotated code: callouts in the order of their lines, joined to them by leaders that never cross."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest
from pydantic import ValidationError

from deckbuild.document import Frame, Glue, Shape, Text, walk
from deckbuild.geometry import Rect, Size
from tests.graphics.drawn import WIDE, boxes, draw, graphic, lines, shape, words

CODE = """
language: json
heading: The file
callouts_heading: What matters
source: |
  {
    "replicas": 3,
    "limits": {
      "cpu": 2,
      "memory": 4
    },
    "grace_seconds": 30
  }
callouts:
  - {match: grace, title: "grace: 30 s", text: Finish what is running}
  - {match: replicas, title: "replicas: 3", text: One may fail}
  - {lines: [4, 5], title: Limits, text: No neighbour starves}
"""


def code(**changes: Any) -> Frame:
    return draw("annotated-code", CODE, **changes)


def text(frame: Frame, name: str) -> Text:
    return next(item for item in walk(frame.items) if isinstance(item, Text) and item.name == name)


def test_all_words_are_there() -> None:
    said = words(code())
    assert said[:2] == ["The file", '{   "replicas": 3,   "limits": {     "cpu": 2,     "memory": 4   },   '
                        '"grace_seconds": 30 }']  # fmt: skip
    assert said[2:] == [
        "What matters",
        "replicas: 3 One may fail",
        "Limits No neighbour starves",
        "grace: 30 s Finish what is running",
    ]


def test_everything_is_inside_and_apart() -> None:
    frame = code()
    assert frame.size == WIDE
    for item in walk(frame.items):
        assert Rect.of_size(WIDE).contains(item.rect, 0.1), item.name
    for (_, one), (_, other) in combinations(boxes(frame).items(), 2):
        assert not one.overlaps(other)


def test_callouts_stand_in_the_order_of_their_lines() -> None:
    placed = boxes(code())
    assert placed["card-2"].top < placed["card-3"].top < placed["card-1"].top


def test_leaders_are_glued_to_a_dot_and_a_callout() -> None:
    frame = code()
    assert {(line.start, line.end) for line in lines(frame).values()} == {
        (Glue(f"g/dot-{n}", "right"), Glue(f"g/card-{n}", "left")) for n in (1, 2, 3)
    }


def test_a_dot_stands_beside_the_middle_of_its_lines() -> None:
    """Lines 4 and 5 of the code meet in the middle of the third callout's dot, give or take a point."""
    frame = code()
    listing = text(frame, "Code")
    pitch = listing.body.paragraphs[0].height
    assert boxes(frame)["dot-3"].center.y == pytest.approx(listing.rect.top + 4 * pitch, abs=1)


def test_code_and_callouts_keep_to_their_sizes() -> None:
    frame = code()
    (size,) = {run.style.size for p in text(frame, "Code").body.paragraphs for run in p.runs}
    assert 16 <= size <= 20
    body = next(i for i in walk(frame.items) if isinstance(i, Shape) and i.name == "Callout 1").body
    assert body is not None
    (label,) = {run.style.size for p in body.paragraphs for run in p.runs}
    assert 12 <= label <= 18


def test_lines_that_are_explained_are_lit_up() -> None:
    assert [item.name for item in walk(code().items)].count("Highlight") == 3


def test_too_little_room_is_said_and_nothing_is_cut() -> None:
    frame = code(region=Size(300, 100))
    assert frame.size.width > 300
    assert frame.size.height > 100
    for item in walk(frame.items):
        assert Rect.of_size(frame.size).contains(item.rect, 0.1), item.name


def test_a_dark_page_looks_the_same() -> None:
    assert shape(code(), "card-1").fill is not None


@pytest.mark.parametrize(
    ("callout", "message"),
    [
        ({"match": "replcias"}, "no line of the source contains 'replcias'"),
        ({"match": '":'}, "stands in lines 2, 3, 4, 5, 7"),
        ({"lines": 9}, "the source has lines 1 to 8"),
        ({"lines": [5, 4]}, "the first line comes after the last"),
        ({}, "a callout needs either 'match' or 'lines'"),
        ({"match": "cpu", "lines": 4}, "a callout needs either 'match' or 'lines'"),
    ],
)
def test_a_callout_points_somewhere(callout: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        graphic("annotated-code", CODE, callouts=[{"title": "x", **callout}])


LONG = "-rw-r--r-- 1 mei staff   812 May  4 18:02 diary.txt, and more to the right\n"


def test_long_lines_have_their_callouts_below_with_numbers_that_join_them() -> None:
    callouts = [{"lines": number, "title": f"Line {number}"} for number in (2, 1)]
    frame = code(source=LONG * 2, language="text", callouts=callouts)
    assert frame.size.width <= WIDE.width
    source = text(frame, "Code").rect
    cards = {i.name: i.rect for i in walk(frame.items) if re.fullmatch(r"Callout \d", i.name)}
    assert all(card.top > source.bottom for card in cards.values())
    assert cards["Callout 2"].right < cards["Callout 1"].left  # in the order of their lines
    numbers = [i for i in walk(frame.items) if i.name == "Number 1"]
    at_line, on_card = sorted((i.rect for i in numbers), key=lambda rect: rect.top)
    assert at_line.center.y < source.center.y
    assert cards["Callout 2"].contains(on_card)


def test_numbers_of_callouts_on_overlapping_lines_stand_apart() -> None:
    callouts = [{"lines": [1, 2], "title": "Both"}, {"lines": 2, "title": "The second"}]
    frame = code(source=LONG * 3, language="text", callouts=callouts)
    one, other = (
        min((i.rect for i in walk(frame.items) if i.name == f"Number {n}"), key=lambda r: r.top)
        for n in (1, 2)
    )
    assert not one.overlaps(other, 0.1)

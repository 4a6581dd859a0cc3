"""Values to bytes and back: all of them, and nothing that isn't one."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from deckbuild.cache import REPEATED
from deckbuild.codec import Undecodable, codec
from deckbuild.diagnostics import Diagnostic, Severity, Span
from deckbuild.document import (
    RECTANGLE,
    Color,
    Connector,
    Diamond,
    Ellipse,
    Frame,
    Freeform,
    Geometry,
    Glue,
    Group,
    Page,
    Picture,
    Pointed,
    Rounded,
    Shape,
    Stroke,
)
from deckbuild.geometry import Point, Rect, Size
from deckbuild.layout.deck import lay_out
from deckbuild.layout.looks import Look, SlideLayoutKey
from deckbuild.layout.page import PageDraft
from deckbuild.pipeline import layout_context, read
from tests.samples import SAMPLE, every_graphic

BOX = Rect(0.0, 0.0, 10.0, 10.0)


def drafts_of(deck: Path) -> list[PageDraft]:
    drafts: list[PageDraft] = []
    loaded = read(deck)
    lay_out(loaded, layout_context(loaded), remember=lambda _, lay: drafts.append(lay()) or drafts[-1])  # type: ignore[func-returns-value]
    return drafts


def page(*items: Any) -> Page:
    return Page(1, "One", "Content", items)


@pytest.mark.parametrize("kind", ["blocks", "graphics"])
def test_every_page_comes_back_as_it_was(kind: str, tmp_path: Path) -> None:
    kept = codec(PageDraft, REPEATED)
    drafts = drafts_of(SAMPLE if kind == "blocks" else every_graphic(tmp_path))
    assert [kept.decode(kept.encode(draft)) for draft in drafts] == drafts


def test_a_value_is_the_list_of_its_fields() -> None:
    assert codec(Rect).encode(Rect(1.0, 2.5, 3.0, 4.0)) == b"[1.0,2.5,3.0,4.0]"


def test_a_union_says_which_class_follows() -> None:
    shape = Shape(BOX, Rounded(3.5), Color("#000000"), Stroke(Color("#FFFFFF")))
    data = codec(Shape).encode(shape)
    assert b'["Rounded",[3.5]],["Color",["#000000",null,[],1.0]]' in data
    assert b'["Stroke",[["#FFFFFF",null,[],1.0],' in data  # a field of one class only needs no name
    assert codec(Shape).decode(data) == shape


def test_what_is_repeated_is_written_once() -> None:
    ends = (Point(1.0, 2.0), Point(3.0, 4.0), Point(1.0, 2.0))
    line = Connector(ends, Stroke(Color("#000000")))
    kept = codec(Connector, (Point,))
    data = kept.encode(line)
    assert data.startswith(b"[[[1.0,2.0],[3.0,4.0],0],")
    assert kept.decode(data) == line


@pytest.mark.parametrize("number", [b"-1", b"2", b"true", b"0.0"])
def test_a_number_stands_for_nothing_but_what_came_before_it(number: bytes) -> None:
    kept = codec(Connector, (Point, Color))
    data = kept.encode(Connector((Point(1.0, 2.0), Point(1.0, 2.0)), Stroke(Color("#000000"))))
    with pytest.raises(Undecodable):
        kept.decode(data.replace(b"[[[1.0,2.0],0],", b"[[[1.0,2.0]," + number + b"],"))


def test_a_number_stands_for_nothing_of_another_class() -> None:
    kept = codec(Connector, (Point, Color))
    data = kept.encode(Connector((Point(1.0, 2.0), Point(1.0, 2.0)), Stroke(Color("#000000"))))
    with pytest.raises(Undecodable):
        kept.decode(data.replace(b'["#000000",null,[],1.0]', b"0"))


@pytest.mark.parametrize(
    "value",
    [
        Picture(BOX, b"\x89PNG\x00\xff", svg=b"<svg/>"),
        Picture(BOX, b""),
        SlideLayoutKey(Look.SECTION, "text", 2, band=True, lines=3, number=4, body=BOX),
        Diagnostic("LAY001", 'a "quoted"\nline', Span("é.yaml", 1, 2), "hint", Severity.WARNING),
        Point(-0.0, 1e-7),
        Span("half a pair: \ud83d"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_texts_bytes_choices_and_numbers(value: Any) -> None:
    kept = codec(type(value))
    assert repr(kept.decode(kept.encode(value))) == repr(value)


@pytest.mark.parametrize(
    "geometry",
    [
        RECTANGLE,
        Rounded(8.0),
        Ellipse(),
        Diamond(),
        Pointed(4.0),
        Freeform(Size(1.0, 1.0), (("M", 0.0, 1.0), ("Z",)), (Point(0.0, 1.0),)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_outline(geometry: Geometry) -> None:
    kept, shape = codec(Shape), Shape(BOX, geometry)
    assert kept.decode(kept.encode(shape)) == shape


def test_an_end_sticks_to_a_side_or_to_a_site_of_its_own() -> None:
    kept = codec(Connector)
    line = Connector(
        (Point(0.0, 0.0), Point(9.0, 0.0)), Stroke(Color("#000000")), Glue("a", "left"), Glue("b", 0)
    )
    assert kept.decode(kept.encode(line)) == line


def test_groups_in_groups() -> None:
    group = Group(BOX, Frame(Size(1.0, 1.0)))
    for _ in range(20):
        group = Group(BOX, Frame(Size(1.0, 1.0), (group,)))
    kept = codec(Page)
    assert kept.decode(kept.encode(page(group))) == page(group)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Point, "[1.0]"),  # a field is missing
        (Point, "[1.0, 2.0, 3.0]"),  # one too many
        (Point, '["1.0", 2.0]'),
        (Point, "[true, 2.0]"),
        (Point, "[null, 2.0]"),
        (Point, "[NaN, 2.0]"),
        (Point, "[Infinity, 2.0]"),
        (Point, "[1e400, 2.0]"),
        (Point, "[1e9, 2.0]"),
        (Point, "[" + "9" * 5000 + ", 2.0]"),
        (Point, '{"x": 1.0, "y": 2.0}'),
        (Span, '["a.yaml", 1.5, 1]'),
        (Span, '["a.yaml", true, 1]'),
        (Color, '["#000000", "accent7", [], 1.0]'),  # no such choice
        (Color, '["#000000", ["accent 1"], [], 1.0]'),
        (Color, '["#000000", null, [["scale lightness"]], 1.0]'),  # a pair of one
        (Picture, '[[0,0,1,1], "no base64!", null, "", "", false, ["<deck>",0,0]]'),
        (Picture, '[[0,0,1,1], "é", null, "", "", false, ["<deck>",0,0]]'),
        (Frame, '[[1.0,1.0], [["Bomb", []]], []]'),  # no such class
        (Frame, '[[1.0,1.0], [["__class__", []]], []]'),
        (Frame, '[[1.0,1.0], [["Group"]], []]'),
        (Frame, '[[1.0,1.0], [[["Group"], []]], []]'),
        (Frame, '[[1.0,1.0], "", []]'),
        (Point, "[1.0, 2.0"),
        (Point, "[1.0, 2.0] [1.0, 2.0]"),
        (Point, ""),
        (Frame, "[" * 100_000),
        (Frame, '[[1,1],[["Group",[[0,0,1,1],' * 20_000),
    ],
)
def test_what_is_almost_a_value_is_none(kind: type, text: str) -> None:
    with pytest.raises(Undecodable):
        codec(kind).decode(text.encode())


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(Undecodable):
        codec(Point).decode(b"\xff\xfe[1.0, 2.0]")


def test_a_type_that_nothing_is_known_of_is_our_mistake() -> None:
    @dataclass
    class Odd:
        value: complex

    Odd.__annotations__["value"] = complex
    with pytest.raises(TypeError, match="no codec for <class 'complex'>"):
        codec(Odd)


JUNK: tuple[Any, ...] = (None, True, 0, -1, 1.5, 1e300, "", "Group", "x" * 1000, [], [[]], {}, ["Text", []])


def places(tree: Any) -> Iterator[tuple[list[Any], int]]:
    """Every entry of every list: the list, and the entry's index."""
    for index, item in enumerate(tree if isinstance(tree, list) else ()):
        yield tree, index
        yield from places(item)


@pytest.mark.slow
def test_mutants_of_a_page_are_refused_or_are_pages() -> None:
    """2,000 pages with an entry replaced, dropped, doubled or exchanged, from a seed."""
    kept, chance = codec(PageDraft, REPEATED), random.Random(7)
    sources = [kept.encode(draft) for draft in drafts_of(SAMPLE)]
    refused = 0
    for _ in range(2000):
        tree = json.loads(chance.choice(sources))
        here, index = chance.choice(list(places(tree)))
        match chance.randrange(4):
            case 0:
                here[index] = chance.choice(JUNK)
            case 1:
                del here[index]
            case 2:
                here.insert(index, here[index])
            case _:
                there, other = chance.choice(list(places(tree)))
                here[index], there[other] = deepcopy(there[other]), deepcopy(here[index])
        try:
            found = kept.decode(json.dumps(tree).encode())
        except Undecodable:
            refused += 1
        else:
            assert isinstance(found, PageDraft)
            assert kept.decode(kept.encode(found)) == found
    assert 1000 < refused < 2000

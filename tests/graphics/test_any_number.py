"""Numbers that an author may slip: refused at their place, or drawn in bounded work with finite shapes."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest
import yaml
from pydantic import ValidationError

from deckbuild.deck.kinds import BLOCKS, GRAPHICS
from deckbuild.deck.nodes import Block, Graphic, Node
from deckbuild.document import Connector, Frame, Freeform, Picture, Shape, Table, Text, TextBody, walk
from deckbuild.registry import discover
from tests.graphics.drawn import HALF, WIDE
from tests.samples import context

discover("deckbuild.blocks")
discover("deckbuild.graphics")

NUMBERS = (0, -1, 1e-9, 1e9, 1e308, -1e308, 5e-324, math.inf, -math.inf, math.nan, 10**320, 1, 0.5, 7, 100)

SAMPLES: dict[str, str] = {
    "columns": "{columns: [[One two three], [Two], [Three]], widths: [1, 2, 1]}",
    "steps": "{steps: [One, Two], start: 3}",
    "table": "{columns: [One, Two], rows: [[A cell, '1'], [Another, '2']], widths: [1, 2]}",
    "annotated-code": """
        source: "a = 1\\nb = 2\\nc = 3"
        callouts:
          - {lines: [1, 2], title: First two}
          - {lines: 3, title: The last}
        """,
    "architecture": """
        direction: right
        columns: [1, 2]
        tiers:
          - {id: one, title: Site, icon: cloud, weight: 2, nodes: [{id: a, label: Local model, icon: server}]}
          - id: two
            note: Slow
            note_icon: clock
            meter: {share: 40, label: Full}
            nodes: [{id: b, label: Process, icon: cpu}, {id: c, label: Route}]
          - {title: Last, weight: 1, nodes: [{id: d, label: Cloud, icon: brain-circuit}]}
        edges: [{from: a, to: b, label: Answer, lines: 2}, c -> d]
        channels: [{between: [one, two], label: Line, icon: lock, ends: {label: Wall, icon: brick-wall}}]
        """,
    "dashboard": """
        rows: [2, 1]
        tiles:
          - {title: Trend, trend: [1, 4, 2], full: 10, marks: [{at: 3, label: Limit}]}
          - {title: Bars, bars: [{label: A, value: 2}, {label: B, value: 3}], marks: [{at: 2, label: Goal}]}
          - title: Level
            level: 5
            full: 10
            parts: [{label: Done, value: 1}, {label: Open, value: 2}]
            marks: [{at: 3, label: Least}]
        """,
    "icon-grid": """
        columns: 2
        cells: [{title: One, icon: cloud}, {title: Two, icon: server}, {title: Three, icon: cpu}]
        """,
    "line-chart": """
        x: {label: Hour, min: 0, max: 10, ticks: [0, 5, 10]}
        y: {label: Load, min: 0, max: 10, ticks: [2, 8]}
        series:
          - {id: a, label: Load, points: [[0, 2], [3, 2], [5, 8], [10, 2]], label_at: 4}
          - {id: b, label: Room, value: 5}
        bands: [{series: a, against: 4, hatch: true, label: Full}]
        limits: [{value: 9, label: Quota, start: 1, end: 9}]
        events: [{at: 3, label: Sale}]
        annotations: [{text: Peak, series: a, at: 6}, {text: Long, between: [a, b], value: 5}]
        """,
    "phases": """
        end: 12
        phases:
          - {title: Pilot, crowd: 3, start: 1}
          - {title: Rollout, crowd: 12, start: 4}
        """,
    "ramp": """
        heading: Rollout
        unit: "%"
        gate: Errors below 1 %
        steps: [{at: Week 1, level: 5}, {at: Week 2, level: 25}, {at: Week 3, level: 100}]
        rollback: {at: Week 2, label: Back}
        """,
    "timeline": """
        spans:
          - {label: Start, start: 8, end: 10, title: Breakfast, icon: coffee}
          - {label: Then, start: 10, end: 18, detail: Work}
        """,
    "trace": """
        spans:
          - name: GET
            start: 0
            end: 90
            attributes: [tenant]
            spans: [{name: auth, start: 2, end: 12}, {name: query, start: 12, end: 80, highlight: true}]
        """,
}
"""A sample of each kind that takes numbers, with all of its fields for numbers filled in."""

KINDS: dict[str, type[Block] | type[Graphic]] = {**BLOCKS, **GRAPHICS}
Path = tuple[str | int, ...]


@cache
def sample(kind: str) -> Any:
    return {"id": "g", **yaml.safe_load(SAMPLES[kind])} if kind in GRAPHICS else yaml.safe_load(SAMPLES[kind])


def types_in(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from types_in(inner)


def number_fields(kind: type[Node], seen: set[type[Node]]) -> Iterator[tuple[type[Node], str]]:
    """Every field for numbers of a node and of the nodes below it."""
    seen.add(kind)
    for name, field in kind.model_fields.items():
        if name in kind.loader_fields:
            continue
        types = list(types_in(field.annotation))
        if int in types or float in types:
            yield kind, name
        for each in types:
            if isinstance(each, type) and issubclass(each, Node) and each not in seen:
                yield from number_fields(each, seen)


def fields_set(value: Any) -> Iterator[tuple[type[Node], str]]:
    """Every field that a sample has filled in."""
    match value:
        case Node():
            for name in value.model_fields_set:
                yield type(value), name
                yield from fields_set(getattr(value, name))
        case dict():
            for inner in value.values():
                yield from fields_set(inner)
        case list() | tuple():
            for inner in value:
                yield from fields_set(inner)


def test_the_samples_fill_in_every_number_there_is() -> None:
    wanted = {field for kind in KINDS.values() for field in number_fields(kind, set())}
    filled = {field for kind in SAMPLES for field in fields_set(KINDS[kind].model_validate(sample(kind)))}
    assert wanted - filled == set()


def numbers_in(value: Any, path: Freeform = ()) -> Iterator[Path]:
    """Where the numbers of a sample stand."""
    match value:
        case bool():
            return
        case int() | float():
            yield path
        case dict():
            for key, inner in value.items():
                yield from numbers_in(inner, (*path, key))
        case list():
            for index, inner in enumerate(value):
                yield from numbers_in(inner, (*path, index))


def with_number(kind: str, path: Freeform, number: float) -> Any:
    """The sample with another number at one place."""
    data = copy.deepcopy(sample(kind))
    parent = data
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = number
    return data


PLACES = [
    pytest.param(kind, path, marks=[pytest.mark.slow] if kind == "line-chart" else [])  # drawn by matplotlib
    for kind in SAMPLES
    for path in numbers_in(sample(kind))
]


@pytest.mark.parametrize(("kind", "path"), PLACES, ids=lambda each: str(each).replace(" ", ""))
def test_a_number_is_refused_at_its_place_or_drawn(kind: str, path: Freeform) -> None:
    for number in NUMBERS:
        try:
            made = KINDS[kind].model_validate(with_number(kind, path, number))
        except ValidationError as error:
            check_told(error, path, number)
            continue
        for region in (HALF, WIDE):
            check_drawable(made.lay_out(region, context()), number)


def check_told(error: ValidationError, path: Freeform, number: float) -> None:
    """The number itself is refused, or something that refers to it, by its place."""
    for fault in error.errors():
        assert fault["loc"], (number, path, str(error))
    if not abs(number) < 1e300:
        assert path in {fault["loc"][: len(path)] for fault in error.errors()}, (number, str(error))


def check_drawable(frame: Frame, number: float) -> None:
    """Everything is somewhere near the page, no less than nothing, and not too much to draw."""
    items = list(walk(frame.items))
    assert len(items) < 500, number
    for extent in (frame.size.width, frame.size.height):
        assert 0 <= extent < 1e5, number
    for item in items:
        rect = item.rect
        for edge in (rect.left, rect.top, rect.right, rect.bottom):
            assert abs(edge) < 1e5, (number, item.name, rect)  # which nan isn't
        assert rect.width >= 0, (number, item.name, rect)
        assert rect.height >= 0, (number, item.name, rect)
        match item:
            case Shape(stroke=stroke, body=body, rotation=rotation):
                assert stroke is None or stroke.width > 0, (number, item.name)
                assert math.isfinite(rotation)
                check_text(body)
            case Connector(stroke=stroke):
                assert stroke.width > 0, (number, item.name)
            case Text(body=body):
                check_text(body)
            case Table(columns=columns, rows=rows):
                assert min(columns) > 0, number
                assert all(row.height > 0 for row in rows), number
            case Picture(svg=svg):
                assert svg is not None
                assert len(svg) < 1_000_000, number


def check_text(body: TextBody | None) -> None:
    for paragraph in body.paragraphs if body else ():
        assert all(0 < run.style.size < 200 for run in paragraph.runs)
        assert all(0 <= line.width < 1e5 for line in paragraph.lines)

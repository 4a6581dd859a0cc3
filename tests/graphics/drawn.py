"""Graphics from YAML, laid out, and what must hold for every diagram."""

from __future__ import annotations

import importlib
from dataclasses import replace
from itertools import combinations
from textwrap import indent
from typing import Any

import pytest
import yaml

from deckbuild.color import contrast
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.load import deck_from_text
from deckbuild.deck.nodes import Graphic
from deckbuild.diagnostics import DeckError, Diagnostic
from deckbuild.diagrams.routes import segments, touches
from deckbuild.document import Color, Connector, Frame, Item, Shape, Text, walk
from deckbuild.geometry import Point, Rect, Size
from tests.graphics.checks import site
from tests.samples import context

HALF = Size(503.0, 378.0)
WIDE = Size(873.0, 378.0)


def import_kind(kind: str) -> None:
    """Make one kind known: its module has its name."""
    importlib.import_module(f"deckbuild.graphics.{kind.replace('-', '_')}")


def graphic(kind: str, text: str = "", **fields: Any) -> Graphic:
    """A graphic from YAML, as an author would write it below its `kind`; its id is `g`."""
    import_kind(kind)
    return GRAPHICS[kind].model_validate({"id": "g", **(yaml.safe_load(text) or {}), **fields})


def complaint(kind: str, lines: str) -> Diagnostic:
    """The only fault of a deck whose graphic of this kind has these lines, from line 7 on."""
    import_kind(kind)
    inner = indent(lines, " " * 8)
    text = f"title: T\nslides:\n  - title: S\n    graphics:\n      - kind: {kind}\n        id: g\n{inner}\n"
    with pytest.raises(DeckError) as caught:
        deck_from_text(text)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


def draw(kind: str, text: str = "", region: Size = WIDE, **fields: Any) -> Frame:
    """The same laid out with half-em characters."""
    return graphic(kind, text, **fields).lay_out(region, context())


def boxes(frame: Frame) -> dict[str, Rect]:
    """Places of the shapes with a key, without the graphic's id."""
    return {
        item.key.partition("/")[2]: item.rect
        for item in walk(frame.items)
        if isinstance(item, Shape) and item.key
    }


def shape(frame: Frame, key: str) -> Shape:
    """The shape of this key, without the graphic's id."""
    return next(i for i in walk(frame.items) if isinstance(i, Shape) and i.key.partition("/")[2] == key)


def lines(frame: Frame) -> dict[str, Connector]:
    """Connectors by their names, or by the keys of what they join."""
    return {_called(item): item for item in walk(frame.items) if isinstance(item, Connector)}


def _called(line: Connector) -> str:
    ends = [glue.key for glue in (line.start, line.end) if glue is not None]
    return line.name or " to ".join(ends)


def words(frame: Frame) -> list[str]:
    """What each text or box says, on one line."""
    return [
        item.body.text.replace("\n", " ").replace("\N{NO-BREAK SPACE}", " ")
        for item in walk(frame.items)
        if isinstance(item, (Shape, Text)) and item.body is not None
    ]


def sizes(frame: Frame) -> set[float]:
    """Sizes of all runs, in points."""
    return {
        run.style.size
        for item in walk(frame.items)
        if isinstance(item, (Shape, Text)) and item.body is not None
        for paragraph in item.body.paragraphs
        for run in paragraph.runs
    }


def place(item: Item) -> Rect:
    return item.rect


def check_sound(frame: Frame, region: Size) -> None:
    """Everything is inside, boxes don't overlap, lines end at the boxes that they stick to and pass the
    others."""
    whole = Rect.of_size(region)
    assert frame.size.width <= region.width + 0.01
    assert frame.size.height <= region.height + 0.01
    for item in walk(frame.items):
        assert whole.contains(place(item), 0.1), item
    placed = boxes(frame)
    for (one, a), (other, b) in combinations(placed.items(), 2):
        nested = a.contains(b, 6.0) or b.contains(a, 6.0)
        tabs = "target" in (one, other) and ("section" in one or "section" in other)
        assert nested or tabs or not a.overlaps(b, 0.1), (one, other)
    labels = [item for item in walk(frame.items) if isinstance(item, Text)]
    for name, line in lines(frame).items():
        assert line.start is not None
        assert line.end is not None
        ends = [glue.key.partition("/")[2] for glue in (line.start, line.end)]
        for end, glue, point in zip(
            ends, (line.start, line.end), (line.points[0], line.points[-1]), strict=True
        ):
            assert near(site(shape(frame, end), glue.site), point), name
        for other, rect in placed.items():
            panel = any(rect.contains(placed[end], 6.0) for end in ends)
            free = other in ends or panel or holds_boxes(rect, placed)
            assert free or not any(touches(rect, part) for part in segments(line.points)), (name, other)
        for label in labels:
            assert not any(touches(label.rect, part) for part in segments(line.points)), (name, label.name)


def holds_boxes(rect: Rect, placed: dict[str, Rect]) -> bool:
    """Whether a box is a panel round others."""
    return any(rect != other and rect.contains(other, 0.1) for other in placed.values())


def near(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < 1.01 and abs(one.y - other.y) < 1.01


def check_readable(made: Graphic, region: Size, *, dark: bool) -> None:
    """Text contrasts with what it stands on by 4.5, large text by 3 (WCAG 2.2, §1.4.3), lines by 3."""
    surroundings = context()
    if dark:
        surroundings = replace(surroundings, tone=surroundings.theme.dark)
    ground = surroundings.tone.ground
    behind: list[tuple[Rect, Color]] = []
    for item in walk(made.lay_out(region, surroundings).items):
        if isinstance(item, Connector):
            under = [fill for rect, fill in behind if rect.contains(item.rect, 0.1)]
            assert contrast(item.stroke.color, under[-1] if under else ground) >= 3, item.name
        if isinstance(item, Shape) and isinstance(item.fill, Color):
            behind.append((item.rect, item.fill))
        if isinstance(item, (Shape, Text)) and item.body is not None:
            under = [fill for rect, fill in behind if rect.contains(item.rect, 0.1)]
            for paragraph in item.body.paragraphs:
                for run in paragraph.runs:
                    large = run.style.size >= 18 or (run.style.bold and run.style.size >= 14)
                    least = 3 if large else 4.5
                    assert contrast(run.style.color, under[-1] if under else ground) >= least, run.text

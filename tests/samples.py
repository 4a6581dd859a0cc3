"""Decks and surroundings that many tests start from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent, indent
from typing import Any, ClassVar

from pydantic import TypeAdapter

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import AnyBlock
from deckbuild.deck.load import deck_from_text
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.document import Color, Face, Frame, MeasuredLine, Run, Shape, Text, TextStyle, walk
from deckbuild.geometry import Rect, Size
from deckbuild.registry import discover
from deckbuild.text.metrics import fixed_pitch
from deckbuild.text.typesetter import Typesetter
from deckbuild.theme import load_theme

SAMPLE = Path(__file__).parent / "data" / "sample"
"""A small deck with every kind of block, on every type of slide."""

GUIDE = Path(__file__).parents[1] / "docs" / "authoring"

STYLE = TextStyle(Face("Calibri", "minor"), 10, Color("#000000"))
"""With `fixed_pitch()`: a character is 5 pt wide, a line 12 pt high."""

PLAIN = Typesetter(fixed_pitch())


THEME = load_theme("advanced-green")

A_FAULT = Diagnostic("TST001", "a stone", severity=Severity.WARNING)


def run(text: str, size: float = 10) -> Run:
    """A run at `size` points."""
    return Run(text, TextStyle(STYLE.face, size, STYLE.color))


def context(body_size: float = 20.0) -> LayoutContext:
    """The theme that comes along, with characters of half an em and lines of 1.2 em."""
    return LayoutContext(THEME, PLAIN, body_size, THEME.light)


def block(kind: str, content: Any, **options: Any) -> Block:
    """A block as an author would write it: `block("bullets", ["one", "two"], heading="Main point")`."""
    discover("deckbuild.blocks")
    return TypeAdapter(AnyBlock).validate_python({kind: content, **options})


def deck(text: str) -> Deck:
    """A deck from YAML, with all kinds of blocks."""
    discover("deckbuild.blocks")
    return deck_from_text(dedent(text))


def every_graphic(folder: Path) -> Path:
    """A deck in one file with a slide for each kind of graphic, as the guide shows it first."""
    slides = [
        f"  - title: {page.stem}\n    graphics:\n      -\n{indent(first_example(page), ' ' * 8)}"
        for page in sorted((GUIDE / "graphics").glob("*.md"))
    ]
    deck = folder / "every-graphic.yaml"
    deck.write_text("title: Every graphic\nslides:\n" + "".join(slides), "utf-8")
    return deck


def first_example(page: Path) -> str:
    """What a page of the guide shows first, in YAML: a list of blocks, or a graphic."""
    return page.read_text("utf-8").split("```yaml\n")[1].split("```")[0]


def texts(frame: Frame) -> list[Text]:
    """All texts of a frame, at their places."""
    return [item for item in walk(frame.items) if isinstance(item, Text)]


def shapes(frame: Frame) -> list[Shape]:
    """All shapes of a frame, at their places."""
    return [item for item in walk(frame.items) if isinstance(item, Shape)]


def broken(lines: Sequence[MeasuredLine]) -> list[str]:
    """What stands on each line."""
    return [line.text for line in lines]


class Stone(Block):
    """A block that is no text, `high` points high."""

    high: float

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:  # noqa: ARG002
        return Frame(Size(region.width, self.high), (Shape(Rect(0, 0, region.width, self.high)),), (A_FAULT,))


class Sponge(Stone):
    """A block that takes what height there is, at least `high` points."""

    grows: ClassVar[bool] = True

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:  # noqa: ARG002
        high = max(self.high, region.height)
        return Frame(Size(region.width, high), (Shape(Rect(0, 0, region.width, high)),))


class Plate(Graphic):
    """A graphic that fills its region, at least `high` points high and `need` points wide."""

    high: float = 0.0
    need: float = 0.0
    wide: bool = False
    words: tuple[str, ...] = ()

    def prefers_wide(self) -> bool:
        return self.wide

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        size = Size(max(self.need, region.width), max(self.high, region.height))
        body = context.typesetter.body(context.typesetter.paragraph((run(word),), 500) for word in self.words)
        return Frame(size, (Shape(Rect.of_size(size), fill=context.tone.panel, body=body),))

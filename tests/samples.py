"""Decks and surroundings that many tests start from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.load import deck_from_text
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Block
from deckbuild.document import Color, Face, Run, Text, TextStyle
from deckbuild.document import Frame as Frame
from deckbuild.document import walk
from deckbuild.text.metrics import fixed_pitch
from deckbuild.text.typesetter import Typesetter
from deckbuild.theme import load_theme

SAMPLE = Path(__file__).parent / "data" / "sample"
"""A small deck with every kind of block, on every type of slide."""

PROJECT_DECK = Path(__file__).parents[1] / "content" / "advanced-module-6-session-2"

STYLE = TextStyle(Face("Calibri", "minor"), 10, Color("#000000"))
"""With `fixed_pitch()`: a character is 5 pt wide, a line 12 pt high."""

PLAIN = Typesetter(fixed_pitch())


def run(text: str, size: float = 10) -> Run:
    return Run(text, TextStyle(STYLE.face, size, STYLE.color))


def context(body_size: float = 20.0) -> LayoutContext:
    """The theme that comes along, with half-em characters and lines of 1.2 em."""
    theme = load_theme("advanced-green")
    return LayoutContext(theme, PLAIN, body_size, theme.light)


def block(kind: str, content: Any, **options: Any) -> Block:
    """A block as an author would write it: `block("bullets", ["one", "two"], heading="Main point")`."""
    return BLOCKS[kind].model_validate({kind: content, **options})


def deck(text: str) -> Deck:
    """A deck from YAML, its block kinds known."""
    return deck_from_text(text)


def texts(frame: Frame) -> list[Text]:
    """All texts of a frame, at their places."""
    return [item for item in walk(frame.items) if isinstance(item, Text)]


def broken(lines: Sequence[Any]) -> list[str]:
    """What stands on each line."""
    return [line.text for line in lines]

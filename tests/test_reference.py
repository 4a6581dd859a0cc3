"""The reference parts of the docs say what the code says."""

from __future__ import annotations

import datetime
import doctest
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from deckbuild.deck.fields import ColorName, Inline, InlineList
from deckbuild.deck.nodes import Node
from deckbuild.theme.source import ThemeFile
from tools.reference import words
from tools.reference.__main__ import BEGIN, DOCS, END, between_marks, pages
from tools.reference.keys import TOKENS, field_docs, table, tables
from tools.reference.words import takes

PAGES = pages()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(DOCS)))
def test_a_page_is_up_to_date(path: Path) -> None:
    """Rewrite all of them with `python -m tools.reference`."""
    assert path.read_text("utf-8") == PAGES[path]


def test_the_examples_in_docstrings_are_true() -> None:
    assert doctest.testmod(words).failed == 0


def test_every_key_of_a_theme_says_what_it_is_for() -> None:
    rows = [row for text in tables([ThemeFile]) for row in text.splitlines() if row.startswith("| ")]
    assert len(rows) > 40
    assert [row for row in rows if row.endswith("|  |")] == []
    for tokens in TOKENS.values():
        assert [name for name, _ in field_docs(tokens)] == [field.name for field in fields(tokens)]


class Rope(Node):
    """Something to climb. It hangs."""

    length: float = Field(gt=0, description="How long it is | in metres.")
    color: ColorName | None = Field(default=None, description="Of the fibres.")
    knots: tuple[Inline, ...] = Field(default=(), max_length=3, description="From the top.")


class Tower(Node):
    """Something high."""

    name: Inline = Field(default="Keep", description="What it is called.")
    ropes: dict[str, Rope] = Field(default_factory=dict, description="Ways up.")
    spare: Rope | None = Field(default=None, description="Another.")


def test_a_table_has_a_line_for_each_key() -> None:
    assert table(Rope) == (
        "| key | value | what it holds |\n"
        "|---|---|---|\n"
        "| **`length`** | number above 0 | How long it is \\| in metres. |\n"
        "| `color` | colour | Of the fibres. |\n"
        "| `knots` | up to 3 texts | From the top. |\n"
    )


def test_a_model_inside_another_has_its_table_once() -> None:
    first, tower, second, rope = tables([Tower])
    assert (first, second) == ("**Tower.** Something high.\n", "**Rope.** Something to climb.\n")
    assert "| `name` | text (`Keep`) | What it is called. |\n" in tower
    assert "| `ropes` | ropes by name | Ways up. |\n" in tower
    assert rope == table(Rope)


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (bool, "`true` or `false`"),
        (Annotated[float, Field(ge=0, le=100)], "number from 0 to 100"),
        (Annotated[float, Field(gt=0, le=1)], "number above 0, at most 1"),
        (Annotated[int, Field(ge=1)] | None, "whole number from 1"),
        (Annotated[tuple[int, ...], Field(min_length=2, max_length=6)], "2 to 6 whole numbers"),
        (tuple[Annotated[float, Field(gt=0)], ...], "numbers above 0"),
        (datetime.date | None, "date"),
        (Literal["right", "down"] | None, "`right` or `down`"),
        (tuple[float, float], "[number, number]"),
        (tuple[tuple[float, float], ...], "pairs [number, number]"),
        (tuple[tuple[Inline, ...], ...], "lists of texts"),
        (InlineList, "text or texts"),
    ],
)
def test_types_in_an_authors_words(annotation: object, words: str) -> None:
    assert takes(annotation) == words


def test_only_what_stands_between_the_marks_is_written() -> None:
    page = f"# Rope\n\n{BEGIN}old{END}\nMore.\n"
    assert between_marks(page, "new\n") == f"# Rope\n\n{BEGIN}\nnew\n\n{END}\nMore.\n"


def test_a_page_without_marks_is_an_error() -> None:
    with pytest.raises(ValueError, match="'# Rope' has no place to write to"):
        between_marks("# Rope\n", "new\n")

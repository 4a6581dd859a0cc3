"""Decks written in a test, laid out with characters of half an em."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Document
from deckbuild.layout.deck import lay_out
from deckbuild.registry import discover
from tests.samples import Plate, context, deck


@pytest.fixture(autouse=True, scope="session")
def _block_kinds() -> None:
    discover("deckbuild.blocks")


@pytest.fixture(autouse=True)
def _plate() -> Iterator[None]:
    """A graphic kind that exists only while a test of this folder runs."""
    GRAPHICS.register("plate")(Plate)
    yield
    GRAPHICS._kinds.pop("plate")


@pytest.fixture
def laid_out() -> Callable[[str], Document]:
    """Lay a deck out that is written as YAML."""

    def from_text(text: str) -> Document:
        made = deck(text)
        numbers = {str(slide.id): slide.number for slide in made.slides}
        return lay_out(made, replace(context(), slide_numbers=numbers))

    return from_text

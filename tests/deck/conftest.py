"""A deck folder written file by file, and one graphic kind for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from deckbuild.deck.fields import AssetPath, ColorName
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.load import load_deck
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Graphic
from deckbuild.diagnostics import DeckError
from deckbuild.registry import discover

Write = Callable[..., Path]


@pytest.fixture(autouse=True, scope="session")
def _block_kinds() -> None:
    discover("deckbuild.blocks")


@pytest.fixture(autouse=True)
def _specimen() -> Iterator[None]:
    """A graphic kind that exists only while a test of this folder runs."""

    @GRAPHICS.register("specimen")
    class Specimen(Graphic):
        """A graphic with a colour and a picture."""

        color: ColorName | None = None
        picture: AssetPath | None = None

    yield
    GRAPHICS._kinds.pop("specimen")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files of a deck, by path and text; returns its folder."""

    def files(**texts: str) -> Path:
        for name, text in texts.items():
            path = tmp_path / (name.replace("__", "/") + ".yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return tmp_path

    return files


@pytest.fixture
def load(write: Write) -> Callable[..., Deck]:
    """Write a deck's files, then load it."""
    return lambda **texts: load_deck(write(**texts))


@pytest.fixture
def complaints(write: Write) -> Callable[..., str]:
    """Write a deck's files, then load it and return all that is wrong, as it is printed."""

    def complain(**texts: str) -> str:
        with pytest.raises(DeckError) as caught:
            load_deck(write(**texts))
        return str(caught.value)

    return complain

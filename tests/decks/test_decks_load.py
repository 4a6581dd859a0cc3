"""Every deck of the corpus reads without a word of complaint. What they look like is for slower tests."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckbuild

DECKS = sorted(path.parent for path in Path(__file__).parent.glob("*/deck.yaml"))


def test_the_corpus_is_found() -> None:
    assert len(DECKS) >= 8


@pytest.mark.parametrize("folder", DECKS, ids=lambda folder: folder.name)
def test_a_deck_loads_without_diagnostics(folder: Path) -> None:
    assert deckbuild.load_deck(folder).warnings == ()

"""Torn words: characters are 5 pt wide at 10 pt."""

from __future__ import annotations

import pytest

from deckbuild.layout.torn import torn_words
from tests.samples import PLAIN, run


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("no Authentication here", [("Authentication", 70.0)]),
        ("two words", []),
        ("self-hosted", []),
        ("日本語の文章はどこでも折り返せる", []),
    ],
)
def test_a_word_wider_than_its_line(said: str, expected: list[tuple[str, float]]) -> None:
    found = list(torn_words(PLAIN.paragraph([run(said)], 52)))
    assert [(word, pytest.approx(wide, abs=1)) for word, wide in found] == expected

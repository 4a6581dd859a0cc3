"""Torn words: characters are 5 pt wide at 10 pt."""

from __future__ import annotations

import pytest

from deckbuild.document import Text, TextBody
from deckbuild.geometry import Rect
from deckbuild.layout.torn import torn_words
from tests.samples import PLAIN, run


def torn(said: str, width: float, *, wrap: bool = True) -> list[str]:
    body = TextBody((PLAIN.paragraph([run(said)], width),), wrap=wrap)
    return list(torn_words((Text(Rect(0, 0, width, 100), body),), PLAIN.break_positions))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("no Authentication here", ["Authentica|tion"]),
        ("two words", []),
        ("self-hosted", []),
        ("日本語の文章はどこでも折り返せる", []),
    ],
)
def test_a_word_wider_than_its_line(said: str, expected: list[str]) -> None:
    assert torn(said, 52) == expected


def test_text_that_doesnt_wrap_is_whole() -> None:
    assert torn("Authentication", 52, wrap=False) == []

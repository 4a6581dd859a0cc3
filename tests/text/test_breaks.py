"""Breaks found word by word are those that the whole text has."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from deckbuild.text.breaks import LineBreaks

BREAKS = LineBreaks()
CHARACTERS = st.sampled_from(
    list("abZ019 ")
    + list(" .,;:!?()[]{}'\"-–—/\\|%$#&*+=<>@^_~`…“”‘’«»→≥\u00a0\u200b\u2060\u00ad\u2011\v漢かーא✓🇩\u0301€№")
)


def marked(text: str) -> str:
    """The text with a stroke wherever a line may end."""
    places = BREAKS.of(text)
    return "".join(char + ("|" if index in places else "") for index, char in enumerate(text, 1))


@pytest.mark.parametrize(
    "expected",
    [
        "one |two  |three|",
        "on-|premises |(self-|hosted)|",
        "2024–|2025|",
        "10-15 |slides|",
        "$5,000 |at |99.9%|",
        'say |"yes" |(or |no)|',
        "5\u00a0min |each|",
        "token_usage_rate|",
        "A |→ |B|",
        "Sign |& |send |- |or |not|",
        "Go/|No-|Go |(1,000 |a |day)|",
        "50% |of |12:30,|",
        "https://|example.org/|a|",
        "one\v|two|",
        "漢|字|",
        "",
    ],
)
def test_where_a_line_may_end(expected: str) -> None:
    assert marked(expected.replace("|", "")) == expected


@given(st.text(CHARACTERS, max_size=25))
@settings(max_examples=500)
def test_they_are_those_of_the_whole_text(text: str) -> None:
    assert BREAKS.of(text) == tuple(place for place in line_break_boundaries(text) if place)

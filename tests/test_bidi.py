"""Which way text runs."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from deckbuild.bidi import RIGHT_TO_LEFT_BLOCKS, has_right_to_left, is_right_to_left, starts_right


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("مرحبا", True),
        ("שלום API", True),
        ("(2024) — مرحبا", True),
        ("API مرحبا", False),
        ("日本語", False),
        ("\u2066API\u2069 مرحبا", True),  # what is isolated doesn't count
        ("\u200f2024", True),  # a right-to-left mark
        ("2024", None),
        ("«…»", None),
        ("", None),
    ],
)
def test_the_first_letter_decides(text: str, direction: bool | None) -> None:
    assert starts_right(text) is direction


def test_letters_from_right_to_left_anywhere() -> None:
    assert has_right_to_left("API مرحبا")
    assert not has_right_to_left("API 日本語 é")


@pytest.mark.parametrize(
    ("language", "right"),
    [
        ("ar", True), ("he-IL", True), ("fa-IR", True), ("ur", True), ("AR-eg", True), ("pa-Arab-PK", True),
        ("ar-Latn", False), ("en-US", False), ("az", False), ("de-1996", False),
    ],
)  # fmt: skip
def test_languages(language: str, right: bool) -> None:
    assert is_right_to_left(language) is right


def test_no_character_outside_the_blocks_runs_from_right_to_left() -> None:
    others = RIGHT_TO_LEFT_BLOCKS.sub("", "".join(map(chr, range(sys.maxunicode + 1))))
    assert not {unicodedata.bidirectional(char) for char in others} & {"R", "AL"}

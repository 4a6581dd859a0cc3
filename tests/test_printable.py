"""Anybody's text made fit for terminals, logs and the readers of reports."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.printable import encodable, json_text, lines, one_line

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – text ✓ für 日本語", "plain – text ✓ für 日本語"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b31m", "\\x9b31m"),  # the control sequence introducer as one character
        ("back\x08space, \x7f", "back\\x08space, \\x7f"),
        ("evil\u202egpj.exe", "evil\\u202egpj.exe"),
        ("a\u2066b\u2069c", "a\\u2066b\\u2069c"),
        ("a\u2028b\u2029c\x85d", "a\\u2028b\\u2029c\\x85d"),
        ("one\n  two\r\nthree\tfour", "one two three four"),
        ("over\rwritten", "over\\rwritten"),
        ("caf\udce9", "caf\\xe9"),  # a byte of a file's name that isn't UTF-8
        ("half \ud83d", "half \\ud83d"),
        ("no character \uffff", "no character \\uffff"),
    ],
)
def test_what_acts_is_shown(text: str, shown: str) -> None:
    assert one_line(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error file=x::no", ": :error file=x::no"),
        ("  ::add-mask::a", "  : :add-mask::a"),
        ("std::vector", "std::vector"),
        ("x%0A::error::no", "x%0A: :error::no"),
        ("see ##[error]no", "see ## [error]no"),
        ("##vso[task.setvariable]x", "## vso[task.setvariable]x"),
        ("## heading", "## heading"),
    ],
)
def test_no_line_is_a_command_of_a_ci_system(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_lines_stay_lines() -> None:
    assert lines("one\n::two\n\x1bthree\n") == "one\n: :two\n\\x1bthree\n"


@given(ANY_TEXT)
def test_a_line_is_a_line_and_can_be_written(text: str) -> None:
    line = one_line(text)

    assert "\n" not in line
    assert line == one_line(line)
    assert not any(ord(character) < 0x20 for character in line)
    line.encode("utf-8")


@given(ANY_TEXT, st.sampled_from(["ascii", "cp1252", "cp437", "latin-1", "utf-8", "shift_jis"]))
def test_every_encoding_takes_every_line(text: str, encoding: str) -> None:
    encodable(one_line(text), encoding).encode(encoding)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "✓ naïve – 日本 …"),
        ("cp1252", "+ naïve – \\u65e5\\u672c …"),
        ("ascii", "+ na\\xefve - \\u65e5\\u672c ..."),
    ],
)
def test_what_an_encoding_lacks_has_a_stand_in(encoding: str, text: str) -> None:
    assert encodable("✓ naïve – 日本 …", encoding) == text


@given(st.text())
def test_json_is_ascii_and_reads_back(text: str) -> None:
    written = json_text({"text": text})

    assert all(" " <= character <= "~" or character == "\n" for character in written)
    assert json.loads(written) == {"text": text}


def test_json_shows_what_no_reader_takes() -> None:
    assert json_text("caf\udce9 \ud83d") == '"caf\\\\xe9 \\\\ud83d"'


def test_json_in_a_log_is_no_command() -> None:
    written = json_text("##[error]x")

    assert "##[" not in written
    assert json.loads(written) == "##[error]x"

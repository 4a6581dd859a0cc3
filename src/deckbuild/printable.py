"""Text from decks, files, servers and arguments, made fit for a terminal, a log, and the readers of a report.

A terminal acts on control characters, a CI system on lines that look like its commands. None of that may come
from an author's text: what could act is shown instead (`\\x1b`, `\\u202e`), and a line stays one line.
"""

from __future__ import annotations

import json
import re

_ACTS = re.compile(
    r"[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    r"\u2028\u2029"  # line and paragraph separator
    r"\u202a-\u202e\u2066-\u2069"  # overrides and isolates of the bidirectional algorithm (UAX #9)
    r"\ud800-\udfff"  # halves of surrogate pairs: bytes of a name that isn't UTF-8
    r"\ufdd0-\ufdef\ufffe\uffff]"  # no characters; XML 1.0 (§2.2) has no place for the last two
)
_FOLDED = re.compile(r"[ \t]*\r?\n[ \t\r\n]*|\t")
_BRACKET_COMMAND = re.compile(r"##(?=\w*\[)")
"""`##[error]`, `##vso[task.setvariable]`, `##teamcity[…]`: read as commands anywhere in a line."""
_COLON_COMMAND = re.compile(r"^(\s*:)(?=:)|((?:%0[AaDd])+\s*:)(?=:)")
"""`::error::`, which GitHub reads as a command where a line begins."""
_NAMES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNDECODABLE = 0xDC00
"""Python keeps a byte B that couldn't be decoded as U+DC00 + B (PEP 383)."""
_FALLBACKS = {
    "✓": "+", "✗": "x", "○": "o", "–": "-", "—": "-", "…": "...", "→": "->", "×": "x", "−": "-",
    "\u2018": "'", "\u2019": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "•": "*", "·": "*",
}  # fmt: skip
"""What stands for a character that an output's encoding lacks."""


def one_line(text: str) -> str:
    """The text as one line that nothing acts on: line ends and tabs are spaces, the rest is shown escaped.

    >>> one_line("red\\x1b[31m\\n::error::no")
    'red\\\\x1b[31m ::error::no'
    """
    shown = _ACTS.sub(_shown, _FOLDED.sub(" ", text))
    return _COLON_COMMAND.sub(r"\1\2 ", _BRACKET_COMMAND.sub("## ", shown))


def lines(text: str) -> str:
    """A text of several lines, each as `one_line` has it."""
    return "\n".join(map(one_line, text.split("\n")))


def _shown(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    if _UNDECODABLE + 0x80 <= code <= _UNDECODABLE + 0xFF:
        code -= _UNDECODABLE
    return _NAMES.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def json_text(value: object) -> str:
    """JSON in ASCII: it survives every encoding, terminal and log, and reads back as it was.

    Halves of surrogate pairs, which JSON readers refuse (RFC 8259, §8.2), are shown as `one_line` does.
    """
    text = json.dumps(value, indent=2, ensure_ascii=False)
    text = re.sub(r"[\ud800-\udfff]", lambda found: "\\" + _shown(found), text)
    text = _BRACKET_COMMAND.sub(r"#\\u0023", text)
    return re.sub(r"[^\x00-\x7e]", lambda found: json.dumps(found[0])[1:-1], text)


def encodable(text: str, encoding: str) -> str:
    """The text in the characters that an encoding has: `✓` becomes `+` in ASCII, `ж` becomes `\\u0436`."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_in(character, encoding) for character in text)
    return text


def _in(character: str, encoding: str) -> str:
    for choice in (character, _FALLBACKS.get(character, "\ud800")):
        try:
            choice.encode(encoding)
        except UnicodeEncodeError:
            continue
        return choice
    return character.encode("ascii", "backslashreplace").decode("ascii")

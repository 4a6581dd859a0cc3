"""Characters that libyaml would take for something else, hidden from it and shown again afterwards.

To YAML 1.1, and so to libyaml, U+0085, U+2028 and U+2029 end a line; to every editor, and to YAML 1.2, they
are characters within one. And libyaml refuses the pairs of escapes by which JSON writes characters beyond
U+FFFF (`"\\ud83c\\udf89"`, RFC 8259 §7). Each is replaced by a character for private use that the text
doesn't have, one for one, so that positions stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

LINE_BREAKS = "\x85\u2028\u2029"
"""What stands for a line break within a text: next line, line separator, paragraph separator."""

_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_PRIVATE = range(0x100000, 0x10FFFE)  # Supplementary Private Use Area-B


@dataclass(frozen=True, slots=True)
class Disguise:
    """A text for the parser, and how to show again what was hidden in it."""

    text: str
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    """What each stand-in stands for: a line break, or the backslash of a pair of escapes."""

    def reveal(self, value: str, *, escapes: bool) -> str:
        """A value as its author meant it; `escapes` tells whether backslashes escape in it."""
        for stand_in, hidden in self.stand_ins.items():
            if stand_in in value:
                if hidden == "\\" and escapes:
                    value = re.sub(f"{stand_in}u(....){stand_in}u(....)", _joined, value)
                value = value.replace(stand_in, hidden)
        return value


def disguise(text: str) -> Disguise:
    """Hide what libyaml would misread."""
    hidden = [character for character in LINE_BREAKS if character in text]
    pairs = _PAIR.search(text) is not None
    if not hidden and not pairs:
        return Disguise(text)
    used = set(text)
    free = (chr(code) for code in _PRIVATE if chr(code) not in used)
    stand_ins = dict(zip(free, [*hidden, "\\"] if pairs else hidden, strict=False))
    for stand_in, character in stand_ins.items():
        if character == "\\":
            text = _PAIR.sub(rf"{stand_in}u\1{stand_in}u\2", text)
        else:
            text = text.replace(character, stand_in)
    return Disguise(text, stand_ins)


def _joined(pair: re.Match[str]) -> str:
    high, low = int(pair[1], 16), int(pair[2], 16)
    return chr(0x10000 + (high - 0xD800) * 0x400 + (low - 0xDC00))

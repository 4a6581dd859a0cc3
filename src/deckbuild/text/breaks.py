"""Where a line may end: where Unicode lets it (UAX #14), and where long words bear it.

Unicode's breaks are found stretch by stretch, since most words need no rule looked up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from uniseg.linebreak import line_break_boundaries

PLAIN_BREAK = re.compile(
    r"(?<=[A-Za-z0-9.,;:!?%&·→-]) +(?=[A-Za-z0-9&·→(-])|(?<=[A-Za-z0-9][-/])(?=[A-Za-z])"
)
"""Spaces, and places after a hyphen or solidus in a word, at whose end a line may end whatever else the text
holds: no rule reaches across them."""

UNBREAKABLE = re.compile(r"""["'(]*[A-Za-z0-9]+(?:['.,:_\u00a0][A-Za-z0-9]+)*%?[.,;:!?)"']*[-/]?|[-·→&]""")
"""Words that hold no break: letters and digits, joined by stops or no-break spaces, with quotation marks,
parentheses and stops around them (LB12, LB13, LB14, LB19, LB21, LB25, LB28, LB29)."""

IN_WORD = re.compile(r"(?<=\w{2})[/._\-=&?](?=\w{2})(?<!\d[/.\-](?=\d))")
"""Signs after which an address, a path or an identifier bears a break, as typographers set them; not within
a number or a date."""


def breaks_in_word(text: str) -> tuple[int, ...]:
    """Indexes after which a line may end inside a word that is wider than a line.

    >>> breaks_in_word("app/release_notes 2026/11 v1.2")
    (4, 12)
    """
    return tuple(found.end() for found in IN_WORD.finditer(text))


@dataclass(frozen=True)
class LineBreaks:
    """Finds the breaks of texts. The stretches between plain breaks are looked at on their own and
    remembered, since looking at a character costs more than setting a word."""

    _stretches: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)

    def of(self, text: str) -> tuple[int, ...]:
        """Indexes after which a line may end, the end of the text included; none for no text."""
        found: list[int] = []
        start = 0
        for plain in PLAIN_BREAK.finditer(text):
            if inside := self._inside(text[start : plain.start()]):
                found += [start + position for position in inside]
            start = plain.end()
            found.append(start)
        found += (start + position for position in self._inside(text[start:]))
        return (*found, len(text)) if text else ()

    def _inside(self, stretch: str) -> tuple[int, ...]:
        """The breaks before the stretch's end."""
        known = self._stretches.get(stretch)
        if known is None:
            boundaries = () if UNBREAKABLE.fullmatch(stretch) else line_break_boundaries(stretch)
            known = self._stretches[stretch] = tuple(p for p in boundaries if 0 < p < len(stretch))
        return known

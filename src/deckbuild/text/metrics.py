"""Widths and heights of text, from tables of advance widths. No font needs to be installed.

The tables are made by `tools/font_metrics.py` from the open twin of each face (Carlito for Calibri), whose
advances equal the original's. A line's width is the sum of its advances: PowerPoint sets no kerning
where `kern="0"`, and a renderer that kerns only makes the line shorter.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from deckbuild.document import TextStyle
from deckbuild.resources import asset_path

# Em widths assumed for glyphs that the face lacks: the renderer takes them from another one.
SYMBOL_ADVANCE = 1.0  # symbols, and the ideographs and syllables of CJK, which are just an em wide
EMOJI_ADVANCE = 1.3  # Noto Color Emoji 1.25, Segoe UI Emoji 1.37
RIGHT_TO_LEFT_ADVANCE = 0.65  # Arabic letters average 0.54 to 0.65, Hebrew ones 0.55
LETTER_ADVANCE = 0.75  # other scripts: Thai and Devanagari 0.5, Georgian 0.65, Tamil 0.8

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")

FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Regional indicators: two make a flag."""

SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""They colour the emoji before them."""

STAND_INS = {"\u00a0": " ", "\u2010": "-", "\u2011": "-", "\u202f": " "}
"""Characters that renderers draw with another glyph where a face lacks theirs, as Carlito does: no-break
spaces and hyphens look like their plain kin."""


def missing_advance(char: str) -> float:
    """Width per point of size of a character that a face has no glyph for, by what kind it is of.

    Marks that stand above or below others, and what can't be seen, take no room.
    """
    category = unicodedata.category(char)
    if char in INVISIBLE or category in ("Mn", "Me", "Cf") or char in SKIN_TONES:
        return 0.0
    if category == "So":
        if char in FLAG_LETTERS:
            return EMOJI_ADVANCE / 2
        return EMOJI_ADVANCE if unicodedata.east_asian_width(char) == "W" else SYMBOL_ADVANCE
    if unicodedata.bidirectional(char) in ("R", "AL", "AN"):
        return RIGHT_TO_LEFT_ADVANCE
    if category[0] in "LNM" and unicodedata.east_asian_width(char) not in "WF":
        return LETTER_ADVANCE
    return SYMBOL_ADVANCE


LEAST_PITCH = 1.2
"""Per point of size: what a line of Arial has in LibreOffice 7.4, measured, and by others' measurements in
PowerPoint, although its ascent and descent add up to 1.12."""


@dataclass(frozen=True)
class FaceMetrics:
    """One style of one face. `advances` are in font units by code point; ratios are per em."""

    units: int
    ascent: float
    descent: float
    advances: Mapping[int, int]

    @cached_property
    def pitch(self) -> float:
        """Line pitch per point of size: Windows ascent and descent, and no less than programs give a line."""
        return max(LEAST_PITCH, (self.ascent + self.descent) / self.units)

    def advance(self, char: str) -> float:
        """Width of a character per point of size."""
        width = self.advances.get(ord(char))
        if width is None and char in STAND_INS:
            width = self.advances.get(ord(STAND_INS[char]))
        if width is not None:
            return width / self.units
        return missing_advance(char)

    def lacks(self, text: str) -> set[str]:
        """Characters of `text` for which the face has no glyph."""
        return {
            char
            for char in text
            if ord(char) not in self.advances
            and char not in INVISIBLE
            and char not in STAND_INS
            and not char.isspace()
        }


@dataclass(frozen=True)
class FontMetrics:
    """All measured faces, by typeface name, bold and italic."""

    faces: Mapping[tuple[str, bool, bool], FaceMetrics]

    def face(self, style: TextStyle) -> FaceMetrics:
        """Raises `KeyError` with the face's name if it was never measured."""
        return self.faces[style.face.name, style.bold, style.italic]

    def knows(self, name: str) -> bool:
        return (name, False, False) in self.faces

    def names(self) -> Iterable[str]:
        return sorted({name for name, _, _ in self.faces})

    def width(self, text: str, style: TextStyle) -> float:
        """Width of `text` on one line, in points."""
        face = self.face(style)
        shown = text.upper() if style.caps else text
        return sum(face.advance(char) for char in shown) * style.size + style.tracking * len(shown)

    def height(self, style: TextStyle) -> float:
        """Line pitch in points at single spacing."""
        return self.face(style).pitch * style.size


_STYLES = {
    "Regular": (False, False),
    "Bold": (True, False),
    "Italic": (False, True),
    "BoldItalic": (True, True),
}


def load_metrics(path: Path | None = None) -> FontMetrics:
    """Read a metrics table, by default the one that comes with deckbuild."""
    table: dict[str, Any] = json.loads((path or asset_path("fonts", "metrics.json")).read_text("utf-8"))
    faces: dict[tuple[str, bool, bool], FaceMetrics] = {}
    for name, entry in table.items():
        for label, face in entry["styles"].items():
            advances = {
                first + offset: width
                for first, *widths in face["runs"]
                for offset, width in enumerate(widths)
            }
            bold, italic = _STYLES[label]
            faces[name, bold, italic] = FaceMetrics(face["units"], face["ascent"], face["descent"], advances)
    return FontMetrics(faces)


def fixed_pitch(advance: float = 0.5, pitch: float = 1.2, *names: str) -> FontMetrics:
    """Metrics for tests: every character is `advance` em wide, every line `pitch` em high."""

    class _Every(dict[int, int]):
        def get(self, key: int, default: Any = None) -> Any:  # noqa: ARG002
            return round(advance * 1000)

        def __contains__(self, key: object) -> bool:
            return True

    face = FaceMetrics(1000, pitch * 800, pitch * 200, _Every())
    return FontMetrics(
        {
            (name, bold, italic): face
            for name in names or ("Calibri", "Courier New", "Arial")
            for bold in (False, True)
            for italic in (False, True)
        }
    )

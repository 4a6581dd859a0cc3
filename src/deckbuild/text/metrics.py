"""Widths and heights of text, from tables of advance widths. No font needs to be installed.

The tables are made by `tools/font_metrics.py` from the open twin of each face (Carlito for Calibri), whose
advances equal the original's. A line's width is the sum of its advances: PowerPoint sets no kerning
where `kern="0"`, and a renderer that kerns only makes the line shorter.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from deckbuild.document import TextStyle
from deckbuild.resources import asset_path

SYMBOL_ADVANCE = 1.0
"""Em width assumed for a glyph that the face lacks: the renderer takes it from a symbol or emoji face,
whose glyphs are about an em wide."""

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")

STAND_INS = {"\u00a0": " ", "\u2010": "-", "\u2011": "-", "\u202f": " "}
"""Characters that renderers draw with another glyph where a face lacks theirs, as Carlito does: no-break
spaces and hyphens look like their plain kin."""


@dataclass(frozen=True)
class FaceMetrics:
    """One style of one face. `advances` are in font units by code point; ratios are per em."""

    units: int
    ascent: float
    descent: float
    advances: Mapping[int, int]

    @cached_property
    def pitch(self) -> float:
        """Line pitch per point of size: Windows ascent and descent, as PowerPoint uses them."""
        return (self.ascent + self.descent) / self.units

    def advance(self, char: str) -> float:
        """Width of a character per point of size."""
        width = self.advances.get(ord(char))
        if width is None and char in STAND_INS:
            width = self.advances.get(ord(STAND_INS[char]))
        if width is not None:
            return width / self.units
        return 0.0 if char in INVISIBLE else SYMBOL_ADVANCE

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

    def ascent(self, style: TextStyle) -> float:
        """From the top of the line to the baseline, in points."""
        face = self.face(style)
        return face.ascent / face.units * style.size


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

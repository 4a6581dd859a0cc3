"""Make assets/fonts/metrics.json: advance widths of the open twins of the faces that themes name.

Run it where the twins are installed (Debian: fonts-crosextra-carlito, fonts-liberation):

    python tools/font_metrics.py > assets/fonts/metrics.json

Only widths and vertical metrics are recorded; no outline leaves the font files.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path("/usr/share/fonts/truetype")
TWINS = {
    "Calibri": ("Carlito", "crosextra/Carlito-{}.ttf"),
    "Arial": ("Liberation Sans", "liberation/LiberationSans-{}.ttf"),
    "Courier New": ("Liberation Mono", "liberation/LiberationMono-{}.ttf"),
}
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
COVERED = ((0x20, 0x250), (0x2B0, 0x530), (0x1E00, 0x2800), (0xFB00, 0xFB07))
"""Latin, Greek, Cyrillic, punctuation, arrows and symbols: what a slide in these scripts holds."""


def measure(path: Path) -> dict[str, object]:
    font = TTFont(path, lazy=True)
    units = font["head"].unitsPerEm
    advances = font["hmtx"].metrics
    widths = {
        code: advances[glyph][0]
        for code, glyph in sorted(font.getBestCmap().items())
        if any(low <= code < high for low, high in COVERED)
    }
    # Runs of neighbouring code points: [first, width, width, ...]
    runs: list[list[int]] = []
    for code, width in widths.items():
        if runs and code == runs[-1][0] + len(runs[-1]) - 1:
            runs[-1].append(width)
        else:
            runs.append([code, width])
    table = font["OS/2"]
    return {
        "units": units,
        "ascent": table.usWinAscent,
        "descent": table.usWinDescent,
        "missing": advances[".notdef"][0],
        "runs": runs,
    }


def main() -> None:
    faces = {
        face: {"twin": twin, "styles": {s: measure(FONTS / pattern.format(s)) for s in STYLES}}
        for face, (twin, pattern) in TWINS.items()
    }
    json.dump(faces, sys.stdout, separators=(",", ":"))
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()

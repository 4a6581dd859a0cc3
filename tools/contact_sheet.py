"""All slides of a deck on one picture, as LibreOffice draws them.

    python tools/contact_sheet.py build/deck.pptx
    python tools/contact_sheet.py build/deck.pptx --columns 3 --only 4-9 -o sheet.png

Needs soffice and pdftoppm (Debian: libreoffice-impress poppler-utils), and for a true picture the open twins
of the faces (fonts-crosextra-carlito fonts-liberation). Writes contact-sheet.png beside the deck.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

GAP = 16  # pixels between slides
CAPTION = 22  # pixels below a slide for its number
GROUND = "#E4E7EA"
INK = "#526273"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("deck", type=Path, help="the .pptx file")
    parser.add_argument(
        "-o", "--output", type=Path, help="the picture; by default contact-sheet.png beside the deck"
    )
    parser.add_argument("--columns", type=int, default=5)
    parser.add_argument("--width", type=int, default=480, help="of a slide, in pixels")
    parser.add_argument(
        "--only", type=numbers, default=frozenset(), metavar="4,7-9", help="just these slides"
    )
    wishes = parser.parse_args()
    output = wishes.output or wishes.deck.with_name("contact-sheet.png")
    with tempfile.TemporaryDirectory() as folder:
        pages = slide_pictures(wishes.deck, wishes.width, Path(folder))
        chosen = [
            (number, page) for number, page in enumerate(pages, 1) if number in (wishes.only or {number})
        ]
        sheet(chosen, wishes.columns).save(output)
    print(f"{output}: {len(chosen)} slides")


def numbers(text: str) -> frozenset[int]:
    """`4,7-9` as numbers."""
    found: set[int] = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)


def slide_pictures(deck: Path, width: int, folder: Path) -> list[Image.Image]:
    """A picture of each slide, `width` pixels wide, made in `folder`."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None or shutil.which("pdftoppm") is None:
        sys.exit(
            "The contact sheet needs LibreOffice and poppler, which aren't both installed.\n"
            "Debian and Ubuntu: sudo apt-get install libreoffice-impress poppler-utils "
            "fonts-crosextra-carlito fonts-liberation"
        )
    if not deck.is_file():
        sys.exit(f"there is no file {deck}; `make deck` writes it")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck)]
    run(convert)
    pdf = folder / deck.with_suffix(".pdf").name
    if not pdf.is_file():
        sys.exit(f"LibreOffice couldn't read {deck}")
    run(["pdftoppm", "-png", "-scale-to-x", str(width), "-scale-to-y", "-1", str(pdf), str(folder / "slide")])
    return [Image.open(path).convert("RGB") for path in sorted(folder.glob("slide-*.png"))]


def run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stderr or done.stdout}")


def sheet(pages: Sequence[tuple[int, Image.Image]], columns: int) -> Image.Image:
    """The pages in rows, each with its number below."""
    if not pages:
        sys.exit("there are no such slides")
    columns = min(columns, len(pages))
    width, height = pages[0][1].size
    rows = -(-len(pages) // columns)
    size = (GAP + columns * (width + GAP), GAP + rows * (height + CAPTION + GAP))
    whole = Image.new("RGB", size, GROUND)
    draw = ImageDraw.Draw(whole)
    font = ImageFont.load_default(size=15)
    for index, (number, page) in enumerate(pages):
        left = GAP + index % columns * (width + GAP)
        top = GAP + index // columns * (height + CAPTION + GAP)
        whole.paste(page, (left, top))
        draw.text((left + width / 2, top + height + CAPTION / 2 + 2), str(number), INK, font, anchor="mm")
    return whole


if __name__ == "__main__":
    main()

"""All slides of all decks on one page, to look through in one go, with what was found beside each.

    python -m tools.gallery
    python -m tools.gallery tests/decks/lecture content/intro -o build/lectures

Writes the page, the decks and their pictures below build/gallery. Needs LibreOffice, and for true pictures
the open twins of the faces. The findings are those of `render` and of `tools.measure`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from PIL import Image

from deckbuild.deck.models import Deck
from deckbuild.diagnostics import DeckError, Diagnostic
from deckbuild.pipeline import build, read
from tools.measure.measure import Measured, measure_pdf
from tools.measure.office import NoOfficeError, convert
from tools.measure.pdf import pictures_of

ROOT = Path(__file__).parents[1]
DECKS = ("tests/decks/*/deck.yaml", "tests/data/*/deck.yaml", "content/*/deck.yaml")
DPI = 96  # a slide is 1280 pixels wide

STYLE = """
body { margin: 2rem; font: 15px/1.4 Carlito, Calibri, sans-serif; color: #1d2b36; background: #eef1f3 }
h1 { margin: 0 } h2 { margin: 2.5rem 0 .75rem; border-bottom: 2px solid #b9c4cc }
h2 small, nav small { font-weight: normal; color: #5a6b78 }
nav ul { columns: 20rem; padding-left: 1.2rem }
.slides { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1.25rem }
figure { margin: 0; break-inside: avoid }
img { display: block; width: 100%; box-shadow: 0 1px 4px #0004 }
figcaption { padding-top: .4rem }
.findings { margin: .2rem 0 0; padding-left: 1.1rem; color: #a3260b; overflow-wrap: anywhere }
.empty { color: #5a6b78; white-space: nowrap }
body:has(#only:checked) figure:not(.found) { display: none }
@media print {
  body { margin: 0; background: none; font-size: 9pt } label, nav { display: none }
  .slides { grid-template-columns: repeat(3, 1fr); gap: 4mm } h2 { break-after: avoid }
  img { box-shadow: none; outline: .3pt solid #999 }
}
"""


@dataclass
class Show:
    """A deck on the page. By slide: its title, how empty it is, what was found; 0 is the deck itself."""

    folder: Path
    name: str  # of its files
    title: str = ""
    slides: list[tuple[str, float]] = field(default_factory=list)
    findings: dict[int, list[str]] = field(default_factory=dict)

    def found(self, slide: int, finding: str) -> None:
        self.findings.setdefault(slide, []).append(finding)

    @property
    def count(self) -> int:
        return sum(map(len, self.findings.values()))


def main() -> None:
    parser = argparse.ArgumentParser(
        "python -m tools.gallery", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("decks", type=Path, nargs="*", help="folders; by default all of this repository")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/gallery"), metavar="FOLDER")
    wishes = parser.parse_args()
    decks = wishes.decks or [file.parent for pattern in DECKS for file in sorted(ROOT.glob(pattern))]
    try:
        shows = make(decks, wishes.output)
    except NoOfficeError as fault:
        sys.exit(f"The gallery needs LibreOffice. {fault}")
    slides, findings = sum(len(show.slides) for show in shows), sum(show.count for show in shows)
    print(f"{wishes.output / 'index.html'}: {len(shows)} decks, {slides} slides, {findings} findings")


def make(decks: Sequence[Path], folder: Path) -> list[Show]:
    """Write the gallery of `decks` into `folder`. Raises `NoOfficeError`."""
    folder.mkdir(parents=True, exist_ok=True)
    shows = [render(deck, folder) for deck in decks]
    files = [file for show in shows if (file := folder / f"{show.name}.pptx").exists()]
    with tempfile.TemporaryDirectory() as scratch:
        pdfs = convert(files, Path(scratch))
        for show in shows:
            if pdf := pdfs.get(folder / f"{show.name}.pptx"):
                look_at(show, folder, pdf)
    (folder / "index.html").write_text("\n".join(page(shows)), "utf-8")
    return shows


def render(deck: Path, folder: Path) -> Show:
    """Write the .pptx of a deck; if it has errors, there is none, and they are what is shown."""
    place = deck.resolve()
    parts = place.relative_to(ROOT).parts if place.is_relative_to(ROOT) else place.parts[1:]
    show = Show(deck, "-".join(parts), deck.name)
    file = folder / f"{show.name}.pptx"
    file.unlink(missing_ok=True)
    try:
        source = read(deck)
        show.title = str(source.title)
        result = build(deck, output=file)
    except DeckError as error:
        for diagnostic in error.diagnostics:
            show.found(0, str(diagnostic))
    else:
        for diagnostic in result.diagnostics:
            show.found(slide_of(diagnostic, source), f"render: {diagnostic.message} [{diagnostic.code}]")
    return show


def slide_of(diagnostic: Diagnostic, deck: Deck) -> int:
    """The slide whose source the finding is in: the last that begins above it in its file."""
    place = diagnostic.span
    above = [
        slide for slide in deck.slides if slide.span.file == place.file and slide.span.line <= place.line
    ]
    return max(above, key=lambda slide: slide.span.line).number if above else 0


def look_at(show: Show, folder: Path, pdf: Path) -> None:
    """Measure a deck, and write a picture of each slide."""
    measured: Measured = measure_pdf(folder / f"{show.name}.pptx", pdf)
    show.slides = list(zip(measured.titles, measured.empty_shares, strict=True))
    for finding in measured.findings:
        show.found(finding.slide, f"{finding.fault}: “{finding.words}” {finding.fact}")
    for number, pixels in enumerate(pictures_of(pdf, DPI), 1):
        Image.fromarray(pixels).save(folder / picture(show, number))


def picture(show: Show, number: int) -> str:
    return f"{show.name}-{number:02}.png"


def page(shows: Sequence[Show]) -> Iterator[str]:
    """The page's HTML: no script, no other files than the pictures, so that it works from a disk."""
    slides, findings = sum(len(show.slides) for show in shows), sum(show.count for show in shows)
    yield "<!DOCTYPE html>"
    yield f'<html lang="en"><meta charset="utf-8"><title>Gallery</title><style>{STYLE}</style>'
    yield f"<h1>{slides} slides</h1><nav><p>{len(shows)} decks, {plural(findings)}</p><ul>"
    for show in shows:
        yield f'<li><a href="#{show.name}">{escape(show.title)}</a> <small>{summary(show)}</small></li>'
    yield "</ul></nav><label><input type=checkbox id=only> only slides with findings</label>"
    for show in shows:
        yield from section(show)
    yield "</html>"


def section(show: Show) -> Iterator[str]:
    yield f'<h2 id="{show.name}">{escape(show.title)} <small>{summary(show)} · '
    yield f'{escape(str(show.folder))} · <a href="{show.name}.pptx">.pptx</a></small></h2>'
    yield from list_of(show.findings, 0)
    yield '<div class="slides">'
    for number, (title, empty) in enumerate(show.slides, 1):
        file = escape(picture(show, number))
        yield f'<figure id="{show.name}-{number}"{" class=found" if number in show.findings else ""}>'
        yield f'<a href="{file}"><img src="{file}" loading="lazy" alt="{escape(title)}"></a>'
        yield f'<figcaption><b>{number}</b> {escape(title)} <span class="empty">{empty:.0%} empty</span>'
        yield from list_of(show.findings, number)
        yield "</figcaption></figure>"
    yield "</div>"


def list_of(findings: Mapping[int, Sequence[str]], slide: int) -> Iterator[str]:
    if slide in findings:
        items = "".join(f"<li>{escape(finding)}</li>" for finding in findings[slide])
        yield f'<ul class="findings">{items}</ul>'


def summary(show: Show) -> str:
    return f"{len(show.slides)} slides, {plural(show.count)}"


def plural(findings: int) -> str:
    return f"{findings} finding{'' if findings == 1 else 's'}"


if __name__ == "__main__":
    main()

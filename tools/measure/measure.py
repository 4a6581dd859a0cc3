"""From files to findings."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.measure.emptiness import DPI, largest_empty
from tools.measure.faults import FAULTS, Finding, Seen
from tools.measure.matching import match
from tools.measure.office import convert
from tools.measure.pdf import pages_of, pictures_of
from tools.measure.pptx_texts import slides_of

GROUND = 0.8  # of the page: a picture that large is what things stand on


@dataclass(frozen=True)
class Measured:
    """One file: for each slide its title and the share of its largest empty rectangle, and all findings."""

    titles: tuple[str, ...]
    empty_shares: tuple[float, ...]
    findings: tuple[Finding, ...]


def measure(files: Sequence[Path]) -> Mapping[Path, Measured]:
    """Each file, through LibreOffice in one go. Raises `NoOfficeError`."""
    with tempfile.TemporaryDirectory() as folder:
        pdfs = convert(files, Path(folder))
        return {file: measure_pdf(file, pdf) for file, pdf in pdfs.items()}


def measure_pdf(pptx: Path, pdf: Path) -> Measured:
    """A file, of whose shown slides `pdf` has a page each."""
    seen = []
    pages = zip(slides_of(pptx), pages_of(pdf), pictures_of(pdf, DPI), strict=True)
    for slide, page, pixels in pages:
        words, others = match(slide, page)
        pictures = [box for box in page.pictures if box.common(page.box).area < GROUND * page.box.area]
        seen.append(Seen(slide, page.box, tuple(words), tuple(others), largest_empty(pixels, pictures)))
    return Measured(
        tuple(each.slide.title for each in seen),
        tuple(each.empty_share for each in seen),
        tuple(finding for each in seen for fault in FAULTS for finding in fault(each)),
    )

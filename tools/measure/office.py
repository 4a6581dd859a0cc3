"""LibreOffice makes PDFs."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

INSTALL = (
    "Debian and Ubuntu: sudo apt-get install libreoffice-impress fonts-crosextra-carlito fonts-liberation"
)
LONGEST = 1800  # seconds for all files of one call


class NoOfficeError(Exception):
    """LibreOffice isn't installed, or didn't read a file; the message can be shown as it is."""


def convert(files: Sequence[Path], folder: Path) -> Mapping[Path, Path]:
    """The PDF of each file, written into `folder`; LibreOffice starts once. Raises `NoOfficeError`."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise NoOfficeError(f"LibreOffice isn't installed. {INSTALL}")
    # Files of one name in several folders become PDFs of different names.
    copies = {file: folder / f"{number:03}-{file.stem}.pptx" for number, file in enumerate(files)}
    for file, copy in copies.items():
        shutil.copyfile(file, copy)
    profile = f"-env:UserInstallation={(folder / 'profile').absolute().as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    done = subprocess.run(
        [*command, *map(str, copies.values())], check=False, capture_output=True, text=True, timeout=LONGEST
    )
    pdfs = {file: copy.with_suffix(".pdf") for file, copy in copies.items()}
    for file, pdf in pdfs.items():
        if not pdf.is_file():
            raise NoOfficeError(f"LibreOffice couldn't read {file}: {done.stderr.strip()}")
    return pdfs

"""Render the pictures of the authoring guide from the examples in it.

Each page below docs/authoring/blocks and docs/authoring/graphics holds a complete example in its first YAML
block. All examples become slides of one deck, which LibreOffice renders:

    python tools/docs_pictures.py

Needs soffice and pdftoppm. Writes docs/authoring/img/{block,graphic}-KIND.png.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import indent

from deckbuild import pipeline

GUIDE = Path(__file__).parents[1] / "docs" / "authoring"
TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)
EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
WIDTH = 960  # pixels: one per point of the page


def examples() -> list[tuple[str, str]]:
    """Picture names with the slide that shows each page's example, as YAML in a list. The examples stay as
    they are written: another YAML reader might take `yes` for a truth value."""
    slides: list[tuple[str, str]] = []
    for page in sorted(GUIDE.glob("*/*.md")):
        found = EXAMPLE.search(page.read_text("utf-8"))
        if found is None:
            sys.exit(f"{page}: no YAML example")
        title, field, bullet = page.stem, "content", ""
        if page.parent.name == "graphics":
            named = TITLE.search(found[1])
            title, field, bullet = named[1] if named else title, "graphics", "  -\n"
        content = indent(bullet + indent(found[1], "    " if bullet else "  "), "  ")
        slide = f"- title: {title}\n  {field}:\n{content}"
        slides.append((f"{page.parent.name.removesuffix('s')}-{page.stem}", slide))
    return slides


def main() -> None:
    named = examples()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for image in (GUIDE / "blocks").glob("*.png"):
            (folder / image.name).write_bytes(image.read_bytes())
        slides = "".join(slide for _, slide in named)
        (folder / "guide.yaml").write_text(f"title: Authoring guide\nslides:\n{slides}", "utf-8")
        result = pipeline.build(folder / "guide.yaml", output=folder / "guide.pptx")
        for diagnostic in result.diagnostics:
            print(diagnostic)
        profile = f"-env:UserInstallation=file://{folder / 'profile'}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name]
        subprocess.run([*convert, str(folder / "guide.pptx")], check=True, capture_output=True)
        subprocess.run(
            ["pdftoppm", "-png", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1", "guide.pdf", "page"],
            cwd=folder,
            check=True,
        )
        pages = sorted(folder.glob("page-*.png"))
        for (picture, _), page_file in zip(named, pages, strict=True):
            target = GUIDE / "img" / f"{picture}.png"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(page_file.read_bytes())
            print(target.relative_to(GUIDE))


if __name__ == "__main__":
    main()

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

import yaml

from deckbuild import pipeline

GUIDE = Path(__file__).parents[1] / "docs" / "authoring"
EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
WIDTH = 960  # pixels: one per point of the page


def examples() -> list[tuple[str, dict[str, object]]]:
    """Picture names with the slide that shows each page's example."""
    slides: list[tuple[str, dict[str, object]]] = []
    for page in sorted(GUIDE.glob("*/*.md")):
        found = EXAMPLE.search(page.read_text("utf-8"))
        if found is None:
            sys.exit(f"{page}: no YAML example")
        example = yaml.safe_load(found[1])
        if page.parent.name == "graphics":
            title = example.get("title") or page.stem
            slide: dict[str, object] = {"title": title, "graphics": [example]}
        else:
            slide = {"title": f"{page.stem}", "content": example}
        slides.append((f"{page.parent.name.removesuffix('s')}-{page.stem}", slide))
    return slides


def main() -> None:
    named = examples()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for image in (GUIDE / "blocks").glob("*.png"):
            (folder / image.name).write_bytes(image.read_bytes())
        deck = {"title": "Authoring guide", "slides": [slide for _, slide in named]}
        (folder / "guide.yaml").write_text(yaml.safe_dump(deck, allow_unicode=True, sort_keys=False), "utf-8")
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

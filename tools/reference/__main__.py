"""Write those parts of the docs that say what the code says.

    python -m tools.reference

Between two marks on a page: the tables of keys in the authoring guide, from the pydantic models, and the
rooms in docs/architecture.md, from the import contract and the docstrings. The whole of docs/api.md, from the
docstrings of `deckbuild`. A test tells when one of them is out of date.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from deckbuild.deck.kinds import BLOCKS, GRAPHICS
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.deck.slides import Slide
from deckbuild.pipeline import discover_kinds
from deckbuild.theme.source import ThemeFile
from tools.reference.api import api_page
from tools.reference.keys import tables, token_tables
from tools.reference.rooms import rooms_table

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = DOCS / "authoring"

BEGIN = "<!-- Begin: written by `python -m tools.reference` -->\n"
END = "<!-- End: written by `python -m tools.reference` -->\n"


def pages() -> dict[Path, str]:
    """Every page that is written here, wholly or in part, as it should be."""
    discover_kinds()
    written = {DOCS / "architecture.md": "\n".join(rooms_table())}
    models: dict[Path, list[type[BaseModel]]] = {
        GUIDE / "keys.md": [Deck, Slide, Block, Graphic],
        GUIDE / "theme.md": [ThemeFile],
    }
    models |= {GUIDE / "blocks" / f"{name}.md": [kind] for name, kind in BLOCKS.items()}
    models |= {GUIDE / "graphics" / f"{name}.md": [kind] for name, kind in GRAPHICS.items()}
    for path, kinds in models.items():
        written[path] = "\n".join([*tables(kinds), *(token_tables() if ThemeFile in kinds else ())])
    found = {path: between_marks(path.read_text("utf-8"), text) for path, text in written.items()}
    return {DOCS / "api.md": api_page(), **found}


def between_marks(page: str, text: str) -> str:
    """The page with `text` between its marks. Raises `ValueError` if it hasn't both of them."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page {page.splitlines()[0]!r} has no place to write to")
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()

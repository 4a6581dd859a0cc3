"""The rooms of the program in the order of its import contract."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tools.reference.text import cell, first_sentence

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "deckbuild"


def rooms_table() -> Iterator[str]:
    """A row for each package and module below `deckbuild`, from the top of the import contract to its end."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = (each["layers"] for each in contracts if each["id"] == "layers")
    yield from ("| | room | what lives there |", "|---|---|---|")
    for number, layer in enumerate(layers, 1):
        names = re.split(r" [:|] ", layer)
        for room in (path for name in names for path in [name, *inside(name)]):
            yield f"| {number if room == names[0] else ''} | `{room}` | {cell(living(room))} |"
    yield ""


def inside(room: str) -> list[str]:
    """The packages in a package, without those that are one kind of graphic each."""
    folders = (path.parent for path in (SOURCE / room).glob("*/__init__.py"))
    return sorted(f"{room}/{folder.name}" for folder in folders if not (folder / "model.py").exists())


def living(room: str) -> str:
    """What a package or a module says of itself in the first sentence of its docstring."""
    folder = SOURCE / room
    path = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return first_sentence(said)

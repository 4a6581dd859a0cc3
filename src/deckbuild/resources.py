"""Where the files that travel with deckbuild are: themes and font metrics."""

from __future__ import annotations

from pathlib import Path


def asset_path(*parts: str) -> Path:
    """The path of a file below `assets/`, in an installed wheel or in a source checkout."""
    package = Path(__file__).parent
    installed = package / "assets"
    root = installed if installed.is_dir() else package.parents[1] / "assets"
    return root.joinpath(*parts)

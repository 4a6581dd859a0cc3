"""Imports go down only, and third parties stay behind their fences (contracts in pyproject.toml)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def lint(source: Path) -> subprocess.CompletedProcess[str]:
    """The verdict on the package in `source`."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as m; m()"]
    options = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    surroundings = {**os.environ, "PYTHONPATH": str(source), "COLUMNS": "200"}
    return subprocess.run([*command, *options], capture_output=True, text=True, cwd=source, env=surroundings)


def test_imports_go_down_only() -> None:
    verdict = lint(ROOT / "src")
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("geometry.py", "from deckbuild.text import fitting", "Imports go down only"),
        ("check/__init__.py", "from deckbuild.render import pptx", "Imports go down only"),
        ("utils.py", "import math", "Imports go down only"),  # a module without a layer
        ("render/pptx/units.py", "from deckbuild.deck import inline", "Outputs see documents, not decks"),
        ("pipeline.py", "import click", "Only the command line knows click"),
        ("layout/page.py", "from pptx.util import Pt", "Only render.pptx knows python-pptx"),
        ("blocks/text.py", "import matplotlib.pyplot", "Only graphics know matplotlib and Graphviz"),
    ],
)
def test_a_wrong_import_is_found(module: str, line: str, contract: str, tmp_path: Path) -> None:
    package = tmp_path / "deckbuild"
    shutil.copytree(ROOT / "src" / "deckbuild", package, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    path = package / module
    path.write_text((path.read_text("utf-8") if path.exists() else "") + f"\n{line}\n", "utf-8")
    verdict = lint(tmp_path)
    assert verdict.returncode == 1
    assert f"{contract} BROKEN" in verdict.stdout

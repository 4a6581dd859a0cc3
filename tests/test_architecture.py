"""Imports go down only and never in a circle, and third parties stay behind their fences (pyproject.toml)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
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
        (
            "graphics/flow/plan.py",
            "from deckbuild.graphics import badge",
            "A graphic knows no other kind",
        ),
        ("layout/stack.py", "from deckbuild.blocks import table", "Nobody knows a block or a graphic"),
        ("check/engine.py", "from deckbuild.check.rules.file import bad_shape", "Nobody knows a rule"),
        ("blocks/text.py", "import matplotlib.pyplot", "Only drawing engines know matplotlib and Graphviz"),
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


def circle(package: str) -> list[str]:
    """Modules that import each other in a circle, be it for types only, from one back to itself; or none."""
    graph = grimp.build_graph(package, exclude_type_checking_imports=False, cache_dir=None)
    try:
        TopologicalSorter({it: graph.find_modules_directly_imported_by(it) for it in graph.modules}).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle("deckbuild") == []


def test_a_circle_is_found_also_if_it_is_for_types_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "ring"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "one.py").write_text("from ring import two\n")
    (package / "two.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ring import one\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    assert set(circle("ring")) == {"ring.one", "ring.two"}

"""The examples in docstrings are true, and nothing but help is lost where Python strips them."""

from __future__ import annotations

import doctest
import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import deckbuild
from tests.samples import SAMPLE

SOURCE = Path(deckbuild.__file__).parent
WITH_EXAMPLES = [path for path in sorted(SOURCE.rglob("*.py")) if ">>> " in path.read_text("utf-8")]


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_examples_in_docstrings_are_true(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them: one in a comment, or in a docstring that doctest doesn't find, would prove nothing."""
    monkeypatch.chdir(tmp_path)  # for those that write files
    name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert (failed, tried) == (0, path.read_text("utf-8").count(">>> "))


def deckbuild_under(*options: str, command: list[str], folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, *options, "-m", "deckbuild.cli", *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(deckbuild.__file__).parents[1])},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.slow
def test_a_deck_is_the_same_without_docstrings(tmp_path: Path) -> None:
    for name, options in {"with.pptx": [], "without.pptx": ["-OO"]}.items():
        command = ["render", str(SAMPLE), "--no-cache", "-o", name]
        deckbuild_under(*options, command=command, folder=tmp_path)
    assert (tmp_path / "with.pptx").read_bytes() == (tmp_path / "without.pptx").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("command", [["rules", "TIM006"], ["rules"]])
def test_the_manual_is_there_without_docstrings(command: list[str], tmp_path: Path) -> None:
    stripped = deckbuild_under("-OO", command=command, folder=tmp_path)
    assert stripped == deckbuild_under(command=command, folder=tmp_path)

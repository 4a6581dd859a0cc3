"""A wheel built from the project renders elsewhere: themes, metrics and all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.samples import SAMPLE

ROOT = Path(__file__).parents[1]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(*command: str | Path, cwd: Path) -> str:
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}  # not the tests'
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=own, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; what it depends on comes from the environment of the tests."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder)
    program = folder / "bin" / "python"
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", program, "--quiet"]
    run(*pip, "install", "--no-deps", "--no-index", "--no-compile", wheel, cwd=folder)
    site = Path(
        run(program, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    )
    paths = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "dependencies.pth").write_text("\n".join(sorted(paths)), "utf-8")
    return folder / "bin"


def test_the_wheel_carries_what_it_needs_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for needed in (
        "assets/themes/advanced-green.yaml",
        "assets/fonts/metrics.json",
        "py.typed",
        "cli/__main__.py",
    ):
        assert f"deckbuild/{needed}" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"deckbuild"}
    assert not [name for name in names if "__pycache__" in name or "cache" in name.split("/")[-2]]


def test_it_asks_for_what_the_project_declares(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        said = HeaderParser().parsestr(archive.read(name).decode())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert said["Requires-Python"] == project["requires-python"]
    asked = {str(Requirement(line)).lower() for line in said.get_all("Requires-Dist", ())}
    assert asked == {str(Requirement(line)).lower() for line in project["dependencies"]}


def test_it_renders_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    deck = tmp_path / "sample"
    shutil.copytree(SAMPLE, deck)
    where = run(installed / "python", "-c", "import deckbuild; print(deckbuild.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    assert "6 slides" in run(installed / "deckbuild", "render", deck, cwd=tmp_path)
    with zipfile.ZipFile(tmp_path / "build" / "sample.pptx") as archive:
        assert len([name for name in archive.namelist() if name.startswith("ppt/slides/slide")]) == 6


def test_both_themes_come_along(installed: Path, tmp_path: Path) -> None:
    deck = tmp_path / "sample"
    shutil.copytree(SAMPLE, deck)
    file = deck / "deck.yaml"
    file.write_text(file.read_text("utf-8").replace("language:", "theme: slate-minimal\nlanguage:"), "utf-8")
    run(installed / "deckbuild", "render", deck, cwd=tmp_path)
    assert (tmp_path / "build" / "sample.pptx").exists()


def test_its_version_is_the_projects(installed: Path, tmp_path: Path) -> None:
    from deckbuild import __version__

    assert run(installed / "deckbuild", "--version", cwd=tmp_path).strip() == f"deckbuild {__version__}"

"""What a person has set for their own plots changes no picture, breaks none, and says nothing on stderr."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import deckbuild

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("matplotlib")]

DRAW = """
import hashlib, os, sys
from deckbuild.charts.matplotlib_engine import picture
from deckbuild.charts.plot import Polyline
from deckbuild.document import Color
from deckbuild.geometry import Point, Rect

before = dict(os.environ), os.stat(".")
diagonal = Polyline((Point(0, 0), Point(72, 72)), Color("000000"), 1.0)
drawn = picture(Rect(0, 0, 72, 72), [diagonal], "a diagonal")
for name in ("MPLBACKEND", "MATPLOTLIBRC"):
    assert os.environ.get(name) == before[0].get(name)
assert os.path.samestat(os.stat("."), before[1])
print(hashlib.sha256(drawn.data + drawn.svg).hexdigest())
"""


def draw(folder: Path, program: str = DRAW, **surroundings: str) -> tuple[str, str]:
    """A picture's digest, and what came on stderr, from a program that starts in `folder`."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("MPL", "MATPLOTLIB"))}
    ours["PYTHONPATH"] = str(Path(deckbuild.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=folder,
        env=ours | surroundings,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip(), done.stderr


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The picture as it is where nothing is set."""
    digest, said = draw(tmp_path_factory.mktemp("nothing-set"))
    assert (len(digest), said) == (64, "")
    return digest


@pytest.mark.parametrize("backend", ["nosuch", "tkagg", "module://nowhere"])
def test_a_backend_in_the_environment(plain: str, tmp_path: Path, backend: str) -> None:
    assert draw(tmp_path, MPLBACKEND=backend) == (plain, "")


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00 no text",
        b"lines.linewidth: 40\nbackend: nosuch\nno.such.key: 1\n",
    ],
)
def test_a_matplotlibrc_anywhere(plain: str, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "matplotlibrc").write_bytes(content)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert draw(tmp_path) == (plain, "")
    assert draw(elsewhere, MATPLOTLIBRC=str(tmp_path / "matplotlibrc")) == (plain, "")
    assert draw(elsewhere, MPLCONFIGDIR=str(tmp_path)) == (plain, "")


def test_a_settings_folder_that_cannot_be_one(plain: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert draw(tmp_path, MPLCONFIGDIR=str(tmp_path / "file" / "below")) == (plain, "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that is in use")
def test_a_current_folder_that_is_gone(plain: str, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    assert draw(gone, f"import os; os.rmdir({str(gone)!r})\n{DRAW}") == (plain, "")

"""Where outputs go, and that they never replace what a deck is made of."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main
from deckbuild.outputs import NamesAnInput, refuse_input
from deckbuild.pipeline import build
from tests.samples import SAMPLE

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs links")
SMALL = "title: Small\nslides:\n  - title: One\n"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in a folder with the sample deck in `deck/`, and `small.yaml`."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLE, "deck")
    Path("small.yaml").write_text(SMALL, "utf-8")
    Path("vars.yaml").write_text("teacher: Grace\n", "utf-8")
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


SOURCES = [
    "deck/deck.yaml",
    "deck/slides/lines.yaml",
    "deck/images/plot.png",
    "deck/../deck/deck.yaml",
]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("command", ["render", "check"])
def test_an_output_that_is_a_source_is_refused(command: str, source: str, run: Run) -> None:
    before = snapshot(Path("deck"))
    result = run(command, "deck", "-o", source)
    assert result.exit_code == 2
    assert f"--output: {source} is a source of the deck; an output there would replace it" in result.stderr
    assert snapshot(Path("deck")) == before


@pytest.mark.parametrize("name", ["appendices/A.md", "themes/mine.yaml", "signoffs.yaml", "data/table.csv"])
def test_so_is_one_that_only_a_check_or_a_theme_reads(name: str, run: Run) -> None:
    path = Path("deck") / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("", "utf-8")
    assert run("check", "deck", "-o", str(path)).exit_code == 2
    assert path.read_text("utf-8") == ""


def test_so_is_a_picture_wherever_it_stands_in_the_decks_folder(run: Run) -> None:
    shutil.copy("deck/images/plot.png", "deck/plot.png")
    result = run("check", "deck", "-o", "deck/plot.png")
    assert result.exit_code == 2
    assert "is a picture in the deck's folder" in result.stderr


def test_so_are_a_deck_of_one_file_and_the_variables(run: Run) -> None:
    assert run("render", "small.yaml", "-o", "small.yaml").exit_code == 2
    assert run("check", "small.yaml", "-o", "small.yaml").exit_code == 2
    result = run("render", "deck", "--vars", "vars.yaml", "-o", "vars.yaml")
    assert result.exit_code == 2
    assert "vars.yaml is a source" in result.stderr


def test_so_it_is_for_a_deck_with_mistakes(run: Run) -> None:
    Path("small.yaml").write_text("titel: Small\n", "utf-8")
    assert run("check", "small.yaml", "-o", "small.yaml").exit_code == 2
    assert Path("small.yaml").read_text("utf-8") == "titel: Small\n"


@POSIX
@pytest.mark.parametrize("link", [Path.symlink_to, Path.hardlink_to], ids=["soft", "hard"])
def test_so_is_a_link_to_a_source(link: Callable[[Path, Path], None], run: Run) -> None:
    link(Path("talk.pptx"), Path("deck/slides/lines.yaml").resolve())
    result = run("render", "deck", "-o", "talk.pptx")
    assert result.exit_code == 2
    assert "talk.pptx is a source of the deck" in result.stderr


def test_whoever_calls_build_is_told_too(tmp_path: Path) -> None:
    deck = tmp_path / "small.yaml"
    deck.write_text(SMALL, "utf-8")
    with pytest.raises(NamesAnInput, match="is a source of the deck"):
        build(deck, output=deck)
    assert deck.read_text("utf-8") == SMALL


def test_an_output_beside_the_sources_is_fine_also_the_second_time(run: Run) -> None:
    for _ in range(2):
        assert run("render", "deck", "-o", "deck/deck.pptx").exit_code == 0
        assert run("check", "deck", "-o", "deck/report.txt").exit_code in (0, 1)
    refuse_input(Path("deck/deck.pptx"), [Path("deck")])


@pytest.mark.parametrize("name", ["talk", "talk.ppt", "talk.pdf", ".pptx"])
def test_a_name_that_no_presentation_has_is_refused(name: str, run: Run) -> None:
    result = run("render", "small.yaml", "-o", name)
    assert result.exit_code == 2
    assert f"--output: the name of a presentation ends with .pptx, not '{name}'" in result.stderr
    assert not Path(name).exists()


def test_capitals_are_fine(run: Run) -> None:
    assert run("render", "small.yaml", "-o", "TALK.PPTX").exit_code == 0


def test_two_decks_of_one_name_are_refused(run: Run) -> None:
    for path in ("content/intro/deck.yaml", "content/intro.yaml"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(SMALL, "utf-8")
    result = run("render")
    assert result.exit_code == 2
    assert "content/intro and content/intro.yaml both go to build/intro.pptx" in result.stderr


# --- what a repository may bring along ------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("kind", ["folder", "pipe", "circle", "zeros", "outside", "dangling"])
def test_a_usual_output_that_is_no_plain_file_is_refused(kind: str, run: Run) -> None:
    output, precious = Path("build/small.pptx"), Path("precious.pptx")
    output.parent.mkdir()
    precious.write_bytes(b"precious")
    match kind:
        case "folder":
            output.mkdir()
        case "pipe":
            os.mkfifo(output)
        case "circle":
            output.symlink_to(output.name)
        case "zeros":
            output.symlink_to("/dev/zero")
        case "outside":
            output.symlink_to("../precious.pptx")
        case "dangling":
            output.symlink_to("../none.pptx")
    before = output.lstat().st_mode
    result = run("render", "small.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: build/small.pptx: ")
    assert output.lstat().st_mode == before
    assert precious.read_bytes() == b"precious"
    assert not Path("none.pptx").exists()


@POSIX
def test_a_build_folder_that_leads_elsewhere_is_not_written(run: Run) -> None:
    Path("elsewhere").mkdir()
    Path("build").symlink_to("elsewhere")
    result = run("render", "small.yaml")
    assert result.exit_code == 1
    assert "build/small.pptx: leads out of build through a link, to " in result.stderr
    assert list(Path("elsewhere").iterdir()) == []


@POSIX
def test_a_link_that_the_user_names_is_followed(run: Run) -> None:
    Path("shared").mkdir()
    Path("latest.pptx").symlink_to("shared/talk.pptx")
    assert run("render", "small.yaml", "-o", "latest.pptx").exit_code == 0
    assert Path("latest.pptx").is_symlink()
    assert Path("shared/talk.pptx").read_bytes()[:2] == b"PK"


@POSIX
def test_sign_offs_do_not_go_out_of_the_decks_folder(run: Run) -> None:
    Path("precious.yaml").write_text("signoffs: []\n", "utf-8")
    Path("deck/signoffs.yaml").symlink_to("../precious.yaml")
    result = run("signoff", "technical-accuracy", "--by", "Jane Doe", "--deck", "deck")
    assert result.exit_code == 1
    assert "leads out of the deck's folder" in result.stderr
    assert Path("precious.yaml").read_text("utf-8") == "signoffs: []\n"

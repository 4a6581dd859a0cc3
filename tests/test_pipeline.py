"""From a folder of YAML to a file: repeatable, all or nothing, in any theme."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import deckbuild
from deckbuild.deck.models import NoSuchSlide
from deckbuild.diagnostics import DeckError
from deckbuild.outputs import default_output
from deckbuild.pipeline import BuildResult, build
from deckbuild.resources import asset_path
from deckbuild.theme import load_theme, theme_names
from tests.samples import SAMPLE, every_graphic

TODAY = datetime.date(2026, 1, 5)


def built(deck: Path, output: Path, **options: object) -> BuildResult:
    return build(deck, output=output, today=TODAY, **options)  # type: ignore[arg-type]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample deck that a test may change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def texts(deck: Path, part: str) -> str:
    with zipfile.ZipFile(deck) as archive:
        return archive.read(part).decode("utf-8")


def slides(deck: Path) -> list[str]:
    with zipfile.ZipFile(deck) as archive:
        return sorted(name for name in archive.namelist() if name.startswith("ppt/slides/slide"))


def test_what_a_build_reports(tmp_path: Path) -> None:
    output = tmp_path / "deck.pptx"
    result = built(SAMPLE, output)
    assert (result.path, result.slides, result.graphics, result.diagnostics) == (output, 6, 0, ())
    assert 0 < result.seconds < 60


def test_progress_passes_through_the_stages(tmp_path: Path) -> None:
    seen: list[str] = []
    built(SAMPLE, tmp_path / "deck.pptx", progress=lambda stage, _done, _total: seen.append(stage))
    assert list(dict.fromkeys(seen)) == ["Reading", "Laying out", "Writing"]


# --- repeatable -----------------------------------------------------------------------------------


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pptx", tmp_path / "elsewhere" / "b.pptx"
    built(SAMPLE, first)
    built(SAMPLE, second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["blocks", "graphics"])
def test_also_in_other_processes_in_other_places(kind: str, tmp_path: Path) -> None:
    """Hashes of strings differ from process to process: no order may hang on them."""
    deck = SAMPLE if kind == "blocks" else every_graphic(tmp_path)
    program = "import sys, pathlib, deckbuild.pipeline as p; p.build(pathlib.Path(sys.argv[1]))"
    files = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        source = str(Path(deckbuild.__file__).parents[1])
        surroundings = {**os.environ, "PYTHONPATH": source, "PYTHONHASHSEED": seed}
        surroundings["TZ"] = "Asia/Tokyo" if seed == "2" else "UTC"
        command = [sys.executable, "-c", program, str(deck)]
        subprocess.run(command, check=True, cwd=folder, env=surroundings)
        files.append((folder / "build" / f"{deck.stem}.pptx").read_bytes())
    assert files[0] == files[1]


# --- all or nothing -------------------------------------------------------------------------------


def test_mistakes_leave_the_last_good_output(tmp_path: Path, sample: Path) -> None:
    output = tmp_path / "deck.pptx"
    built(sample, output)
    good = output.read_bytes()
    edit(sample / "slides" / "lines.yaml", "bullets:", "bulets:")
    with pytest.raises(DeckError):
        built(sample, output)
    assert output.read_bytes() == good


def test_all_mistakes_are_told_at_once(tmp_path: Path, sample: Path) -> None:
    edit(sample / "slides" / "lines.yaml", "bullets:", "bulets:")
    edit(sample / "slides" / "station.yaml", "images/plot.png", "images/plto.png")
    edit(sample / "deck.yaml", "language:", "colour: blue\nlanguage:")
    with pytest.raises(DeckError) as caught:
        built(sample, tmp_path / "deck.pptx")
    files = {diagnostic.span.file for diagnostic in caught.value.diagnostics}
    assert files == {"deck.yaml", "slides/lines.yaml", "slides/station.yaml"}
    assert not (tmp_path / "deck.pptx").exists()


def test_too_much_text_is_written_all_the_same_with_a_warning(tmp_path: Path, sample: Path) -> None:
    words = "more and more words " * 120
    edit(sample / "slides" / "lines.yaml", "A high brings weeks of calm", words)
    result = built(sample, tmp_path / "deck.pptx")
    (found,) = result.diagnostics
    assert (found.code, found.span.file) == ("LAY001", "slides/lines.yaml")
    assert re.search(r"needs \d+ pt more height", found.message)
    assert texts(result.path, "ppt/slides/slide2.xml").count("more and more words") == 120  # nothing cut off


# --- parts of a deck, and where it goes -----------------------------------------------------------


def test_only_some_slides_keep_their_numbers(tmp_path: Path) -> None:
    result = built(SAMPLE, tmp_path / "deck.pptx", only=frozenset({2, 5}))
    assert result.slides == len(slides(result.path)) == 2
    assert "<a:t>5</a:t>" in texts(result.path, "ppt/slides/slide2.xml")


def test_a_slide_that_isnt_there(tmp_path: Path) -> None:
    with pytest.raises(NoSuchSlide, match="there is no slide 9; the deck has slides 1 to 6"):
        built(SAMPLE, tmp_path / "deck.pptx", only=frozenset({2, 9}))


def test_variables_fill_in(tmp_path: Path) -> None:
    result = built(SAMPLE, tmp_path / "deck.pptx", variables={"teacher": "Grace"})
    assert "Grace" in texts(result.path, "ppt/slides/slide1.xml")


@pytest.mark.parametrize(
    ("path", "output"),
    [
        ("sample", "build/sample.pptx"),
        ("sample/deck.yaml", "build/sample.pptx"),
        ("talk.yaml", "build/talk.pptx"),
    ],
)
def test_the_output_is_named_after_the_deck(
    path: str, output: str, tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.yaml").write_text("title: Talk\n", "utf-8")
    assert sample.exists()
    assert default_output(Path(path)) == Path(output)


def test_a_deck_in_a_single_file(tmp_path: Path) -> None:
    deck = tmp_path / "talk.yaml"
    deck.write_text("title: Talk\nslides:\n  - {title: One, content: [text], notes: Hello.}\n", "utf-8")
    assert built(deck, tmp_path / "talk.pptx").slides == 1


# --- another theme --------------------------------------------------------------------------------


def colors(deck: Path) -> set[str]:
    """Every sRGB colour in the file's XML."""
    with zipfile.ZipFile(deck) as archive:
        parts = [archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")]
    return {
        match.upper() for part in parts for match in re.findall(r'(?:val|lastClr)="([0-9A-Fa-f]{6})"', part)
    }


def test_another_theme_leaves_nothing_of_the_first(tmp_path: Path, sample: Path) -> None:
    edit(sample / "deck.yaml", "language:", "theme: slate-minimal\nlanguage:")
    result = built(sample, tmp_path / "deck.pptx")
    green, slate = load_theme("advanced-green"), load_theme("slate-minimal")
    own = {color.hex.removeprefix("#") for color in green.palette.values()}
    shared = {color.hex.removeprefix("#") for color in slate.palette.values()}
    assert own & shared == {"FFFFFF"}
    assert colors(result.path) & (own - shared) == set()
    theme = texts(result.path, "ppt/theme/theme1.xml")
    assert 'typeface="Arial"' in theme
    assert 'typeface="Calibri"' not in theme
    assert result.diagnostics == ()


@pytest.mark.parametrize("name", theme_names())
def test_slides_name_theme_colours_so_that_recolouring_works(name: str, tmp_path: Path, sample: Path) -> None:
    edit(sample / "deck.yaml", "language:", f"theme: {name}\nlanguage:")
    result = built(sample, tmp_path / "deck.pptx")
    for part in slides(result.path):
        assert "srgbClr" not in texts(result.path, part)


def test_a_face_without_measurements_is_reported(tmp_path: Path, sample: Path) -> None:
    (sample / "themes").mkdir()
    theme = (
        asset_path("themes", "slate-minimal.yaml").read_text("utf-8").replace("body: Arial", "body: Ariel")
    )
    (sample / "themes" / "mine.yaml").write_text(theme, "utf-8")
    edit(sample / "deck.yaml", "language:", "theme: mine\nlanguage:")
    with pytest.raises(DeckError) as caught:
        built(sample, tmp_path / "deck.pptx")
    (found,) = caught.value.diagnostics
    assert (found.code, found.hint) == ("THM005", "did you mean 'Arial'?")

"""The names that other programs may use: what they are, what they cost, and that their example is true."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import deckbuild
from deckbuild import pipeline

DECK = "title: A deck\nslides: [{title: One, content: [Some text]}]\n"


def python(program: str, folder: Path) -> str:
    """What a program prints that is run in a process of its own."""
    source = str(Path(deckbuild.__file__).parents[1])
    surroundings = {**os.environ, "PYTHONPATH": source}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(DECK, "utf-8")
    return path


def test_the_names_are_sorted_and_there() -> None:
    assert deckbuild.__all__ == sorted(deckbuild.__all__)
    for name in deckbuild.__all__:
        assert getattr(deckbuild, name) is not None
        assert name in dir(deckbuild)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'deckbuild' has no attribute 'Slide'"):
        _ = deckbuild.Slide  # type: ignore[attr-defined]


def test_the_example_is_true_in_an_empty_folder(tmp_path: Path) -> None:
    program = "import deckbuild, doctest; print(doctest.testmod(deckbuild))"
    assert python(program, tmp_path) == "TestResults(failed=0, attempted=12)\n"


def test_importing_it_imports_nothing_heavy(tmp_path: Path) -> None:
    program = "import sys, deckbuild; print(*sorted(m for m in sys.modules if m.startswith('deckbuild')))"
    assert python(program, tmp_path) == "deckbuild deckbuild.version\n"
    heavy = "import sys, deckbuild; print({'pydantic', 'pptx', 'lxml', 'numpy', 'yaml'} & set(sys.modules))"
    assert python(heavy, tmp_path) == "set()\n"


def test_a_type_checker_sees_the_types(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(
        "import deckbuild\nreveal_type(deckbuild.load_deck)\nreveal_type(deckbuild.Severity.ERROR)\n"
        "deckbuild.Slide\n",
        "utf-8",
    )
    source = str(Path(deckbuild.__file__).parents[1])
    command = [sys.executable, "-m", "mypy", "--strict", "program.py"]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "MYPYPATH": source}, capture_output=True, text=True
    )
    assert "-> deckbuild.deck.models.Deck" in done.stdout
    assert "deckbuild.diagnostics.Severity" in done.stdout
    assert 'program.py:4: error: Module has no attribute "Slide"' in done.stdout


def test_a_file_is_what_the_command_line_writes(talk: Path, tmp_path: Path) -> None:
    from deckbuild.pipeline import build

    build(talk, output=tmp_path / "by-command.pptx")
    warnings = deckbuild.render_deck(deckbuild.load_deck(talk), tmp_path / "by-program.pptx")
    assert warnings == ()
    assert (tmp_path / "by-program.pptx").read_bytes() == (tmp_path / "by-command.pptx").read_bytes()


def test_findings_are_those_of_the_command_line(talk: Path) -> None:
    report = pipeline.check(talk)
    assert report.active
    assert deckbuild.check_deck(deckbuild.load_deck(talk)) == tuple(r.diagnostic for r in report.active)


def test_a_waived_finding_is_left_out(talk: Path) -> None:
    def codes() -> set[str]:
        return {finding.code for finding in deckbuild.check_deck(deckbuild.load_deck(talk))}

    assert "NOT001" in codes()
    talk.write_text(DECK + "waivers: [{rule: NOT001, reason: A hand-out}]\n", "utf-8")
    assert "NOT001" not in codes()


def test_only_some_slides_and_other_variables(tmp_path: Path) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(
        "title: Talk\nvars: {who: Ann}\nslides: [{title: One}, {title: 'For {{ who }}'}]\n", "utf-8"
    )
    deck = deckbuild.load_deck(str(path), variables={"who": "Bob"}, only=[2])
    assert [str(slide.title) for slide in deck.slides] == ["For Bob"]
    with pytest.raises(deckbuild.NoSuchSlide):
        deckbuild.load_deck(path, only=[3])


def test_nothing_is_written_if_text_would_be_lost(talk: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(DECK.replace("Some text", "Other words"), "utf-8")
    document = deckbuild.lay_out_deck(deckbuild.load_deck(other))
    with pytest.raises(deckbuild.DeckError, match="the slide lacks 'Some text'"):
        deckbuild.render_deck(deckbuild.load_deck(talk), tmp_path / "talk.pptx", document)
    assert not (tmp_path / "talk.pptx").exists()


@pytest.mark.parametrize("name", ["talk.pdf", "talk"])
def test_a_file_that_cant_be_a_presentation_is_refused(name: str, talk: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"the name of a presentation ends with \.pptx"):
        deckbuild.render_deck(deckbuild.load_deck(talk), tmp_path / name)


def test_a_source_of_the_deck_is_never_replaced(talk: Path, tmp_path: Path) -> None:
    link = tmp_path / "talk.pptx"
    link.symlink_to(talk)
    with pytest.raises(ValueError, match="is a source of the deck"):
        deckbuild.render_deck(deckbuild.load_deck(talk), link)
    assert talk.read_text("utf-8") == DECK

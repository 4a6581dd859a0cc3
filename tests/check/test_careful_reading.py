"""Whatever lies where a file is expected: `check`, `render` and `signoff` say so, and wait for nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main

DECK = "title: A deck\nslides: [one]\n"
SLIDE = "title: One\nnotes: Said, as it is in appendix A.\n"

Put = Callable[[Path], None]
"""Puts something at a path."""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck with an appendix; another folder lies beside it."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "deck"
    for name, text in {
        "deck.yaml": DECK,
        "slides/one.yaml": SLIDE,
        "appendices/A-more.md": "More of it.\n",
        "../outside/A.md": "signoffs: []\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing")


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def a_link_out(path: Path) -> None:
    path.symlink_to(path.parents[path.parent.name != "deck"] / "../outside/A.md")


def latin_1(path: Path) -> None:
    path.write_bytes("caf\xe9\n".encode("latin-1"))


def too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5_000_000)


def unreadable(path: Path) -> None:
    path.write_text("secret")
    path.chmod(0)


FAULTS: dict[Put, str] = {
    a_folder: "error: can't read the file: not a plain file",
    a_pipe: "error: can't read the file: not a plain file",
    a_link_to_nothing: "error: can't read the file: no such file or directory",
    a_link_to_itself: "error: can't read the file: too many levels of symbolic links",
    latin_1: "error: not UTF-8: byte 0xE9",
    too_large: "error: the file has more than 4,000,000 bytes, which is as much as deckbuild reads",
    unreadable: "error: can't read the file: permission denied",
}

posix = pytest.mark.skipif(os.name != "posix", reason="links, pipes and devices")
everything = pytest.mark.parametrize("put", FAULTS, ids=lambda put: put.__name__)


def replaced(path: Path, put: Put) -> Path:
    path.unlink(missing_ok=True)
    put(path)
    if put is unreadable and os.access(path, os.R_OK):
        pytest.skip("who runs this may read everything")
    return path


@posix
@everything
@pytest.mark.parametrize("name", ["deck.yaml", "slides/one.yaml"])
def test_sources(name: str, put: Put, folder: Path) -> None:
    """What is wrong with a slide's file is said where the deck names it, unless its text is what is wrong."""
    said = FAULTS[put] if name == "deck.yaml" or put is latin_1 else "error: 'slides/one.yaml' "
    replaced(folder / name, put)

    for command in ("check", "render"):
        result = run(command, "deck")
        assert (result.exit_code, said in result.output) == (1, True), result.output
    result = run("signoff", "terminology", "--by", "A", "--deck", "deck")
    assert (result.exit_code, said in result.output) == (1, True), result.output
    assert "Error: deck: nothing signed" in result.output


@posix
@everything
def test_an_appendix(put: Put, folder: Path) -> None:
    replaced(folder / "appendices" / "A-more.md", put)

    result = run("check", "deck", "--select", "TEC")
    assert (result.exit_code, FAULTS[put] in result.output) == (1, True), result.output
    assert "1 slide, " in result.output  # the rest is checked
    result = run("signoff", "terminology", "--by", "A", "--deck", "deck")
    assert (result.exit_code, FAULTS[put] in result.output) == (1, True), result.output
    assert not (folder / "signoffs.yaml").exists()


@posix
@everything
def test_the_sign_offs(put: Put, folder: Path) -> None:
    path = replaced(folder / "signoffs.yaml", put)
    before = path.lstat()

    for command in (["check", "deck"], ["signoff", "terminology", "--by", "A", "--deck", "deck"]):
        result = run(*command)
        assert (result.exit_code, FAULTS[put] in result.output) == (1, True), result.output
    assert path.lstat().st_ino == before.st_ino


@posix
@pytest.mark.parametrize("put", [a_link_out, a_device])
@pytest.mark.parametrize("name", ["slides/one.yaml", "appendices/A-more.md", "signoffs.yaml"])
def test_a_link_out_of_the_deck_is_not_followed(name: str, put: Put, folder: Path) -> None:
    replaced(folder / name, put)

    for command in (["check", "deck"], ["signoff", "terminology", "--by", "A", "--deck", "deck"]):
        result = run(*command)
        assert result.exit_code == 1
        assert "leads out of the deck's folder" in result.output
    assert (folder / "../outside/A.md").read_text() == "signoffs: []\n"


@posix
def test_sign_offs_that_cannot_be_written(folder: Path) -> None:
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("who runs this may write everywhere")

    result = run("signoff", "terminology", "--by", "A", "--deck", "deck")

    folder.chmod(0o700)
    assert result.exit_code == 1
    assert result.output == "Error: deck/signoffs.yaml: Permission denied\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--by", ""], "'by' must be a name, is ''"),
        (["--by", "A\n::error::B"], r"'by' must be a name, is 'A\n::error::B'"),
        (["--by", "A\x1b[31m"], "contains the control character U+001B"),
        (["--by", "A", "--evidence", "[a](file:///x)"], "file:///x"),
    ],
)
def test_what_cannot_be_signed_with_is_wrong_usage(arguments: list[str], says: str, folder: Path) -> None:
    result = run("signoff", "terminology", "--deck", "deck", *arguments)

    assert result.exit_code == 2
    assert says in result.output
    assert not (folder / "signoffs.yaml").exists()


def test_a_signature_keeps_those_before_it_and_their_comments(folder: Path) -> None:
    (folder / "signoffs.yaml").write_text(
        "signoffs:\n  # Bob was on site.\n  - item: commands\n    by: Bob\n    date: 2026-03-02\n"
        "    covers: {one: sha256:11}\n"
    )

    result = run("signoff", "terminology", "--by", "Jane", "--deck", "deck")

    text = (folder / "signoffs.yaml").read_text()
    assert result.exit_code == 0
    assert "# Bob was on site.\n" in text
    assert text.count("- item: ") == 2


@posix
@pytest.mark.parametrize("command", ["check", "render"])
def test_a_deck_that_is_a_link_to_a_device(command: str, folder: Path) -> None:
    replaced(folder / "deck.yaml", a_device)

    result = run(command, "deck")

    assert result.exit_code == 1
    assert "error: can't read the file: not a plain file" in result.output


def test_a_name_that_no_system_takes(folder: Path) -> None:
    (folder / "deck.yaml").write_text(f'title: A deck\nslides: ["a\\0b", {"n" * 300}]\n')

    result = run("render", "deck")

    assert result.exit_code == 1
    assert r"deck/deck.yaml:2:10: error: 'slides/a\x00b.yaml' can't be the name of a file" in result.output
    assert re.search(
        r"deck/deck.yaml:2:18: error: can't read 'slides/n+…n+.yaml': File name too long", result.output
    )


@posix
def test_a_deck_below_content_that_may_not_be_looked_at_is_not_left_out(folder: Path) -> None:
    closed = folder.parent / "content" / "closed"
    closed.mkdir(parents=True)
    closed.chmod(0)
    if os.access(closed, os.R_OK):
        pytest.skip("who runs this may look at everything")

    result = run("check")

    closed.chmod(0o700)
    assert result.exit_code == 1
    assert "content/closed/deck.yaml: FIL304 error: can't read the file: permission denied" in result.output


def test_one_deck_that_cannot_be_written_does_not_keep_the_others_from_it(folder: Path) -> None:
    for name in ("a", "b"):
        (folder.parent / "content").mkdir(exist_ok=True)
        (folder.parent / "content" / f"{name}.yaml").write_text("title: T\nslides: [{title: One}]\n")
    (folder.parent / "build" / "a.pptx").mkdir(parents=True)

    result = run("render")

    assert result.exit_code == 1
    assert "Error: build/a.pptx: " in result.output
    assert (folder.parent / "build" / "b.pptx").is_file()

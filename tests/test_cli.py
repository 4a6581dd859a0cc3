"""The command line: what it prints, writes and exits with."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import deckbuild
from deckbuild import __version__
from deckbuild.cli import main

SMALL = """\
title: Small
vars: {instructor: Nobody}
slides:
  - title: One
    content: ["{{ instructor }}"]
  - title: Two
  - title: Three
"""
BROKEN = """\
title: Broken
slides:
  - titel: One
    minutes: two
"""
OURS = {**os.environ, "PYTHONPATH": str(Path(deckbuild.__file__).parents[1])}
"""Surroundings in which a new process finds the deckbuild that is tested, wherever it works."""

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


def write(path: str, text: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_deck_is_written_and_summed_up(run: Run) -> None:
    write("small.yaml", SMALL)
    result = run("render", "small.yaml")
    assert result.exit_code == 0
    assert result.stdout.startswith("build/small.pptx: 3 slides, 0 graphics, 0 findings, ")
    assert result.stdout.endswith(" s\n")
    assert result.stderr == ""
    assert Path("build/small.pptx").read_bytes()[:2] == b"PK"


def test_without_a_deck_every_one_below_content_is_written(run: Run) -> None:
    write("content/folder-deck/deck.yaml", SMALL)
    write("content/one-file.yaml", SMALL)
    result = run("render")
    assert result.exit_code == 0
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == [
        "build/folder-deck.pptx",
        "build/one-file.pptx",
    ]


def test_output_goes_where_it_is_told(run: Run) -> None:
    write("small.yaml", SMALL)
    assert run("render", "small.yaml", "-o", "there/deck.pptx").exit_code == 0
    assert Path("there/deck.pptx").exists()
    assert not Path("build").exists()


def test_quiet_says_nothing(run: Run) -> None:
    write("small.yaml", SMALL)
    result = run("render", "small.yaml", "-q")
    assert (result.exit_code, result.output) == (0, "")


def test_errors_are_printed_all_at_once_and_the_file_from_before_stays(run: Run) -> None:
    write("deck/deck.yaml", BROKEN)
    last_good = write("build/deck.pptx", "last good one")
    result = run("render", "deck")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "deck/deck.yaml:3:5: error: a slide needs 'title' [DCK102]",
        "deck/deck.yaml:3:5: error: unknown key 'titel' in a slide [DCK101]",
        "    hint: did you mean 'title'?",
        "deck/deck.yaml:4:14: error: 'minutes' must be a number, is 'two' [DCK103]",
        "deck: 3 errors, nothing written; build/deck.pptx is left as it was",
    ]
    assert last_good.read_text() == "last good one"
    assert sorted(path.name for path in Path("build").iterdir()) == ["deck.pptx"]


def test_one_broken_deck_does_not_keep_the_others_from_being_written(run: Run) -> None:
    write("content/a-broken.yaml", BROKEN)
    write("content/b-fine.yaml", SMALL)
    assert run("render").exit_code == 1
    assert Path("build/b-fine.pptx").exists()
    assert not Path("build/a-broken.pptx").exists()


def test_variables_from_a_file_and_from_the_command_line(run: Run) -> None:
    from pptx import Presentation

    write("small.yaml", SMALL)
    write("cohort.yaml", "instructor: From the file\n")
    settings = ("--vars", "cohort.yaml", "--set", "instructor=Jane = Doe")
    assert run("render", "small.yaml", *settings).exit_code == 0
    texts = [shape.text_frame.text for shape in Presentation("build/small.pptx").slides[0].shapes]
    assert "Jane = Doe" in texts


def test_a_variable_that_nothing_uses_is_a_finding(run: Run) -> None:
    write("small.yaml", SMALL)
    result = run("render", "small.yaml", "--set", "instuctor=Jane")
    assert result.exit_code == 0
    assert result.stderr == (
        "--set: warning: no text uses the variable 'instuctor' [VAR204]\n"
        "    hint: did you mean 'instructor'?\n"
    )
    assert "1 finding," in result.stdout


def test_only_some_slides(run: Run) -> None:
    write("small.yaml", SMALL)
    assert ": 2 slides, " in run("render", "small.yaml", "--only", "1,3-3").stdout


PACKING = """\
title: Packing
slides:
  - {type: title, title: On the Road}
  - title: Twelve Things to Pack
    content:
      - bullets: [Tent, Bag, Mat, Stove, Pot, Knife, Rope, Map, Compass, Torch, Whistle, Bandages]
  - title: Nothing to Choose
    layout: full
    content:
      - table: {columns: [Day, Way], rows: [[One, Up], [Two, Down], [Three, On], [Four, In], [Five, Off]]}
"""


def test_how_an_arrangement_was_chosen(run: Run) -> None:
    """In the order of the deck, and just the same from the cache."""
    write("packing.yaml", PACKING)
    first = run("render", "packing.yaml", "--explain", "3", "--explain", "1-2")
    assert first.exit_code == 0
    *said, closing = first.stdout.splitlines()
    assert [re.sub(r"\d\d", "NN", line) for line in said] == [
        "slide 1, 'On the Road':",
        "  its type, its few words, or that it goes on, decide how it is arranged",
        "slide 2, 'Twelve Things to Pack':",
        "         text                 costs NN: NN % of the body is empty",
        "  taken  text in two columns  costs NN: NN % of the body is empty; the list goes on in a second column",  # noqa: E501
        "slide 3, 'Nothing to Choose':",
        "  layout: full decides",
        "  taken  text  no flaw",
    ]
    assert closing.startswith("build/packing.pptx: 3 slides")
    assert run("render", "packing.yaml", "--explain", "1-3").stdout.splitlines()[:-1] == said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("small.yaml", "--only", "2-9"),
            "--only: there is no slide 4; the deck has slides 1 to 3",
        ),
        (("small.yaml", "--only", "3-1"), "'3-1' isn't a range of slides, which count from 1"),
        (("small.yaml", "--only", "0"), "'0' isn't a range of slides, which count from 1"),
        (("small.yaml", "--only", "two"), "'two' is neither a number nor a range such as 7-9"),
        (("small.yaml", "--set", "instructor"), "'instructor' isn't of the form KEY=VALUE"),
        (("small.yaml", "--set", "two words=x"), "'two words' can't be a variable's name"),
        (("small.yaml", "--vars", "none.yaml"), "File 'none.yaml' does not exist."),
        (("none.yaml",), "Path 'none.yaml' does not exist."),
        (("small.yaml", "--colour"), "--colour"),
        (("-o", "x.pptx"), "--output needs one DECK; there are 2"),
        (("--only", "1"), "--only needs one DECK; there are 2"),
        (("--explain", "1"), "--explain needs one DECK; there are 2"),
        (
            ("small.yaml", "--explain", "2", "--explain", "7"),
            "--explain: there is no slide 7 among the 3 that are built",
        ),
        (
            ("small.yaml", "--only", "1", "--explain", "2"),
            "--explain: there is no slide 2 among the 1 that are built",
        ),
        (("small.yaml", "--explain", "two"), "'two' is neither a number nor a range such as 7-9"),
    ],
)
def test_wrong_usage_exits_with_2(run: Run, arguments: tuple[str, ...], said: str) -> None:
    write("small.yaml", SMALL)
    write("content/a.yaml", SMALL)
    write("content/b.yaml", SMALL)
    result = run("render", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not Path("build").exists()


def test_no_deck_at_all_is_wrong_usage(run: Run) -> None:
    result = run("render")
    assert result.exit_code == 2
    assert "no DECK given, and there is none below content/" in result.stderr


def test_a_file_of_variables_with_mistakes_is_wrong_usage(run: Run) -> None:
    write("small.yaml", SMALL)
    write("cohort.yaml", "- Jane\n")
    result = run("render", "small.yaml", "--vars", "cohort.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("cohort.yaml:1:1: error: must be a mapping of names and values [VAR203]")


def test_an_output_that_cannot_be_written_is_an_error(run: Run) -> None:
    write("small.yaml", SMALL)
    write("taken", "a file where a folder is needed")
    result = run("render", "small.yaml", "-o", "taken/deck.pptx")
    assert result.exit_code == 1
    assert "Error: taken" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda s: s.name)
def test_a_signal_leaves_nothing_half_written(number: signal.Signals, tmp_path: Path) -> None:
    """The signal comes while the output is being written, with all of it in the temporary file."""
    write(str(tmp_path / "small.yaml"), SMALL)
    program = (
        "import os, signal, sys; from deckbuild.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it\n"
        "sync = os.fsync\n"
        "os.fsync = lambda file: (sync(file), os.kill(os.getpid(), int(sys.argv[1])))\n"
        "main(['render', 'small.yaml', '-o', 'small.pptx', '--no-cache'])"
    )
    command = [sys.executable, "-c", program, str(int(number))]
    done = subprocess.run(command, cwd=tmp_path, env=OURS, capture_output=True)
    assert done.returncode == (1 if number is signal.SIGINT else 128 + number)
    assert b"Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["small.yaml"]


@pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")
def test_a_signal_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    """`nohup` has it so."""
    write(str(tmp_path / "small.yaml"), SMALL)
    program = (
        "import os, signal; from deckbuild.cli import main\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "sync = os.fsync\n"
        "os.fsync = lambda file: (sync(file), os.kill(os.getpid(), signal.SIGHUP))\n"
        "main(['render', 'small.yaml', '-o', 'small.pptx', '--no-cache'])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=OURS, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "small.pptx").exists()


def test_version_help_and_examples(run: Run) -> None:
    assert run("--version").output == f"deckbuild {__version__}\n"
    assert "deckbuild render content/intro --only 4,7-9" in run("--help").output
    assert 'deckbuild render content/intro --set instructor="Jane Doe"' in run("render", "-h").output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_DECKBUILD_COMPLETE={shell}_complete" in result.output


def test_the_schema_is_json(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    assert {"title", "segments", "slides"} <= set(schema["properties"])


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    heavy = "{'pydantic', 'pptx', 'matplotlib', 'pygraphviz', 'rich', 'jinja2'}"
    code = f"import sys, deckbuild.cli; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"

"""What the program prints, on streams of every kind. It exits with 0, 1 or 2, and never with a traceback."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).parent.parent / "src" / "deckbuild"
COMMAND = [sys.executable, "-m", "deckbuild.cli"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCES.parent)}
HOSTILE = """\
title: "A deck"
slides:
  - title: One
    content:
      - bullets: [{"\\e]0;OWNED\\a\\e[31m\\n::error::OWNED": x}]
"""
ERROR = (
    "hostile.yaml:5:19: error: entry 1 of 'bullets' must be text, is a mapping with the key "
    r"'\x1b]0;OWNED\x07\x1b[31m\n::error::OWNED' [DCK103]"
)

posix = pytest.mark.skipif(os.name != "posix", reason="streams of a POSIX shell")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "hostile.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


def run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of the shell in which `deckbuild` is the program."""
    script = f'deckbuild() {{ "{sys.executable}" -m deckbuild.cli "$@"; }}\n{script}'
    return subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**ENVIRONMENT, **environment},
    )


@posix
def test_a_terminal_gets_no_sequence_of_an_author(deck: Path) -> None:
    main, follower = os.openpty()
    process = subprocess.Popen(
        [*COMMAND, "render", deck.name],
        cwd=deck.parent,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=ENVIRONMENT,
    )
    os.close(follower)
    printed = b""
    while chunk := _read(main):
        printed += chunk
    os.close(main)

    assert process.wait() == 1
    assert b"]0;OWNED" in printed  # shown
    assert b"\x1b]0;" not in printed
    assert b"\x07" not in printed
    assert b"\n::error" not in printed


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says EIO when the other side has closed
        return b""


@posix
def test_a_message_stays_on_its_line(deck: Path) -> None:
    result = run("deckbuild render hostile.yaml", deck.parent)

    assert result.stderr.decode().splitlines()[0] == ERROR


@posix
@pytest.mark.parametrize(("encoding", "tick"), [("ascii", b"+"), ("cp1252", b"+"), ("utf-8", "✓".encode())])
def test_marks_in_the_output_s_encoding(encoding: str, tick: bytes, tmp_path: Path) -> None:
    (tmp_path / "fine.yaml").write_text("title: One\nslides: [{title: Two, notes: Said}]\n")
    result = run("deckbuild check fine.yaml", tmp_path, PYTHONIOENCODING=encoding)

    assert result.returncode == 0
    assert b"    " + tick + b" Every content slide has speaker notes" in result.stdout.splitlines()
    assert result.stderr == b""


@pytest.mark.slow
@posix
@pytest.mark.parametrize(
    ("script", "status", "said"),
    [
        ("deckbuild check hostile.yaml >&-", 1, b""),
        ("deckbuild rules >&-", 0, b""),
        ("deckbuild check hostile.yaml >&- 2>&- <&-", 1, b""),
        ("deckbuild rules | true; exit ${PIPESTATUS[0]}", 1, b""),
        ("deckbuild render hostile.yaml 2>&-", 1, b""),
    ],
)
def test_streams_that_are_closed(script: str, status: int, said: bytes, deck: Path) -> None:
    result = run(script, deck.parent)

    assert (result.returncode, result.stderr) == (status, said)


@pytest.mark.slow
@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("command", ["rules", "--help", "schema", "check hostile.yaml", "completion bash"])
def test_a_stream_that_is_full(command: str, deck: Path) -> None:
    result = run(f"deckbuild {command} >/dev/full", deck.parent)

    assert result.returncode == 1
    assert result.stderr == b"Error: can't write to standard output: No space left on device\n"


@posix
def test_a_report_doesn_t_land_in_a_file_opened_in_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    (tmp_path / "fine.yaml").write_text("title: One\nslides: [{title: Two, notes: Said}]\n")
    result = run("deckbuild render fine.yaml -o out.pptx <&- >&- 2>&-", tmp_path)

    assert result.returncode == 0
    assert (tmp_path / "out.pptx").read_bytes()[:2] == b"PK"


not_utf_8 = pytest.mark.skipif(
    os.name != "posix" or sys.platform == "darwin", reason="names are always UTF-8, or UTF-16"
)


@pytest.fixture
def cafe(tmp_path: Path) -> Path:
    """A folder with a deck whose name, and whose slide's, are Latin-1."""
    folder = os.fsencode(tmp_path) + b"/caf\xe9"
    os.makedirs(folder + b"/slides")
    with open(folder + b"/deck.yaml", "w") as file:
        file.write("title: One\nslides: [{title: Two, notes: Said}]\n")
    with open(folder + b"/slides/\xe9.yaml", "w") as file:
        file.write("title: Unused\n")
    return tmp_path


@pytest.mark.slow
@not_utf_8
@pytest.mark.parametrize(
    ("format", "name"),
    [
        ("text", rb"caf\xe9/slides/\xe9.yaml"),
        ("json", rb"caf\\xe9/slides/\\xe9.yaml"),
        ("sarif", b"caf%E9/slides/%E9.yaml"),
        ("junit", rb"caf\xe9/slides/\xe9.yaml"),
        ("github", rb"caf\xe9/slides/\xe9.yaml"),
    ],
)
def test_names_that_are_not_utf_8_in_a_report(format: str, name: bytes, cafe: Path) -> None:
    result = run(f"deckbuild check caf* --format {format}", cafe)

    assert result.returncode == 0, result.stderr
    assert name in result.stdout


@not_utf_8
def test_names_that_are_not_utf_8_in_a_message(cafe: Path) -> None:
    result = run("deckbuild render --no-cache caf*", cafe)

    assert result.returncode == 0, result.stderr
    assert rb"caf\xe9" in result.stdout
    assert rb"caf\xe9/slides/\xe9.yaml: warning: no segment uses this slide" in result.stderr


@posix
def test_wrong_usage_is_printable_too(tmp_path: Path) -> None:
    result = run(r"""deckbuild render $'--x\e[31m\n::error::OWNED'""", tmp_path)

    assert result.returncode == 2
    assert b"\x1b" not in result.stderr
    assert not [line for line in result.stderr.splitlines() if line.startswith(b"::")]


def test_only_the_terminal_prints() -> None:
    """Nothing else writes to a standard stream: not `print`, not click's echo, not the stream itself."""
    for path in SOURCES.rglob("*.py"):
        if path.name == "terminal.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in {"print", "click.echo", "click.secho", "echo", "secho"}, path
                assert not called.startswith(("sys.stdout.write", "sys.stderr.write")), path

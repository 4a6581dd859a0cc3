"""Where the command line prints: the only door to the standard streams.

`say` is for a line with anybody's words in it. `write` is for finished texts, made printable line by line by
who made them (`deckbuild.printable`).
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any, TextIO

import click

from deckbuild.diagnostics import DeckError, Diagnostic, Severity
from deckbuild.printable import encodable, lines, one_line

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
FULL_OR_GONE = frozenset({errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EBADF})
"""How writing to a standard stream fails: nobody reads on, or there is no room."""


def say(text: str = "", *, err: bool = False, **style: Any) -> None:
    """Print one line, on standard error if asked to; `style` is as in `click.style`."""
    write(printed(text, **style) + "\n", err=err)


def printed(text: str, **style: Any) -> str:
    """A line, or a piece of one, made printable and then styled."""
    return click.style(one_line(text), **style)


def write(text: str, *, err: bool = False) -> None:
    """Print a text whose lines are printable. Raises `NoMore` if standard output doesn't take it.

    A stream that is closed swallows everything, and so does standard error when it fails: the exit status is
    then what tells.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is None:
        return
    try:
        click.echo(encodable(text, stream.encoding or "utf-8"), nl=False, err=err)
    except OSError as error:
        _silence(stream)
        if not err:
            raise NoMore(error) from None


def print_diagnostics(diagnostics: Iterable[Diagnostic], folder: Path) -> None:
    """Print diagnostics on standard error as lines that editors and terminals can follow: paths from the
    working directory, for files that are in `folder`."""
    for found in diagnostics:
        place = str(found.span) if found.span.file.startswith(("<", "-")) else str(folder / str(found.span))
        severity = printed(f"{found.severity}:", fg=COLORS[found.severity], bold=True)
        write(f"{one_line(place)}: {severity} {one_line(found.message)} [{found.code}]\n", err=True)
        if found.hint:
            say(f"    hint: {found.hint}", err=True, dim=True)


class NoMore(click.ClickException):
    """Standard output takes no more. If its reader has gone (`… | head`), nobody needs to be told."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"can't write to standard output: {error.strerror}")
        self.reader_gone = error.errno == errno.EPIPE

    def show(self, file: IO[Any] | None = None) -> None:
        if not self.reader_gone:
            super().show(file)


def run(command: Callable[[], object]) -> int:
    """The exit status of the program that `command` is: 0, 1 or 2, for wrong usage. Bugs raise."""
    _prepare()
    try:
        status = command()
    except click.Abort:
        say("Interrupted", err=True)
        return 1
    except click.ClickException as error:
        return _failed(error)
    except DeckError as error:  # before any deck was read: of a package that can't be used
        print_diagnostics(error.diagnostics, Path())
        return 1
    except OSError as error:
        if error.filename is not None or error.errno not in FULL_OR_GONE:
            raise
        _silence(sys.stdout)  # click printed its help
        return _failed(NoMore(error))
    return status if isinstance(status, int) else 0


def _failed(error: click.ClickException) -> int:
    shown = io.StringIO()
    error.show(shown)
    write(lines(shown.getvalue()), err=True)
    return error.exit_code


def _prepare() -> None:
    """Make the standard streams safe to use.

    No file that is opened later may take the number of a closed stream, or what is printed ends up in it;
    and a character that an encoding lacks never stops a message.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free: this one
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _silence(stream: TextIO | None) -> None:
    """Let what is left in a stream's buffer go nowhere, or the interpreter fails on it when it ends."""
    try:
        number = stream.fileno() if stream is not None else -1
    except (OSError, ValueError):
        return
    if number >= 0:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)

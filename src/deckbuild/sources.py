"""Texts from files, read with care: what can't be read is a diagnostic, and nothing is waited for."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from deckbuild.diagnostics import DeckError, Diagnostic, Span
from deckbuild.diagnostics.codes.files import FILE_OUTSIDE, FILE_UNREADABLE
from deckbuild.diagnostics.codes.yaml import ENCODING, LIMIT
from deckbuild.files import read_plain, real_path

MAX_BYTES = 4_000_000  # a deck of text has some hundred kilobytes


def is_there(path: Path) -> bool:
    """Whether there is anything at `path`, a link that leads nowhere too; also if that may not be known."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def read_source(path: Path, name: str, *, within: Path | None = None, encoding: str = "utf-8-sig") -> str:
    """The text of a plain file, which spans call `name`. Links are followed, with `within` only inside it.

    Raises `DeckError` for a file that isn't there, can't be read, is no plain file (a folder, a pipe, a
    device), leads out of `within`, has more than `MAX_BYTES`, or isn't UTF-8.
    """
    real = real_path(path)
    if within is not None and not real.is_relative_to(real_path(within)):
        raise DeckError(
            [Diagnostic(FILE_OUTSIDE, "leads out of the deck's folder", Span(name), "copy the file into it")]
        )
    try:
        data = read_plain(real, MAX_BYTES)
    except OSError as error:
        raise DeckError([_unreadable(error, name)]) from None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        message = f"not UTF-8: byte 0x{data[error.start]:02X}"
        raise DeckError(
            [Diagnostic(ENCODING, message, Span(name, line, column), "save the file as UTF-8")]
        ) from None


def _unreadable(error: OSError, name: str) -> Diagnostic:
    if error.errno == errno.EFBIG:
        message = f"the file has more than {MAX_BYTES:,} bytes, which is as much as deckbuild reads"
        return Diagnostic(LIMIT, message, Span(name))
    reason = error.strerror or str(error)
    return Diagnostic(FILE_UNREADABLE, f"can't read the file: {reason[:1].lower()}{reason[1:]}", Span(name))

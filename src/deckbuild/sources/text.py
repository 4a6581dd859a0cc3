"""From a file to text: only plain files of a bounded size, only UTF-8, only characters that text may have."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from deckbuild.diagnostics import DeckError, Diagnostic, Span
from deckbuild.diagnostics.codes.files import FILE_OUTSIDE, FILE_UNREADABLE
from deckbuild.diagnostics.codes.yaml import ENCODING, LIMIT
from deckbuild.files import read_plain, real_path

MAX_BYTES = 4_000_000  # a deck of text has some hundred kilobytes

MOST_CHARACTERS_NAMED = 10
"""Of characters that text can't have, so many are named one by one."""

LINE_ENDS = re.compile("\r\n|\r|\n")
"""What ends a line to an editor. To YAML 1.1 three more characters do, see `deckbuild.sources.disguise`."""

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML refuses (YAML 1.2.2, §5.1), and the byte order mark, which isn't seen."""

_MARKS = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def is_there(path: Path) -> bool:
    """Whether there is anything at `path`, a link that leads nowhere too; also if that may not be known."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def read_source(
    path: Path,
    name: str,
    *,
    within: Path | None = None,
    encoding: str = "utf-8-sig",
    named_at: Span | None = None,
) -> str:
    """The text of a plain file, which spans call `name`. Links are followed, with `within` only inside it.

    Raises `DeckError` for a file that isn't there, can't be read, is no plain file (a folder, a pipe, a
    device), leads out of `within`, has more than `MAX_BYTES`, or isn't UTF-8. What isn't a matter of its
    content is reported at `named_at`, where the file was asked for.
    """
    real = real_path(path)
    if within is not None and not real.is_relative_to(real_path(within)):
        raise DeckError(
            [Diagnostic(FILE_OUTSIDE, "leads out of the deck's folder", Span(name), "copy the file into it")]
        )
    try:
        data = read_plain(real, MAX_BYTES)
    except OSError as error:
        raise DeckError([_no_plain_file(error, name, named_at)]) from None
    return decode(data, name, encoding)


def _no_plain_file(error: OSError, name: str, named_at: Span | None) -> Diagnostic:
    at, called = (named_at, shortened(name)) if named_at else (Span(name), "the file")
    if error.errno == errno.EFBIG:
        message = f"{called} has more than {MAX_BYTES:,} bytes, which is as much as deckbuild reads"
        return Diagnostic(LIMIT, message, at)
    reason = error.strerror or str(error)
    return Diagnostic(FILE_UNREADABLE, f"can't read {called}: {reason[:1].lower()}{reason[1:]}", at)


def decode(data: bytes, name: str, encoding: str = "utf-8-sig") -> str:
    """UTF-8 as text, without the byte order mark it may start with; raises `DeckError` for anything else.

    As `utf-8` a byte order mark is a character like others.
    """
    mark = next((encoding for start, encoding in _MARKS.items() if data.startswith(start)), "")
    if not mark and (data[1:2] == b"\0" or data[:1] == b"\0"):
        mark = "UTF-16"
    if mark:
        diagnostic = Diagnostic(ENCODING, f"the file is {mark}", Span(name, 1, 1), "save it as UTF-8")
        raise DeckError([diagnostic])
    if encoding == "utf-8-sig":
        data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"not UTF-8: byte 0x{data[error.start]:02X}"
        at = place(before, len(before), name)
        raise DeckError([Diagnostic(ENCODING, message, at, "save the file as UTF-8")]) from None


def place(text: str, index: int, name: str) -> Span:
    """Line and column of the character at `index`, as an editor counts them."""
    ends = [found.end() for found in LINE_ENDS.finditer(text, 0, index)]
    return Span(name, len(ends) + 1, index - (ends[-1] if ends else 0) + 1)


def unreadable(text: str, name: str) -> Iterator[Diagnostic]:
    """An error for each of the first characters that text can't have."""
    for number, found in enumerate(_UNREADABLE.finditer(text)):
        at = place(text, found.start(), name)
        if number == MOST_CHARACTERS_NAMED:
            yield Diagnostic(ENCODING, "and more characters like these", at, "delete them")
            return
        yield Diagnostic(ENCODING, called(found.group()), at, "delete it")


def called(character: str) -> str:
    """A character's number, and its name where that says more.

    >>> called("\\u00a0")
    'U+00A0 (no-break space)'
    >>> called("\\x07")
    'control character U+0007'
    """
    number = f"U+{ord(character):04X}"
    if character == "\ufeff":
        return f"{number} (byte order mark)"
    if unicodedata.category(character) == "Cc" and character != "\x85":
        return f"control character {number}"
    name = {"\x85": "next line"}.get(character) or unicodedata.name(character, "").lower()
    return f"{number} ({name})" if name else f"character {number}"


def shortened(name: str) -> str:
    """A name in quotes, with its middle left out where it is very long."""
    return repr(name) if len(name) <= 80 else repr(f"{name[:40]}…{name[-20:]}")

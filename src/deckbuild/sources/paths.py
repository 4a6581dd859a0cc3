"""Files that an author names, looked up in the deck's folder: found, or an error that says why not."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes.files import FILE_MISSING, FILE_OUTSIDE, FILE_UNREADABLE
from deckbuild.files import real_path
from deckbuild.sources.text import shortened

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_ELSEWHERE = re.compile(r"[/~]|[A-Za-z]:")
_NO_NAME = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class NoFile(Exception):
    """There is no plain file there that may be read; `code` is the diagnostic's."""

    code: str
    message: str
    hint: str = ""


def find_file(folder: Path, names: Iterable[str]) -> Path:
    """The plain file in `folder` that the first of `names` that there is leads to, links resolved.

    Names are paths from `folder`. Raises `NoFile` for the first of them if there is none, if it is no plain
    file, or if it leads out of the folder.
    """
    failure: NoFile | None = None
    for name in names:
        try:
            return _file(folder, name)
        except NoFile as error:
            if error.code != FILE_MISSING:
                raise
            failure = failure or error
    assert failure is not None  # there is at least one name
    raise failure


def _file(folder: Path, name: str) -> Path:
    if _NO_NAME.search(name):
        raise NoFile(FILE_MISSING, f"{shortened(name)} can't be the name of a file")
    if _ADDRESS.match(name):
        raise NoFile(FILE_OUTSIDE, f"{shortened(name)} is an address", "save the file in the deck's folder")
    root = real_path(folder)
    path = root / name
    real = real_path(path)
    if _ELSEWHERE.match(name) or not real.is_relative_to(root):
        raise NoFile(
            FILE_OUTSIDE, f"{shortened(name)} leads out of the deck's folder", "copy the file into it"
        )
    try:
        kind = os.stat(real).st_mode
    except (FileNotFoundError, NotADirectoryError):
        if os.path.islink(path):
            message = f"{shortened(name)} is a link that leads nowhere"
            raise NoFile(FILE_UNREADABLE, message, "put the file itself there") from None
        raise NoFile(FILE_MISSING, f"there is no file {shortened(name)}", _near(root, name)) from None
    except OSError as error:
        if os.path.islink(real):
            message = f"{shortened(name)} is a link that leads to itself"
            raise NoFile(FILE_UNREADABLE, message, "put the file itself there") from None
        raise NoFile(FILE_UNREADABLE, f"can't read {shortened(name)}: {error.strerror}") from None
    if stat.S_ISDIR(kind):
        raise NoFile(FILE_UNREADABLE, f"{shortened(name)} is a folder", "name a file in it")
    if not stat.S_ISREG(kind):
        raise NoFile(FILE_UNREADABLE, f"{shortened(name)} is not a plain file")
    return real


def _near(root: Path, name: str) -> str:
    """Which file may be meant: one of the same ending in the same folder."""
    folder, ending = Path(name).parent, Path(name).suffix
    found = [(folder / each).as_posix() for each in file_names(root / folder) if each.endswith(ending)]
    return did_you_mean(name, found) if found else ""


def file_names(folder: Path) -> list[str]:
    """Names of what stands in a folder, sorted; none if it can't be read."""
    with suppress(OSError):
        return sorted(os.listdir(folder))
    return []

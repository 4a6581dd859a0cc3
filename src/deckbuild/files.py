"""Plain files, read and written with care: no device, no link that leads astray, never half a file.

A repository may hold a link, and a folder may hold a pipe or a device, where a file is expected. What is
opened here is looked at first, without waiting for it; what is no plain file is an `OSError` that says so.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl

TEMPORARY = ".deckbuild-tmp"
"""Ends the name of a file that is being written: `.talk.pptx.1f0a8c3e.deckbuild-tmp`."""

MOST_OF_NAME = 40  # characters of the name in that of its temporary file, which may have 255 bytes

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def real_path(path: Path) -> Path:
    """The absolute path without links. One that links lead round in a circle is left as it is."""
    return Path(os.path.realpath(path))  # `Path.resolve` raises RuntimeError for a circle until Python 3.12


def read_plain(path: Path, most: int, *, private: bool = False) -> bytes:
    """The content of a plain file of up to `most` bytes. Raises `OSError` for anything else, a link too.

    With `private` also for a file that others may read or write, where the system knows such a thing.
    """
    descriptor = os.open(path, _READ | _NO_LINK)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or (not _NO_LINK and path.is_symlink()):
            raise OSError(errno.EINVAL, "not a plain file", str(path))
        if private and os.name == "posix" and (status.st_mode & 0o077 or status.st_uid != os.geteuid()):
            raise OSError(errno.EPERM, "others may have written this", str(path))
        if status.st_size <= most:
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                content = file.read(most + 1)
            if len(content) <= most:
                return content
        raise OSError(errno.EFBIG, f"larger than {most:,} bytes", str(path))
    finally:
        os.close(descriptor)


def place_to_write(path: Path, within: Path | None = None) -> Path:
    """Where `path` leads: the place of a plain file, or of none yet. Raises `OSError` if it can't be written.

    A link leads on to its file; with `within` only inside that folder, which itself is then taken as it
    stands in its parent: a link in its place leads out of it.
    """
    target = real_path(path)
    try:
        kind = os.lstat(target).st_mode
    except FileNotFoundError:
        kind = stat.S_IFREG
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    if stat.S_ISDIR(kind):
        raise OSError(errno.EISDIR, "is a folder", str(path))
    if stat.S_ISLNK(kind):
        raise OSError(errno.ELOOP, "is a link that leads to itself", str(path))
    if not stat.S_ISREG(kind):
        raise OSError(errno.EINVAL, "is not a plain file", str(path))
    if within is not None and not target.is_relative_to(real_path(within.parent) / within.name):
        raise OSError(errno.EPERM, f"leads out of {within} through a link, to {target}", str(path))
    return target


def write_atomically(
    path: Path, content: bytes, *, within: Path | None = None, private: bool = False
) -> None:
    """Write all of `content` or nothing: into a temporary file beside `path`, which then takes its name.

    A link stays a link; what it leads to is written, `within` as in `place_to_write`. Raises `OSError`, also
    for a `path` that is no plain file: a device would be replaced by one. The content is on the disk before
    it has the name, so that a crash of the machine leaves the old file or the new one. A `private` file is
    for its owner alone. Temporary files of runs that were killed are removed.
    """
    target = place_to_write(path, within)
    beginning = f".{target.name[:MOST_OF_NAME]}."
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_stale(target.parent, beginning)
        _write(target, beginning, content, 0o600 if private else 0o666)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Have a folder for oneself: whoever else asks for it waits. No lock where the system has none for it."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _write(target: Path, beginning: str, content: bytes, mode: int) -> None:
    temporary = target.parent / f"{beginning}{secrets.token_hex(4)}{TEMPORARY}"
    try:
        with os.fdopen(_locked_file(temporary, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if sys.platform != "win32":  # which renames no open file
                os.replace(temporary, target)  # while locked: nobody takes it for stale
        if sys.platform == "win32":
            os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _locked_file(path: Path, mode: int) -> int:
    """A new file, open and locked."""
    while True:
        descriptor = os.open(path, _WRITE | _NO_LINK, mode)
        _lock(descriptor)
        if os.name != "posix" or os.fstat(descriptor).st_nlink:
            return descriptor
        os.close(descriptor)  # another run took it for stale, before it was locked


def _remove_stale(folder: Path, beginning: str) -> None:
    """Remove temporary files whose writer is gone. One at work holds a lock, which ends with its process."""
    name = re.compile(rf"{re.escape(beginning)}[0-9a-f]{{8}}{re.escape(TEMPORARY)}")
    with contextlib.suppress(OSError):
        for found in [entry for entry in os.scandir(folder) if name.fullmatch(entry.name)]:
            with contextlib.suppress(OSError):
                _remove_unlocked(Path(found.path))


def _remove_unlocked(path: Path) -> None:
    descriptor = os.open(path, _READ | _NO_LINK)
    try:
        if stat.S_ISREG(os.fstat(descriptor).st_mode) and _lock(descriptor, wait=False):
            path.unlink()
    finally:
        os.close(descriptor)


def _lock(descriptor: int, *, wait: bool = True) -> bool:
    """Lock the file until it is closed; whether that went."""
    if sys.platform == "win32":
        return True  # which removes no open file
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # another has it, or this file system has no locks
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk too, where folders can be opened."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

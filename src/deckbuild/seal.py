"""A seal on files that nobody but this user's own deckbuild may have written.

Pages are kept in a folder of the project, and a project may come from a stranger, with a cache in it. So what
is kept carries an HMAC under a key that each user has, made at random when it is first needed and kept away
from all projects. A file without its right seal (forged, damaged, from elsewhere) doesn't open.
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from deckbuild.files import read_plain, write_atomically

LENGTH = 32
"""Bytes of a key and of a seal: those of SHA-256."""


def sealed(content: bytes, key: bytes) -> bytes:
    """The content with its seal in front."""
    return hmac.digest(key, content, "sha256") + content


def opened(data: bytes | memoryview, key: bytes) -> memoryview | None:
    """The content of what `sealed` gave under this key; None for anything else."""
    view = memoryview(data)
    seal, content = view[:LENGTH], view[LENGTH:]
    return content if hmac.compare_digest(seal, hmac.digest(key, content, "sha256")) else None


def key_file(surroundings: Mapping[str, str] = os.environ) -> Path | None:
    """Where this user's key is: below the folder for what can be lost. None if there is no such folder.

    That is `XDG_CACHE_HOME` or `~/.cache` (XDG Base Directory Specification), on Windows `LOCALAPPDATA`.
    """
    named = surroundings.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    if Path(named).is_absolute():
        return Path(named) / "deckbuild" / "key"
    home = Path(os.path.expanduser("~"))
    return home / ".cache" / "deckbuild" / "key" if home.is_absolute() else None


def user_key(file: Path | None) -> bytes | None:
    """The key in `file`, a new one if there is none; None if none can be kept there.

    One that others may read or write is no secret, nor is one that came with a checkout, which has such
    modes: it is replaced.
    """
    if file is None:
        return None
    try:
        key = read_plain(file, LENGTH, private=True)
        if len(key) == LENGTH:
            return key
    except OSError:
        pass  # not there yet, or not to be trusted
    key = secrets.token_bytes(LENGTH)
    try:
        write_atomically(file, key, private=True)
    except OSError:
        return None
    return key

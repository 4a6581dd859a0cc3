"""Digests of all that laying out a page depends on: values, our own files, the packages around them."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from deckbuild.diagnostics import Span

METADATA = (".dist-info", ".egg-info")
"""End the names of the folders that tell name and version of an installed package (PEP 376, PEP 427)."""


def digest(value: Any) -> str:
    """SHA-256 of a value. Two that differ in anything, also in positions in the sources, have two digests.

    A path stands for the content of its file.
    """
    found = hashlib.sha256()
    feed(value, found.update)
    return found.hexdigest()


def feed(value: Any, take: Callable[[bytes], None]) -> None:
    """Hand over a value bit by bit, each with its type and length, texts and numbers with their positions."""
    kind = type(value)
    take(f"{kind.__module__}.{kind.__qualname__}(".encode())
    match value:
        case Span():  # the most frequent
            take(repr(value).encode("utf-8", "surrogatepass"))
        case BaseModel():
            for name in kind.model_fields:
                feed(getattr(value, name), take)
        case Enum():
            take(repr(value.value).encode())
        case str():
            text = str(value).encode("utf-8", "surrogatepass")
            take(b"%d:" % len(text) + text)
        case Path():
            take(file_content(value))
        case Mapping():
            for key, item in value.items():
                feed(key, take)
                feed(item, take)
        case list() | tuple():
            for item in value:
                feed(item, take)
        case set() | frozenset():
            take(repr(sorted(digest(item) for item in value)).encode())
        case _ if is_dataclass(value):
            for field in fields(value):
                feed(getattr(value, field.name), take)
        case _:
            take(repr(value).encode())
    if isinstance(value, (str, int, float, list, dict)) and kind.__dictoffset__:
        for name, own in vars(value).items():  # what texts and numbers from a source know of their place
            take(name.encode())
            feed(own, take)
    take(b")")


def file_content(path: Path) -> bytes:
    """The digest of a file's content; of its name if there is no such file."""
    if not path.is_file():
        return os.fsencode(path)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def own_files(places: Iterable[Path]) -> list[tuple[str, bytes]]:
    """Names and digests of single files and of the files below folders: of code and what travels with it.

    By content, as a checkout or a wheel may give any time stamps.
    """
    return [
        (path.relative_to(place).as_posix(), file_content(path))
        for place in places
        for path in ([place] if place.is_file() else sorted(place.rglob("*")))
        if "__pycache__" not in path.parts and path.is_file()
    ]


def installed(paths: Iterable[str]) -> list[list[str]]:
    """Names and versions of all packages in `paths` (those of `sys.path`, say), place by place.

    All of them, whether deckbuild needs them or not: which do is known to the packages, and that one too
    many counts only costs a layout after an update.
    """
    found = []
    for path in paths:
        try:
            found.append(sorted(entry.name for entry in os.scandir(path) if entry.name.endswith(METADATA)))
        except OSError:
            continue  # a ZIP file, or not there
    return found


def machine() -> tuple[str, ...]:
    """The Python that runs and what it runs on: numbers may differ in their last digit."""
    return sys.version, sys.platform, platform.machine()

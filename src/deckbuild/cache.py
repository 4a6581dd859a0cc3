"""Laid-out pages kept between runs, so that only slides that changed are laid out again.

A page is a value: it depends on its slide (with positions, since findings name them), on what the deck says
around it, on the theme, and on the code and the packages that lay it out. All of these go into the page's
key; a page whose key isn't in the cache is laid out. One file holds the pages of one deck. It is read by an
unpickler that makes nothing but our own values, so a file from elsewhere can at worst be wrong, and what
can't be read counts as empty.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from deckbuild.context import LayoutContext
from deckbuild.deck.models import Deck, Slide
from deckbuild.deck.source import span_of
from deckbuild.layout.page import PageDraft

PACKAGES = ("matplotlib", "Pygments", "pygraphviz", "python-lucide", "simpleicons", "uniseg")
"""Whose output stands in a page."""

VALUES = frozenset(
    {
        "deckbuild.deck.source",
        "deckbuild.diagnostics",
        "deckbuild.document",
        "deckbuild.geometry",
        "deckbuild.layout.chrome",
        "deckbuild.layout.page",
    }
)
"""The modules whose classes a page is made of."""

PACKAGE = "package "
"""Begins the keys of whole outputs."""

BROKEN = (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError)
"""What reading a damaged pickle raises (documentation of `pickle.UnpicklingError`)."""


@dataclass
class PageCache:
    """The pages of one deck: those of the last run, and those of this one. `file` None keeps nothing."""

    file: Path | None
    surroundings: str = ""
    kept: dict[str, bytes] = field(default_factory=dict)
    used: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, file: Path | None, deck: Deck, context: LayoutContext) -> PageCache:
        """The cache in `file` for `deck` laid out in `context`."""
        if file is None:
            return cls(None)
        return cls(file, _surroundings(deck, context), _read(file))

    def page(self, slide: Slide, lay_out: Callable[[], PageDraft]) -> PageDraft:
        """The slide's page: the one that is kept, or else what `lay_out` gives."""
        if self.file is None:
            return lay_out()
        key = _digest([self.surroundings, slide])
        if key in self.kept:
            draft = _unpickle(self.kept[key])
            if isinstance(draft, PageDraft):
                self.used[key] = self.kept[key]
                return draft
        draft = lay_out()
        self.used[key] = _pickle(draft)
        return draft

    def known_package(self) -> bytes | None:
        """The output that was made of just these pages, if it was kept."""
        return self.kept.get(self._package_key())

    def keep_package(self, package: bytes) -> None:
        """Keep the output made of this run's pages for a check, which looks into it. Renders write anew."""
        self.used[self._package_key()] = package

    def _package_key(self) -> str:
        return PACKAGE + _digest(
            [self.surroundings, [key for key in self.used if not key.startswith(PACKAGE)]]
        )

    def save(self, write: Callable[[Path, bytes], None], *, partial: bool = False) -> None:
        """Keep this run's pages, by `write`; with `partial` also those of slides that weren't asked for."""
        pages = dict(self.used)
        if partial:
            others = {key: page for key, page in self.kept.items() if not key.startswith(PACKAGE)}
            pages = {**others, **pages}
        elif (known := self._package_key()) in self.kept:
            pages.setdefault(known, self.kept[known])
        if self.file is None or pages == self.kept:
            return
        ignore = self.file.parent / ".gitignore"
        try:
            write(self.file, pickle.dumps(pages, protocol=5))
            if not ignore.exists():
                write(ignore, b"*\n")
        except OSError:
            return  # a cache that can't be written costs time, nothing else


def _surroundings(deck: Deck, context: LayoutContext) -> str:
    """Everything that pages depend on besides their slides."""
    package = Path(__file__).parent
    code = [
        (path.relative_to(package).as_posix(), path.stat().st_mtime_ns, path.stat().st_size)
        for path in sorted(package.rglob("*.py"))
    ]
    return _digest(
        [
            sys.version,
            [version(name) for name in PACKAGES],
            code,
            repr(context.theme),
            {
                name: getattr(deck, name)
                for name in Deck.model_fields
                if name not in ("loose_slides", "segments")
            },
            [(segment.id, segment.title, segment.short_title) for segment in deck.segments],
            [(slide.id, slide.number) for slide in deck.slides],
        ]
    )


def _digest(value: Any) -> str:
    found = hashlib.sha256()
    _feed(value, found.update)
    return found.hexdigest()


def _feed(value: Any, take: Callable[[bytes], None]) -> None:
    """Hand over a value bit by bit, each with its type and length, texts and nodes with their positions."""
    take(type(value).__name__.encode() + b"(")
    match value:
        case BaseModel():
            take(repr(span_of(value)).encode())
            for name in type(value).model_fields:
                if name != "span":
                    _feed(getattr(value, name), take)
        case Enum():
            take(repr(value.value).encode())
        case str():
            text = str(value).encode("utf-8", "surrogatepass")
            take(b"%d:" % len(text) + text + repr(span_of(value)).encode())
        case Path():
            take(value.read_bytes() if value.is_file() else str(value).encode())
        case Mapping():
            for key, item in value.items():
                _feed(key, take)
                _feed(item, take)
        case list() | tuple():
            for item in value:
                _feed(item, take)
        case set() | frozenset():
            _feed(sorted(value), take)
        case _:
            take(repr(value).encode())
    take(b")")


def _read(file: Path) -> dict[str, bytes]:
    try:
        pages = _unpickle(file.read_bytes())
    except OSError:
        return {}
    if not isinstance(pages, dict):
        return {}
    return {key: page for key, page in pages.items() if isinstance(key, str) and isinstance(page, bytes)}


def _pickle(draft: PageDraft) -> bytes:
    stream = io.BytesIO()
    _Pickler(stream, protocol=5).dump(draft)
    return stream.getvalue()


def _unpickle(data: bytes) -> object:
    """The value, or None if it is damaged or holds what is none of ours."""
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except BROKEN:
        return None


class _Pickler(pickle.Pickler):
    """Writes members of enumerations by their values; Python 3.11.2 would ask for `getattr` on reading."""

    def reducer_override(self, obj: Any) -> Any:
        return (type(obj), (obj.value,)) if isinstance(obj, Enum) else NotImplemented


class _Unpickler(pickle.Unpickler):
    """Knows the classes of a page and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module not in VALUES:
            raise pickle.UnpicklingError(f"a page has no {module}.{name}")
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} isn't a value")
        return found

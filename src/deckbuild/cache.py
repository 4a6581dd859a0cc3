"""Laid-out pages kept between runs, so that only slides that changed are laid out again.

A page is a value: it depends on its slide (with positions, since findings name them), on what the deck says
around it, on the theme, on the pictures, and on the code and the packages that lay it out. The digest of all
of these is the page's key; a page whose key isn't in the cache is laid out. One file holds the pages of one
deck:

    deckbuild pages 4↵
    seal (32 bytes)                       HMAC of all that follows, under a key that only this user has
    [["KEY", LENGTH], ["KEY", LENGTH] …]↵
    the pages one after the other, each written by the codec; under `package KEY` the whole output

What isn't sealed by this user's deckbuild (a file that came with a repository, or was damaged), what is
larger than a cache gets and what is no plain file inside the build folder counts as empty.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deckbuild.codec import Codec, Undecodable, codec
from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import KINDS
from deckbuild.deck.models import Deck
from deckbuild.deck.slides import Slide
from deckbuild.document import Run, TextStyle
from deckbuild.files import place_to_write, read_plain, write_atomically
from deckbuild.fingerprint import digest, installed, machine, own_files
from deckbuild.layout.page import PageDraft
from deckbuild.plugins import plugin_places
from deckbuild.resources import asset_path
from deckbuild.seal import key_file, opened, sealed, user_key

FORMAT = b"deckbuild pages 4\n"
LARGEST = 256 * 2**20  # bytes; the 25-slide deck's has one million
REPEATED = (TextStyle, Run)
"""What a page says again and again: every line of a text has its runs, and every run its style."""
PACKAGE = "package "
"""Begins the keys of whole outputs."""


@dataclass
class PageCache:
    """The pages of one deck: those of the last run, and those of this one. `file` None keeps nothing."""

    file: Path | None
    key: bytes = field(default=b"", repr=False)
    surroundings: str = ""
    kept: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    used: dict[str, bytes] = field(default_factory=dict, repr=False)
    pages: Codec[PageDraft] = field(default_factory=lambda: codec(PageDraft, REPEATED), repr=False)

    @classmethod
    def open(
        cls, file: Path | None, deck: Deck, context: LayoutContext, key: bytes | None = None
    ) -> PageCache:
        """The cache in `file` for `deck` laid out in `context`; `file` and the folder it is in are in the
        build folder, and links may not lead out of that. `key` seals it, by default the user's."""
        if file is None:
            return cls(None)
        try:
            place = place_to_write(file, file.parent.parent)
        except OSError:
            return cls(None)
        key = key or user_key(key_file())
        if key is None:
            return cls(None)
        return cls(place, key, _surroundings(deck, context), _read(place, key))

    def page(self, slide: Slide, lay_out: Callable[[], PageDraft]) -> PageDraft:
        """The slide's page: the one that is kept, or else what `lay_out` gives."""
        if self.file is None:
            return lay_out()
        key = digest([self.surroundings, slide])
        try:
            draft = self.pages.decode(self.kept[key])
        except (KeyError, Undecodable):
            draft = lay_out()
            self.used[key] = self.pages.encode(draft)
        else:
            self.used[key] = self.kept[key]
        return draft

    def known_package(self) -> bytes | None:
        """The output that was made of just these pages, if it was kept."""
        return self.kept.get(self._package_key())

    def keep_package(self, package: bytes) -> None:
        """Keep the output made of this run's pages for a check, which looks into it. Renders write anew."""
        self.used[self._package_key()] = package

    def _package_key(self) -> str:
        return PACKAGE + digest([self.surroundings, [key for key in self.used if not _is_package(key)]])

    def save(self, *, partial: bool = False) -> None:
        """Keep this run's pages; with `partial` also those of slides that weren't asked for."""
        entries = dict(self.used)
        if partial:
            others = {key: page for key, page in self.kept.items() if not _is_package(key)}
            entries = {**others, **entries}
        elif (known := self._package_key()) in self.kept:
            entries.setdefault(known, self.kept[known])
        if self.file is None or entries == self.kept:
            return
        content = FORMAT + sealed(_joined(entries), self.key)
        if len(content) > LARGEST:
            return
        ignore = self.file.parent / ".gitignore"
        try:
            write_atomically(self.file, content)
            if not os.path.lexists(ignore):
                write_atomically(ignore, b"*\n")
        except OSError:
            return  # a cache that can't be written costs time, nothing else


def _is_package(key: str) -> bool:
    return key.startswith(PACKAGE)


def _surroundings(deck: Deck, context: LayoutContext) -> str:
    """Everything that pages depend on besides their slides."""
    return digest(
        [
            machine(),
            installed(sys.path),
            own_files([Path(__file__).parent, asset_path(), *plugin_places(*KINDS)]),
            context.theme,
            {
                name: getattr(deck, name)
                for name in Deck.model_fields
                if name not in ("loose_slides", "segments")
            },
            [(segment.id, segment.title, segment.short_title) for segment in deck.segments],
            [(slide.id, slide.number) for slide in deck.slides],
        ]
    )


def _joined(entries: Mapping[str, bytes]) -> bytes:
    index = json.dumps([(key, len(content)) for key, content in entries.items()])
    return b"".join([index.encode(), b"\n", *entries.values()])


def _read(file: Path, key: bytes) -> dict[str, bytes]:
    """The entries of the cache in `file`, none if that isn't one of ours."""
    try:
        data = read_plain(file, LARGEST)
    except OSError:
        return {}
    content = opened(memoryview(data)[len(FORMAT) :], key) if data.startswith(FORMAT) else None
    return {} if content is None else _parted(bytes(content))


def _parted(content: bytes) -> dict[str, bytes]:
    """What `_joined` joined. It is ours, so anything else is a bug, and raises."""
    index, _, rest = content.partition(b"\n")
    entries, start = {}, 0
    for key, length in json.loads(index):
        entries[key] = rest[start : start + length]
        start += length
    return entries

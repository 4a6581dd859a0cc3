"""Which outputs there are, where they go unless told otherwise, and what they may never replace."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from deckbuild.deck.fields import IMAGE_TYPES
from deckbuild.files import real_path
from deckbuild.plugins import discover_plugins
from deckbuild.registry import discover
from deckbuild.render import OUTPUTS, Output
from deckbuild.resources import asset_path

BUILD = Path("build")
"""The folder of outputs that nobody named, below the current one. Links may not lead out of it, nor may it be
one: a repository may bring it along."""

SUFFIX = ".pptx"
"""Ends the names of outputs that nobody named."""
SOURCES = ("appendices", "data", "images", "slides", "themes")
"""The folders of a deck's sources, in the deck's own."""


class NamesAnInput(ValueError):
    """An output is to be written where one of the deck's sources is."""


def default_output(path: Path) -> Path:
    """Where a deck's output goes unless told otherwise."""
    resolved = real_path(path)
    name = resolved.name if resolved.is_dir() else resolved.stem
    if name == "deck" and not resolved.is_dir():
        name = resolved.parent.name
    return BUILD / f"{name}{SUFFIX}"


def page_cache(path: Path, output: Path | None = None) -> Path | None:
    """Where the pages of the deck at `path` are kept between runs: below `build/`, beside the usual outputs.

    None if there is no such folder and the `output` doesn't go there either: no folder is made that nobody
    asked for.
    """
    usual = default_output(path)
    if not usual.parent.is_dir() and output != usual:
        return None
    return usual.parent / "cache" / f"{usual.stem}.pages"


class NoSuchOutput(ValueError):
    """A file's name ends as no output's does."""


def output_to(path: Path) -> Output:
    """What writes a document to `path`, by the end of its name.

    Raises `NoSuchOutput` if there is none, `DeckError` for packages whose outputs can't be used.
    """
    discover("deckbuild.render")
    discover_plugins("deckbuild.outputs")
    suffix = path.suffix.lower()
    if suffix not in OUTPUTS:
        known = " or ".join(OUTPUTS)
        raise NoSuchOutput(f"the name of a presentation ends with {known}, not {path.name!r}")
    return OUTPUTS[suffix]


def refuse_input(output: Path, decks: Iterable[Path], others: Iterable[Path] = ()) -> None:
    """Raise `NamesAnInput` if `output` is a file that one of the `decks` is read from, or one of `others`.

    Also by another spelling or through links, hard ones too. The deck need not be valid, so all files count
    that stand where sources do.
    """
    try:
        wanted = os.stat(output)
    except OSError:
        return  # nothing there that could be lost
    for source in (*others, *(source for deck in decks for source in _sources(deck))):
        try:
            same = os.path.samestat(wanted, os.stat(source))
        except OSError:
            continue
        if same:
            raise NamesAnInput(f"{output} is a source of the deck; an output there would replace it")
    for deck in decks:
        folder = real_path(deck if deck.is_dir() else deck.parent)
        place = real_path(output)
        if place.suffix.lower() in IMAGE_TYPES and place.is_relative_to(folder):
            raise NamesAnInput(f"{output} is a picture in the deck's folder; an output would replace it")


def _sources(deck: Path) -> Iterator[Path]:
    folder = deck if deck.is_dir() else deck.parent
    yield deck
    yield from folder.glob("*.y*ml")
    for name in SOURCES:
        yield from (folder / name).rglob("*")
    yield from asset_path().rglob("*")

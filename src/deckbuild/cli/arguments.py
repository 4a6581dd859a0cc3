"""What several commands take: decks, and numbers of slides."""

from __future__ import annotations

import re
from pathlib import Path

import click

CONTENT = Path("content")
DECK_FILE = "deck.yaml"
MAX_SLIDES = 10_000  # a longer range in --only is a slip of the finger


class SlideNumbers(click.ParamType[frozenset[int]]):
    """Numbers and ranges of slides: `4,7-9`."""

    name = "numbers"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[int]:
        numbers: set[int] = set()
        for part in value.split(","):
            match = re.fullmatch(r"\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?", part)
            if match is None:
                self.fail(f"{part.strip()!r} is neither a number nor a range such as 7-9", param, ctx)
            first, last = int(match[1]), int(match[2] or match[1])
            if not 1 <= first <= last <= MAX_SLIDES:
                self.fail(f"{part.strip()!r} isn't a range of slides, which count from 1", param, ctx)
            numbers.update(range(first, last + 1))
        return frozenset(numbers)


def chosen_decks(deck: Path | None) -> list[Path]:
    """The deck that is named, or else all below `content/`. Wrong usage if there is none."""
    decks = [deck] if deck else decks_below(CONTENT)
    if not decks:
        raise click.UsageError(f"no DECK given, and there is none below {CONTENT}/")
    return decks


def decks_below(content: Path) -> list[Path]:
    """All decks in a folder: folders that hold `deck.yaml`, and YAML files. None without such a folder.

    A folder that may not be looked into is taken for a deck, or it would be left out without a word.
    """
    if not content.is_dir():
        return []
    try:
        return sorted(path for path in content.iterdir() if _is_deck(path))
    except OSError as error:
        raise click.ClickException(f"{error.filename or content}: {error.strerror}") from None


def _is_deck(path: Path) -> bool:
    from deckbuild.sources import is_there

    if not path.is_dir():
        return path.suffix == ".yaml"
    return is_there(path / DECK_FILE)

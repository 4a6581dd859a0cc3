"""The command `signoff`: a person's signature for an item of the checklist."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild import terminal
from deckbuild.cli.arguments import SlideNumbers, chosen_decks
from deckbuild.diagnostics import DeckError, did_you_mean
from deckbuild.terminal import say

if TYPE_CHECKING:
    from deckbuild.check.signoffs import Unit


@click.command(
    epilog="""\b
Examples:
  deckbuild signoff commands --by "Jane Doe" --evidence "run on staging, ticket 42"
  deckbuild signoff architecture --slide 10,12-14 --by "Jane Doe"
  deckbuild signoff technical-accuracy --slide appendices/H-runbook.md --by "Jane Doe"
"""
)
@click.argument("item")
@click.option("--by", required=True, metavar="NAME", help="Who signs.")
@click.option(
    "--slide", "slides", multiple=True, metavar="SLIDES",
    help="Only these: numbers and ranges, a slide's id, an appendix's path. Default: all it is about.",
)  # fmt: skip
@click.option("--evidence", default="", metavar="TEXT", help="What it rests on.")
@click.option(
    "--deck", type=click.Path(exists=True, path_type=Path), help="Default: the only deck below content/."
)
@click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="DATE", help="Default: today."
)
def signoff(
    item: str,
    by: str,
    slides: Sequence[str],
    evidence: str,
    deck: Path | None,
    date: datetime.datetime | None,
) -> None:
    """Sign for ITEM of the checklist, in the deck's signoffs.yaml.

    The signature holds for the slides as they are now. When one changes, its sign-off expires.
    """
    from deckbuild.check.checklist import CHECKLIST
    from deckbuild.check.signoffs import named, units_for

    known = {each.key: each for each in CHECKLIST}
    signable = [key for key, each in known.items() if each.person]
    if item not in signable:
        reason = "is decided by rules" if item in known else "isn't on the checklist"
        raise click.UsageError(f"{item!r} {reason}; {did_you_mean(item, signable)}")
    decks = chosen_decks(deck)
    if len(decks) > 1:
        raise click.UsageError(f"--deck is needed: there are {len(decks)} decks")
    folder = decks[0] if decks[0].is_dir() else decks[0].parent
    day = date.date() if date else datetime.date.today()
    try:
        every = _units(decks[0])
        wanted = _wanted(slides, every) if slides else units_for(item, every)
        if not wanted:
            raise click.ClickException(f"the deck has nothing to sign for under {item!r}")
        path = _sign(folder, item, wanted, by, day, evidence)
    except DeckError as error:
        terminal.print_diagnostics(error.diagnostics, folder)
        raise click.ClickException(f"{decks[0]}: nothing signed") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {error.strerror or error}") from None
    say(f"{path}: {by} signed for {item} on {day}: {named(wanted, every)}")


def _units(deck: Path) -> tuple[Unit, ...]:
    """All there is to sign for in a deck. Raises `DeckError` if any of it can't be read."""
    from deckbuild.check.measures.appendices import read_appendices
    from deckbuild.check.signoffs import units
    from deckbuild.pipeline import read

    sources = read(deck)
    appendices, faults = read_appendices(sources.folder)
    if faults:
        raise DeckError(faults)
    return units(sources, appendices)


def _sign(
    folder: Path, item: str, wanted: Sequence[Unit], by: str, day: datetime.date, evidence: str
) -> Path:
    """Add a sign-off to the deck's file, which nobody else writes meanwhile."""
    from deckbuild.check.signoff_file import FILE, parse_signoffs, rewritten, signoffs_text
    from deckbuild.check.signoffs import Unsignable, sign
    from deckbuild.files import locked, real_path, write_atomically

    path = folder / FILE
    with locked(folder):
        text = signoffs_text(folder)
        before = parse_signoffs(text)
        try:
            after = sign(before, item, wanted, by, day, evidence)
        except Unsignable as error:
            raise click.UsageError(str(error)) from None
        write_atomically(path, rewritten(text, before, after).encode(), within=real_path(folder))
    return path


def _wanted(words: Sequence[str], every: Sequence[Unit]) -> tuple[Unit, ...]:
    """The slides and appendices that `--slide` names."""
    chosen: list[Unit] = []
    for word in words:
        found = [unit for unit in every if unit.key == word]
        if not found and word[:1].isdigit():
            numbers = SlideNumbers().convert(word, None, None)
            found = [unit for unit in every if unit.slide in numbers]
        if not found:
            hint = did_you_mean(word, [unit.key for unit in every], 6)
            raise click.UsageError(f"--slide: the deck has no slide or appendix {word!r}; {hint}")
        chosen += found
    return tuple(dict.fromkeys(chosen))

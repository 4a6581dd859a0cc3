"""The commands around checking: `check`, `rules` and `signoff`. Part of the command line."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild import terminal
from deckbuild.diagnostics import DeckError, Diagnostic, Span, did_you_mean
from deckbuild.terminal import say

if TYPE_CHECKING:
    from deckbuild.check.engine import Selection
    from deckbuild.check.reports.report import Report
    from deckbuild.check.reports.text import Style
    from deckbuild.check.signoffs import Unit

FORMATS = ("text", "json", "sarif", "junit", "github")
COLORS: dict[str, dict[str, object]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan", "bold": True},
    "good": {"fg": "green"},
    "open": {"fg": "yellow"},
    "dim": {"dim": True},
    "strong": {"bold": True},
}


class Codes(click.ParamType[tuple[str, ...]]):
    """Codes of rules or their beginnings: `LAY,TIM004`."""

    name = "codes"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        from deckbuild.check.rule import discover_rules, matches

        known = discover_rules()
        codes = tuple(part.strip().upper() for part in value.split(",") if part.strip())
        for code in codes:
            if not any(matches(each, [code]) for each in known):
                self.fail(f"no rule's code begins with {code!r}; {did_you_mean(code, known, 6)}", param, ctx)
        return codes


@click.command(
    epilog="""\b
Examples:
  deckbuild check                                     every deck below content/
  deckbuild check content/intro --select LAY,COL      only layout and colour
  deckbuild check --format sarif -o check.sarif       for code scanning
  deckbuild check --release                           warnings and open items count too
\b
Exit status: 0 nothing above warning, 1 errors (with --release also warnings and items of the checklist that
are open), 2 wrong usage.
"""
)
@click.argument("deck", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Default: text.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Write the report there. Default: standard output.",
)  # fmt: skip
@click.option(
    "--select", type=Codes(), multiple=True, metavar="CODES", help="Only these rules, e.g. LAY,TIM004."
)
@click.option("--ignore", type=Codes(), multiple=True, metavar="CODES", help="Not these rules.")
@click.option("--release", is_flag=True, help="Fail on warnings and on missing sign-offs too.")
@click.option("--online", is_flag=True, help="Also try the links.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("--no-cache", is_flag=True, help="Lay out every slide, also those that haven't changed.")
@click.pass_context
def check(
    context: click.Context,
    deck: Path | None,
    form: str,
    output: Path | None,
    select: Sequence[tuple[str, ...]],
    ignore: Sequence[tuple[str, ...]],
    release: bool,
    online: bool,
    statistics: bool,
    no_cache: bool,
) -> None:
    """Check DECK against the quality checklist.

    DECK is a folder with deck.yaml, or a YAML file that holds a whole deck. Without it, every deck below
    content/ is checked.
    """
    from deckbuild.check.engine import Selection
    from deckbuild.check.reports.text import closing_line
    from deckbuild.files import write_atomically
    from deckbuild.outputs import NamesAnInput, refuse_input

    decks = _decks(deck)
    if output is not None:
        try:
            refuse_input(output, decks)
        except NamesAnInput as error:
            raise click.UsageError(f"--output: {error}") from None
    selection = Selection(sum(select, ()), sum(ignore, ()), online)
    reports = [_checked(path, selection, cache=not no_cache) for path in decks]
    text = _written(reports, form, release, statistics, colored=output is None and _on_terminal(context))
    if output is None:
        terminal.write(text)
    else:
        try:
            write_atomically(output, text.encode())
        except OSError as error:
            raise click.ClickException(f"can't write {error.filename or output}: {error.strerror}") from None
        for report in reports:
            say(closing_line(report), err=True)
    context.exit(1 if any(report.failed(release) for report in reports) else 0)


@click.command(
    epilog="""\b
Examples:
  deckbuild rules             a line for each rule
  deckbuild rules LAY001      its page: why, a bad and a good example
  deckbuild rules LAY         all pages of a family
"""
)
@click.argument("code", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="Default: text."
)
def rules(code: str | None, form: str) -> None:
    """List the codes of findings and errors, or show the page of CODE."""
    from deckbuild.check.manual import as_json, markdown, overview, page
    from deckbuild.check.rule import discover_all_codes, matches

    known = discover_all_codes()
    wanted = {each: rule for each, rule in known.items() if code is None or matches(each, [code])}
    if not wanted:
        raise click.UsageError(f"there is no code {code!r}; {did_you_mean((code or '').upper(), known, 6)}")
    match form:
        case "markdown":
            terminal.write(markdown(wanted))
        case "json":
            terminal.write(as_json(wanted.values()) + "\n")
        case _ if code is None:
            terminal.write(overview(wanted.values()) + "\n")
        case _:
            terminal.write("\n\n\n".join(page(rule) for rule in wanted.values()) + "\n")


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
    decks = _decks(deck)
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
        terminal.report(error.diagnostics, folder)
        raise click.ClickException(f"{decks[0]}: nothing signed") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {error.strerror or error}") from None
    say(f"{path}: {by} signed for {item} on {day}: {named(wanted, every)}")


def _checked(deck: Path, selection: Selection, *, cache: bool) -> Report:
    """The report on a deck; on the file that can't be read, if the system says so."""
    from deckbuild.check.engine import failed_report
    from deckbuild.diagnostics.codes.files import FILE_UNREADABLE
    from deckbuild.outputs import page_cache
    from deckbuild.pipeline import check_deck

    try:
        return check_deck(deck, selection=selection, cache=page_cache(deck) if cache else None)
    except OSError as error:
        if error.filename is None:
            raise
        folder = deck if deck.is_dir() else deck.parent
        place = Span(os.path.relpath(os.fsdecode(error.filename), folder))
        found = Diagnostic(FILE_UNREADABLE, f"can't read the file: {error.strerror}", place)
        return failed_report([found], str(folder), deck.stem)


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
    from deckbuild.cli import SlideNumbers

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


def _decks(deck: Path | None) -> list[Path]:
    from deckbuild.cli import CONTENT, decks_below

    decks = [deck] if deck else decks_below(CONTENT)
    if not decks:
        raise click.UsageError(f"no DECK given, and there is none below {CONTENT}/")
    return decks


def _on_terminal(context: click.Context) -> bool:
    if context.color is not None:
        return context.color
    return sys.stdout is not None and sys.stdout.isatty()


def _paint(text: str, style: Style) -> str:
    return click.style(text, **COLORS[style])  # type: ignore[arg-type]


def _written(reports: Sequence[Report], form: str, release: bool, statistics: bool, *, colored: bool) -> str:
    """The reports in a format."""
    match form:
        case "json":
            from deckbuild.check.reports.json import json_report

            return json_report(reports)
        case "sarif":
            from deckbuild.check.reports.sarif import sarif_report

            return sarif_report(reports)
        case "junit":
            from deckbuild.check.reports.junit import junit_report

            return junit_report(reports, release=release)
        case "github":
            from deckbuild.check.reports.github import github_report

            return github_report(reports)
        case _:
            from deckbuild.check.reports.text import plain, text_report

            return text_report(reports, _paint if colored else plain, statistics=statistics)


COMMANDS = (check, rules, signoff)
"""What the command line adds to its group."""

"""The command `check`: decks against the quality checklist."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild import terminal
from deckbuild.cli.arguments import chosen_decks
from deckbuild.diagnostics import Diagnostic, Span, did_you_mean
from deckbuild.terminal import say

if TYPE_CHECKING:
    from deckbuild.check.engine import Selection
    from deckbuild.check.reports.report import Report
    from deckbuild.check.reports.text import Style

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

    decks = chosen_decks(deck)
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


def _checked(deck: Path, selection: Selection, *, cache: bool) -> Report:
    """The report on a deck; on the file that can't be read, if the system says so."""
    from deckbuild import pipeline
    from deckbuild.check.engine import report_on_mistakes
    from deckbuild.diagnostics.codes.files import FILE_UNREADABLE
    from deckbuild.outputs import page_cache

    try:
        return pipeline.check(deck, selection=selection, cache=page_cache(deck) if cache else None)
    except OSError as error:
        if error.filename is None:
            raise
        folder = deck if deck.is_dir() else deck.parent
        place = Span(os.path.relpath(os.fsdecode(error.filename), folder))
        found = Diagnostic(FILE_UNREADABLE, f"can't read the file: {error.strerror}", place)
        return report_on_mistakes([found], str(folder), deck.stem)


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

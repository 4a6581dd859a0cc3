"""The command `render`: decks in, .pptx files out, or what other outputs there are."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild import terminal
from deckbuild.cli.arguments import SlideNumbers, chosen_decks
from deckbuild.diagnostics import DeckError, Diagnostic, Severity
from deckbuild.terminal import say

if TYPE_CHECKING:
    from deckbuild.pipeline import BuildResult

Progress = Callable[[str, int, int], None]


class Setting(click.ParamType[tuple[str, str]]):
    """A variable and its value: `instructor=Jane Doe`."""

    name = "key=value"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        name, equals, text = value.partition("=")
        from deckbuild.deck.variables import can_be_named

        if not equals:
            self.fail(f"{value!r} isn't of the form KEY=VALUE", param, ctx)
        if not can_be_named(name.strip()):
            self.fail(f"{name.strip()!r} can't be a variable's name", param, ctx)
        return name.strip(), text


@click.command(
    epilog="""\b
Examples:
  deckbuild render content/intro -o ~/Desktop/intro.pptx
  deckbuild render content/intro --set instructor="Jane Doe" --vars cohort.yaml
\b
Exit status: 0 written, 1 the deck has errors (a file from before stays as it was), 2 wrong usage.
"""
)
@click.argument("deck", required=False, type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Where to write. Default: build/ and the deck's name.",
)  # fmt: skip
@click.option(
    "--set", "settings", multiple=True, type=Setting(), metavar="KEY=VALUE",
    help="Fill in {{ KEY }}. May be repeated; wins over --vars and the deck's own vars.",
)  # fmt: skip
@click.option(
    "--vars", "vars_file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="YAML file of variables.",
)  # fmt: skip
@click.option("--only", type=SlideNumbers(), metavar="NUMBERS", help="Just these slides, e.g. 4,7-9.")
@click.option(
    "--explain", type=SlideNumbers(), multiple=True, metavar="NUMBERS",
    help="Say which arrangements of these slides were tried, and why one was taken. May be repeated.",
)  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Lay out every slide, also those that haven't changed.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.pass_context
def render(
    context: click.Context,
    deck: Path | None,
    output: Path | None,
    settings: Sequence[tuple[str, str]],
    vars_file: Path | None,
    only: frozenset[int] | None,
    explain: Sequence[frozenset[int]],
    no_cache: bool,
    quiet: bool,
) -> None:
    """Write DECK as a .pptx file, or as another output that the name of FILE asks for by its end.

    DECK is a folder with deck.yaml, or a YAML file that holds a whole deck. Without it, every deck below
    content/ is written.
    """
    decks = chosen_decks(deck)
    for option, value in (("--output", output), ("--only", only), ("--explain", explain)):
        if value and len(decks) > 1:
            raise click.UsageError(f"{option} needs one DECK; there are {len(decks)}")
    if output:
        _refuse(output, decks, vars_file)
    elif shared := _same_output(decks):
        raise click.UsageError(f"{shared}; write them one by one, with --output")
    variables = _variables(vars_file, settings)
    to_explain = frozenset[int]().union(*explain)
    results = [_render(path, output, variables, only, to_explain, no_cache, quiet) for path in decks]
    context.exit(0 if all(results) else 1)


def _refuse(output: Path, decks: Sequence[Path], vars_file: Path | None) -> None:
    """Wrong usage if `output` can't be meant: an input, or by its name no presentation."""
    from deckbuild.outputs import NamesAnInput, NoSuchOutput, output_to, refuse_input

    try:
        refuse_input(output, decks, [vars_file] if vars_file else [])
        output_to(output)
    except (NamesAnInput, NoSuchOutput) as error:
        raise click.UsageError(f"--output: {error}") from None


def _same_output(decks: Sequence[Path]) -> str:
    """Which two decks would be written to the same place, in words; empty if all have their own."""
    from deckbuild.outputs import default_output

    taken: dict[Path, Path] = {}
    for deck in decks:
        target = default_output(deck)
        first = taken.setdefault(target, deck)
        if first is not deck:
            return f"{first} and {deck} both go to {target}"
    return ""


def _variables(vars_file: Path | None, settings: Sequence[tuple[str, str]]) -> dict[str, str]:
    if vars_file is None:
        return dict(settings)
    from deckbuild.deck.variables import read_variables

    warnings: list[Diagnostic] = []
    try:
        variables = {**read_variables(vars_file, warnings), **dict(settings)}
    except DeckError as error:
        terminal.print_diagnostics(error.diagnostics, Path())
        raise click.exceptions.Exit(2) from None
    terminal.print_diagnostics(warnings, Path())
    return variables


def _render(
    deck: Path,
    output: Path | None,
    variables: Mapping[str, str],
    only: frozenset[int] | None,
    explain: frozenset[int],
    no_cache: bool,
    quiet: bool,
) -> bool:
    """Build one deck and report; whether it was written."""
    from deckbuild.deck.models import NoSuchSlide
    from deckbuild.outputs import default_output, page_cache
    from deckbuild.pipeline import NotBuilt, build

    target = output or default_output(deck)
    folder = deck if deck.is_dir() else deck.parent
    try:
        with _progress(quiet) as progress:
            cache = None if no_cache else page_cache(deck, target)
            result = build(
                deck,
                output=output,
                variables=variables,
                only=only,
                progress=progress,
                cache=cache,
                explain=explain,
            )
    except NoSuchSlide as error:
        raise click.UsageError(f"--only: {error}") from None
    except NotBuilt as error:
        raise click.UsageError(f"--explain: {error}") from None
    except DeckError as error:
        terminal.print_diagnostics(error.diagnostics, folder)
        errors = _count(sum(d.severity is Severity.ERROR for d in error.diagnostics), "error")
        kept = f"; {target} is left as it was" if target.exists() else ""
        say(f"{deck}: {errors}, nothing written{kept}", fg="red", err=True)
        return False
    except OSError as error:
        say(f"Error: {error.filename or target}: {error.strerror or error}", err=True)
        return False
    if result.explained:
        from deckbuild.cli.explanation import explanation

        for page in result.explained:
            for line in explanation(page):
                say(line)
    if not quiet:
        terminal.print_diagnostics(result.diagnostics, folder)
        say(_closing_line(result))
    return True


def _closing_line(result: BuildResult) -> str:
    counts = (
        _count(result.slides, "slide"),
        _count(result.graphics, "graphic"),
        _count(len(result.diagnostics), "finding"),
    )
    return f"{result.path}: {', '.join(counts)}, {result.seconds:.1f} s"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress]:
    """Where the build reports its stages: a bar on a terminal, nothing elsewhere."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    stage_column = TextColumn("{task.description:<11}")
    with Bar(
        stage_column, BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("", total=None)

        def show(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total)

        yield show

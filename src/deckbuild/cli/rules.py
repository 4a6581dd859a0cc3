"""The command `rules`: the manual of codes."""

from __future__ import annotations

import click

from deckbuild import terminal
from deckbuild.diagnostics import did_you_mean


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

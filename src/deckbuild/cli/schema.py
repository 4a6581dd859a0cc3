"""The command `schema`: the authoring format, for editors."""

from __future__ import annotations

import click

from deckbuild import terminal
from deckbuild.printable import json_text


@click.command()
def schema() -> None:
    """Print the authoring format as a JSON Schema, for editors."""
    from deckbuild.deck.schema import deck_schema
    from deckbuild.pipeline import discover_kinds

    discover_kinds()
    terminal.write(json_text(deck_schema()) + "\n")

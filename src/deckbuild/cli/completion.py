"""The command `completion`: a script for the shell."""

from __future__ import annotations

import click

from deckbuild import terminal


@click.command(
    epilog="""\b
Examples:
  deckbuild completion bash > ~/.local/share/bash-completion/completions/deckbuild
  deckbuild completion zsh > "${fpath[1]}/_deckbuild"
  deckbuild completion fish > ~/.config/fish/completions/deckbuild.fish
"""
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for a shell."""
    from click.shell_completion import get_completion_class

    completer = get_completion_class(shell)
    assert completer is not None  # click carries all three
    complete = completer(context.find_root().command, {}, "deckbuild", "_DECKBUILD_COMPLETE")
    terminal.write(complete.source_template % complete.source_vars() + "\n")

"""The command line: the only place that prints or exits. A command is a module of its name.

Everything heavy is imported inside the commands, so that `--version`, `--help` and completion answer at once.
"""

from __future__ import annotations

import signal
import sys
import threading
from functools import partial
from typing import Any

import click

from deckbuild import terminal
from deckbuild.cli import check, completion, render, rules, schema, signoff
from deckbuild.version import __version__


class Commands(click.Group):
    """The group of commands; as a program it exits with 0, 1 or 2."""

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run a command, and leave the program if `standalone_mode`. Bugs raise."""
        command = partial(super().main, *args, standalone_mode=False, **extra)
        if not standalone_mode:
            return command()
        sys.exit(terminal.run(command))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  deckbuild render                              every deck below content/
  deckbuild render content/intro                one deck
  deckbuild render content/intro --only 4,7-9   just these slides
  deckbuild check content/intro                 is it fit to teach?
  deckbuild schema > deck.schema.json           for your editor
""",
)
@click.version_option(__version__, prog_name="deckbuild", message="%(prog)s %(version)s")
def main() -> None:
    """Slide decks as source: YAML in, an editable PowerPoint deck out."""
    _end_cleanly_when_told_to()


def _end_cleanly_when_told_to() -> None:
    """Let SIGTERM and SIGHUP end the program as Ctrl-C does: what it was writing is taken away.

    The status is then 128 and the signal's number, as shells have it. A signal that whoever started us
    ignores or handles (`nohup`) is left alone.
    """

    def stop(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        return  # only that one may
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, stop)
            click.get_current_context().call_on_close(partial(signal.signal, number, signal.SIG_DFL))


main.add_command(check.check)
main.add_command(completion.completion)
main.add_command(render.render)
main.add_command(rules.rules)
main.add_command(schema.schema)
main.add_command(signoff.signoff)

"""TEC002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.code import code_in
from deckbuild.check.measures.commands import is_command
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.models import Deck

NO_LANGUAGE = frozenset({"", "text", "plain", "plaintext", "txt"})


@rule("TEC002", on=Deck)
def command_not_marked(_deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """Code has shell commands, but its language doesn't say so: nobody is asked to try them.

    Commands have been tested (quality checklist, technical quality). Someone signs for the slides and
    appendices that have commands, which are known by the language of their code, or by `inline code` that
    begins with a known program.

    Bad:
        title: Roll back
        content:
          - code:
              language: text
              source: |
                kubectl rollout undo deployment/ai-agent

    Good:
        title: Roll back
        content:
          - code:
              language: bash
              source: |
                kubectl rollout undo deployment/ai-agent
    """
    for code in code_in(context):
        if code.language not in NO_LANGUAGE:
            continue
        for number, line in enumerate(code.source.splitlines(), 1):
            if is_command(line):
                what = f"the language {code.language!r}" if code.language else "no language"
                fact = f"{line.strip()!r} is a command, in code with {what}"
                indent = len(line) - len(line.lstrip()) + 1
                hint = "give the code the language 'bash', or 'console' if output stands with it"
                yield Finding(fact, code.at(number, indent), hint, slide=code.slide)
                break

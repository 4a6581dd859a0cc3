"""TEC001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.code import code_in
from deckbuild.check.measures.syntax import broken
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.models import Deck
from deckbuild.diagnostics import Severity


@rule("TEC001", on=Deck, severity=Severity.ERROR)
def code_does_not_parse(_deck: Deck, context: CheckContext) -> Iterator[Finding]:
    """Code has a syntax error.

    All code examples are syntactically correct (quality checklist, technical quality): participants type
    them off the slide. JSON, YAML, TOML, XML, Python, SQL and shell code is parsed, in blocks, in graphics
    and in the appendices' fenced code; of a console session, what stands behind a prompt. A fragment that
    isn't meant to parse has the language `text`.

    Bad:
        title: The retry policy
        content:
          - code:
              language: json
              source: |
                {
                  "retries": 3,
                }

    Good:
        title: The retry policy
        content:
          - code:
              language: json
              source: |
                {
                  "retries": 3
                }
    """
    for code in code_in(context):
        found = broken(code.language, code.source)
        if found is not None:
            fact = f"the {code.language} code doesn't parse: {found.message}"
            hint = "correct it, or give it the language 'text' if it is only a fragment"
            yield Finding(fact, code.at(found.line, found.column), hint, slide=code.slide)

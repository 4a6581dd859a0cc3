"""LAY010."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.reported import reported
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.diagnostics import Severity
from deckbuild.document import Page


@rule("LAY010", on=Page, severity=Severity.ERROR, on_render=True)
def text_not_carried(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A graphic doesn't show all the text of a block that it carries.

    A block with `shown_in` isn't drawn, because the graphic of that id shows its text already. Every word of
    the block has to be there in order, or it would be lost without anyone noticing.

    Bad:
        title: When to stay on-premises
        content:
          - bullets: [The data may not leave the building]
            shown_in: tree
        graphics:
          - kind: decision-tree
            id: tree
            start: Where to run it?
            outcomes:
              cloud: {label: Cloud, icon: cloud}
              premises: {label: On-Premises, icon: server}
            decisions:
              - question: May the data leave?
                yes: {to: cloud}
            default: {to: premises}

    Good:
        title: When to stay on-premises
        content:
          - bullets: [The data may not leave the building]
    """
    yield from reported(context.items[page.number], "LAY010")

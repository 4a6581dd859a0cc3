"""COL002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.contrast import faint_item, labelled_inside
from deckbuild.check.measures.drawn import quoted
from deckbuild.check.measures.fit import is_decorative, once_an_area
from deckbuild.check.measures.ground import ground
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page


@rule("COL002", on=Page)
def faint_graphic(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A line or shape that means something hardly stands out from what is behind it.

    What one must see to understand a graphic has a contrast of 3 at least (WCAG 2.2, 1.4.11): connectors,
    and shapes that neither a text nor an icon inside them tells apart. Ornaments don't count.

    Bad:
        title: Who calls whom
        graphics:
          - kind: flow
            id: calls
            title: Calls
            alt: The gateway calls the agent.
            nodes: {gateway: Gateway, agent: Agent}
            edges:
              - {from: gateway, to: agent, color: amber}

    Good:
        title: Who calls whom
        graphics:
          - kind: flow
            id: calls
            title: Calls
            alt: The gateway calls the agent.
            nodes: {gateway: Gateway, agent: Agent}
            edges:
              - {from: gateway, to: agent, color: ochre}
    """
    items = context.drawn[page.number]
    behind = ground(page, context)
    faults = []
    for each in items:
        if each.graphic is None or is_decorative(each.item):
            continue
        faint = faint_item(each, behind)
        if faint is not None and not labelled_inside(each, items):
            fact = (
                f"{quoted(each.item.name)} is {faint.color} on {faint.behind}, a contrast of "
                f"{faint.ratio:.1f}; what matters in a graphic needs {faint.wanted:g}"
            )
            faults.append((each, (each.span, fact)))
    yield from once_an_area(faults, "lines or shapes", "choose a darker colour of the theme")

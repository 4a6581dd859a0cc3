"""ACC002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Block
from deckbuild.sources.values import span_of


@rule("ACC002", on=Block)
def table_without_header(block: Block) -> Iterator[Finding]:
    """A column of a table has no header.

    A screen reader says the header before each cell; without one, the cell is a word without a context
    (WCAG 2.2, 1.3.1 Info and Relationships, technique H51). The corner needs one as well: it says what the
    first column lists.

    Bad:
        title: What it costs
        content:
          - table:
              columns: ["", Price]
              rows: [[Input tokens, Low], [Output tokens, High]]

    Good:
        title: What it costs
        content:
          - table:
              columns: [What, Price]
              rows: [[Input tokens, Low], [Output tokens, High]]
    """
    columns = block.headers()
    blank = [number for number, name in enumerate(columns, 1) if not plain_text(name).strip()]
    if blank:
        which = f"column {blank[0]} has" if len(blank) == 1 else f"columns {', '.join(map(str, blank))} have"
        yield Finding(f"{which} no header", span_of(columns[blank[0] - 1]), "name what the column lists")

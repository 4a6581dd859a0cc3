"""COL001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.contrast import faint_texts
from deckbuild.check.measures.drawn import quoted
from deckbuild.check.measures.fit import once_an_area
from deckbuild.check.measures.ground import ground
from deckbuild.check.measures.roles import PAGE_HEIGHT
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page


@rule("COL001", on=Page)
def faint_text(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Text contrasts too little with what is behind it.

    A ratio of 4.5 is the least, 3 for large text: from 18 pt, or 14 pt bold (WCAG 2.2, 1.4.3, level AA;
    visual design guidelines, colour). Measured is the colour of each run on what really lies behind it:
    the fill of its shape or cell, panels below, the layout's artwork and background, transparency taken
    into account. Text on pictures isn't measured.

    Bad:
        title: Who answers first
        graphics:
          - kind: timeline
            id: incident
            title: The first half hour
            alt: Triage takes three minutes, mitigation the rest.
            unit: min
            spans:
              - {label: Triage, start: 0, end: 3, detail: investigate, color: gray}
              - {label: Mitigation, start: 3, end: 30, title: Mitigate, detail: roll back first}

    Good:
        title: Who answers first
        graphics:
          - kind: timeline
            id: incident
            title: The first half hour
            alt: Triage takes three minutes, mitigation the rest.
            unit: min
            spans:
              - {label: Triage, start: 0, end: 3, detail: investigate, color: slate}
              - {label: Mitigation, start: 3, end: 30, title: Mitigate, detail: roll back first}
    """
    behind = ground(page, context)
    scale = PAGE_HEIGHT / context.document.size.height
    faults = []
    for piece in context.pieces[page.number]:
        for faint in faint_texts(piece, behind, scale):
            large = "large text" if faint.large else "text"
            span = context.place_of_text(page, faint.text, piece.drawn.span)
            fact = (
                f"{quoted(faint.text)} is {faint.color} on {faint.behind}, a contrast of {faint.ratio:.1f}; "
                f"{large} needs {faint.wanted:g}"
            )
            faults.append((piece.drawn, (span, fact)))
    hint = "choose a darker or lighter colour of the theme for what is behind it"
    yield from once_an_area(faults, "texts", hint)

"""TIM006."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from deckbuild.check.measures.timing import minutes
from deckbuild.check.reports.report import counted
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Block
from deckbuild.sources.values import span_of

_RANGE = re.compile(
    r"\s*(\d+(?:\.\d+)?)\s*(?:-|–|—|to)\s*(\d+(?:\.\d+)?)\s*min(?:utes?)?\.?\s*", re.IGNORECASE
)


@rule("TIM006", on=Block)
def agenda_off_segments(block: Block, context: CheckContext) -> Iterator[Finding]:
    """The agenda's times aren't those of the segments.

    Participants hold the instructor to the times on the agenda slide. A table is an agenda if each row has a
    range such as "3-15 min"; its rows are compared in order with the segments that have minutes.

    Bad:
        title: A deck
        segments:
          - id: opening
            title: Opening
            minutes: 3
            slides:
              - title: Agenda
                content:
                  - table:
                      columns: [Time, Topic]
                      rows:
                        - [0-3 min, Opening]
                        - [3-15 min, Scaling]
          - id: scaling
            title: Scaling
            minutes: 9
            slides: [{title: All tenants share one token budget}]

    Good:
        title: A deck
        segments:
          - id: opening
            title: Opening
            minutes: 3
            slides:
              - title: Agenda
                content:
                  - table:
                      columns: [Time, Topic]
                      rows:
                        - [0-3 min, Opening]
                        - [3-12 min, Scaling]
          - id: scaling
            title: Scaling
            minutes: 9
            slides: [{title: All tenants share one token budget}]
    """
    segments = [segment for segment in context.deck.segments if segment.minutes is not None]
    if not segments:
        return
    rows = [next(((cell, found) for cell in row if (found := _range(cell))), None) for row in block.cells()]
    times = [row for row in rows if row is not None]
    if len(times) < len(rows) or len(times) < 2:
        return
    starts = [0.0]
    for segment in segments:
        starts.append(starts[-1] + (segment.minutes or 0))
    if len(times) != len(segments):
        fact = (
            f"the agenda has {counted(len(times), 'row')}, "
            f"the deck {counted(len(segments), 'segment')} with minutes"
        )
        yield Finding(fact, span_of(times[0][0]), "give each segment a row")
        return
    for (cell, said), (start, end), segment in zip(times, pairwise(starts), segments, strict=True):
        if said != (start, end):
            fact = (
                f"the agenda says {plain_text(cell)!r}, "
                f"{segment.label!r} runs from minute {start:g} to {end:g} ({minutes(end - start)})"
            )
            yield Finding(fact, span_of(cell), "change the table, or the minutes of the segments")


def _range(cell: str) -> tuple[float, float] | None:
    found = _RANGE.fullmatch(plain_text(cell))
    return (float(found[1]), float(found[2])) if found else None

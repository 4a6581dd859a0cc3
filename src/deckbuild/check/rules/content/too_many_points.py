"""CON004."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.slides import Slide
from deckbuild.sources.values import span_of


@rule("CON004", on=Slide)
def too_many_points(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """A slide makes more main points than people keep apart.

    Maximum 3 main points per slide (visual design guidelines, layout principles). Blocks with a `heading` are
    main points. The number is a setting of the deck: `check: {max_points: 3}`.

    Bad:
        title: Four limits
        content:
          - {heading: Throughput, text: Requests per second}
          - {heading: Capacity, text: Tokens per minute}
          - {heading: Cost, text: Dollars per hour}
          - {heading: Latency, text: Milliseconds}

    Good:
        title: Three limits
        content:
          - {heading: Throughput, text: Requests per second}
          - {heading: Capacity, text: Tokens per minute}
          - {heading: Cost, text: Dollars per hour}
    """
    headings = [block.heading for block in slide.blocks if block.heading is not None]
    most = context.settings.max_points
    if len(headings) > most:
        fact = f"the slide makes {len(headings)} main points, {most} are the most"
        hint = "split the slide, or merge points under one heading"
        yield Finding(fact, span_of(headings[most]), hint)

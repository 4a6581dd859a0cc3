"""NOT008."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.words import grams, words
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.notes import Speech
from deckbuild.deck.slides import Slide

LENGTH = 3
"""Words in a row that count as the same: two are chance ("the gateway"), four miss a changed preposition."""

SHARE = 0.5
"""Of the script: with more than half of it on the slide it is read aloud. Good ones stay below a fifth."""

LEAST = 20  # spoken words: a single sentence may well repeat the slide


@rule("NOT008", on=Slide)
def notes_read_the_slide(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """The notes merely read the slide aloud.

    People read faster than anyone speaks, and what they hear at the same time in the same words keeps them
    from taking it in (the redundancy principle: R. E. Mayer, Multimedia Learning). Measured is the share of
    spoken words that stand in runs of three which are on the slide.

    Bad:
        title: Four limits
        content:
          - bullets:
              - Throughput in requests per second
              - Token capacity in tokens per minute
              - Cost in dollars per hour
              - Latency at the 95th percentile
        notes: |
          The limits are throughput in requests per second, token capacity in tokens per minute, cost in
          dollars per hour, and latency at the 95th percentile.

    Good:
        title: Four limits
        content:
          - bullets:
              - Throughput in requests per second
              - Token capacity in tokens per minute
              - Cost in dollars per hour
              - Latency at the 95th percentile
        notes: |
          You'll hit the second one first. Capacity planning for a web shop starts with its visitors; here a
          single visitor who pastes a contract can use up the minute for everybody else.
    """
    shown: set[tuple[str, ...]] = set()
    for passage in context.passages[slide.number]:
        if passage.shown or passage.carried:
            shown |= grams(words(passage.plain), LENGTH)
    notes = [passage for passage in context.passages[slide.number] if passage.part == "notes"]
    said = [words(passage.plain) for passage in notes if passage.field == "notes"]  # not tables and code
    total = sum(map(len, said))
    if total < LEAST:
        return
    read = sum(_covered(spoken, shown) for spoken in said)
    if read > SHARE * total:
        fact = f"{read} of the {total} spoken words are on the slide in the same order"
        first = next((part.span for part in slide.notes if isinstance(part, Speech)), slide.span)
        yield Finding(fact, first, "say what the slide doesn't: why, an example, what follows from it")


def _covered(spoken: list[str], shown: set[tuple[str, ...]]) -> int:
    """How many of the words lie in a run of `LENGTH` that is shown."""
    covered: set[int] = set()
    for start in range(len(spoken) - LENGTH + 1):
        if tuple(spoken[start : start + LENGTH]) in shown:
            covered.update(range(start, start + LENGTH))
    return len(covered)

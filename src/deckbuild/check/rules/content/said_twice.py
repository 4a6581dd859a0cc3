"""CON012."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.passages import Passage
from deckbuild.check.measures.words import words
from deckbuild.check.reports.report import counted
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.slides import Slide

LEAST = 4
"""Words: shorter texts are labels, and may well come up in a list and in a diagram."""


@rule("CON012", on=Slide)
def said_twice(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """A slide says the same thing twice.

    White space is valuable (visual design guidelines, layout principles). Text that a graphic shows anyway
    needn't be printed beside it: `shown_in` names the graphic that carries a block. Compared are texts of
    four words and more, letters and digits only.

    Bad:
        title: Two limits
        content:
          - text: Tokens per minute run out first.
          - callout: Tokens per minute run out first!

    Good:
        title: Two limits
        content:
          - text: Tokens per minute run out first.
          - callout: Requests per second hardly ever do.
    """
    first: dict[tuple[str, ...], Passage] = {}
    repeated: list[tuple[Passage, Passage]] = []
    for passage in context.passages[slide.number]:
        text = tuple(words(passage.plain))
        if not passage.shown or passage.code or len(text) < LEAST:
            continue
        if text in first and not _same_diagram(first[text], passage):
            repeated.append((passage, first[text]))
        first.setdefault(text, passage)
    if not repeated:
        return
    again, before = repeated[0]
    fact = f"{again.plain!r} is also said in {_where(before)}"
    if len(repeated) > 1:
        fact += f"; {counted(len(repeated), 'text')} in all stand on the slide twice"
    both = before.part != again.part
    hint = "let the graphic carry the block: `shown_in` and its id" if both else "say it once"
    yield Finding(fact, again.span, hint)


def _same_diagram(one: Passage, other: Passage) -> bool:
    """Labels of one diagram may repeat: both gates are called gate."""
    return one.part == other.part == "graphics"


def _where(passage: Passage) -> str:
    return f"the {passage.part}, line {passage.span.line}" if passage.span.line else f"the {passage.part}"

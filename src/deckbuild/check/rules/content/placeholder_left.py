"""CON008."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.placeholders import placeholder
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.slides import Slide


@rule("CON008", on=Slide)
def placeholder_left(slide: Slide, context: CheckContext) -> Iterator[Finding]:
    """Text that was to be replaced is still there.

    TODO, TBD, FIXME, XXX, lorem ipsum, "click to add", or a field in brackets such as [Customer name] would
    be read aloud in front of the class. Fields that come from the deck's `vars` are reported there (CON009).

    Bad:
        title: All tenants share one token budget
        content:
          - "TODO: add the numbers of the last quarter"

    Good:
        title: All tenants share one token budget
        content:
          - It was used up on 12 of 90 days
    """
    filled = [str(value) for value in context.deck.vars.values() if placeholder(value)]
    for passage in context.passages[slide.number]:
        if passage.part == "cue" or passage.code:
            continue
        text = str(passage.text)
        for value in filled:
            text = text.replace(value, " " * len(value))
        found = placeholder(text)
        if found:
            fact = f"{found[0]!r} is left in the {_PARTS.get(passage.part, passage.part)}"
            yield Finding(fact, passage.at(found.start()), "replace it, or delete it")


_PARTS = {"notes": "speaker notes", "qa": "questions and answers"}

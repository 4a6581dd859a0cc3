"""LAY017."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from deckbuild.check.measures.alt import is_decorative
from deckbuild.check.measures.kept import Kept, missing_lines, notes_texts, slide_texts, spoken_for
from deckbuild.check.measures.passages import Passage
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.diagnostics import Severity
from deckbuild.document import Page

MOST_WORDS = 12
"""So many missing words a message names; the rest it counts."""

HINT = (
    "see whether the text has a place there (an outcome that no branch leads to has none); "
    "if it has, deckbuild is at fault: please report it"
)


@rule("LAY017", on=Page, severity=Severity.ERROR, on_render=True)
def text_lost(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Something that an author wrote stands neither on the slide nor in its notes.

    Every word of a text that is shown or spoken, and every line of code, must be in the laid-out page, markup
    and variables resolved. This is looked at on every slide of every render, whatever the kinds of blocks and
    graphics do, so that no word is ever lost without anyone noticing.
    """
    if any(fault.severity is Severity.ERROR for fault in page.faults):
        return  # layout itself says what it couldn't show
    items = context.items[page.number]
    passages = [each for each in context.on_page[page.number] if each.written]
    drawn = list(slide_texts(items))
    yield from _code([each for each in passages if each.shown and each.code], drawn)
    shown = [each for each in passages if each.shown and not each.code]
    yield from _words(shown, (*drawn, *spoken_for(items)), "slide")
    spoken = [each for each in passages if each.part in ("notes", "cue", "background", "qa")]
    yield from _words(spoken, notes_texts(page), "notes page")
    described = [each for each in passages if each.field == "alt" and not is_decorative(each.node)]
    yield from _words(described, spoken_for(items), "slide's alternative texts")


def _code(passages: Sequence[Passage], drawn: Iterable[str]) -> Iterator[Finding]:
    if not passages:
        return
    lines = Counter(text.rstrip() for text in drawn)
    for passage in passages:
        missing = missing_lines(passage.text, lines)
        if missing:
            number, text = missing[0]
            more = f" (and {len(missing) - 1} more)" if len(missing) > 1 else ""
            place = passage.at(sum(map(len, passage.text.splitlines(keepends=True)[:number])))
            yield Finding(f"the slide doesn't show the line {text.strip()!r} of the code{more}", place, HINT)


def _words(passages: Sequence[Passage], texts: Iterable[str], where: str) -> Iterator[Finding]:
    if not passages:
        return
    lacking = Kept(texts).missing([passage.plain for passage in passages])
    for passage, missing in zip(passages, lacking, strict=True):
        if missing:
            named = " ".join(missing[:MOST_WORDS])
            more = f" and {len(missing) - MOST_WORDS} more" if len(missing) > MOST_WORDS else ""
            lack = "lack" if where.endswith("s") else "lacks"
            message = f"the {where} {lack} {named!r}{more} of {_shortened(passage.plain)!r}"
            yield Finding(message, passage.span, HINT)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"

"""All links of a deck: those in its texts and those in its appendices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.check.measures.passages import Passage
from deckbuild.check.measures.weblinks import BARE_URL, bare_urls
from deckbuild.check.subjects import CheckContext
from deckbuild.deck.inline import parse_inline
from deckbuild.diagnostics import Span

WEB = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Link:
    """A link with the words that carry it; `bare` if it is an address that stands in the text as it is,
    `shown` if the audience sees it. `file` is the appendix it is in, if any."""

    text: str
    target: str
    span: Span
    slide: int | None = None
    bare: bool = False
    shown: bool = False
    file: str = ""

    @property
    def web(self) -> bool:
        """Whether it leads out of the deck."""
        return self.target.lower().startswith(WEB)


def links(context: CheckContext) -> Iterator[Link]:
    """Every link, in the order of the slides, then of the appendices. Code has none."""
    for number, passages in context.passages.items():
        for passage in passages:
            if not passage.code and ("](" in passage.text or BARE_URL.search(passage.text)):
                yield from _links_in(passage, number or None)
    for appendix in context.appendices:
        for found in appendix.references:
            yield Link(found.text, found.target, found.span, bare=found.bare, file=appendix.name)


def _links_in(passage: Passage, slide: int | None) -> Iterator[Link]:
    targets: dict[str, str] = {}
    for fragment in parse_inline(passage.text):
        if fragment.link is not None:
            targets[fragment.link] = targets.get(fragment.link, "") + fragment.text
        elif not fragment.code:
            for url, _ in bare_urls(fragment.text):
                at = passage.at(max(passage.text.find(url), 0))
                yield Link(url, url, at, slide, bare=True, shown=passage.shown)
    for target, text in targets.items():
        found = re.search(r"\]\(\s*<?" + re.escape(target), passage.text)
        at = passage.at(_opening(passage.text, found.start()) if found else 0)
        yield Link(text, target, at, slide, shown=passage.shown)


def _opening(text: str, closing: int) -> int:
    """Where the bracket that belongs to the one at `closing` opens."""
    depth = 0
    for index in range(closing, -1, -1):
        depth += {"]": 1, "[": -1}.get(text[index], 0)
        if depth == 0:
            return index
    return 0

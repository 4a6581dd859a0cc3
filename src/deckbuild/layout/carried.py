"""Blocks that a graphic shows: nothing of their text may be lost."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from deckbuild.deck.inline import link_targets, plain_text
from deckbuild.deck.links import BadAddress, is_internal, web_uri
from deckbuild.deck.nodes import Block, Node
from deckbuild.diagnostics import Diagnostic, Span
from deckbuild.diagnostics.codes.layout import NOT_CARRIED
from deckbuild.document import Frame, text_bodies, walk
from deckbuild.sources.values import InlineStr, VerbatimStr

WORD = re.compile(r"[^\W_]+|[<>=≤≥≠±%€$£]")

SPREAD = 4
"""A text counts as shown if its words come in order within this many times their number: it may be parted
into neighbouring labels, but not gathered from all over the graphic."""


MOST_STARTS = 60
"""A text whose first words stand in more places than this in one graphic is looked for at these only: with
one place tried for every word of a long text, the work would grow with the square of what is written."""


def lost_texts(block: Block, frame: Frame, graphic: str) -> Iterator[Diagnostic]:
    """An error for each text of `block` whose words the graphic's `frame` doesn't show in order.

    Code, and texts of signs alone, must stand there sign by sign; a link must be one there too.
    """
    drawn = list(drawn_texts(frame))
    shown = [word for text in drawn for word in words(text)]
    signs = "".join("".join(drawn).split())
    links = frozenset(drawn_links(frame))
    for text in block_texts(block):
        verbatim = isinstance(text, VerbatimStr)
        plain = str(text) if verbatim else plain_text(text)
        wanted = [] if verbatim else words(plain)
        missing = missing_words(wanted, shown)
        if not wanted and (bare := "".join(plain.split())) and bare not in signs:
            missing = [plain.strip()]
        if not verbatim:
            missing += [target for target in link_targets(text) if _address(target) not in links]
        if missing:
            span = getattr(text, "span", None)
            yield Diagnostic(
                NOT_CARRIED,
                f"graphic {graphic!r} doesn't show all of {str(text)!r}: {' '.join(missing)!r} is missing",
                span if isinstance(span, Span) else block.span,
                "add it to a label of the graphic, or remove shown_in so that the block is drawn",
            )


def _address(target: str) -> str:
    """A link's target as it stands in a frame; one to a slide stands there as a number: any will do."""
    try:
        return "#" if is_internal(target) else web_uri(target)
    except BadAddress:
        return target  # reading says so


def drawn_links(frame: Frame) -> Iterator[str]:
    """Where the links of a frame lead; `#` for those to slides."""
    for body in text_bodies(walk(frame.items)):
        for paragraph in body.paragraphs:
            yield from ("#" if is_internal(run.link) else run.link for run in paragraph.runs if run.link)


def drawn_texts(frame: Frame) -> Iterator[str]:
    """The texts that a frame shows, in drawing order."""
    return (body.text for body in text_bodies(walk(frame.items)))


def block_texts(block: Block) -> Iterator[str]:
    """The block's heading and every text in it that would be shown, as written."""
    if block.heading is not None:
        yield block.heading
    for name in type(block).model_fields:
        if name != "heading":
            yield from _texts(getattr(block, name))


def _texts(value: object) -> Iterator[str]:
    match value:
        case InlineStr() | VerbatimStr():
            yield value
        case Block():
            yield from block_texts(value)
        case Node():
            for name in type(value).model_fields:
                yield from _texts(getattr(value, name))
        case tuple() | list():
            for item in value:
                yield from _texts(item)


def words(text: str) -> list[str]:
    """The words of a text for comparison: letters and digits, without case, and signs that carry meaning;
    an ampersand is "and"."""
    return [word.casefold() for word in WORD.findall(text.replace("&", " and "))]


def missing_words(wanted: Sequence[str], shown: Sequence[str]) -> list[str]:
    """Which of the `wanted` words the best place in `shown` lacks; none if all are there in order."""
    if not wanted:
        return []
    best: list[str] = list(wanted)
    reach = SPREAD * len(wanted) + SPREAD
    places: dict[str, list[int]] = {}
    for index, word in enumerate(shown):
        places.setdefault(word, []).append(index)
    for start in _starts(wanted, shown):
        position, lacking = start, []
        for word in wanted:
            found = _find(places.get(word, ()), position, start + reach)
            if found is None:
                lacking.append(word)
            else:
                position = found + 1
        if len(lacking) < len(best):
            best = lacking
        if not best:
            break
    return best


def _starts(wanted: Sequence[str], shown: Sequence[str]) -> Iterable[int]:
    """Places to try: wherever one of the first few wanted words stands, as far as that stays cheap."""
    first = set(wanted[:3])
    return [index for index, word in enumerate(shown) if word in first][:MOST_STARTS]


def _find(places: Sequence[int], start: int, stop: int) -> int | None:
    """The first of the ascending `places` from `start` on and before `stop`."""
    nearest = bisect_left(places, start)
    return places[nearest] if nearest < len(places) and places[nearest] < stop else None

"""A label with a mark, such as an icon: before its words, or above them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from deckbuild.deck.inline import plain_text
from deckbuild.document import Align, TextBody
from deckbuild.geometry import Rect, Size
from deckbuild.layout.boxes import SLACK, VAST, Box, Drawn, Setting, aligned, box, column, set_text, text
from deckbuild.layout.label import ROUNDING, LabelParagraph

GAP = 6.0  # between a mark and its words: half the theme's gap, they are one thing
BESIDE_LINES = 2  # a label that needs more lines than this beside its mark goes below it
LEVEL = 1.3  # words up to this many times as high as their mark stand level with it
SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}  # of the free width, what is left of the words


def headed(
    label: Sequence[LabelParagraph],
    mark: Box | None,
    width: float,
    setting: Setting,
    *,
    tall: bool,
    at: Align,
) -> tuple[Box, bool]:
    """A label `width` points wide with its mark, and whether that stands above it: in a `tall` place, or
    where beside it words would be torn or broken too often."""

    @cache
    def body(width: float) -> TextBody:
        return setting.body(label, min(width, VAST), align="left", anchor="top")

    words = set_text(body, setting, plain_text(label[0].text))
    if mark:
        room = max(1.0, width - mark.natural.width - GAP)
        torn = tall or words.takes(Size(room, 0.0)).width > room + ROUNDING
        if torn or len(body(room).paragraphs[0].lines) > BESIDE_LINES:
            return below_mark(label, mark, setting), True
    return after_mark(words, mark, setting, at=at, several=len(label) > 1), False


def below_mark(label: Sequence[LabelParagraph], mark: Box | None, setting: Setting) -> Box:
    """A label below a mark, both in the middle of their rectangle."""
    return aligned(column([mark, text(label, setting, align="center")], gap=GAP / 2), None)


def after_mark(
    words: Box, mark: Box | None, setting: Setting, *, at: Align = "left", several: bool = False
) -> Box:
    """Words after a mark, in the middle of their rectangle's height and `at` one side of it or in its middle.

    A mark stands by the first line, unless the words are of `several` paragraphs.
    """
    size = mark.natural if mark else Size(0.0, 0.0)
    lead = size.width + GAP if mark else 0.0

    def takes(offered: Size) -> Size:
        needs = words.takes(Size(max(1.0, offered.width - lead), 0.0))
        return Size(lead + needs.width, max(needs.height, size.height))

    def draw(rect: Rect) -> Iterable[Drawn]:
        needs = takes(rect.size)
        whole = rect.placed(replace(needs, width=needs.width - SLACK), SHARE[at])
        if mark:
            first = whole.height
            if not several and whole.height > size.height * LEVEL:
                first = setting.pitch
            yield from mark.draw(replace(whole, width=size.width, height=max(first, size.height)))
        right = rect.right if at == "left" else whole.right + SLACK
        place = Rect.from_edges(whole.left + lead, whole.top, right, whole.bottom)
        yield from aligned(words, None).draw(place)

    return box(takes, draw)

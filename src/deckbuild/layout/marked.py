"""A label with a mark, such as an icon: before its words, or above them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf

from deckbuild.document import Align
from deckbuild.geometry import Rect, Size
from deckbuild.layout.boxes import SLACK, Box, Drawn, Setting, aligned, box, column, text
from deckbuild.layout.label import LabelParagraph, label_fits

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
    if mark:
        room = Size(max(1.0, width - mark.natural.width - GAP), inf)
        body = setting.body(label, room.width)
        torn = not label_fits(body, room, setting.context)
        if tall or torn or len(body.paragraphs[0].lines) > BESIDE_LINES:
            return below_mark(label, mark, setting), True
    return after_mark(label, mark, setting, at=at), False


def below_mark(label: Sequence[LabelParagraph], mark: Box | None, setting: Setting) -> Box:
    """A label below a mark, both in the middle of their rectangle."""
    return aligned(column([mark, text(label, setting, align="center")], gap=GAP / 2), None)


def after_mark(
    label: Sequence[LabelParagraph],
    mark: Box | None,
    setting: Setting,
    *,
    align: Align = "left",
    at: Align = "left",
) -> Box:
    """A label after a mark, in the middle of their rectangle's height and `at` one side of it or in its
    middle. A mark before several lines of one paragraph stands by the first."""
    size = mark.natural if mark else Size(0.0, 0.0)
    lead = size.width + GAP if mark else 0.0
    words = text(label, setting, align=align)

    def takes(offered: Size) -> Size:
        needs = words.takes(Size(max(1.0, offered.width - lead), 0.0))
        return Size(lead + needs.width, max(needs.height, size.height))

    def draw(rect: Rect) -> Iterable[Drawn]:
        needs = takes(rect.size)
        whole = rect.placed(replace(needs, width=needs.width - SLACK), SHARE[at])
        if mark:
            several = len(label) == 1 and whole.height > size.height * LEVEL
            first = setting.pitch if several else whole.height
            yield from mark.draw(replace(whole, width=size.width, height=max(first, size.height)))
        right = rect.right if at == "left" else whole.right + SLACK
        place = Rect.from_edges(whole.left + lead, whole.top, right, whole.bottom)
        yield from aligned(words, None).draw(place)

    return box(takes, draw)

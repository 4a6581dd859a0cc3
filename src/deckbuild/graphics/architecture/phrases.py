"""Words with a mark before or above them, and the measures that all parts of an architecture share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from deckbuild.color import contrast
from deckbuild.document import Align, Color, Shape, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.boxes import (
    VAST,
    Box,
    Drawn,
    Setting,
    aligned,
    box,
    column,
    for_width,
    row,
    text,
)
from deckbuild.layout.columns import column_widths
from deckbuild.layout.icons import icon_box
from deckbuild.layout.label import ROUNDING, LabelParagraph, roomy_width
from deckbuild.text.typesetter import WIDER
from deckbuild.theme import Series

GAP = 6.0  # between an icon and its words: half the theme's gap, they are one thing
SMALL_ICON = 1.35  # height of an icon in a line of text, per point of size: a little more than its ascent
BESIDE_LINES = 2  # a label that needs more lines than this beside its icon goes below it
LEVEL = 1.3  # words up to this many times as high as their mark stand level with it
SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}  # of the free width, what is left of the words


@dataclass(frozen=True, slots=True)
class Scale(Setting):
    """One attempt: all text at `size` points. `id` is the graphic's, for the keys of its shapes."""

    id: str

    @property
    def small(self) -> float:
        """Height of an icon that stands in a line of text."""
        return round(self.size * SMALL_ICON, 1)

    @property
    def icon(self) -> float:
        """Height of an icon that stands for itself."""
        return self.context.theme.shape.icon

    @property
    def pad(self) -> float:
        """Between a box and what it holds at the sides; the icons bring some air of their own."""
        return self.context.theme.shape.padding - 2

    @property
    def tight(self) -> float:
        """The same above and below, where lines of text bring air of their own."""
        return self.context.theme.shape.padding - 4

    def key(self, name: str) -> str:
        return f"{self.id}/{name}"

    def hue(self, *names: str | None) -> Series:
        """The colours that go with the first palette name given, the neutral ones without any."""
        theme = self.context.theme
        named = next((theme.palette[name] for name in names if name), theme.role.neutral)
        return theme.hue(named)

    def line(self, hue: Series) -> Color:
        """The hue's colour that is seen well as a thin line on the page's ground (3:1, WCAG 2.2 §1.4.11)."""
        ground = self.context.tone.ground
        return next((color for color in (hue.text, hue.fill) if contrast(color, ground) >= 3), hue.tint)


def symbol_box(name: str | None, height: float, color: Color, scale: Scale) -> Box | None:
    """An icon, if there is one."""
    return icon_box(name, height, color, scale.context) if name else None


def phrase(
    label: str,
    symbol: str | None,
    ink: Color,
    scale: Scale,
    *,
    bold: bool = False,
    align: Align = "left",
    stacked: bool = False,
    mark: Color | None = None,
) -> Box:
    """Words with an icon (in the colour `mark`) before them, `stacked`: above them."""
    height = scale.icon if stacked else scale.small
    drawn = symbol_box(symbol, height, mark or ink, scale)
    line = LabelParagraph(label, bold, ink)
    if stacked:
        return below_mark([line], drawn, scale)
    return after_mark(
        lambda width: scale.body([line], width, align=align, anchor="top"), drawn, scale, align, label
    )


def headed(
    label: Sequence[LabelParagraph], mark: Box | None, width: float, scale: Scale, *, tall: bool, align: Align
) -> tuple[Box, bool]:
    """A label `width` points wide with its mark, and whether that stands above it: in a `tall` place, or
    where beside it words would be torn or broken too often."""
    lead = mark.natural.width + GAP if mark else 0.0
    room = max(1.0, width - lead)
    if not (mark and tall):
        body = scale.body(label, room, align="left", anchor="top")
        torn = widest_unit(body, scale) * WIDER > room + ROUNDING
        if not mark or not (torn or len(body.paragraphs[0].lines) > BESIDE_LINES):
            return after_mark(lambda _: body, mark, scale, align), False
    return below_mark(label, mark, scale), True


def below_mark(label: Sequence[LabelParagraph], mark: Box | None, setting: Setting) -> Box:
    """A label below a mark, both in the middle of their rectangle."""
    words = text(label, setting, align="center")
    return aligned(column([mark, words], gap=GAP / 2), None)


def after_mark(
    words: Callable[[float], TextBody], mark: Box | None, setting: Setting, align: Align, name: str = ""
) -> Box:
    """Words, broken to the width that there is for them, after a mark, in the middle of their rectangle's
    height. A mark before several lines of one paragraph stands by the first."""
    size = mark.natural if mark else Size(0.0, 0.0)
    lead = size.width + GAP if mark else 0.0
    broken = cache(lambda width: words(max(1.0, min(width, VAST) - lead)))

    def takes(offered: Size) -> Size:
        body = broken(offered.width)
        needed = lead + widest_unit(body, setting)
        torn = needed > max(1.0, offered.width) + ROUNDING
        width = needed if torn else min(offered.width, lead + roomy_width(body))
        return Size(width, max(body.roomy_height, size.height))

    def draw(rect: Rect) -> Iterable[Drawn]:
        body = broken(rect.width)
        wide = min(rect.width, lead + roomy_width(body))
        whole = rect.placed(Size(wide, max(body.height, size.height)), SHARE[align])
        if mark:
            several = body.height > size.height * LEVEL and len(body.paragraphs) == 1
            first = body.paragraphs[0].lines[0].height if several else whole.height
            yield from mark.draw(replace(whole, width=size.width, height=max(first, size.height)))
        right = rect.right if align == "left" else whole.right
        place = Rect.from_edges(whole.left + lead, whole.top, right, whole.bottom)
        yield Text(place.placed(Size(place.width, body.height)), body, name)

    return box(takes, draw)


def widest_unit(body: TextBody, setting: Setting) -> float:
    """Width in points of the widest stretch that can't be broken."""
    typesetter = setting.context.typesetter
    return max((typesetter.widest_unit(each.runs) + each.margin for each in body.paragraphs), default=0.0)


def weighted(boxes: Sequence[Box], weights: Sequence[float], gap: float) -> Box:
    """Boxes side by side that share the width by their weights."""
    return for_width(lambda width: row(boxes, column_widths(width, gap, weights), gap=gap))


def in_shape(inner: Box, shape: Callable[[Rect, TextBody], Shape]) -> Box:
    """The box in a shape that holds its first words: those move with it, and it is named by them."""

    def draw(rect: Rect) -> Iterable[Drawn]:
        items = list(inner.draw(rect))
        words = next(item for item in items if isinstance(item, Text))
        left, top = words.rect.left - rect.left, words.rect.top - rect.top
        insets = Insets(top, rect.right - words.rect.right, 0.0, left)
        yield shape(rect, replace(words.body, insets=insets))
        yield from (item for item in items if item is not words)

    return Box(inner.takes, draw)


def for_shape(make: Callable[[Size], Box]) -> Box:
    """The box that `make` composes for its rectangle's proportions; measured as if it had no height."""
    made = cache(make)
    return Box(
        lambda offered: made(Size(min(offered.width, VAST), 0.0)).takes(offered),
        lambda rect: made(rect.size).draw(rect),
    )

"""The small parts of an architecture: one attempt's measures, words with an icon, pills.

Every drawing function takes the rectangle that a part may use, in the graphic's points, and tells with the
shapes what the part needs. Measuring a part is drawing it in a rectangle without height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.document import Align, Color, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture import model
from deckbuild.graphics.shared.icons import icon, icon_width
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.theme import Series

GAP = 6.0  # between an icon and its words: half the theme's gap, they are one thing
AIR = 4.0  # above and below the words on a pill
SMALL_ICON = 1.35  # height of an icon in a line of text, per point of size: a little more than its ascent
BESIDE_LINES = 2  # a label that needs more lines than this beside its icon goes below it


@dataclass(frozen=True, slots=True)
class Scale:
    """One attempt: all text at `size` points. `id` is the graphic's, for the keys of its shapes."""

    size: float
    context: LayoutContext
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

    def hue(self, name: str | None) -> Series:
        """The colours that go with a palette name, the neutral ones without a name."""
        theme = self.context.theme
        return theme.hue(theme.palette[name] if name else theme.role.neutral)

    def line(self, hue: Series) -> Color:
        """The hue's colour that is seen well as a thin line on the page's ground (3:1, WCAG 2.2 §1.4.11)."""
        ground = self.context.tone.ground
        return next((color for color in (hue.text, hue.fill) if contrast(color, ground) >= 3), hue.tint)


@dataclass(frozen=True, slots=True)
class Part:
    """Shapes, and the size they need, in points."""

    items: tuple[Item, ...]
    need: Size


@dataclass(frozen=True, slots=True)
class Headed:
    """Words with a mark before or above them, measured. `short` is by how much a word is too wide."""

    words: TextBody
    mark: Size
    stacked: bool
    short: float

    @property
    def lead(self) -> float:
        """Width of the mark and the gap after it; nothing if it stands above the words."""
        return self.mark.width + GAP if self.mark.width and not self.stacked else 0.0

    @property
    def size(self) -> Size:
        if self.stacked:
            above = self.mark.height + GAP / 2 if self.mark.height else 0.0
            return Size(max(self.mark.width, self.words.width), above + self.words.height)
        return Size(self.lead + self.words.width, max(self.mark.height, self.words.height))

    def place(self, rect: Rect, align: Align) -> tuple[Rect, Rect]:
        """Where the mark and the words go in `rect`, in the middle of its height. A mark beside several lines
        stands by the first; the words' rectangle reaches to the right edge if they are set left."""
        size = self.size
        slack = max(0.0, rect.width - size.width)
        left = rect.left + {"left": 0.0, "center": slack / 2, "right": slack}[align]
        top = rect.top + max(0.0, (rect.height - size.height) / 2)
        if self.stacked:
            mark = Rect(rect.left, top, max(0.0, rect.width), self.mark.height)
            below = rect.left, top + size.height - self.words.height
            return mark, Rect(*below, rect.width, self.words.height)
        first = self.words.paragraphs[0].lines[0].height
        down = max(0.0, (first - self.mark.height) / 2)
        if self.words.height <= self.mark.height * 1.3 or len(self.words.paragraphs) > 1:
            down = (size.height - self.mark.height) / 2
        mark = Rect(left, top + down, self.mark.width, self.mark.height)
        right = rect.right if align == "left" else left + size.width + 0.5
        edge = left + self.lead
        return mark, Rect(edge, top + (size.height - self.words.height) / 2, right - edge, self.words.height)


def torn(body: TextBody, width: float, scale: Scale) -> float:
    """By how many points the widest unbreakable stretch exceeds a label set to `width`."""
    room = width - body.insets.horizontal + 0.01
    typesetter = scale.context.typesetter
    widest = (typesetter.widest_unit(each.runs) + each.margin for each in body.paragraphs)
    return max(0.0, max(widest, default=0.0) - room)


def headed(
    lines: Sequence[LabelLine],
    mark: Size,
    width: float,
    scale: Scale,
    *,
    align: Align = "left",
    stacked: bool | None = None,
) -> Headed:
    """Words with a mark in `width` points. Unless told, the mark goes above words that are long beside it."""
    lead = mark.width + GAP if mark.width else 0.0
    if not stacked:
        room = max(1.0, width - lead)
        words = set_label(lines, scale.size, room, scale.context, align=align)
        short = torn(words, room, scale)
        crowded = short > 0 or len(words.paragraphs[0].lines) > BESIDE_LINES
        if stacked is False or not lead or not crowded:
            return Headed(words, mark, False, short)
    words = set_label(lines, scale.size, max(1.0, width), scale.context, align="center")
    return Headed(words, mark, True, torn(words, max(1.0, width), scale))


def _phrase(
    label: str, symbol: str | None, width: float, color: Color | None, bold: bool, stacked: bool, scale: Scale
) -> Headed:
    height = scale.icon if stacked else scale.small
    mark = Size(icon_width(symbol, height), height) if symbol else Size(0.0, 0.0)
    return headed([LabelLine(label, bold, color)], mark, width, scale, stacked=stacked)


def phrase_size(
    label: str, symbol: str | None, widest: float, scale: Scale, *, bold: bool = False, stacked: bool = False
) -> Size:
    """What `phrase` takes if it may be `widest` points wide; wider than that if a word has to be."""
    if not label and not symbol:
        return Size(0.0, 0.0)
    measured = _phrase(label, symbol, widest, None, bold, stacked, scale)
    return Size(measured.size.width + measured.short + 0.5, measured.size.height)


def phrase(
    label: str,
    symbol: str | None,
    rect: Rect,
    color: Color,
    scale: Scale,
    *,
    bold: bool = False,
    align: Align = "left",
    stacked: bool = False,
    mark: Color | None = None,
    name: str = "",
) -> tuple[Item, ...]:
    """Words with an icon (in the colour `mark`) before them, `stacked`: above them, without a box."""
    measured = _phrase(label, symbol, rect.width, color, bold, stacked, scale)
    drawn, place = measured.place(rect, align)
    text = align if not stacked else "center"
    paragraphs = tuple(replace(each, align=text) for each in measured.words.paragraphs)
    words = Text(place, replace(measured.words, paragraphs=paragraphs, anchor="top"), name or label)
    return (icon(symbol, drawn, mark or color, scale.context), words) if symbol else (words,)


def pill(item: model.Item, cell: Rect, hue: Series, scale: Scale) -> Part:
    """An item as a pill as wide as its words, in the middle of `cell`."""
    theme = scale.context.theme
    lead = icon_width(item.icon, scale.small) + GAP * 0.75 if item.icon else 0.0
    insets = Insets(AIR, GAP, AIR, GAP + lead)
    align: Align = "left" if item.icon else "center"
    line = LabelLine(item.label, color=theme.text_on(hue.tint))
    widest = max(1.0, cell.width - GAP)
    body = set_label([line], scale.size, widest, scale.context, align=align, insets=insets)
    width, height = min(widest, body.width + 1.0), max(body.height, scale.small + AIR)
    rect = Rect(cell.center.x - width / 2, cell.top + (cell.height - height) / 2, width, height)
    outline = Rounded(theme.shape.radius)
    stroke = Stroke(hue.text, theme.shape.stroke)
    items: list[Item] = [Shape(rect, outline, hue.tint, stroke, body, item.label)]
    if item.icon:
        place = Rect(rect.left + GAP, rect.top, lead - GAP * 0.75, rect.height)
        items.append(icon(item.icon, place, hue.text, scale.context))
    need = Size(cell.width + torn(body, widest, scale), height)
    return Part(tuple(items), need)

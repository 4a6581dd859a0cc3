"""Badges: a medal with an icon, a title and a ribbon, to mark an achievement."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.fields import ColorName, Inline, InlineList
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic
from deckbuild.document import Color, Ellipse, Frame, Freeform, Item, Rectangle, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.shared.icons import IconName, icon
from deckbuild.layout.label import LabelLine, label_fits, set_label
from deckbuild.text.fitting import largest_fitting, sizes_between

WAVES = 24  # round the seal's edge
WAVE = 0.022  # depth of a trough, as a share of the diameter
SMOOTH = 0.45  # length of a curve's handles, as a share of the way from crest to trough
DISC = 0.87  # the disc in the seal, as a share of its diameter
RING = 0.79  # the fine ring on the disc
ICON = 0.29  # height of the icon
ICON_TOP = 0.15  # of the diameter, from the seal's top to the icon
WORDS = 0.6  # of the diameter, the width of the title: the chord of the ring where it stands
BAND_AT = 0.77  # of the diameter, from the seal's top to the ribbon's middle
BAND = 0.8  # width of the ribbon's front, as a share of the diameter
TAIL = 0.13  # of the diameter, how far the ribbon's tails show on each side
DROP = 0.24  # of the ribbon's height, how much lower its tails hang
FOLD = 0.55  # of its height, how far the fold reaches in under the front
NOTCH = 0.4  # of a tail's width, how deep its end is cut
LARGEST = 320.0  # points; a larger medal would outshout the slide's title
TITLE_GROWTH = 0.8  # the title is larger than the label size by this share
RIBBON_GROWTH = 0.25
AIR = 14.0  # points between medal and the lines below


@dataclass(frozen=True, slots=True)
class Colors:
    """The medal's colours for the ground it hangs on."""

    seal: Color
    disc: Color
    ring: Color
    text: Color
    tail: Color


@GRAPHICS.register("badge")
class Badge(Graphic):
    """A medal for something achieved: icon and title in a seal, a word on the ribbon, lines below."""

    technical: ClassVar[bool] = False

    icon: IconName = Field(default="award", description="Drawn in the seal.")
    headline: Inline = Field(description="The title in the seal, a word or two.")
    ribbon: Inline | None = Field(default=None, description="The word on the ribbon.")
    lines: InlineList = Field(default=(), description="Lines below the medal.")
    color: ColorName | None = Field(
        default=None, description="Colour of seal and ribbon; by default the theme's primary colour."
    )

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """The medal as large as the region allows, in its middle; the lines below it."""
        role = context.theme.type.label
        below = [LabelLine(line, bold=index == 0) for index, line in enumerate(self.lines)]

        def foot(size: float) -> TextBody:
            return set_label(below, size, region.width, context, anchor="top")

        def diameter(size: float) -> float:
            under = foot(size).height + AIR if below else 0.0
            return min(region.width / (BAND + 2 * TAIL), region.height - under, LARGEST)

        def fits(size: float) -> bool:
            room = diameter(size)
            title = Size(room * WORDS, room * (BAND_AT - ICON_TOP - ICON) - _band(size, context) / 2)
            words = self._title(size, room, context)
            return label_fits(words, title, context) and (
                self.ribbon is None
                or label_fits(
                    self._word(size, room, context), Size(room * BAND, _band(size, context)), context
                )
            )

        size, fitting = largest_fitting(sizes_between(role.min, role.max, 0.5), fits, bool)
        across = max(diameter(size), 1.0)
        text = foot(size)
        height = across + (text.height + AIR if below else 0.0)
        top = max(0.0, (region.height - height) / 2)
        items = self._medal(Rect((region.width - across) / 2, top, across, across), size, context)
        if below:
            items.append(Text(Rect(0, top + across + AIR, region.width, text.height), text, "Lines"))
        # What doesn't fit the seal shows as a need for more height.
        need = max(height, region.height) + (0.0 if fitting else self._lack(size, across, context))
        return Frame(Size(region.width, need), tuple(items))

    def _title(self, size: float, across: float, context: LayoutContext) -> TextBody:
        colors = self._colors(context)
        line = LabelLine(self.headline, True, colors.text, size * TITLE_GROWTH)
        return set_label([line], size, across * WORDS, context)

    def _word(self, size: float, across: float, context: LayoutContext) -> TextBody:
        ink = context.theme.text_on(self._colors(context).seal)
        line = LabelLine(self.ribbon or "", True, ink, size * RIBBON_GROWTH)
        return set_label([line], size, across * BAND, context)

    def _lack(self, size: float, across: float, context: LayoutContext) -> float:
        words = self._title(size, across, context)
        room = across * (BAND_AT - ICON_TOP - ICON) - _band(size, context) / 2
        return max(words.height - room, words.width - across * WORDS, 1.0)

    def _colors(self, context: LayoutContext) -> Colors:
        theme = context.theme
        seal = theme.palette[self.color] if self.color else theme.role.primary
        hue = theme.hue(seal)
        disc = (
            theme.code.background
            if contrast(theme.role.on_dark, context.tone.ground) > 3
            else theme.role.dark
        )
        return Colors(seal, disc, seal, theme.role.on_dark, hue.text)

    def _medal(self, rect: Rect, size: float, context: LayoutContext) -> list[Item]:
        colors = self._colors(context)
        across, middle = rect.width, rect.center.x
        disc, ring = _centered(rect, DISC), _centered(rect, RING)
        height = across * ICON
        mark = Rect(rect.left, rect.top + across * ICON_TOP, across, height)
        title = self._title(size, across, context)
        band = _band(size, context)
        front = Rect(middle - across * BAND / 2, rect.top + across * BAND_AT - band / 2, across * BAND, band)
        bottom = front.top if self.ribbon else rect.top + across * 0.84
        words = Rect(
            middle - across * WORDS / 2, mark.bottom, across * WORDS, max(title.height, bottom - mark.bottom)
        )
        items: list[Item] = [
            Shape(rect, wavy_seal(), colors.seal, name="Seal", decorative=True),
            Shape(disc, Ellipse(), colors.disc, name="Disc", decorative=True),
            Shape(
                ring,
                Ellipse(),
                None,
                Stroke(colors.ring, context.theme.shape.stroke),
                name="Ring",
                decorative=True,
            ),
            icon(self.icon, mark, colors.text, context),
            Text(words, title, "Title"),
        ]
        if self.ribbon:
            body = self._word(size, across, context)
            items += _ribbon(front, across * TAIL, colors, body)
        return items


def _band(size: float, context: LayoutContext) -> float:
    """Height of the ribbon in points: its word with generous air."""
    return size * (1 + RIBBON_GROWTH) * 1.25 + context.theme.shape.padding * 1.5


def _centered(rect: Rect, share: float) -> Rect:
    return rect.inset(Insets.all(rect.width * (1 - share) / 2))


def _ribbon(front: Rect, tail: float, colors: Colors, body: TextBody) -> list[Item]:
    """A band whose ends fold back and hang lower behind it, cut in a V."""
    drop, fold = front.height * DROP, front.height * FOLD
    width = tail + fold
    deep = NOTCH * tail / width
    end = (("M", 0, 0), ("L", 1, 0), ("L", 1, 1), ("L", 0, 1), ("L", deep, 0.5), ("Z",))
    corner = (("M", 0, 0), ("L", 1, 0), ("L", 1, 1), ("Z",))
    tails = Rect(front.left - tail, front.top + drop, width, front.height)
    folds = Rect(front.left, front.bottom, fold, drop)
    items: list[Item] = [
        Shape(
            place if left else _mirrored(place, front),
            _outline(path, left),
            color,
            name=name,
            decorative=True,
        )
        for path, place, color, name in (
            (end, tails, colors.tail, "Ribbon end"),
            (corner, folds, colors.disc, "Ribbon fold"),
        )
        for left in (True, False)
    ]
    return [*items, Shape(front, Rectangle(), colors.seal, body=body, name="Ribbon")]


def _mirrored(rect: Rect, about: Rect) -> Rect:
    """The rectangle on the other side of `about`'s middle."""
    return Rect(2 * about.center.x - rect.right, rect.top, rect.width, rect.height)


def _outline(steps: Sequence[tuple[str | float, ...]], left: bool) -> Freeform:
    """A path on the unit square, as it is or mirrored."""
    if not left:
        steps = [(step[0], 1.0 - float(step[1]), step[2]) if len(step) == 3 else step for step in steps]
    return Freeform(Size(1.0, 1.0), tuple(steps))


def wavy_seal() -> Freeform:
    """A disc with a wavy edge, one unit across: crests and troughs by turns, each curve leaving and arriving
    along the circle."""

    def turn(index: int, onward: float) -> tuple[float, float]:
        """The n-th crest or trough, or the handle of a curve there, `onward` along the circle."""
        angle = index * math.pi / WAVES
        radius = 0.5 if index % 2 else 0.5 - WAVE
        reach = onward * radius * math.pi / WAVES
        sine, cosine = math.sin(angle), math.cos(angle)
        return 0.5 + radius * sine + reach * cosine, 0.5 - radius * cosine + reach * sine

    curves = (("C", *turn(i, SMOOTH), *turn(i + 1, -SMOOTH), *turn(i + 1, 0.0)) for i in range(2 * WAVES))
    return Freeform(Size(1.0, 1.0), (("M", *turn(0, 0.0)), *curves, ("Z",)))

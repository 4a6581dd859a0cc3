"""Badges: a medal with an icon, a title and a ribbon, to mark an achievement."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from pydantic import Field

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.fields import ColorName, Inline, InlineList
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic
from deckbuild.document import Color, Ellipse, Frame, Freeform, Item, Rectangle, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Point, Rect, Size
from deckbuild.layout.boxes import Box, Setting, aligned, column, fixed, text
from deckbuild.layout.icons import IconName, icon
from deckbuild.layout.label import STEP, LabelParagraph, label_fits
from deckbuild.layout.marks import polygon
from deckbuild.text.fitting import largest_fitting, sizes_between

WAVES = 24  # round the seal's edge
WAVE = 0.022  # depth of a trough, as a share of the diameter
SMOOTH = 0.45  # length of a curve's handles, as a share of the way from crest to trough
DISC = 0.87  # the disc in the seal, as a share of its diameter
RING = 0.79  # the fine ring on the disc
ICON = 0.29  # height of the icon
ICON_TOP = 0.15  # of the diameter, from the seal's top to the icon
WORDS = 0.6  # of the diameter, the width of the title: the chord of the ring where it stands
FOOT = 0.84  # of the diameter, where the title ends if there is no ribbon
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

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Medal:
    """The medal at one size of text: its diameter, its words, and its colours on the ground it hangs on."""

    setting: Setting
    across: float
    title: TextBody
    word: TextBody | None
    seal: Color
    disc: Color
    tail: Color

    @property
    def band(self) -> float:
        """Height of the ribbon: its word with generous air."""
        return self.setting.size * (1 + RIBBON_GROWTH) * 1.25 + self.setting.theme.shape.padding * 1.5

    @property
    def room(self) -> Size:
        """What the title may take, between icon and ribbon."""
        return Size(self.across * WORDS, self.across * (BAND_AT - ICON_TOP - ICON) - self.band / 2)

    @property
    def lack(self) -> float:
        """What doesn't fit the seal, told as a need for so much more height; 0 where all of it does."""
        context, ribbon = self.setting.context, Size(self.across * BAND, self.band)
        word_fits = self.word is None or label_fits(self.word, ribbon, context)
        if word_fits and label_fits(self.title, self.room, context):
            return 0.0
        return max(self.title.height - self.room.height, self.title.width - self.room.width, 1.0)

    def draw(self, symbol: str, rect: Rect) -> Iterator[Item]:
        context, across, middle = self.setting.context, self.across, rect.center
        ring = Stroke(self.seal, context.theme.shape.stroke)
        mark = replace(rect, top=rect.top + across * ICON_TOP, height=across * ICON)
        ribbon = Rect.around(Point(middle.x, rect.top + across * BAND_AT), across * BAND, self.band)
        foot = ribbon.top if self.word else rect.top + across * FOOT
        below = max(self.title.height, foot - mark.bottom)
        words = Rect.around(Point(middle.x, mark.bottom + below / 2), self.room.width, below)
        yield Shape(rect, wavy_seal(), self.seal, name="Seal", role="decoration")
        yield Shape(Rect.around(middle, across * DISC), Ellipse(), self.disc, name="Disc", role="decoration")
        yield Shape(Rect.around(middle, across * RING), Ellipse(), None, ring, name="Ring", role="decoration")
        yield icon(symbol, mark, context.theme.role.on_dark, context)
        yield Text(words, self.title, "Title")
        if self.word:
            yield from self._tails(ribbon)
            yield Shape(ribbon, Rectangle(), self.seal, body=self.word, name="Ribbon")

    def _tails(self, front: Rect) -> Iterator[Item]:
        """Where a ribbon's ends, cut in a V, hang lower behind its front, and the folds that lead to them."""

        def both(left: Rect, corners: Sequence[Corner], color: Color, name: str) -> Iterator[Item]:
            """A shape at the ribbon's left end, and its mirror image at the right one."""
            right = replace(left, left=front.left + front.right - left.right)
            mirrored = [(1.0 - x, y) for x, y in corners]
            yield Shape(left, polygon(corners), color, name=name, role="decoration")
            yield Shape(right, polygon(mirrored), color, name=name, role="decoration")

        tail, drop, fold = self.across * TAIL, front.height * DROP, front.height * FOLD
        end = Rect(front.left - tail, front.top + drop, tail + fold, front.height)
        notch = (NOTCH * tail / end.width, 0.5)
        yield from both(end, [(0, 0), (1, 0), (1, 1), (0, 1), notch], self.tail, "Ribbon end")
        corner = Rect(front.left, front.bottom, fold, drop)
        yield from both(corner, [(0, 0), (1, 0), (1, 1)], self.disc, "Ribbon fold")


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
        _, medal = largest_fitting(
            sizes_between(role.min, role.max, STEP),
            lambda size: self._medal(region, Setting(size, context)),
            lambda medal: not medal.lack,
        )
        seal = fixed(Size(medal.across, medal.across), lambda rect: medal.draw(self.icon, rect))
        whole = column([aligned(seal, 0.5), self._below(medal.setting)], gap=AIR, spare="around")
        drawn = whole.frame(region)
        return replace(drawn, size=Size(region.width, drawn.size.height + medal.lack))

    def _below(self, setting: Setting) -> Box | None:
        lines = [LabelParagraph(line, bold=index == 0) for index, line in enumerate(self.lines)]
        return text(lines, setting, align="center", name="Lines") if lines else None

    def _medal(self, region: Size, setting: Setting) -> Medal:
        """The largest medal above its lines."""
        theme = setting.theme
        below = self._below(setting)
        under = below.takes(Size(region.width, 0.0)).height + AIR if below else 0.0
        across = max(1.0, min(region.width / (BAND + 2 * TAIL), region.height - under, LARGEST))
        seal = theme.palette[self.color] if self.color else theme.role.primary
        light = contrast(theme.role.on_dark, setting.tone.ground) <= 3
        disc = theme.role.dark if light else theme.code.background

        def words(said: str, color: Color, growth: float, width: float) -> TextBody:
            line = LabelParagraph(said, bold=True, color=color, delta=setting.size * growth)
            return setting.body([line], across * width)

        title = words(self.headline, theme.role.on_dark, TITLE_GROWTH, WORDS)
        word = words(self.ribbon, theme.text_on(seal), RIBBON_GROWTH, BAND) if self.ribbon else None
        return Medal(setting, across, title, word, seal, disc, theme.hue(seal).text)


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

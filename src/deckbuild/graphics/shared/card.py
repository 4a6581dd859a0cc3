"""Cards: the boxes of flows and trees, with an icon, a bold label and lines of detail at one size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Align, Color, Diamond, Geometry, Item, Rounded, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.boxes import Box, Setting, at_least, for_width, text
from deckbuild.layout.icons import icon, icon_width
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.shapes import ROUND_ENDS

PADDING = Insets.symmetric(10.0, 7.0)
ICON_GAP = 9.0  # a third of the icon: reads as one unit with the text beside it
NARROW = 150.0
"""Points of width below which an icon beside the text would leave too little room for words."""


@dataclass(frozen=True, slots=True)
class Look:
    """A card's colours."""

    fill: Color
    stroke: Color
    text: Color
    icon: Color


@dataclass(frozen=True, slots=True)
class Card:
    """What stands in a box. `icon_size` is the icon's height in points; `padding` keeps text off the
    edges."""

    label: str
    details: tuple[str, ...] = ()
    icon: str | None = None
    icon_size: float = 24.0
    padding: Insets = PADDING

    def lines(self, color: Color) -> tuple[LabelParagraph, ...]:
        label = (LabelParagraph(self.label, bold=True, color=color),) if self.label else ()
        return label + tuple(LabelParagraph(text, color=color) for text in self.details)


SEEN = 1.5
"""Contrast below which a fill is lost on its ground."""

DRAWN = 3.0
"""Contrast that meaningful lines need (WCAG 2.2, §1.4.11)."""


def solid(color: Color, context: LayoutContext) -> Color:
    """A palette colour as a fill on the page: itself, or its pale tint where the ground would swallow it."""
    if contrast(color, context.tone.ground) >= SEEN:
        return color
    return context.theme.hue(color).tint


def line_color(color: Color, context: LayoutContext) -> Color:
    """A palette colour for lines on the page: its readable shade, or the tone's own where that is lost."""
    shade = context.theme.hue(color).text
    return shade if contrast(shade, context.tone.ground) >= DRAWN else context.tone.muted


def leading(context: LayoutContext) -> Color:
    """The fill of the one box that the eye should meet first: the theme's dark colour, or on a dark ground
    its primary one."""
    role = context.theme.role
    return role.dark if contrast(role.dark, context.tone.ground) >= SEEN else role.primary


def card_look(color: Color | None, context: LayoutContext, *, highlight: bool = False) -> Look:
    """Colours for a card of a palette colour, or the theme's own: a pale tint with a strong edge. The one
    highlighted card is solid."""
    theme = context.theme
    if highlight:
        fill = solid(color, context) if color else leading(context)
        text = theme.text_on(fill)
        accent = theme.role.on_dark_accent if text.hex == theme.role.on_dark.hex else text
        return Look(fill, fill, text, accent)
    hue = theme.hue(color or theme.role.primary)
    return Look(hue.tint, hue.fill, theme.text_on(hue.tint), hue.text)


def card_box(
    card: Card,
    look: Look,
    setting: Setting,
    *,
    key: str = "",
    name: str = "",
    shape: str = "box",
    tall: bool = False,
) -> Box:
    """The card's box with its text, then its icon: beside the text, or above it in a narrow or a `tall`
    card. With the icon above, both are centred as one."""
    context, pad = setting.context, card.padding
    symbol = card.icon or ""
    mark = Size(icon_width(symbol, card.icon_size), card.icon_size) if symbol else None
    edge = Rounded(context.theme.shape.radius)
    outlines: dict[str, Geometry] = {"box": edge, "pill": ROUND_ENDS, "diamond": Diamond()}

    def arranged(above: bool) -> Box:
        insets, least = pad, 0.0
        if mark and above:
            insets = replace(pad, top=pad.top + mark.height + ICON_GAP * 0.6)
        elif mark:
            insets, least = replace(pad, left=pad.left + mark.width + ICON_GAP), mark.height + pad.vertical

        def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
            stroke = Stroke(look.stroke, context.theme.shape.stroke)
            yield Shape(rect, outlines[shape], look.fill, stroke, body, name or plain_text(card.label), key)
            if mark:
                top = max(0.0, (rect.height - body.height) / 2) + pad.top
                beside, centred = rect.placed(mark, 0.0), rect.placed(mark, 0.5, 0.0)
                place = centred.moved(0.0, top) if above else beside.moved(pad.left, 0.0)
                yield icon(symbol, place, look.icon, context)

        align: Align = "center" if above or not (mark and card.label) else "left"
        words = text(card.lines(look.text), setting, align=align, anchor="middle", insets=insets, draw=draw)
        return at_least(words, height=least)

    return for_width(lambda width: arranged(bool(mark) and (tall or width < NARROW or not card.label)))

"""Cards: the boxes of flows and trees, with an icon, a bold label and lines of detail at one size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Align, Color, Diamond, Geometry, Item, Rounded, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.shared.icons import icon, icon_width
from deckbuild.layout.boxes import Box, Setting, at_least, for_width, text
from deckbuild.layout.label import LabelLine, set_label

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

    def lines(self, color: Color) -> tuple[LabelLine, ...]:
        label = (LabelLine(self.label, bold=True, color=color),) if self.label else ()
        return label + tuple(LabelLine(text, color=color) for text in self.details)


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


def on_top(card: Card, width: float, *, tall: bool = False) -> bool:
    """Whether the icon stands above the text in a card of this width."""
    return card.icon is not None and (tall or width < NARROW or not card.label)


def card_insets(card: Card, *, above: bool) -> Insets:
    """The space round the text, that of the icon included."""
    if card.icon is None:
        return card.padding
    if above:
        return replace(card.padding, top=card.padding.top + card.icon_size + ICON_GAP * 0.6)
    return replace(card.padding, left=card.padding.left + icon_width(card.icon, card.icon_size) + ICON_GAP)


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
    context = setting.context

    def arranged(above: bool) -> Box:
        insets = card_insets(card, above=above)

        def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
            stroke = Stroke(look.stroke, context.theme.shape.stroke)
            outline = _geometry(shape, rect, context)
            yield Shape(rect, outline, look.fill, stroke, body, name or plain_text(card.label), key)
            if card.icon is not None:
                size = Size(icon_width(card.icon, card.icon_size), card.icon_size)
                if above:
                    top = max(0.0, (rect.height - body.height) / 2) + card.padding.top
                    place = replace(rect, top=rect.top + top, height=size.height).placed(size)
                else:
                    place = rect.inset(Insets(left=card.padding.left)).placed(size, 0.0)
                yield icon(card.icon, place, look.icon, context)

        align: Align = "center" if above or card.icon is None or not card.label else "left"
        words = text(card.lines(look.text), setting, align=align, anchor="middle", insets=insets, draw=draw)
        beside = card.icon is not None and not above
        return at_least(words, height=card.icon_size + card.padding.vertical if beside else 0.0)

    return for_width(lambda width: arranged(on_top(card, width, tall=tall)))


def card_size(card: Card, size: float, width: float, context: LayoutContext, *, tall: bool = False) -> Size:
    """What a card of this width needs with text at `size` points: wider than `width` if a word is."""
    above = on_top(card, width, tall=tall)
    insets = card_insets(card, above=above)
    body = set_label(card.lines(context.tone.text), size, width, context, insets=insets)
    widest = max((context.typesetter.widest_unit(p.runs) for p in body.paragraphs), default=0.0)
    icon_height = 0.0 if card.icon is None or above else card.icon_size + card.padding.vertical
    return Size(max(width, widest + insets.horizontal), max(body.height, icon_height))


def draw_card(
    card: Card,
    rect: Rect,
    size: float,
    look: Look,
    context: LayoutContext,
    *,
    key: str,
    name: str = "",
    shape: str = "box",
    tall: bool = False,
) -> tuple[Item, ...]:
    """The card's box with its text, then its icon. With the icon above, both are centred as one."""
    above = on_top(card, rect.width, tall=tall)
    insets = card_insets(card, above=above)
    align: Align = "center" if above or card.icon is None or not card.label else "left"
    body = set_label(card.lines(look.text), size, rect.width, context, align=align, insets=insets)
    stroke = Stroke(look.stroke, context.theme.shape.stroke)
    box = Shape(
        rect,
        _geometry(shape, rect, context),
        look.fill,
        stroke,
        body,
        name or plain_text(card.label),
        key,
    )
    if card.icon is None:
        return (box,)
    width, height = icon_width(card.icon, card.icon_size), card.icon_size
    if not above:
        place = Rect(rect.left + card.padding.left, rect.center.y - height / 2, width, height)
    else:
        top = rect.top + max(0.0, (rect.height - body.height) / 2) + card.padding.top
        place = Rect(rect.center.x - width / 2, top, width, height)
    return box, icon(card.icon, place, look.icon, context)


def _geometry(shape: str, rect: Rect, context: LayoutContext) -> Geometry:
    match shape:
        case "pill":
            return Rounded(min(rect.width, rect.height) / 2)
        case "diamond":
            return Diamond()
        case _:
            return Rounded(context.theme.shape.radius)


def tallest(cards: Sequence[Card], size: float, width: float, context: LayoutContext) -> Size:
    """The box that every card fits, at `size` points and at least `width` points wide."""
    needs = [card_size(card, size, width, context) for card in cards]
    return Size(
        max((need.width for need in needs), default=width), max((need.height for need in needs), default=0.0)
    )


def lacking(bodies: Iterable[tuple[TextBody, float]], context: LayoutContext) -> float:
    """By how many points the widest word exceeds its box, over texts with the widths of their boxes."""
    return max(
        (
            context.typesetter.widest_unit(paragraph.runs) + paragraph.margin + body.insets.horizontal - width
            for body, width in bodies
            for paragraph in body.paragraphs
        ),
        default=0.0,
    )

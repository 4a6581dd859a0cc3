"""The look of summaries: the takeaway in a dark banner, the rest on cards below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.document import Frame, Item, PlacedFrame, composed
from deckbuild.geometry import Rect, Size
from deckbuild.layout.arrangement import Area, Arrangement, draw
from deckbuild.layout.flow import HEADING_GAP, body_style, flow, heading
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.shapes import panel
from deckbuild.layout.stack import stack
from deckbuild.layout.title import no_widow
from deckbuild.text.fitting import largest_fitting, sizes_between

CARD_PADDING = 18.0  # three baseline steps; a card holds a whole list, so more than a node's padding
BANNER_SHARE = 0.34
"""Of the zone's height: the most that the banner may take before its text is set smaller."""


def takeaway(blocks: Sequence[Block]) -> Block | None:
    """The block that opens a summary: the first, if it is one statement under a heading."""
    if len(blocks) < 2 or blocks[0].heading is None or blocks[0].statement() is None:
        return None
    return blocks[0]


def arrange_summary(
    blocks: Sequence[Block], graphics: Sequence[Graphic], zone: Rect, context: LayoutContext
) -> Arrangement:
    """Banner on top, cards below: the next block on a wide card, what follows it on a narrower one."""
    theme = context.theme
    gap = theme.grid.gutter
    drawn = [block for block in blocks if block.shown_in is None]
    banner = _banner(drawn[0], zone, context)
    below = Rect.from_edges(zone.left, banner.rect.bottom + gap, zone.right, zone.bottom)
    cards = drawn[1:]
    wide = len(cards) == 1 and not graphics
    left = Rect(below.left, below.top, below.width if wide else theme.grid.width_of(7), below.height)
    right = Rect.from_edges(left.right + gap, below.top, below.right, below.bottom)
    first, rest = cards[:1], cards[1:]
    areas = [banner]
    main, text = _card(first, left, context)
    areas.append(main)
    for index, graphic in enumerate(graphics):
        height = right.height / (len(graphics) + bool(rest))
        areas.append(
            draw(graphic, Rect(right.left, right.top + index * height, right.width, height - gap), context)
        )
    if rest:
        top = right.top + right.height * len(graphics) / (len(graphics) + 1) if graphics else right.top
        card = _call_to_action(rest, Rect.from_edges(right.left, top, right.right, right.bottom), context)
        areas.append(card)
    return Arrangement("summary", tuple(areas), text)


def _banner(block: Block, zone: Rect, context: LayoutContext) -> Area:
    """The statement in light text on the theme's dark colour."""
    theme = context.theme
    dark = replace(context, tone=theme.dark)
    width = zone.width - 2 * CARD_PADDING - theme.shape.bar
    statement = block.statement() or ""

    def lay_out(size: float) -> Frame:
        at = dark.at(size)
        title = heading(block, width, at)
        said = _statement(block, statement, width, at)
        above = (title.at(0, 0),) if title else ()
        top = title.size.height + HEADING_GAP * size if title else 0.0
        return composed(Size(width, top + said.size.height), (*above, said.at(0, top)))

    role = theme.type.body
    size, frame = largest_fitting(
        sizes_between(role.min, role.max),
        lay_out,
        lambda frame: frame.size.height + 2 * CARD_PADDING <= zone.height * BANNER_SHARE,
    )
    height = frame.size.height + 2 * CARD_PADDING
    box = Rect(0, 0, zone.width, height)
    parts = (
        panel(box, context, fill=theme.role.dark, name="Takeaway panel", decorative=True),
        frame.at(CARD_PADDING + theme.shape.bar, CARD_PADDING),
    )
    return Area(Rect(zone.left, zone.top, zone.width, height), composed(box.size, parts), size)


def _statement(block: Block, text: str, width: float, context: LayoutContext) -> Frame:
    """The statement as plain flowing text, whatever block it was written as."""
    style = replace(body_style(context), bold=True)
    runs = no_widow(inline_runs(text, style, context), width, context)
    paragraph = context.typesetter.paragraph(runs, width)
    return flow([paragraph], width, block.span)


def _largest(blocks: Sequence[Block], inner: Size, context: LayoutContext) -> tuple[float, Frame]:
    """The blocks stacked at the largest body size that fits, with that size in points."""
    role = context.theme.type.body
    return largest_fitting(
        sizes_between(role.min, role.max),
        lambda size: stack(blocks, inner, context.at(size)),
        lambda frame: frame.size.height <= inner.height,
    )


def _call_to_action(blocks: Sequence[Block], rect: Rect, context: LayoutContext) -> Area:
    """What comes next, on a card in the primary colour, set large and in the middle."""
    theme = context.theme
    ink = theme.text_on(theme.role.primary)
    heads = theme.role.heading if contrast(theme.role.heading, theme.role.primary) >= 4.5 else ink
    tone = replace(context.tone, text=ink, heading=heads, marker=ink, link=ink)
    at_ease = replace(context, tone=tone)
    inner = Size(rect.width - 2 * CARD_PADDING, rect.height - 2 * CARD_PADDING)
    size, frame = _largest(blocks, inner, at_ease)
    top = CARD_PADDING + max(0.0, (inner.height - frame.size.height) / 2)
    parts = (
        panel(Rect.of_size(rect.size), context, fill=theme.role.primary, name="Card", decorative=True),
        frame.at(CARD_PADDING, top),
    )
    needed = Size(rect.width, rect.height + max(0.0, frame.size.height - inner.height))
    return Area(rect, composed(needed, parts), size)


def _card(blocks: Sequence[Block], rect: Rect, context: LayoutContext) -> tuple[Area, Rect]:
    """Blocks on a white card with a coloured top edge; also where its text stands, for the placeholder."""
    theme = context.theme
    inner = Rect(
        CARD_PADDING,
        CARD_PADDING + theme.shape.bar,
        rect.width - 2 * CARD_PADDING,
        rect.height - 2 * CARD_PADDING - theme.shape.bar,
    )
    size, frame = _largest(blocks, inner.size, context)
    # Just high enough to be rounded as the card is: further down it would shine through at the card's rim.
    edge = Rect(0, 0, rect.width, min(rect.height, theme.shape.bar + 2 * theme.shape.radius))
    parts: list[Item | PlacedFrame] = [
        panel(edge, context, fill=theme.role.primary, name="Card edge", decorative=True),
        panel(
            Rect.from_edges(0, theme.shape.bar, rect.width, rect.height),
            context,
            fill=theme.role.background,
            name="Card",
            decorative=True,
        ),
        frame.at(inner.left, inner.top),
    ]
    needed = Size(rect.width, rect.height + max(0.0, frame.size.height - inner.height))
    return Area(rect, composed(needed, parts), size), inner.moved(rect.left, rect.top)

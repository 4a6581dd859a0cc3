"""The look of summaries: the takeaway in a dark banner, the rest on cards below it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.document import Frame, Item, PlacedFrame, composed
from deckbuild.geometry import OPTICAL, Insets, Rect, Size
from deckbuild.layout.arrangement import Area, Arrangement, draw, fits_in
from deckbuild.layout.cards import airy
from deckbuild.layout.ease import at_ease
from deckbuild.layout.flow import HEADING_GAP, body_style, flow, heading
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.shapes import panel
from deckbuild.layout.stack import stack
from deckbuild.layout.text_area import main_points
from deckbuild.layout.title import no_widow
from deckbuild.text.fitting import largest_fitting, sizes_between

CARD_PADDING = 18.0  # points; a card holds a whole list, so more than a node's padding
BANNER_SHARE = 0.34
"""Of the zone's height: the most that the banner may take before its text is set smaller."""


FILLED = 1.0
"""Of the zone's height: a banner that has the page to itself."""

LEAD_WORDS = 40
"""A statement with more words is a paragraph to read, and stands on a card."""

MOST_IN_ROW = 3
"""Cards side by side: the slide's main points."""


def takeaway(blocks: Sequence[Block]) -> Block | None:
    """The block that leads a summary: the first, if it is one short statement."""
    return blocks[0] if blocks and _is_statement(blocks[0]) else None


def _is_statement(block: Block) -> bool:
    said = block.statement()
    return said is not None and len(said.split()) <= LEAD_WORDS


def arrange_summary(
    blocks: Sequence[Block], graphics: Sequence[Graphic], zone: Rect, context: LayoutContext
) -> Arrangement:
    """What leads in a banner on top, the points on cards below it, a last word in a banner at the foot.

    Points are the blocks below their headings. After a takeaway under a heading a second point is what comes
    next: on a narrower card in the primary colour. Graphics stand at the right.
    """
    drawn = [block for block in blocks if block.shown_in is None]
    gap = context.theme.grid.gutter
    lead = takeaway(drawn)
    rest = drawn[1:] if lead is not None else drawn
    last = rest[-1] if len(rest) > 1 and rest[-1].heading is None and _is_statement(rest[-1]) else None
    points = main_points(rest[:-1] if last is not None else rest)
    room, top, foot = zone, [], []
    if lead is not None and not points and not graphics:
        return Arrangement("summary", (_banner(lead, zone, context, share=1.0, fill=True),))
    if lead is not None:
        top = [_banner(lead, zone, context)]
        room = Rect.from_edges(zone.left, top[0].rect.bottom + gap, zone.right, zone.bottom)
    if last is not None:
        banner = _banner(last, zone, context)
        foot = [replace(banner, rect=banner.rect.moved(0.0, zone.bottom - banner.rect.bottom))]
        room = Rect.from_edges(zone.left, room.top, zone.right, foot[0].rect.top - gap)
    called = lead is not None and lead.heading is not None
    cards, text = _cards(points, graphics, room, context, called=called)
    return Arrangement("summary", (*top, *cards, *foot), text)


def _cards(
    points: Sequence[Sequence[Block]],
    graphics: Sequence[Graphic],
    room: Rect,
    context: LayoutContext,
    *,
    called: bool,
) -> tuple[list[Area], Rect | None]:
    """Cards and graphics in `room`; also where the first card's text stands. `called` is whether a second
    card calls to action."""
    gap = context.theme.grid.gutter
    side = [room]
    if graphics or (called and len(points) == 2):
        first = replace(room, width=context.theme.grid.width_of(7) if points else 0.0)
        left = first.right + gap if points else room.left
        side = [first, Rect.from_edges(left, room.top, room.right, room.bottom)]
    if called and len(points) == 2:
        beside = _rows(side[1], len(graphics) + 1, gap)
        card, text = _main_card(points[0], side[0], context)
        drawn = [draw(each, place, context) for each, place in zip(graphics, beside, strict=False)]
        return [card, *drawn, _call_to_action(points[1], beside[-1], context)], text
    places = _places(len(points), side[0], gap, 1 if graphics else MOST_IN_ROW)
    placed = list(zip(points, places, strict=True))
    least = min(
        (_largest(each, _inner(place, context).size, context)[0] for each, place in placed), default=0.0
    )
    white = replace(context, tone=context.theme.light).at(least)
    frames = [stack(each, _inner(place, context).size, white, fill=True) for each, place in placed]
    few = [airy(frame, place.height, white) for frame, place in zip(frames, places, strict=True)]
    kept = [frame for frame in few if frame is not None]
    down = 0.0
    if len(kept) == len(frames):
        frames = kept
        free = [_inner(p, context).height - f.size.height for f, p in zip(frames, places, strict=True)]
        down = min(free, default=0.0) * OPTICAL
    found = [_card(f, place, context, least, down) for f, place in zip(frames, places, strict=True)]
    beside = _rows(side[-1], len(graphics), gap) if graphics else []
    drawn = [draw(each, place, context) for each, place in zip(graphics, beside, strict=True)]
    return [*(area for area, _ in found), *drawn], found[0][1] if found else None


def _places(count: int, room: Rect, gap: float, most: int) -> list[Rect]:
    """Places for cards of one size in as few rows as `most` in a row allow, the last row as wide as the
    others."""
    if not count:
        return []
    rows = math.ceil(count / most)
    each, more = divmod(count, rows)
    counts = [each + (index < more) for index in range(rows)]
    return [
        place
        for row, wide in zip(_rows(room, rows, gap), counts, strict=True)
        for place in row.columns([(row.width - gap * (wide - 1)) / wide] * wide, gap)
    ]


def _rows(room: Rect, count: int, gap: float) -> list[Rect]:
    return list(room.rows([(room.height - gap * (count - 1)) / count] * count, gap))


def _banner(
    block: Block, zone: Rect, context: LayoutContext, share: float = BANNER_SHARE, *, fill: bool = False
) -> Area:
    """The statement in light text on the theme's dark colour, in at most a `share` of the zone's height; with
    `fill` in the middle of all of it."""
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
        return composed(Size(max(width, said.size.width), top + said.size.height), (*above, said.at(0, top)))

    role = theme.type.body
    size, frame = largest_fitting(
        sizes_between(role.min, role.max),
        lay_out,
        lambda frame: fits_in(frame.size, Size(width, zone.height * share - 2 * CARD_PADDING)),
    )
    needed = frame.size.height + 2 * CARD_PADDING
    height = max(needed, zone.height * FILLED) if fill else needed
    box = Rect(0, 0, zone.width, height)
    parts = (
        panel(box, context, fill=theme.role.dark, name="Takeaway panel", role="decoration"),
        frame.at(CARD_PADDING + theme.shape.bar, (height - frame.size.height) / 2),
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
        lambda frame: fits_in(frame.size, inner),
        lambda frame: at_ease(frame, inner.height),
    )


def _call_to_action(blocks: Sequence[Block], rect: Rect, context: LayoutContext) -> Area:
    """What comes next, on a card in the primary colour, set large and in the middle."""
    theme = context.theme
    ink = theme.text_on(theme.role.primary)
    heads = theme.role.heading if contrast(theme.role.heading, theme.role.primary) >= 4.5 else ink
    light = ink.hex == theme.role.on_dark.hex
    tone = replace(
        context.tone,
        text=ink,
        heading=heads,
        marker=ink,
        link=ink,
        ground=theme.role.primary,
        panel=theme.role.dark if light else theme.role.background,
    )
    on_primary = replace(context, tone=tone)
    inner = Size(rect.width - 2 * CARD_PADDING, rect.height - 2 * CARD_PADDING)
    size, frame = _largest(blocks, inner, on_primary)
    top = CARD_PADDING + max(0.0, (inner.height - frame.size.height) / 2)
    parts = (
        panel(Rect.of_size(rect.size), context, fill=theme.role.primary, name="Card", role="decoration"),
        frame.at(CARD_PADDING, top),
    )
    needed = Size(rect.width, rect.height + max(0.0, frame.size.height - inner.height))
    return Area(rect, composed(needed, parts), size)


def _inner(rect: Rect, context: LayoutContext) -> Rect:
    """Where the content of a card stands, from the card's corner."""
    bar = context.theme.shape.bar
    edges = replace(Insets.all(CARD_PADDING), top=CARD_PADDING + bar)
    return Rect.of_size(rect.size).inset(edges)


def _main_card(blocks: Sequence[Block], rect: Rect, context: LayoutContext) -> tuple[Area, Rect]:
    """Blocks on a white card as large as fits; few words a little above its middle."""
    white = replace(context, tone=context.theme.light)
    inner = _inner(rect, context)
    size, frame = _largest(blocks, inner.size, white)
    few = airy(frame, rect.height, white.at(size))
    if few is None:
        return _card(frame, rect, context, size)
    return _card(few, rect, context, size, max(0.0, inner.height - few.size.height) * OPTICAL)


def _card(
    frame: Frame, rect: Rect, context: LayoutContext, size: float, down: float = 0.0
) -> tuple[Area, Rect]:
    """A white card with a coloured top edge, its content `down` points from the top; also where its text
    stands, for the placeholder."""
    theme = context.theme
    inner = _inner(rect, context)
    inner = Rect.from_edges(inner.left, inner.top + down, inner.right, inner.bottom)
    # Just high enough to be rounded as the card is: further down it would shine through at the card's rim.
    edge = Rect(0, 0, rect.width, min(rect.height, theme.shape.bar + 2 * theme.shape.radius))
    page = Rect.from_edges(0, theme.shape.bar, rect.width, rect.height)
    parts: list[Item | PlacedFrame] = [
        panel(edge, context, fill=theme.role.primary, name="Card edge", role="decoration"),
        panel(page, context, fill=theme.role.background, name="Card", role="decoration"),
        frame.at(inner.left, inner.top),
    ]
    over = Size(max(0.0, frame.size.width - inner.width), max(0.0, frame.size.height - inner.height))
    needed = Size(rect.width + over.width, rect.height + over.height)
    return Area(rect, composed(needed, parts), size), inner.moved(rect.left, rect.top)

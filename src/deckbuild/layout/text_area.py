"""A slide's text as one area: in a column, in several, or above graphics, at the largest size that fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block
from deckbuild.document import Frame
from deckbuild.geometry import Rect, Size
from deckbuild.layout.arrangement import TOLERANCE, Area, excess, fits_in
from deckbuild.layout.columns import column_widths, side_by_side
from deckbuild.layout.ease import at_ease
from deckbuild.layout.halves import halves
from deckbuild.layout.stack import least_width, stack
from deckbuild.text.fitting import largest_fitting, sizes_between
from deckbuild.theme.tokens import TypeRole

Parts = Sequence[Sequence[Block]]
"""Blocks for columns beside each other."""

STACK_SHARE = 0.46
"""Of the body's height: what text above a graphic may take before its size is reduced."""

STACK_MOST = 0.7
"""Of the body's height: all that text above a graphic gets, however long it is, so that the graphic shows."""


def comfortable(role: TypeRole) -> float:
    """The size in points from which on text is read at ease: a third up from the least of its role."""
    return role.min + (role.max - role.min) / 3


def body_sizes(context: LayoutContext) -> tuple[float, ...]:
    """The sizes that body text may have, in points, from large to small."""
    role = context.theme.type.body
    return sizes_between(role.min, role.max)


def column_area(blocks: Sequence[Block], rect: Rect, context: LayoutContext) -> Area:
    """Blocks one below the other; those that grow fill the rectangle."""

    def lay_out(size: float) -> Frame:
        return stack(blocks, rect.size, context.at(size), fill=True)

    size, frame = _largest(body_sizes(context), lay_out, rect.size, lambda frame: at_ease(frame, rect.height))
    return Area(rect, frame, size)


def columns_area(
    parts: Parts, rect: Rect, context: LayoutContext, weights: Sequence[float] | None = None
) -> Area:
    """Each part in a column of its own, equally wide or by their weights, all of one size; what grows fills
    the rectangle."""

    def lay_out(size: float) -> Frame:
        return _abreast(parts, rect.size, context.at(size), weights, fill=True)

    size, frame = _largest(body_sizes(context), lay_out, rect.size, lambda frame: at_ease(frame, rect.height))
    return Area(rect, frame, size)


def text_at_top(parts: Parts, zone: Rect, context: LayoutContext, sizes: Sequence[float]) -> Area:
    """The parts side by side at the top of the zone and as high as they need, at the largest of `sizes` that
    leaves graphics their share."""
    size, frame = _largest(
        sizes,
        lambda size: _abreast(parts, zone.size, context.at(size)),
        Size(zone.width, zone.height * STACK_SHARE),
    )
    height = min(frame.size.height, zone.height * STACK_MOST)
    return Area(Rect(zone.left, zone.top, zone.width, height), frame, size)


def first_column(parts: Parts, area: Area, context: LayoutContext, weights: Sequence[float]) -> Rect:
    """Where the first of several columns stands that `columns_area` laid out."""
    least = _least(parts, context.at(area.size))
    first, *_ = column_widths(area.rect.width, _gap(context), weights, least)
    return replace(area.rect, width=first)


def main_points(blocks: Sequence[Block]) -> Parts:
    """Blocks grouped under the headings that they stand below."""
    points: list[list[Block]] = []
    for block in blocks:
        if block.heading is not None or not points:
            points.append([])
        points[-1].append(block)
    return points


def shown_and_words(blocks: Sequence[Block]) -> Parts:
    """Something to look at, such as a picture, and the words before or after it, each a part, in the order of
    reading; nothing if the blocks aren't that."""
    if len(blocks) > 1 and sum(block.shows for block in blocks) == 1:
        if blocks[0].shows:
            return blocks[:1], blocks[1:]
        if blocks[-1].shows:
            return blocks[:-1], blocks[-1:]
    return ()


def two_halves(blocks: Sequence[Block], zone: Rect, context: LayoutContext) -> Parts:
    """The blocks in two columns of about the same height."""
    width, _ = column_widths(zone.width, _gap(context), (1, 1))
    return halves(blocks, width, context.at(comfortable(context.theme.type.body)))


def _gap(context: LayoutContext) -> float:
    return context.theme.grid.gutter * 2


def _abreast(
    parts: Parts,
    room: Size,
    context: LayoutContext,
    weights: Sequence[float] | None = None,
    *,
    fill: bool = False,
) -> Frame:
    def lay_out(part: Sequence[Block], region: Size) -> Frame:
        return stack(part, region, context, fill=fill)

    if len(parts) == 1:
        return lay_out(parts[0], room)
    return side_by_side(parts, room, _gap(context), lay_out, weights, _least(parts, context), rtl=context.rtl)


def _least(parts: Parts, context: LayoutContext) -> list[float]:
    """What each part gets at least, in points, whatever its share."""
    return [least_width(part, context) for part in parts]


def _largest(
    sizes: Sequence[float],
    lay_out: Callable[[float], Frame],
    room: Size,
    eased: Callable[[Frame], bool] = lambda _: True,
) -> tuple[float, Frame]:
    """The largest size at which the frame fits the room, with the frame, and a little smaller where it is
    `eased` then; where there is none, the largest of those that miss it by least."""
    tried: list[tuple[float, float, Frame]] = []

    def attempt(size: float) -> Frame:
        frame = lay_out(size)
        over = excess(frame.size, room)
        tried.append((over.width + over.height, size, frame))
        return frame

    found = largest_fitting(sizes, attempt, lambda frame: fits_in(frame.size, room), eased)
    if fits_in(found[1].size, room):
        return found
    least = min(over for over, _, _ in tried)
    return next((size, frame) for over, size, frame in tried if over <= least + TOLERANCE)

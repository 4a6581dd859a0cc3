"""Arranging a slide's content in the body zone: text and graphics beside or above each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.document import Frame
from deckbuild.geometry import Rect, Size
from deckbuild.layout.columns import column_widths, side_by_side
from deckbuild.layout.stack import stack
from deckbuild.text.fitting import largest_fitting, sizes_between

STACK_SHARE = 0.46
"""Of the body's height: what text above a wide graphic may take before its size is reduced."""

STACK_MOST = 0.7
"""Of the body's height: all that text above a graphic gets, however long it is, so that the graphic shows."""

STACK_GAP = 18.0  # points between text and the wide graphic below it: three baseline steps

TOLERANCE = 0.01
"""Points by which what fits may exceed its place: rounding, where content fills it to the last bit."""

COMFORTABLE = 20.0
"""Body size in points from which on a narrower text column is taken for the sake of a larger graphic."""

SPLITS = ((4, 8), (5, 7), (6, 6), (7, 5))
"""Columns for text and graphic, tried in this order: the graphic as large as the text lets it be."""

RATIO = re.compile(r"(\d+)/(\d+)")


@dataclass(frozen=True, slots=True)
class Area:
    """Content at its place: `frame` in `rect` (points on the page), made at `size` points body text."""

    rect: Rect
    frame: Frame
    size: float = 0.0
    graphic: Graphic | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A name, for the slide layout, and the areas in reading order. `text` is the body placeholder's."""

    name: str
    areas: tuple[Area, ...]
    text: Rect | None = None


def arrangement_names() -> tuple[str, ...]:
    """What authors may write as a slide's `layout`, besides a ratio such as 5/7."""
    return ("full", "stacked")


def is_arrangement(name: str, columns: int) -> bool:
    """Whether `name` is an arrangement: one of the names, or a ratio that adds up to the grid's columns."""
    ratio = RATIO.fullmatch(name)
    if ratio:
        return int(ratio[1]) + int(ratio[2]) == columns and 0 not in (int(ratio[1]), int(ratio[2]))
    return name in arrangement_names()


def arrange(
    blocks: Sequence[Block],
    graphics: Sequence[Graphic],
    zone: Rect,
    context: LayoutContext,
    wish: str | None = None,
) -> Arrangement:
    """Lay out blocks and graphics in `zone` at the largest body size that fits.

    `wish` is the author's; without one, wide graphics go below the text, others beside it.
    """
    drawn = [block for block in blocks if block.shown_in is None]
    ratio = RATIO.fullmatch(wish or "")
    if not graphics:
        return Arrangement("text", (_text(drawn, zone, context),), zone) if drawn else Arrangement("", ())
    if not drawn:
        return _graphics(graphics, zone, context, ratio)
    wide = any(graphic.prefers_wide() for graphic in graphics)
    if wish == "stacked" or (wish is None and (wide or len(graphics) > 1)):
        return _stacked(drawn, graphics, zone, context)
    if ratio:
        return _split(drawn, graphics, zone, context, ((int(ratio[1]), int(ratio[2])),))
    return _split(drawn, graphics, zone, context, SPLITS)


def _sizes(context: LayoutContext, largest: float | None = None) -> tuple[float, ...]:
    role = context.theme.type.body
    return sizes_between(role.min, min(largest or role.max, role.max))


def _text(blocks: Sequence[Block], rect: Rect, context: LayoutContext, largest: float | None = None) -> Area:
    """Blocks stacked in `rect` at the largest size that fits."""
    size, frame = largest_fitting(
        _sizes(context, largest),
        lambda size: stack(blocks, rect.size, context.at(size), fill=True),
        lambda frame: frame.size.height <= rect.height + TOLERANCE,
    )
    return Area(rect, frame, size)


def draw(graphic: Graphic, rect: Rect, context: LayoutContext) -> Area:
    """A graphic drawn for `rect`, centred in it where it leaves room."""
    frame = graphic.lay_out(rect.size, context)
    dx = max(0.0, (rect.width - frame.size.width) / 2)
    dy = max(0.0, (rect.height - frame.size.height) / 2)
    return Area(rect.moved(dx, dy), frame, graphic=graphic)


def _graphics(
    graphics: Sequence[Graphic], zone: Rect, context: LayoutContext, ratio: re.Match[str] | None
) -> Arrangement:
    """Graphics alone: one fills the zone, several stand side by side."""
    gap = context.theme.grid.gutter
    weights = [1.0] * len(graphics)
    if len(graphics) == 2:
        columns = (
            (int(ratio[1]), int(ratio[2])) if ratio else (7, 5) if graphics[0].prefers_wide() else (6, 6)
        )
        grid = context.theme.grid
        weights = [grid.width_of(count) for count in columns]
    areas = []
    left = zone.left
    for graphic, width in zip(graphics, column_widths(zone.width, gap, weights), strict=True):
        areas.append(draw(graphic, Rect(left, zone.top, width, zone.height), context))
        left += width + gap
    return Arrangement("graphic" if len(graphics) == 1 else "graphics", tuple(areas))


def _split(
    blocks: Sequence[Block],
    graphics: Sequence[Graphic],
    zone: Rect,
    context: LayoutContext,
    ratios: Sequence[tuple[int, int]],
) -> Arrangement:
    """Text left, graphic right: the first ratio whose text fits comfortably, else the largest text, else the
    text that misses by least."""
    grid = context.theme.grid
    best: tuple[tuple[float, float], Area, tuple[int, int]] | None = None
    for columns in ratios:
        rect = Rect(zone.left, zone.top, grid.width_of(columns[0]), zone.height)
        area = _text(blocks, rect, context)
        over = overflow(area)
        rank = (0.0 if fits(area) else -over.height - over.width), area.size
        if best is None or rank > best[0]:
            best = rank, area, columns
        if fits(area) and area.size >= COMFORTABLE:
            break
    assert best is not None
    _, area, columns = best
    left = area.rect.right + grid.gutter * 1.5
    right = Rect.from_edges(left, zone.top, zone.right, zone.bottom)
    heights = column_widths(right.height, grid.gutter, [1] * len(graphics))
    drawn = []
    top = right.top
    for graphic, height in zip(graphics, heights, strict=True):
        drawn.append(draw(graphic, Rect(right.left, top, right.width, height), context))
        top += height + grid.gutter
    return Arrangement(f"text {columns[0]}/{columns[1]}", (area, *drawn), area.rect)


def _stacked(
    blocks: Sequence[Block], graphics: Sequence[Graphic], zone: Rect, context: LayoutContext
) -> Arrangement:
    """Text above, graphics below. Several main points stand in columns."""
    grid = context.theme.grid
    points = points_of(blocks)
    share = zone.height * STACK_SHARE

    in_columns = 2 <= len(points) <= 4

    def lay_out(size: float) -> Frame:
        at = context.at(size)
        if in_columns:
            gap = grid.gutter * 2
            return side_by_side(
                points,
                zone.size,
                gap,
                lambda point, region: stack(point, region, at),
                _weights(points),
                rtl=context.rtl,
            )
        return stack(blocks, zone.size, at)

    size, frame = largest_fitting(
        _sizes(context), lay_out, lambda frame: frame.size.height <= share + TOLERANCE
    )
    height = min(frame.size.height, zone.height * STACK_MOST)
    text = Rect(zone.left, zone.top, zone.width, height)
    below = Rect.from_edges(zone.left, text.bottom + STACK_GAP, zone.right, zone.bottom)
    areas = (Area(text, frame, size), *_graphics(graphics, below, context, None).areas)
    if in_columns:
        return Arrangement("columns above graphic", areas)
    return Arrangement("text above graphic", areas, text)


def points_of(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks grouped under the headings that they stand below."""
    points: list[list[Block]] = []
    for block in blocks:
        if block.heading is not None or not points:
            points.append([])
        points[-1].append(block)
    return points


def _weights(points: Sequence[Sequence[Block]]) -> list[float]:
    return [1.0] * len(points)


def fits(area: Area) -> bool:
    """Whether an area's content needs no more than its place has."""
    over = overflow(area)
    return over.width <= TOLERANCE and over.height <= TOLERANCE


def overflow(area: Area) -> Size:
    """By how many points the content exceeds its place in each direction."""
    return Size(
        max(0.0, area.frame.size.width - area.rect.width), max(0.0, area.frame.size.height - area.rect.height)
    )

"""The arrangements that a slide's content can have, in the order in which they are preferred.

Each is a name and a function that lays it out. Nothing is laid out until it is called, so that a list costs
nothing. Lists hold at most `MOST`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.document import Flaw
from deckbuild.geometry import Rect
from deckbuild.layout.arrangement import Area, Arrangement, draw
from deckbuild.layout.columns import column_widths
from deckbuild.layout.halves import can_be_halved
from deckbuild.layout.text_area import (
    Parts,
    body_sizes,
    column_area,
    columns_area,
    comfortable,
    first_column,
    main_points,
    shown_and_words,
    text_at_top,
    two_halves,
)
from deckbuild.text.fitting import sizes_between

MOST = 8
"""Candidates of one slide."""

SPLITS = ((4, 8), (5, 7), (6, 6), (7, 5))
"""Columns for text and graphic: the graphic as large as the text lets it be."""

RATIO = re.compile(r"(\d+)/(\d+)")

WISHES = ("full", "stacked", "below", "graphic-first", "columns")
"""What authors may write as a slide's `layout`, besides a ratio such as 5/7."""

STACK_GAP = 18.0  # points between text and the graphic below it: a line of small text

# What speaks against a candidate whatever its content is; `score` says what the points are worth.
ABREAST = Flaw("main points stand side by side", 7.0)
PILED = Flaw("main points stand below each other", 10.0)
PARTED = Flaw("the list goes on in a second column", 10.0)
MIXED = Flaw("main points share columns", 25.0)
NARROW = Flaw("the graphic asks for the page's width", 30.0)
GRAPHIC_FIRST = Flaw("the graphic comes before its text", 10.0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An arrangement that may be tried: `lay_out` makes it, `meets` are the wishes of authors that it meets,
    `flaws` what speaks against it beforehand."""

    name: str
    lay_out: Callable[[], Arrangement]
    meets: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()


def candidates(
    blocks: Sequence[Block],
    graphics: Sequence[Graphic],
    zone: Rect,
    context: LayoutContext,
    wish: str | None = None,
) -> tuple[Candidate, ...]:
    """All arrangements of blocks and graphics in `zone` that may be tried; those that meet the `wish`, if any
    does."""
    if not graphics:
        found = _of_text(blocks, zone, context, _columns(wish))
    elif not blocks:
        found = _of_graphics(graphics, zone, context, _columns(wish))
    else:
        found = _of_both(blocks, graphics, zone, context, _columns(wish))
    wished = tuple(each for each in found if wish in each.meets)
    return wished or tuple(each for each in found if GRAPHIC_FIRST not in each.flaws)


def _columns(wish: str | None) -> tuple[int, int] | None:
    """The columns that a wish such as 5/7 asks for."""
    ratio = RATIO.fullmatch(wish or "")
    return (int(ratio[1]), int(ratio[2])) if ratio else None


def _of_text(
    blocks: Sequence[Block], zone: Rect, context: LayoutContext, columns: tuple[int, int] | None
) -> tuple[Candidate, ...]:
    found = [Candidate("text", partial(_text, blocks, zone, context), ("full",))]
    if parts := shown_and_words(blocks):
        for words, shown in (columns,) if columns else SPLITS[:3]:
            split = (shown, words) if parts[0][0].shows else (words, shown)
            lay_out = partial(_text_in_columns, lambda: parts, zone, context, split)
            name = f"{words}/{shown}"
            found.append(Candidate(f"text {name} beside a block", lay_out, (name,)))
    for name, columns_of, flaw in _in_columns(blocks, zone, context):
        lay_out = partial(_text_in_columns, columns_of, zone, context)
        found.append(Candidate(name, lay_out, ("columns",), (flaw,)))
    return tuple(found)


def _in_columns(
    blocks: Sequence[Block], zone: Rect, context: LayoutContext
) -> Iterator[tuple[str, Callable[[], Parts], Flaw]]:
    """How text may stand in columns: two to four main points, the halves of a list; each with its name and
    what speaks against it."""
    points = main_points(blocks)
    few = 2 <= len(points) <= 4
    if few:
        yield "points in columns", lambda: points, ABREAST
    if can_be_halved(blocks):
        yield "text in two columns", partial(two_halves, blocks, zone, context), MIXED if few else PARTED


def _of_graphics(
    graphics: Sequence[Graphic], zone: Rect, context: LayoutContext, columns: tuple[int, int] | None
) -> tuple[Candidate, ...]:
    if len(graphics) == 1:
        return (Candidate("graphic", partial(_row, graphics, zone, context), ("full",)),)
    row = partial(_row, graphics, zone, context, columns)
    wished = (f"{columns[0]}/{columns[1]}",) if columns else ()
    pile = Candidate("graphics in a pile", partial(_pile, graphics, zone, context), ("stacked",))
    return Candidate("graphics", row, wished), pile


def _of_both(
    blocks: Sequence[Block],
    graphics: Sequence[Graphic],
    zone: Rect,
    context: LayoutContext,
    columns: tuple[int, int] | None,
) -> tuple[Candidate, ...]:
    wide = any(graphic.prefers_wide() for graphic in graphics)
    narrow = (NARROW,) if wide else ()
    beside = partial(_beside, blocks, graphics, zone, context)
    splits = (columns,) if columns else SPLITS
    sides = [Candidate(f"text {a}/{b}", partial(beside, (a, b)), (f"{a}/{b}",), narrow) for a, b in splits]
    stacked = list(_stacked(blocks, graphics, zone, context))
    wished = [
        Candidate(
            "text below graphic",
            partial(_below, blocks, graphics, zone, context),
            ("below",),
            (GRAPHIC_FIRST,),
        ),
        *(
            Candidate(
                f"graphic first, text {a}/{b}",
                partial(beside, (a, b), first=True),
                ("graphic-first",),
                (GRAPHIC_FIRST,),
            )
            for a, b in SPLITS
        ),
    ]
    ordered = [*stacked, *sides] if wide or len(graphics) > 1 else [*sides, *stacked]
    return (*ordered, *wished)


def _stacked(
    blocks: Sequence[Block], graphics: Sequence[Graphic], zone: Rect, context: LayoutContext
) -> Iterator[Candidate]:
    """Text above graphics: main points in columns, else in one; and where that isn't good, smaller type or
    the halves of a list."""
    points: list[Candidate] = []
    halves: list[Candidate] = []
    for name, parts, flaw in _in_columns(blocks, zone, context):
        lay_out = partial(_columns_above, parts, graphics, zone, context)
        abreast = flaw is ABREAST  # above a graphic that is how points stand best
        flaws = () if abreast else (flaw,)
        candidate = Candidate(f"{name} above graphic", lay_out, ("stacked", "columns"), flaws)
        (points if abreast else halves).append(candidate)
    role = context.theme.type.body
    at_ease = comfortable(role)
    plain = [("text above graphic", sizes_between(at_ease, role.max))]
    if smaller := sizes_between(role.min, at_ease)[1:]:
        plain.append(("text above graphic, smaller", smaller))
    yield from points
    for name, sizes in plain:
        lay_out = partial(_above, blocks, graphics, zone, context, sizes)
        yield Candidate(name, lay_out, ("stacked", "full"), (PILED,) if points else ())
    yield from halves


# --- text -------------------------------------------------------------------------------------------------


def _text(blocks: Sequence[Block], zone: Rect, context: LayoutContext) -> Arrangement:
    """Text alone, in one column."""
    return Arrangement("text", (column_area(blocks, zone, context),), zone)


def _text_in_columns(
    parts: Callable[[], Parts], zone: Rect, context: LayoutContext, split: tuple[int, int] | None = None
) -> Arrangement:
    """Text alone, its parts beside each other, equally wide or with so many columns of the grid each."""
    columns = parts()
    weights = [context.theme.grid.width_of(count) for count in split or ()] or [1.0] * len(columns)
    area = columns_area(columns, zone, context, weights)
    first = first_column(columns, area, context, weights)
    name = f"blocks {split[0]}/{split[1]}" if split else f"text in {len(columns)} columns"
    return Arrangement(name, (area,), first)


# --- graphics ---------------------------------------------------------------------------------------------


def _row(
    graphics: Sequence[Graphic],
    zone: Rect,
    context: LayoutContext,
    columns: tuple[int, int] | None = None,
) -> Arrangement:
    """Graphics alone: one fills the zone, several stand side by side."""
    gap = context.theme.grid.gutter
    weights = [1.0] * len(graphics)
    if len(graphics) == 2:
        grid = context.theme.grid
        columns = columns or ((7, 5) if graphics[0].prefers_wide() else (6, 6))
        weights = [grid.width_of(count) for count in columns]
    places = zone.columns(column_widths(zone.width, gap, weights), gap)
    areas = tuple(draw(graphic, rect, context) for graphic, rect in zip(graphics, places, strict=True))
    return Arrangement("graphic" if len(graphics) == 1 else "graphics", areas)


def _pile(graphics: Sequence[Graphic], zone: Rect, context: LayoutContext) -> Arrangement:
    """Graphics alone, one below the other."""
    return Arrangement("graphics", tuple(_piled(graphics, zone, context)))


def _piled(graphics: Sequence[Graphic], rect: Rect, context: LayoutContext) -> Iterable[Area]:
    gap = context.theme.grid.gutter
    places = rect.rows(column_widths(rect.height, gap, [1.0] * len(graphics)), gap)
    return (draw(graphic, place, context) for graphic, place in zip(graphics, places, strict=True))


# --- both -------------------------------------------------------------------------------------------------


def _beside(
    blocks: Sequence[Block],
    graphics: Sequence[Graphic],
    zone: Rect,
    context: LayoutContext,
    columns: tuple[int, int],
    *,
    first: bool = False,
) -> Arrangement:
    """Text beside its graphics, which come `first` or second in reading order."""
    grid = context.theme.grid
    width, gap = grid.width_of(columns[0]), grid.gutter * 1.5
    left = zone.right - width if first else zone.left
    text = column_area(blocks, Rect(left, zone.top, width, zone.height), context)
    start, stop = (zone.left, left - gap) if first else (text.rect.right + gap, zone.right)
    place = Rect.from_edges(start, zone.top, stop, zone.bottom)
    drawn = _piled(graphics, place, context)
    areas = (*drawn, text) if first else (text, *drawn)
    side = "text right" if first else "text"
    return Arrangement(f"{side} {columns[0]}/{columns[1]}", areas, text.rect)


def _above(
    blocks: Sequence[Block],
    graphics: Sequence[Graphic],
    zone: Rect,
    context: LayoutContext,
    sizes: Sequence[float],
) -> Arrangement:
    """Text at the full width, graphics in a row below it."""
    text = text_at_top([blocks], zone, context, sizes)
    areas = (text, *_row(graphics, _rest(zone, text), context).areas)
    return Arrangement("text above graphic", areas, text.rect)


def _columns_above(
    parts: Callable[[], Parts], graphics: Sequence[Graphic], zone: Rect, context: LayoutContext
) -> Arrangement:
    """Text in columns, graphics in a row below it."""
    text = text_at_top(parts(), zone, context, body_sizes(context))
    areas = (text, *_row(graphics, _rest(zone, text), context).areas)
    return Arrangement("columns above graphic", areas)


def _below(
    blocks: Sequence[Block], graphics: Sequence[Graphic], zone: Rect, context: LayoutContext
) -> Arrangement:
    """Graphics in a row, text at the full width below them."""
    top = text_at_top([blocks], zone, context, body_sizes(context))
    text = Area(top.rect.moved(0.0, zone.bottom - top.rect.bottom), top.frame, top.size)
    place = Rect.from_edges(zone.left, zone.top, zone.right, text.rect.top - STACK_GAP)
    areas = (*_row(graphics, place, context).areas, text)
    return Arrangement("text below graphic", areas, text.rect)


def _rest(zone: Rect, text: Area) -> Rect:
    """What of the zone is left below the text."""
    return Rect.from_edges(zone.left, text.rect.bottom + STACK_GAP, zone.right, zone.bottom)

"""Items as the shapes of a slide: first placed and numbered, then written one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import assert_never

from deckbuild.document import Connector, Glue, Group, Item, Picture, Shape, Table, Text, move, walk
from deckbuild.render.pptx.connectors import connector_element
from deckbuild.render.pptx.frame import non_visual
from deckbuild.render.pptx.pictures import picture_element
from deckbuild.render.pptx.shapes import shape_element, text_element
from deckbuild.render.pptx.sheet import Sheet
from deckbuild.render.pptx.tables import table_element
from deckbuild.render.pptx.units import Box, box, union
from deckbuild.render.pptx.xml import Element, el

FIRST_ID = 2
"""Shape ids count from here: 1 is the slide's shape tree itself."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An item at its place on the page with its shape id; the children are those of a native group."""

    item: Item
    id: int
    children: tuple[Placed, ...] = ()


def place(
    items: tuple[Item, ...], ids: Iterator[int], dx: float = 0.0, dy: float = 0.0
) -> tuple[Placed, ...]:
    """The items in page coordinates. Groups that aren't native, or empty, dissolve into their children."""
    placed: list[Placed] = []
    for item in items:
        at = move(item, dx, dy)
        if not isinstance(at, Group):
            placed.append(Placed(at, next(ids)))
        elif at.native and at.frame.items:
            own = next(ids)
            placed.append(Placed(at, own, place(at.frame.items, ids, at.rect.left, at.rect.top)))
        else:
            placed += place(at.frame.items, ids, at.rect.left, at.rect.top)
    return tuple(placed)


def shape_tree(items: tuple[Item, ...], sheet: Sheet, *first: Element) -> Element:
    """`p:spTree` with these items in order, after the `first` shapes (which are numbered from 2)."""
    placed = place(items, count(FIRST_ID + len(first)))
    glued = {glue.key for item in walk(items) for glue in glues(item)}
    keys = {key: found for key, found in shape_ids(placed).items() if key in glued}
    drawn = [written for each in placed for written in item_elements(each, sheet, keys)]
    return tree(*first, *drawn)


def glues(item: Item) -> tuple[Glue, ...]:
    """Where an item sticks to shapes."""
    ends = (item.start, item.end) if isinstance(item, Connector) else ()
    return tuple(glue for glue in ends if glue is not None)


def tree(*shapes: Element) -> Element:
    none = Box(0, 0, 0, 0)
    return el(
        "p:spTree",
        el("p:nvGrpSpPr", el("p:cNvPr", id=1, name=""), el("p:cNvGrpSpPr"), el("p:nvPr")),
        el("p:grpSpPr", group_transform(none)),
        *shapes,
    )


def shape_ids(placed: tuple[Placed, ...]) -> dict[str, tuple[int, Shape]]:
    """The shapes that connectors can stick to, with their ids, by key."""
    found: dict[str, tuple[int, Shape]] = {}
    for each in placed:
        nested = shape_ids(each.children)
        if isinstance(each.item, Shape) and each.item.key:
            nested[each.item.key] = (each.id, each.item)
        for key, value in nested.items():
            if key in found:
                raise ValueError(f"two shapes of a page have the key {key!r}")
            found[key] = value
    return found


def item_elements(
    placed: Placed, sheet: Sheet, keys: Mapping[str, tuple[int, Shape]], *, grouped: bool = False
) -> list[Element]:
    item, ident = placed.item, placed.id
    match item:
        case Text():
            if grouped and item.placeholder is not None:
                raise ValueError(f"{item.name or 'a text'} fills a placeholder from inside a group")
            return [text_element(item, ident, sheet)]
        case Shape():
            return [shape_element(item, ident, sheet, sites=item.key in keys)]
        case Connector():
            return [connector_element(item, ident, keys)]
        case Picture():
            return [picture_element(item, ident, sheet)]
        case Table():
            return [table_element(item, ident, sheet)]
        case Group():
            return [group_element(placed, item, sheet, keys)]
        case _:
            assert_never(item)


def group_element(
    placed: Placed, group: Group, sheet: Sheet, keys: Mapping[str, tuple[int, Shape]]
) -> Element:
    """A group around what it holds; its children keep the coordinates and the scale of the page."""
    children = [
        written for each in placed.children for written in item_elements(each, sheet, keys, grouped=True)
    ]
    return el(
        "p:grpSp",
        el(
            "p:nvGrpSpPr",
            non_visual(placed.id, group.name or f"Group {placed.id}", group.alt, group.role),
            el("p:cNvGrpSpPr"),
            el("p:nvPr"),
        ),
        el("p:grpSpPr", group_transform(extent(placed))),
        *children,
    )


def group_transform(at: Box) -> Element:
    return el(
        "a:xfrm",
        el("a:off", x=at.x, y=at.y),
        el("a:ext", cx=at.cx, cy=at.cy),
        el("a:chOff", x=at.x, y=at.y),
        el("a:chExt", cx=at.cx, cy=at.cy),
    )


def extent(placed: Placed) -> Box:
    """The box around an item, or around the children of a group: never flat, a group may not be."""
    if not placed.children:
        return box(placed.item.rect)
    around = union([extent(child) for child in placed.children])
    return Box(around.x, around.y, max(1, around.cx), max(1, around.cy))

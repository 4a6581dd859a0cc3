"""The closed set of items, and the frames that hold them at their places.

Every item has a `name`, which is only what a person reads in a list of a page's items; a `role`, which is
what the item means; a `key`, unique in its page and the same in every build as long as nothing of its kind
is put before it, by which connectors and tools refer to it; and the `span` of the source that it comes
from. Keys, spans and the lines of texts are complete on pages; frames on their way there have what those who
made them know.

To add a kind of item, a native chart say: write its class, name it in `Item`, and follow the type checker to
each `assert_never`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, assert_never

from deckbuild.diagnostics import NOWHERE, Diagnostic, Span
from deckbuild.document.geometry import RECTANGLE, Geometry, Side
from deckbuild.document.paint import Fill, Stroke
from deckbuild.document.text import TextBody
from deckbuild.geometry import Point, Rect, Size

PlaceholderKind = Literal["title", "subtitle", "body", "eyebrow", "byline", "footer", "number"]
"""What a place for text on a layout is for; a layout has at most one of each."""
Role = Literal[
    PlaceholderKind,
    "callout", "code", "label", "caption", "figure", "table", "relation", "content", "decoration",
]  # fmt: skip
"""What an item is to its reader, whatever it looks like and is called. `body` is flowing text, `callout` a
statement set apart, `label` a text in a graphic, `caption` one below a picture; a `relation` joins two
things; `content` is an area with several things in it; a `decoration` says nothing."""
Media = Literal["png", "jpeg", "gif", "webp"]
"""Kinds of raster pictures. A page has the first two only; all are what a frame may hold until then."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text without a visible box. `placeholder` is the one of its page's layout that it fills."""

    rect: Rect
    body: TextBody
    name: str = ""
    placeholder: PlaceholderKind | None = None
    span: Span = NOWHERE
    role: Role = "label"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled or outlined shape, perhaps with text."""

    rect: Rect
    geometry: Geometry = RECTANGLE
    fill: Fill = None
    stroke: Stroke | None = None
    body: TextBody | None = None
    name: str = ""
    key: str = ""
    alt: str = ""
    rotation: float = 0.0
    """Degrees clockwise about the centre."""
    span: Span = NOWHERE
    role: Role = "label"


@dataclass(frozen=True, slots=True)
class Glue:
    """Where a connector's end sticks: a shape's `key`, and the middle of one of its sides or, by its index,
    one of the `sites` of its freeform."""

    key: str
    site: Side | int


@dataclass(frozen=True, slots=True)
class Connector:
    """A line along `points`: two for a straight one; three to five, axis-parallel, for an elbow."""

    points: tuple[Point, ...]
    stroke: Stroke
    start: Glue | None = None
    end: Glue | None = None
    start_arrow: bool = False
    end_arrow: bool = True
    name: str = ""
    alt: str = ""
    span: Span = NOWHERE
    role: Role = "relation"
    key: str = ""

    @property
    def rect(self) -> Rect:
        xs = [point.x for point in self.points]
        ys = [point.y for point in self.points]
        return Rect.from_edges(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster image, with the vector original where there is one. Both show the same thing.

    `data` is a file of the kind `media`: in the frame of a block the author's own as it is, on a page a PNG
    or a JPEG, upright, in sRGB, with about as many pixels as can be seen in `rect`.
    """

    rect: Rect
    data: bytes = field(repr=False)
    svg: bytes | None = field(default=None, repr=False)
    name: str = ""
    alt: str = ""
    media: Media = "png"
    span: Span = NOWHERE
    role: Role = "figure"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. Borders that are None are not drawn."""

    body: TextBody
    fill: Fill = None
    top: Stroke | None = None
    right: Stroke | None = None
    bottom: Stroke | None = None
    left: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right and the row's height in points."""

    height: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A native table; `columns` are widths in points, `header` says that the first row names the columns.
    The first column stands on the left, in an `rtl` table on the right."""

    rect: Rect
    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    header: bool = True
    name: str = ""
    alt: str = ""
    span: Span = NOWHERE
    rtl: bool = False
    role: Role = "table"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A frame placed in a region. `rect` is the region it was given, `frame.size` what it needs: the
    difference is the overflow. `native` groups become one group in the output (a diagram), others
    only keep the bookkeeping (a block among blocks)."""

    rect: Rect
    frame: Frame
    name: str = ""
    alt: str = ""
    native: bool = False
    span: Span = NOWHERE
    role: Role = "content"
    key: str = ""


Item = Text | Shape | Connector | Picture | Table | Group


@dataclass(frozen=True, slots=True)
class Frame:
    """Items at fixed places, counted from (0, 0); `size` is what they need.

    `diagnostics` are faults that only laying out could find (a label too long for its box).
    """

    size: Size
    items: tuple[Item, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def at(self, left: float, top: float) -> PlacedFrame:
        """This frame as a part of another one, its corner at (left, top) points."""
        return PlacedFrame(self, left, top)


@dataclass(frozen=True, slots=True)
class PlacedFrame:
    """A frame at its place in another one, in points."""

    frame: Frame
    left: float
    top: float

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(move(item, self.left, self.top) for item in self.frame.items)


def move(item: Item, dx: float, dy: float) -> Item:
    """The item shifted by (dx, dy) points; a group's children stay relative to it."""
    match item:
        case Connector():
            return replace(item, points=tuple(point.moved(dx, dy) for point in item.points))
        case Text() | Shape() | Picture() | Table() | Group():
            return replace(item, rect=item.rect.moved(dx, dy))
        case _:
            assert_never(item)

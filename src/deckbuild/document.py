"""The laid-out deck: pages of positioned items, everything an output needs and nothing it must decide.

The item set is closed: `Text | Shape | Connector | Picture | Table | Group`. Outputs match every one
and end with `assert_never`. Lengths are points; a rectangle is relative to the origin of the frame
that holds the item (the page, or the group). Text carries the line breaks that layout computed, so
an output can draw them, and a test can compare them with a real renderer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Literal, assert_never

from deckbuild.diagnostics import NOWHERE, Diagnostic, Span
from deckbuild.geometry import Insets, Point, Rect, Size

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
Dash = Literal["solid", "dash", "dot"]
Slot = Literal[
    "dk1", "lt1", "dk2", "lt2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
]  # fmt: skip
"""The twelve colours of a DrawingML theme (ECMA-376 Part 1, §20.1.6.2)."""
Media = Literal["png", "jpeg", "gif", "webp"]
"""Kinds of raster pictures. A page has the first two only; all are what a frame may hold until then."""


@dataclass(frozen=True, slots=True)
class Color:
    """An sRGB colour that remembers the theme slot it derives from.

    `hex` is `#RRGGBB`, the colour as seen. Where `slot` is set an output that knows themes writes the slot
    followed by `transforms` (DrawingML names and values, e.g. `("lumMod", 75000)`, applied in order),
    so that recolouring the theme recolours the deck. `alpha` runs from 0 (clear) to 1.
    """

    hex: str
    slot: Slot | None = None
    transforms: tuple[tuple[str, int], ...] = ()
    alpha: float = 1.0

    def faded(self, alpha: float) -> Color:
        return replace(self, alpha=alpha)


@dataclass(frozen=True, slots=True)
class Hatch:
    """A two-coloured pattern; `pattern` is a DrawingML preset such as `wdUpDiag` (§20.1.10.50)."""

    foreground: Color
    background: Color
    pattern: str = "wdUpDiag"


Fill = Color | Hatch | None
NO_INSETS = Insets()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour, width in points and dash."""

    color: Color
    width: float = 1.5
    dash: Dash = "solid"


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface by its name; `theme_font` says which font of the theme it is, if it is one."""

    name: str
    theme_font: Literal["major", "minor"] | None = None


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a run looks. `size` and `tracking` (extra space after each glyph) are in points."""

    face: Face
    size: float
    color: Color
    bold: bool = False
    italic: bool = False
    underline: bool = False
    tracking: float = 0.0
    caps: bool = False
    """Shown in capitals; the text itself stays as written."""
    strike: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style. A `\\v` in the text is a line break inside the paragraph.

    `link` is an absolute URI (RFC 3986), or `#N` for the page of number N.
    """

    text: str
    style: TextStyle
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Bullet:
    """A paragraph's mark: a character, or a number in a DrawingML scheme (`arabicPeriod`, §20.1.10.61).

    Outputs hang it at `margin + indent`. `face` overrides the text's face (Wingdings for a box).
    """

    char: str = ""
    scheme: str = ""
    start: int = 1
    color: Color | None = None
    face: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out line: its text without the trailing space, its width and its height in points."""

    text: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs set between breaks. `margin` is the left margin of the text, `indent` (negative: hanging) that
    of the first line against it; `line_spacing` multiplies the face's line pitch, `pitch` replaces it by
    exact points (for text that must stay in step with what is drawn beside it); `space_before` and
    `space_after` are points. `lines` is what line breaking found, empty before it ran. In an `rtl` paragraph
    (right to left) margin, indent and mark are on the right; `align` is the side as seen.
    """

    runs: tuple[Run, ...]
    align: Align = "left"
    level: int = 0
    bullet: Bullet | None = None
    margin: float = 0.0
    indent: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    line_spacing: float = 1.0
    lines: tuple[Line, ...] = ()
    pitch: float | None = None
    rtl: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def height(self) -> float:
        """Height of the lines, without the space before and after, in points."""
        return sum(line.height for line in self.lines)


@dataclass(frozen=True, slots=True)
class TextBody:
    """Paragraphs in a box. `wrap=False` keeps each paragraph on one line."""

    paragraphs: tuple[Paragraph, ...]
    insets: Insets = NO_INSETS
    anchor: Anchor = "top"
    wrap: bool = True

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def height(self) -> float:
        """What the text needs, insets included. Space before the first paragraph doesn't count: PowerPoint
        ignores it at the top of a box."""
        height = self.insets.vertical
        for index, paragraph in enumerate(self.paragraphs):
            height += paragraph.height
            if index:
                height += paragraph.space_before
            if index < len(self.paragraphs) - 1:
                height += paragraph.space_after
        return height

    @property
    def width(self) -> float:
        """The widest line with its margin and the insets, in points."""
        widest = max(
            (line.width + paragraph.margin for paragraph in self.paragraphs for line in paragraph.lines),
            default=0.0,
        )
        return widest + self.insets.horizontal


@dataclass(frozen=True, slots=True)
class Preset:
    """A DrawingML preset shape (§20.1.10.56), e.g. `rect`, `roundRect`, `ellipse`, `diamond`, `can`.

    `adjust` holds guide values by name, e.g. `{"adj": 16667}` as pairs.
    """

    name: str
    adjust: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A vector outline in its own coordinate box of `size` units, scaled onto the item's rectangle.

    `commands` are `("M", x, y)`, `("L", x, y)`, `("C", x1, y1, x2, y2, x, y)` and `("Z",)`, absolute.
    `sites` are connection sites in the same units, numbered from 4: 0 to 3 are the middles of the sides.
    """

    size: Size
    commands: tuple[tuple[str | float, ...], ...]
    sites: tuple[Point, ...] = ()


Geometry = Preset | Path
RECT = Preset("rect")


@dataclass(frozen=True, slots=True)
class Text:
    """Text without a visible box. `placeholder` is the index of the layout's placeholder it fills."""

    rect: Rect
    body: TextBody
    name: str = ""
    placeholder: int | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled or outlined shape, perhaps with text. `key` names it for connectors, unique in its page."""

    rect: Rect
    geometry: Geometry = RECT
    fill: Fill = None
    stroke: Stroke | None = None
    body: TextBody | None = None
    name: str = ""
    key: str = ""
    alt: str = ""
    decorative: bool = False
    rotation: float = 0.0
    """Degrees clockwise about the centre."""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Glue:
    """Where a connector's end sticks: a shape's `key` and the index of its connection site.

    `rect`, `roundRect`, `diamond` and `ellipse`-like presets differ in numbering; for the four-site
    presets it is 0 top, 1 left, 2 bottom, 3 right (ECMA-376 `presetShapeDefinitions.xml`).
    """

    key: str
    site: int


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
    decorative: bool = False
    span: Span = NOWHERE

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
    decorative: bool = False
    media: Media = "png"
    span: Span = NOWHERE


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
    decorative: bool = False
    span: Span = NOWHERE


Item = Text | Shape | Connector | Picture | Table | Group


@dataclass(frozen=True, slots=True)
class Frame:
    """A finished layout: items at fixed positions from (0, 0); `size` is what they need.

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


def composed(size: Size, parts: Iterable[Item | PlacedFrame]) -> Frame:
    """A frame of items and of other frames, in drawing order; it passes on all that those report.

    The only way to put a frame into another one: what layout finds must reach the author.
    """
    items: list[Item] = []
    diagnostics: list[Diagnostic] = []
    for part in parts:
        if isinstance(part, PlacedFrame):
            items += part.items
            diagnostics += part.frame.diagnostics
        else:
            items.append(part)
    return Frame(size, tuple(items), tuple(diagnostics))


def move(item: Item, dx: float, dy: float) -> Item:
    """The item shifted by (dx, dy) points; a group's children stay relative to it."""
    match item:
        case Connector():
            return replace(item, points=tuple(point.moved(dx, dy) for point in item.points))
        case Text() | Shape() | Picture() | Table() | Group():
            return replace(item, rect=item.rect.moved(dx, dy))
        case _:
            assert_never(item)


def walk(items: tuple[Item, ...], dx: float = 0.0, dy: float = 0.0) -> Iterator[Item]:
    """Every item with its position on the page, a group before its children (which are moved by the
    group's origin). In reading order."""
    for item in items:
        placed = move(item, dx, dy)
        yield placed
        if isinstance(placed, Group):
            yield from walk(placed.frame.items, placed.rect.left, placed.rect.top)


def text_bodies(items: Iterable[Item]) -> Iterator[TextBody]:
    """The texts that items show, in reading order, cells row by row; `walk` opens groups beforehand."""
    for item in items:
        match item:
            case Text(body=body):
                yield body
            case Shape(body=body) if body is not None:
                yield body
            case Table(rows=rows):
                yield from (cell.body for row in rows for cell in row.cells)


PlaceholderKind = Literal["title", "subtitle", "body", "footer", "number"]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A slot on a page layout. `index` is unique in its layout; `body` shows its style with a prompt text."""

    kind: PlaceholderKind
    index: int
    rect: Rect
    body: TextBody
    name: str


TITLE, NUMBER, FOOTER, BODY, SECOND_BODY = 0, 12, 11, 1, 13
"""Placeholder indexes used on every layout: PowerPoint's own for title, footer and number."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A named layout: background, fixed artwork and placeholders, in the page's coordinates."""

    name: str
    background: Color
    placeholders: tuple[Placeholder, ...]
    items: tuple[Item, ...] = ()


NotesKind = Literal[
    "heading", "cue", "script", "subheading", "code", "table", "rule", "bullet", "question", "answer",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class NotesBlock:
    """A paragraph of the notes page, in speaking order, set as it is printed.

    `heading` opens a part (Script, Rationale, Questions), `cue` is a stage direction in its brackets,
    `script` is spoken, `subheading`, `code` (a line of it), `table` (a row of it) and `rule` are what the
    author's notes have besides; `bullet` is a fact, `question` and `answer` are a pair.
    """

    kind: NotesKind
    paragraph: Paragraph
    span: Span = NOWHERE

    @property
    def runs(self) -> tuple[Run, ...]:
        return self.paragraph.runs

    @property
    def text(self) -> str:
        return self.paragraph.text


NOTES_PAGE = Size(540.0, 720.0)
"""PowerPoint's notes page in points: 7.5 by 10 inches, upright."""


@dataclass(frozen=True, slots=True)
class NotesPlaces:
    """Where things stand on a notes page: the slide's picture, the notes, and at the foot the deck's title
    and the page's number."""

    image: Rect
    body: Rect
    footer: Rect
    number: Rect


NOTES_PLACES = NotesPlaces(
    Rect(100.0, 36.0, 340.0, 191.25),
    Rect(36.0, 239.25, 468.0, 428.75),
    Rect(36.0, 668.0, 418.0, 16.0),
    Rect(454.0, 668.0, 50.0, 16.0),
)
"""A notes page with a large picture of a wide slide."""


@dataclass(frozen=True, slots=True)
class Page:
    """One slide. Items stand in reading order, which is also the drawing order."""

    number: int
    title: str
    layout: str
    items: tuple[Item, ...]
    notes: tuple[NotesBlock, ...] = ()
    section: str = ""
    span: Span = NOWHERE
    diagnostics: tuple[Diagnostic, ...] = ()
    """Faults of the slide as a whole; those of a part stand in its frame."""
    notes_places: NotesPlaces | None = None
    """How this page's notes are placed; None for the document's own way."""

    @property
    def reported(self) -> tuple[Diagnostic, ...]:
        """Everything that laying out found on this page, whichever frame it was left in, each once."""
        frames = (item.frame.diagnostics for item in self.walk() if isinstance(item, Group))
        return tuple(dict.fromkeys((*self.diagnostics, *chain.from_iterable(frames))))

    def walk(self) -> Iterator[Item]:
        """Every item at its place on the page, groups before their children."""
        return walk(self.items)


@dataclass(frozen=True, slots=True)
class ThemeColors:
    """The theme part of an output: the twelve slots, and further named colours for its picker."""

    name: str
    slots: tuple[tuple[Slot, str], ...]
    custom: tuple[tuple[str, str], ...] = ()
    major_font: str = "Calibri"
    minor_font: str = "Calibri"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Document properties. `language` is a BCP 47 tag."""

    title: str
    subject: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en-US"


@dataclass(frozen=True, slots=True)
class Document:
    """Everything an output needs. Sections are page `section` names in first-seen order."""

    metadata: Metadata
    size: Size
    theme: ThemeColors
    layouts: tuple[PageLayout, ...]
    pages: tuple[Page, ...]
    notes_face: Face = Face("Calibri", "minor")
    notes_places: NotesPlaces = NOTES_PLACES
    """Where things stand on the notes master, and on notes pages that don't say otherwise."""

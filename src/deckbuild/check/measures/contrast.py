"""Contrast of what is drawn against what is really behind it (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from deckbuild.check.measures.drawn import Drawn, Piece
from deckbuild.check.measures.ground import Ground, Layer, covers, over
from deckbuild.check.measures.paint import colors_of
from deckbuild.color import contrast
from deckbuild.document import (
    Color,
    Connector,
    Fill,
    Paragraph,
    Rectangle,
    Rounded,
    Shape,
    Table,
    TextStyle,
)
from deckbuild.geometry import Point, Rect

LEAST_TEXT, LEAST_LARGE = 4.5, 3.0
"""Level AA for text, and for large text (1.4.3)."""
LARGE, LARGE_BOLD = 18.0, 14.0
"""Points from which on text is large: as it is, and bold (1.4.3)."""
LEAST_GRAPHIC = 3.0
"""For what one must see to understand a graphic (1.4.11)."""

ACROSS = (0.02, 0.25, 0.5, 0.75, 0.98)
UPRIGHT = (0.15, 0.5, 0.85)
"""Where the ground of a line of text is looked at, as fractions of its box."""


@dataclass(frozen=True, slots=True)
class Faint:
    """Something that stands out too little: the measured ratio, the one wanted, and the colour behind."""

    ratio: float
    wanted: float
    color: str
    behind: str
    text: str = ""
    large: bool = False


def least_for(style: TextStyle, scale: float = 1.0) -> float:
    """The contrast ratio that text of this style needs; `scale` makes its size that of a 7.5 in page."""
    size = style.size * scale
    return LEAST_LARGE if size >= LARGE or (style.bold and size >= LARGE_BOLD) else LEAST_TEXT


def faint_texts(piece: Piece, ground: Ground, scale: float = 1.0) -> Iterator[Faint]:
    """The runs of a text that contrast too little with the worst of what is behind them."""
    behind: dict[int, frozenset[str]] = {}
    known: dict[tuple[Color, str], float] = {}
    for number, seen in _grounds(piece, ground):
        behind[number] = behind.get(number, frozenset()) | seen
    for number, paragraph in enumerate(piece.body.paragraphs):
        for color, style, text in inked(paragraph):
            wanted = least_for(style, scale)
            for hex_color in sorted(behind.get(number, ())):
                if (color, hex_color) not in known:
                    known[color, hex_color] = ratio_on(color, hex_color)
                ratio = known[color, hex_color]
                if ratio < wanted:
                    yield Faint(ratio, wanted, color.hex, hex_color, text, wanted < LEAST_TEXT)
                    break


def inked(paragraph: Paragraph) -> Iterator[tuple[Color, TextStyle, str]]:
    """Colour, style and text of the runs, and of a number before them."""
    for run in paragraph.runs:
        if run.text.strip():
            yield run.style.color, run.style, run.text
    bullet = paragraph.bullet
    if bullet is not None and bullet.numbering and bullet.color is not None and paragraph.runs:
        yield bullet.color, paragraph.runs[0].style, f"the number of {paragraph.text}"


def _grounds(piece: Piece, ground: Ground) -> Iterator[tuple[int, frozenset[str]]]:
    """The colours behind each paragraph, by its index; nothing for text on a picture."""
    if not piece.lines:
        return
    order = piece.drawn.order
    item = piece.drawn.item
    # A shape's own fill is behind its text; so is a cell's, which its table answers for.
    reach = order + 1 if isinstance(item, Shape | Table) and covers(item) else order
    numbers = {id(paragraph): number for number, paragraph in enumerate(piece.body.paragraphs)}
    layers = ground.near(_around(piece), reach)
    for line in piece.lines:
        for point in _samples(line.rect, layers):
            seen = ground.at(point, layers)
            if seen is None:
                break
            yield numbers[id(line.paragraph)], seen


def _around(piece: Piece) -> Rect:
    """The box of all lines."""
    boxes = [line.rect for line in piece.lines]
    return Rect.from_edges(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _samples(rect: Rect, layers: Iterable[Layer]) -> Iterator[Point]:
    """Points of a text line to look at: its middle if it lies on plain boxes, else some all over it."""
    if all(
        _plain(item) and (layer.contains(rect) or not layer.overlaps(rect)) for layer, _, item, _ in layers
    ):
        yield rect.center
        return
    for y in UPRIGHT:
        for x in ACROSS:
            yield Point(rect.left + x * rect.width, rect.top + y * rect.height)


def _plain(item: object) -> bool:
    return isinstance(item, Shape) and isinstance(item.geometry, Rectangle | Rounded)


def faint_item(drawn: Drawn, ground: Ground) -> Faint | None:
    """A connector, or a shape without text, that hardly stands out; None if it does, or needn't."""
    item = drawn.item
    match item:
        case Connector(points=points, stroke=stroke):
            a, b = max(pairwise(points), key=_length)
            middle = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
            return _faint((stroke.color,), ground, drawn, middle)
        case Shape(body=None) if item.fill is not None or item.stroke is not None:
            colors = (*_colors(item.fill), *((item.stroke.color,) if item.stroke else ()))
            return _faint(colors, ground, drawn, item.rect.center)
        case _:
            return None


def labelled_inside(drawn: Drawn, items: Iterable[Drawn]) -> bool:
    """Whether a text or icon on top of a shape, which stands out from it, says what it is."""
    item = drawn.item
    if not isinstance(item, Shape) or not isinstance(item.fill, Color):
        return False
    for other in items:
        if other.order > drawn.order and item.rect.contains(other.item.rect, 1.0):
            colors = [Color(color) for color in colors_of(other.item)]
            if any(ratio_on(color, item.fill.hex) >= LEAST_GRAPHIC for color in colors):
                return True
    return False


def _faint(colors: tuple[Color, ...], ground: Ground, drawn: Drawn, at: Point) -> Faint | None:
    """If even the strongest of `colors` is too faint for the ground at a point."""
    here = Rect(at.x - 1, at.y - 1, 2, 2)
    seen = ground.at(at, ground.near(here, drawn.order))
    if not seen:
        return None
    worst: Faint | None = None
    for behind in sorted(seen):
        best = max(colors, key=lambda color: ratio_on(color, behind))
        ratio = ratio_on(best, behind)
        if ratio < LEAST_GRAPHIC and (worst is None or ratio < worst.ratio):
            worst = Faint(ratio, LEAST_GRAPHIC, best.hex, behind)
    return worst


def ratio_on(color: Color, behind: str) -> float:
    """Contrast ratio of a colour, with its alpha, on an opaque one `#RRGGBB`."""
    under = Color(behind)
    (seen,) = over(color, (behind,)) if color.alpha < 1 else (color.hex,)
    return contrast(Color(seen), under)


def _colors(fill: Fill) -> tuple[Color, ...]:
    match fill:
        case None:
            return ()
        case Color():
            return (fill,)


def _length(ends: tuple[Point, Point]) -> float:
    a, b = ends
    return abs(a.x - b.x) + abs(a.y - b.y)

"""What a .pptx says, shape by shape, and where each shape is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from tools.measure.box import Box

EMU = 12700  # in a point
TITLES = ("title", "ctrTitle")
MARKS = {qn("a:br"): "\n", qn("a:tab"): "\t"}


@dataclass(frozen=True)
class Shape:
    """Something on a slide, with its text if it has one. Points from the page's top left."""

    name: str
    box: Box  # before it is turned
    turn: float = 0.0  # degrees clockwise about its middle
    paragraphs: tuple[str, ...] = ()
    is_title: bool = False
    grows: bool = False  # with its text
    wraps: bool = True
    visible: bool = False  # has a filled ground or an outline of its own
    filled: bool = False  # a box of one colour, or a table
    is_table: bool = False
    is_picture: bool = False
    is_line: bool = False

    @property
    def seen_box(self) -> Box:
        """The upright box around the turned shape."""
        return self.box.turned(self.turn, self.box.center)


@dataclass(frozen=True)
class Slide:
    """`shapes` from back to front, those of its layout and master first."""

    number: int
    title: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Place:
    """How coordinates within a group become those of the page."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    left: float = 0.0
    top: float = 0.0
    turn: float = 0.0
    middle: tuple[float, float] = (0.0, 0.0)

    def of(self, left: float, top: float, width: float, height: float) -> Box:
        x, y = self.left + left * self.scale_x, self.top + top * self.scale_y
        box = Box(x, y, x + width * self.scale_x, y + height * self.scale_y)
        if not self.turn:
            return box
        center = box.center
        spot = Box(*center, *center).turned(self.turn, self.middle).center
        x, y = spot[0] - box.width / 2, spot[1] - box.height / 2
        return Box(x, y, x + box.width, y + box.height)


def slides_of(path: Path) -> list[Slide]:
    """The slides that are shown: a hidden one isn't printed."""
    shown = [slide for slide in Presentation(str(path)).slides if slide.element.get("show") != "0"]
    return [_slide(number, slide) for number, slide in enumerate(shown, 1)]


def _slide(number: int, slide: Any) -> Slide:
    shapes: list[Shape] = []
    layout = slide.slide_layout
    if slide.element.get("showMasterSp") != "0":
        if layout.element.get("showMasterSp") != "0":
            shapes += _shapes(layout.slide_master.shapes, Place(), number, artwork=True)
        shapes += _shapes(layout.shapes, Place(), number, artwork=True)
    shapes += _shapes(slide.shapes, Place(), number)
    title = next((" ".join(" ".join(each.paragraphs).split()) for each in shapes if each.is_title), "")
    return Slide(number, title, tuple(shapes))


def _shapes(shapes: Any, place: Place, number: int, *, artwork: bool = False) -> Iterator[Shape]:
    """`artwork`: what a layout or master draws itself. Placeholders show where a slide fills them."""
    for shape in shapes:
        if artwork and shape.is_placeholder:
            continue
        properties = shape._element.xpath("./*/p:cNvPr")
        if properties and properties[0].get("hidden") in ("1", "true"):
            continue
        if shape._element.tag == qn("p:grpSp"):
            yield from _shapes(shape.shapes, _inside(shape, place), number)
        elif shape.left is not None and shape.width is not None:
            box = place.of(*(emu / EMU for emu in (shape.left, shape.top, shape.width, shape.height)))
            turn = place.turn + getattr(shape, "rotation", 0.0)
            if getattr(shape, "has_table", False):
                yield Shape(shape.name, box, turn, visible=True, filled=True, is_table=True)
                yield from _cells(shape, box, number)
            elif shape.has_text_frame and shape._element.txBody is not None:
                yield _text_shape(shape, box, turn, number)
            else:
                yield _textless_shape(shape, box, turn)


def _inside(group: Any, place: Place) -> Place:
    """The place of what a group holds; a group without its own coordinates scales nothing."""
    box = place.of(*(emu / EMU for emu in (group.left, group.top, group.width, group.height)))
    inner = group._element.grpSpPr.find(f"{qn('a:xfrm')}/{qn('a:chOff')}")
    extent = group._element.grpSpPr.find(f"{qn('a:xfrm')}/{qn('a:chExt')}")
    if inner is None or extent is None:
        return place
    width, height = int(extent.get("cx")) / EMU, int(extent.get("cy")) / EMU
    scale_x = box.width / width if width else 1.0
    scale_y = box.height / height if height else 1.0
    return Place(
        scale_x,
        scale_y,
        box.left - int(inner.get("x")) / EMU * scale_x,
        box.top - int(inner.get("y")) / EMU * scale_y,
        place.turn + group.rotation,
        box.center,
    )


def _text_shape(shape: Any, box: Box, turn: float, number: int) -> Shape:
    body = shape._element.txBody
    properties = _inherited_body_properties(shape)
    wrap = next((each.get("wrap") for each in properties if each.get("wrap")), "square")
    fits = (each for each in properties if len(each.xpath("./a:spAutoFit|./a:noAutofit|./a:normAutofit")))
    fit = next(fits, None)
    return Shape(
        shape.name,
        box,
        turn,
        _paragraphs(body, number),
        is_title=shape.is_placeholder and shape._element.xpath("string(.//p:nvPr/p:ph/@type)") in TITLES,
        grows=fit is not None and fit.find(qn("a:spAutoFit")) is not None,
        wraps=wrap != "none",
        visible=_has_edge(shape._element),
        filled=_is_filled(shape._element),
    )


def _textless_shape(shape: Any, box: Box, turn: float) -> Shape:
    tag = shape._element.tag
    return Shape(
        shape.name,
        box,
        turn,
        visible=tag != qn("p:sp") or _has_edge(shape._element),
        filled=tag == qn("p:sp") and _is_filled(shape._element),
        is_picture=tag in (qn("p:pic"), qn("p:graphicFrame")),
        is_line=tag == qn("p:cxnSp"),
    )


def _inherited_body_properties(shape: Any) -> list[Any]:
    """The shape's own `a:bodyPr`, then those of the placeholders that it follows."""
    found = [shape._element.txBody.bodyPr]
    while shape.is_placeholder and (shape := getattr(shape, "_base_placeholder", None)) is not None:
        if shape._element.txBody is not None:
            found.append(shape._element.txBody.bodyPr)
    return found


def _has_edge(element: Any) -> bool:
    """Whether one sees where the shape ends: from its own properties, or the style that it refers to."""
    own = element.spPr
    filled = own.xpath("./a:solidFill|./a:gradFill|./a:blipFill|./a:pattFill")
    lined = own.xpath("./a:ln/a:solidFill|./a:ln/a:gradFill")
    by_style = element.xpath("./p:style/a:fillRef[@idx!='0']") and not own.xpath("./a:noFill")
    return bool(filled or lined or by_style)


def _is_filled(element: Any) -> bool:
    """Whether a box is filled with a solid colour. A diamond or a ring leaves corners free."""
    own = element.spPr
    box = own.xpath("./a:prstGeom[@prst='rect' or @prst='roundRect']")
    return bool(box and own.xpath("./a:solidFill[not(.//a:alpha)]"))


def _cells(frame: Any, box: Box, number: int) -> Iterator[Shape]:
    """Rows grow with their text, so that a cell reaches down to the table's end."""
    table = frame.table
    widths = [column.width / EMU for column in table.columns]
    heights = [row.height / EMU for row in table.rows]
    scale = box.width / sum(widths) if sum(widths) else 1.0
    for row in range(len(heights)):
        for column in range(len(widths)):
            cell = table.cell(row, column)
            if cell.is_spanned:
                continue
            left = box.left + sum(widths[:column]) * scale
            width = sum(widths[column : column + cell.span_width]) * scale
            top = box.top + sum(heights[:row])
            yield Shape(
                f"{frame.name}, row {row + 1}, column {column + 1}",
                Box(left, top, left + width, max(box.bottom, box.top + sum(heights))),
                paragraphs=_paragraphs(cell._tc.txBody, number),
            )


def _paragraphs(body: Any, number: int) -> tuple[str, ...]:
    if body is None:
        return ()
    return tuple("".join(_texts(paragraph, number)) for paragraph in body.findall(qn("a:p")))


def _texts(paragraph: Any, number: int) -> Iterator[str]:
    """Runs as they stand. Of fields, a page's number is known; others say what they like on the day."""
    for each in paragraph:
        if each.tag in MARKS:
            yield MARKS[each.tag]
        elif each.tag == qn("a:fld"):
            yield str(number) if each.get("type") == "slidenum" else " "
        elif each.tag == qn("a:r"):
            yield each.findtext(qn("a:t")) or ""

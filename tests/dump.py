"""A laid-out document as text, for people to review in a diff: one item per line, its paragraphs beneath.

    text      43.2  39.0  873.6 x 48.0  Title, placeholder 0
                36 pt bold  Why Maps Show / Pressure

Positions are points on the page, to a tenth. ` / ` is a line break that was computed, `_` a no-break space.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from deckbuild.document import (
    Bullet,
    Cell,
    Color,
    Connector,
    Document,
    Fill,
    Frame,
    Group,
    Item,
    Page,
    Paragraph,
    Picture,
    Shape,
    SlideLayout,
    Table,
    Text,
    TextBody,
    TextStyle,
    move,
)
from deckbuild.geometry import Rect, Size

INDENT = "  "


def dump_document(document: Document) -> str:
    """What is true of the document as a whole, and its layouts."""
    meta = document.metadata
    lines = [
        f"title     {meta.title}",
        f"subject   {meta.subject}",
        f"author    {meta.author}",
        f"keywords  {', '.join(meta.keywords)}",
        f"language  {meta.language}",
        f"size      {document.size.width:g} x {document.size.height:g}",
        f"fonts     {document.theme.major_font}, {document.theme.minor_font}",
        *(f"{slot:<13} {value}" for slot, value in document.theme.slots),
    ]
    for layout in document.slide_layouts:
        lines += ["", *_layout(layout)]
    return "\n".join(lines)


def dump_page(page: Page) -> str:
    """One page: its items in reading order, then its notes."""
    lines = [f"page {page.number}: {page.title}", f"layout: {page.slide_layout}"]
    if page.section:
        lines.append(f"section: {page.section}")
    lines += ["", *_items(page.items)]
    if page.notes:
        lines += ["", "notes"]
        lines += [f"  {block.kind:<9} {_shown(block.text)}" for block in page.notes]
    return "\n".join(lines)


def dump_frame(frame: Frame, region: Size) -> str:
    """What a block or a graphic draws in a region, and the room that it needs."""
    need = frame.size
    lines = [f"needs {need.width:.1f} x {need.height:.1f} of {region.width:g} x {region.height:g}"]
    lines += [f"reports {found.code} {found.message}" for found in frame.diagnostics]
    return "\n".join([*lines, "", *_items(frame.items)])


def _layout(layout: SlideLayout) -> Iterator[str]:
    yield f"layout: {layout.name}, on {_color(layout.background)}"
    for slot in layout.placeholders:
        yield f"{INDENT}{slot.kind:<9} {_rect(slot.rect)}  {slot.name}, placeholder"
    yield from _items(layout.items, 1)


def _items(items: tuple[Item, ...], depth: int = 0, dx: float = 0.0, dy: float = 0.0) -> Iterator[str]:
    for each in items:
        yield from _item(move(each, dx, dy), depth)


def _item(item: Item, depth: int) -> Iterator[str]:
    indent = INDENT * depth

    def head(kind: str, *facts: str) -> str:
        said = ", ".join(fact for fact in (item.name, *facts) if fact)
        return f"{indent}{kind:<9} {_rect(item.rect)}  {said}".rstrip()

    match item:
        case Text():
            yield head("text", "" if item.placeholder is None else f"placeholder {item.placeholder}")
            yield from _body(item.body, depth)
        case Shape():
            outline = f"line {_color(item.stroke.color)}" if item.stroke else ""
            yield head(_geometry(item), _fill(item.fill), outline, _meaning(item))
            if item.body:
                yield from _body(item.body, depth)
        case Connector():
            ends = [f"{glue.key}.{glue.site}" if glue else "free" for glue in (item.start, item.end)]
            yield head("connector", " → ".join(ends), _meaning(item))
        case Picture():
            kinds = f"{item.media} and svg" if item.svg else item.media
            yield head("picture", kinds, _meaning(item))
        case Table():
            widths = " ".join(f"{width:.1f}" for width in item.columns)
            yield head("table", f"columns {widths}", f"alt {item.alt!r}")
            for number, row in enumerate(item.rows):
                yield f"{indent}{INDENT}row {number}  {row.height:.1f} high"
                for cell in row.cells:
                    yield from _cell(cell, depth + 1)
        case Group():
            need = item.frame.size
            over = max(need.width - item.rect.width, need.height - item.rect.height) > 0.05
            facts = f"needs {need.width:.1f} x {need.height:.1f}" if over else ""
            yield head("group" if item.native else "area", facts, _meaning(item))
            yield from _items(item.frame.items, depth + 1, item.rect.left, item.rect.top)
        case _:
            assert_never(item)


def _cell(cell: Cell, depth: int) -> Iterator[str]:
    for line in _body(cell.body, depth):
        yield line + (f"  on {_fill(cell.fill)}" if cell.fill else "")


def _body(body: TextBody, depth: int) -> Iterator[str]:
    for paragraph in body.paragraphs:
        yield f"{INDENT * depth}{' ' * 12}{_paragraph(paragraph)}"


def _paragraph(paragraph: Paragraph) -> str:
    styles = list(dict.fromkeys(_style(run.style) for run in paragraph.runs))
    mark = _mark(paragraph.bullet)
    lines = " / ".join(_shown(line.text) for line in paragraph.lines)
    links = "".join(f"  <{link}>" for link in dict.fromkeys(run.link for run in paragraph.runs) if link)
    before = f", {paragraph.space_before:g} before" if paragraph.space_before else ""
    return f"{' + '.join(styles)}{before}  {mark}{lines}{links}"


def _style(style: TextStyle) -> str:
    flags = [
        name
        for name in ("bold", "italic", "underline", "caps")
        if getattr(style, name)
    ]  # fmt: skip
    face = [style.face.name] if style.face.theme_font is None else []
    return " ".join([f"{style.size:g} pt", *face, *flags])


def _mark(bullet: Bullet | None) -> str:
    if bullet is None:
        return ""
    return f"{bullet.char or bullet.numbering} "


def _geometry(shape: Shape) -> str:
    return type(shape.geometry).__name__.lower()


def _fill(fill: Fill) -> str:
    match fill:
        case None:
            return ""
        case Color():
            return _color(fill)


def _color(color: Color) -> str:
    shade = "*" if color.changes else ""
    alpha = f" {color.alpha:.0%}" if color.alpha < 1 else ""
    return f"{color.slot or color.hex}{shade}{alpha}"


def _meaning(item: Shape | Connector | Picture | Group) -> str:
    return "decorative" if item.role == "decoration" else f"alt {item.alt!r}" if item.alt else ""


def _shown(text: str) -> str:
    return text.replace("\u00a0", "_").replace("\v", "↵")


def _rect(rect: Rect) -> str:
    return f"{rect.left:6.1f} {rect.top:6.1f}  {rect.width:6.1f} x {rect.height:<6.1f}"

"""Small documents for tests, written out by hand."""

from __future__ import annotations

import io
import zipfile
from base64 import b64decode
from dataclasses import replace

from lxml import etree

from deckbuild.document import (
    RECTANGLE,
    Bullet,
    Cell,
    Color,
    Connector,
    Document,
    Face,
    Frame,
    Freeform,
    Glue,
    Group,
    Item,
    Metadata,
    NotesBlock,
    Page,
    Paragraph,
    Picture,
    Placeholder,
    PlaceholderKind,
    Rounded,
    Row,
    Run,
    Shape,
    SlideLayout,
    Stroke,
    Table,
    Text,
    TextBody,
    TextStyle,
    ThemeColors,
)
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.render.pptx import render_pptx
from deckbuild.render.pptx.xml import NAMESPACES, Element
from tests.raster.files import flag, saved

INK = Color("#1B3646", "dark 1")
DEEP = Color("#003D5C", "dark 2")
WHITE = Color("#FFFFFF", "light 1")
MINT = Color("#EFFBF7", "light 2")
GREEN = Color("#00CC99", "accent 1")
RUST = Color("#B23A0E", "accent 3", (("scale lightness", 0.7),))
CODE = Face("Courier New")

THEME = ThemeColors(
    "Sample",
    (
        ("dark 1", "#1B3646"),
        ("light 1", "#FFFFFF"),
        ("dark 2", "#003D5C"),
        ("light 2", "#EFFBF7"),
        ("accent 1", "#00CC99"),
        ("accent 2", "#003D5C"),
        ("accent 3", "#FF6B35"),
        ("accent 4", "#FFA500"),
        ("accent 5", "#708090"),
        ("accent 6", "#00755A"),
        ("link", "#00755A"),
        ("followed link", "#526273"),
    ),
    (("Rust", "#B23A0E"),),
)

# The smallest PNG there is: one pixel.
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
JPEG = saved(flag(), "jpeg")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'


def style(
    size: float = 20.0, color: Color = INK, *, bold: bool = False, face: Face | None = None
) -> TextStyle:
    return TextStyle(face or Face("Calibri", "minor"), size, color, bold=bold)


def line(text: str, look: TextStyle | None = None) -> Paragraph:
    return Paragraph((Run(text, look or style()),))


def body(*texts: str | Paragraph) -> TextBody:
    return TextBody(tuple(line(text) if isinstance(text, str) else text for text in texts))


TITLE_STYLE = style(36, DEEP, bold=True, face=Face("Calibri", "major"))


def slot(kind: PlaceholderKind, rect: Rect, text: str, look: TextStyle) -> Placeholder:
    return Placeholder(kind, rect, body(line(text, look)), kind.capitalize())


TITLE_SLOT = slot("title", Rect(43, 50, 874, 60), "Click to add title", TITLE_STYLE)
BODY_SLOT = slot("body", Rect(43, 130, 400, 340), "Click to add text", style())
FOOTER_SLOT = slot("footer", Rect(43, 505, 400, 20), "Sample", style(12))
NUMBER_SLOT = slot("number", Rect(857, 505, 60, 20), "‹#›", style(12))
RULE = Shape(Rect(43, 112, 54, 3), RECTANGLE, GREEN, name="Rule", role="decoration")
CONTENT = SlideLayout("Content", WHITE, (TITLE_SLOT, BODY_SLOT, FOOTER_SLOT, NUMBER_SLOT), (RULE,))
BARE = SlideLayout("Bare", WHITE, ())


def page(
    number: int,
    *items: Item,
    slide_layout: str = "Bare",
    section: str = "",
    notes: tuple[NotesBlock, ...] = (),
) -> Page:
    return Page(number, f"Page {number}", slide_layout, items, notes, section)


def document(*pages: Page) -> Document:
    metadata = Metadata("Sample deck", "Trying things out", "A. Author", ("slides", "yaml"))
    return Document(metadata, Size(960, 540), THEME, (CONTENT, BARE), pages)


def note(kind: str, text: str) -> NotesBlock:
    return NotesBlock(kind, line(text, style(12)))  # type: ignore[arg-type]


def box(key: str, rect: Rect) -> Shape:
    return Shape(rect, fill=MINT, stroke=Stroke(GREEN), key=key, name=key)


def everything() -> Document:
    """A document with each kind of item, in each of its forms."""
    bulleted = Paragraph((Run("One", style()),), bullet=Bullet("•", color=GREEN), margin=18, indent=-18)
    numbered = Paragraph((Run("First", style()),), bullet=Bullet(numbering="1."), margin=22, indent=-22)
    linked = Paragraph(
        (
            Run("See ", style()),
            Run("there", style(), link="https://example.org/?q=a%20b&c=%3Cd%3E"),
            Run(" and ", style(face=CODE)),
            Run("here\vagain", style(), link="#1"),
        )
    )
    cells = tuple(Cell(TextBody((line(text),), Insets(3, 6, 3, 6), "middle"), MINT) for text in "ab")
    diagram = Frame(
        Size(400, 200),
        (
            box("left", Rect(0, 0, 100, 40)),
            Connector(
                (Point(100, 20), Point(300, 20)), Stroke(DEEP), Glue("left", "right"), Glue("right", "left")
            ),
            Connector((Point(50, 40), Point(50, 90), Point(350, 90), Point(350, 40)), Stroke(DEEP)),
            box("right", Rect(300, 0, 100, 40)),
            Shape(
                Rect(150, 100, 40, 40),
                Rounded(3.6),
                DEEP,
                alt="Filled",
            ),
            Shape(
                Rect(200, 100, 24, 24), TICK, None, Stroke(RUST, 2, "dash"), rotation=45, role="decoration"
            ),
            Picture(Rect(250, 100, 60, 60), PNG, SVG, alt="A dot"),
        ),
    )
    return document(
        page(1, Text(Rect(100, 100, 300, 40), body("Welcome")), section="Opening"),
        page(
            2,
            Text(TITLE_SLOT.rect, body(line("A title", TITLE_STYLE)), placeholder="title"),
            Text(Rect(43, 130, 300, 340), body(bulleted, numbered, linked), placeholder="body"),
            Text(FOOTER_SLOT.rect, body(line("Sample", style(12))), placeholder="footer"),
            Text(NUMBER_SLOT.rect, body(line("2", style(12))), placeholder="number"),
            Group(Rect(460, 130, 400, 200), diagram, "Diagram", "Two boxes", native=True),
            slide_layout="Content",
            section="Middle",
            notes=(
                note("heading", "Script"),
                note("cue", "[Pause]"),
                note("script", "Hello."),
                NotesBlock("bullet", replace(bulleted, runs=(Run("Fact", style(12)),))),
                NotesBlock("script", linked),
            ),
        ),
        page(
            3,
            Table(Rect(43, 130, 300.3, 60), (100.1, 200.2), (Row(30, cells), Row(30, cells)), alt="A table"),
            Group(
                Rect(500, 300, 100, 50), Frame(Size(100, 50), (Text(Rect(5, 5, 90, 20), body("Inlined")),))
            ),
            section="Middle",
            notes=(note("question", "Why?"), note("answer", "Because.")),
        ),
    )


TICK = Freeform(Size(24, 24), (("M", 4.0, 12.0), ("L", 10.0, 18.0), ("C", 14.0, 8.0, 16.0, 6.0, 20.0, 6.0)))


def parts(content: bytes) -> dict[str, bytes]:
    """The files of a package by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(content: bytes, name: str) -> Element:
    return etree.fromstring(parts(content)[name])


def slide(*items: Item, slide_layout: str = "Bare") -> Element:
    """The first slide of a deck with these items."""
    return xml(render_pptx(document(page(1, *items, slide_layout=slide_layout))), "ppt/slides/slide1.xml")


def find(root: Element, path: str) -> list[Element]:
    return list(root.iterfind(path, NAMESPACES))


def only(root: Element, path: str) -> Element:
    found = find(root, path)
    assert len(found) == 1, f"{len(found)} elements at {path}"
    return found[0]


def readable(element: Element) -> str:
    """The element indented, its attributes in alphabetical order."""
    copy = etree.fromstring(etree.tostring(element))
    for each in copy.iter(etree.Element):
        attributes = sorted(each.attrib.items())
        each.attrib.clear()
        each.attrib.update(attributes)
    etree.indent(copy)
    return etree.tostring(copy, encoding="unicode")

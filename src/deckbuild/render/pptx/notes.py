"""Notes pages: the slide's picture above what to say, the deck's title and the page's number at the foot."""

from __future__ import annotations

from deckbuild.document import Color, Document, Page, Paragraph, Run, TextBody, TextStyle
from deckbuild.geometry import Rect
from deckbuild.render.pptx.drawing import FIRST_ID, tree
from deckbuild.render.pptx.frame import non_visual, transform
from deckbuild.render.pptx.master import levels
from deckbuild.render.pptx.paint import COLOR_MAP
from deckbuild.render.pptx.shapes import preset
from deckbuild.render.pptx.sheet import Sheet
from deckbuild.render.pptx.text import body_properties, list_style, paragraph
from deckbuild.render.pptx.units import box
from deckbuild.render.pptx.xml import Element, el, root

BODY_SIZE = 12.0
FOOT_SIZE = 9.0
IMAGE, BODY, FOOTER, NUMBER = ("sldImg", 2), ("body", 3), ("ftr", 4), ("sldNum", 5)
"""The notes master's placeholders by type and index, as PowerPoint numbers them."""
NAMES = {IMAGE: "Slide Image", BODY: "Notes", FOOTER: "Footer", NUMBER: "Page Number"}


def notes_root(page: Page, document: Document, sheet: Sheet) -> Element:
    """The notes of a page as they were set, with the deck's title and the page's number at the foot."""
    places = page.notes_places or document.notes_places
    body = TextBody(tuple(block.paragraph for block in page.notes))
    footer = TextBody((foot_line(document.metadata.title, document),), anchor="bottom")
    number = TextBody((foot_line(str(page.number), document, at_right=True),), anchor="bottom")
    shapes = (
        image_element(FIRST_ID, places.image),
        placeholder(FIRST_ID + 1, BODY, body, sheet, places.body),
        placeholder(FIRST_ID + 2, FOOTER, footer, sheet),
        placeholder(FIRST_ID + 3, NUMBER, number, sheet),
    )
    return root("p:notes", el("p:cSld", tree(*shapes)), el("p:clrMapOvr", el("a:masterClrMapping")))


def notes_master_root(document: Document, sheet: Sheet) -> Element:
    places = document.notes_places
    body = TextBody((Paragraph((Run("Notes", notes_style(document, BODY_SIZE)),), space_after=4.0),))
    footer = TextBody((foot_line(document.metadata.title, document),), anchor="bottom")
    number = TextBody((foot_line("‹#›", document, at_right=True),), anchor="bottom")
    shapes = (
        image_element(FIRST_ID, places.image),
        placeholder(FIRST_ID + 1, BODY, body, sheet, places.body, master=True),
        placeholder(FIRST_ID + 2, FOOTER, footer, sheet, places.footer, master=True),
        placeholder(FIRST_ID + 3, NUMBER, number, sheet, places.number, master=True),
    )
    return root(
        "p:notesMaster",
        el("p:cSld", el("p:bg", el("p:bgRef", el("a:schemeClr", val="bg1"), idx=1001)), tree(*shapes)),
        el("p:clrMap", **COLOR_MAP),
        el("p:notesStyle", *levels(body)),
    )


def notes_style(document: Document, size: float) -> TextStyle:
    return TextStyle(document.notes_face, size, Color(dict(document.theme.slots)["dark 1"], "dark 1"))


def foot_line(text: str, document: Document, *, at_right: bool = False) -> Paragraph:
    """A line at the foot of the notes page."""
    run = Run(text, notes_style(document, FOOT_SIZE))
    return Paragraph((run,), align="right" if at_right else "left")


def image_element(ident: int, rect: Rect) -> Element:
    """The place of the slide's picture, with a hairline around it."""
    gray = el("a:schemeClr", el("a:lumMod", val=75_000), val="bg1")
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            non_visual(ident, NAMES[IMAGE]),
            el("p:cNvSpPr", el("a:spLocks", noGrp=True, noRot=True, noChangeAspect=True)),
            el("p:nvPr", el("p:ph", type=IMAGE[0], idx=IMAGE[1])),
        ),
        el(
            "p:spPr",
            transform(box(rect)),
            preset("rect"),
            el("a:noFill"),
            el("a:ln", el("a:solidFill", gray), w=6350),
        ),
    )


def placeholder(
    ident: int,
    kind: tuple[str, int],
    body: TextBody,
    sheet: Sheet,
    rect: Rect | None = None,
    *,
    master: bool = False,
) -> Element:
    """A text placeholder: on the master its text sets the style, elsewhere its place may come from there."""
    turned = any(each.rtl for each in body.paragraphs)
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            non_visual(ident, NAMES[kind]),
            el("p:cNvSpPr", el("a:spLocks", noGrp=True)),
            el("p:nvPr", el("p:ph", type=kind[0], sz="quarter", idx=kind[1])),
        ),
        el("p:spPr", *((transform(box(rect)), preset("rect")) if rect else ())),
        el(
            "p:txBody",
            body_properties(body, body.insets),
            list_style(body) if master else el("a:lstStyle"),
            *(
                paragraph(each, sheet, in_placeholder=True, number_field=kind == NUMBER, turned=turned)
                for each in body.paragraphs
            ),
        ),
    )

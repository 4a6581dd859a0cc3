"""Notes pages: the slide's picture above what to say, set so that it prints well on one page."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.document import Document, NotesBlock, Page, Paragraph, Run, TextBody
from deckbuild.geometry import EMU_PER_POINT, Rect, Size
from deckbuild.render.pptx.drawing import FIRST_ID, tree
from deckbuild.render.pptx.frame import non_visual, transform
from deckbuild.render.pptx.master import COLOR_MAP, levels
from deckbuild.render.pptx.notes_text import (
    BODY_SIZE,
    estimated_height,
    foot_line,
    notes_paragraph,
    notes_style,
)
from deckbuild.render.pptx.presentation import NOTES_PAGE
from deckbuild.render.pptx.shapes import preset
from deckbuild.render.pptx.sheet import Sheet
from deckbuild.render.pptx.text import body_properties, list_style, paragraph
from deckbuild.render.pptx.units import box
from deckbuild.render.pptx.xml import Element, el, root

WIDTH, HEIGHT = NOTES_PAGE.cx / EMU_PER_POINT, NOTES_PAGE.cy / EMU_PER_POINT
MARGIN = 36.0  # half an inch: what printers can reach, so that the text may be as large as possible
FOOT = 16.0  # height of the line with the deck's title and the page's number
NUMBER_WIDTH = 50.0
GAP = 12.0
SETTINGS = (
    (BODY_SIZE, 340.0),
    (BODY_SIZE, 240.0),
    (11.0, 210.0),
    (10.5, 190.0),
    (10.0, 160.0),
    (9.5, 130.0),
    (9.0, 100.0),
    (8.5, 100.0),
    (8.0, 100.0),
)
"""Text size and width of the slide's picture, the roomiest first: a page takes the first that will do."""
IMAGE, BODY, FOOTER, NUMBER = ("sldImg", 2), ("body", 3), ("ftr", 4), ("sldNum", 5)
"""The notes master's placeholders by type and index, as PowerPoint numbers them."""
NAMES = {IMAGE: "Slide Image", BODY: "Notes", FOOTER: "Footer", NUMBER: "Page Number"}


@dataclass(frozen=True, slots=True)
class Setting:
    """How one notes page is set: text size in points, where the picture and the text go."""

    size: float
    image: Rect
    body: Rect


def notes_root(page: Page, document: Document, sheet: Sheet) -> Element:
    """The notes of a page, formatted, with the deck's title and the page's number at the foot."""
    setting = choose_setting(page.notes, document.size)
    body = TextBody(tuple(notes_paragraph(block, setting.size, document) for block in page.notes))
    footer = TextBody((foot_line(document.metadata.title, document),), anchor="bottom")
    number = TextBody((foot_line(str(page.number), document, at_right=True),), anchor="bottom")
    shapes = (
        image_element(FIRST_ID, setting.image),
        placeholder(FIRST_ID + 1, BODY, body, sheet, setting.body),
        placeholder(FIRST_ID + 2, FOOTER, footer, sheet),
        placeholder(FIRST_ID + 3, NUMBER, number, sheet),
    )
    return root("p:notes", el("p:cSld", tree(*shapes)), el("p:clrMapOvr", el("a:masterClrMapping")))


def notes_master_root(document: Document, sheet: Sheet) -> Element:
    setting = place_at(*SETTINGS[0], document.size)
    top = HEIGHT - MARGIN - FOOT
    left = Rect(MARGIN, top, WIDTH - 2 * MARGIN - NUMBER_WIDTH, FOOT)
    right = Rect(WIDTH - MARGIN - NUMBER_WIDTH, top, NUMBER_WIDTH, FOOT)
    body = TextBody((Paragraph((Run("Notes", notes_style(document)),), space_after=4.0),))
    footer = TextBody((foot_line(document.metadata.title, document),), anchor="bottom")
    number = TextBody((foot_line("‹#›", document, at_right=True),), anchor="bottom")
    shapes = (
        image_element(FIRST_ID, setting.image),
        placeholder(FIRST_ID + 1, BODY, body, sheet, setting.body, master=True),
        placeholder(FIRST_ID + 2, FOOTER, footer, sheet, left, master=True),
        placeholder(FIRST_ID + 3, NUMBER, number, sheet, right, master=True),
    )
    return root(
        "p:notesMaster",
        el("p:cSld", el("p:bg", el("p:bgRef", el("a:schemeClr", val="bg1"), idx=1001)), tree(*shapes)),
        el("p:clrMap", **COLOR_MAP),
        el("p:notesStyle", *levels(body)),
    )


def choose_setting(blocks: tuple[NotesBlock, ...], slide: Size) -> Setting:
    """The first setting whose body is high enough by estimate, else the last: nothing is cut."""
    for size, width in SETTINGS:
        setting = place_at(size, width, slide)
        if estimated_height(blocks, size, setting.body.width) <= setting.body.height:
            break
    return setting


def place_at(size: float, image_width: float, slide: Size) -> Setting:
    image = Rect((WIDTH - image_width) / 2, MARGIN, image_width, image_width * slide.height / slide.width)
    body = Rect.from_edges(MARGIN, image.bottom + GAP, WIDTH - MARGIN, HEIGHT - MARGIN - FOOT)
    return Setting(size, image, body)


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
                paragraph(each, sheet, in_placeholder=True, number_field=kind == NUMBER)
                for each in body.paragraphs
            ),
        ),
    )

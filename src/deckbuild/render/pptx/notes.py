"""Notes pages: the slide's picture above what to say, set so that it prints well on one page."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from deckbuild.document import (
    Bullet,
    Color,
    Document,
    NotesBlock,
    Page,
    Paragraph,
    Run,
    Slot,
    TextBody,
    TextStyle,
)
from deckbuild.geometry import EMU_PER_POINT, Insets, Rect, Size
from deckbuild.render.pptx.drawing import FIRST_ID, tree
from deckbuild.render.pptx.frame import non_visual, transform
from deckbuild.render.pptx.master import COLOR_MAP, levels
from deckbuild.render.pptx.presentation import NOTES_PAGE
from deckbuild.render.pptx.shapes import preset
from deckbuild.render.pptx.sheet import Sheet
from deckbuild.render.pptx.text import body_properties, number_run, paragraph
from deckbuild.render.pptx.units import box
from deckbuild.render.pptx.xml import Element, el, root

WIDTH, HEIGHT = NOTES_PAGE.cx / EMU_PER_POINT, NOTES_PAGE.cy / EMU_PER_POINT
MARGIN = 36.0  # half an inch: what printers can reach, so that the text may be as large as possible
FOOT = 16.0  # height of the line with the deck's name and the page's number
GAP = 12.0
BODY_SIZE = 12.0
SETTINGS = (
    (12.0, 340.0),
    (12.0, 240.0),
    (11.0, 210.0),
    (10.5, 190.0),
    (10.0, 170.0),
    (9.5, 150.0),
    (9.0, 130.0),
    (8.5, 115.0),
    (8.0, 100.0),
)
"""Text size and width of the slide's picture, the roomiest first: a page takes the first that will do."""
CHARACTER_WIDTH = 0.44  # em; English in Calibri averages 0.41, and lines that end early take the rest
LINE_PITCH = 1.22  # of the size, Calibri's
HANG = 14.0
IMAGE, BODY, FOOTER, NUMBER = ("sldImg", 2), ("body", 3), ("ftr", 4), ("sldNum", 5)
"""The notes master's placeholders by type and index, as PowerPoint numbers them."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How one notes page is set: text size in points, where the picture and the text go."""

    size: float
    image: Rect
    body: Rect


def notes_root(page: Page, document: Document, sheet: Sheet) -> Element:
    """The notes of a page, formatted, with its number and the deck's title at the foot."""
    chosen = choose_setting(page.notes, document.size)
    paragraphs = tuple(notes_paragraph(block, chosen.size, document) for block in page.notes)
    body = TextBody(paragraphs, insets=Insets())
    number = Run(str(page.number), foot_style(document))
    shapes = (
        image_element(FIRST_ID, chosen.image),
        placeholder(
            FIRST_ID + 1,
            BODY,
            "Notes",
            chosen.body,
            body,
            [paragraph(each, sheet, in_placeholder=True) for each in paragraphs],
        ),
        placeholder(FIRST_ID + 2, FOOTER, "Footer", None, None, [foot(document, sheet)]),
        placeholder(FIRST_ID + 3, NUMBER, "Page Number", None, None, [el("a:p", number_run(number, sheet))]),
    )
    return root("p:notes", el("p:cSld", tree(*shapes)), el("p:clrMapOvr", el("a:masterClrMapping")))


def notes_master_root(document: Document, sheet: Sheet) -> Element:
    setting = place_at(*SETTINGS[0], document.size)
    body = TextBody((Paragraph((Run("Notes", style(document)),), space_after=4.0),))
    left = Rect(MARGIN, HEIGHT - MARGIN - FOOT, WIDTH - 2 * MARGIN - 60, FOOT)
    right = Rect(WIDTH - MARGIN - 50, HEIGHT - MARGIN - FOOT, 50, FOOT)
    footer = TextBody((Paragraph((Run(document.metadata.title, foot_style(document)),)),), anchor="bottom")
    number = TextBody((Paragraph((Run("‹#›", foot_style(document)),), align="right"),), anchor="bottom")
    shapes = (
        image_element(FIRST_ID, setting.image),
        placeholder(
            FIRST_ID + 1,
            BODY,
            "Notes",
            setting.body,
            body,
            [paragraph(each, sheet, in_placeholder=True) for each in body.paragraphs],
        ),
        placeholder(FIRST_ID + 2, FOOTER, "Footer", left, footer, [foot(document, sheet)]),
        placeholder(
            FIRST_ID + 3,
            NUMBER,
            "Page Number",
            right,
            number,
            [paragraph(each, sheet, number, number_field=True) for each in number.paragraphs],
        ),
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


def estimated_height(blocks: tuple[NotesBlock, ...], size: float, width: float) -> float:
    """About how high the notes are. An estimate will do: it only picks a size that is on the safe side."""
    height = 0.0
    for block in blocks:
        shape = SHAPES[block.kind]
        lines = sum(
            max(1, math.ceil(len(part) * CHARACTER_WIDTH * size / (width - shape.margin)))
            for part in block.text.split("\v")
        )
        height += lines * size * LINE_PITCH + (shape.before + shape.after) * size / BODY_SIZE
    return height


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of notes block is set, lengths in points at 12 pt text."""

    bold: bool = False
    italic: bool = False
    slot: Slot = "dk1"
    transforms: tuple[tuple[str, int], ...] = ()
    larger: float = 0.0
    before: float = 0.0
    after: float = 4.0
    margin: float = 0.0
    bulleted: bool = False


DARKER = (("lumMod", 50_000),)  # an accent made dark enough to read on paper
SHAPES: dict[str, Look] = {
    "heading": Look(bold=True, slot="dk2", larger=1.0, before=10.0, after=3.0),
    "cue": Look(bold=True, italic=True, slot="accent1", transforms=DARKER, before=2.0),
    "script": Look(),
    "bullet": Look(after=2.0, margin=HANG, bulleted=True),
    "question": Look(bold=True, before=3.0, after=1.0),
    "answer": Look(margin=HANG),
}


def notes_paragraph(block: NotesBlock, size: float, document: Document) -> Paragraph:
    look = SHAPES[block.kind]
    scale = size / BODY_SIZE
    base = replace(
        style(document),
        size=size + look.larger,
        bold=look.bold,
        italic=look.italic,
        color=slot_color(document, look.slot, look.transforms),
    )
    runs = tuple(emphasised(run, base) for run in block.runs)
    if block.kind == "cue" and not block.text.startswith("["):
        runs = (Run("[", base), *runs, Run("]", base))
    return Paragraph(
        runs,
        bullet=Bullet("•") if look.bulleted else None,
        margin=look.margin,
        indent=-HANG if look.bulleted else 0.0,
        space_before=look.before * scale,
        space_after=look.after * scale,
    )


def emphasised(run: Run, base: TextStyle) -> Run:
    """The run in the style of its block, keeping its emphasis, its link and a face of its own (code)."""
    face = run.style.face if run.style.face.theme_font is None else base.face
    return replace(
        run,
        style=replace(
            base,
            face=face,
            bold=base.bold or run.style.bold,
            italic=base.italic or run.style.italic,
            underline=run.style.underline,
        ),
    )


def style(document: Document) -> TextStyle:
    return TextStyle(document.notes_face, BODY_SIZE, slot_color(document, "dk1"))


def foot_style(document: Document) -> TextStyle:
    return replace(style(document), size=9.0)


def slot_color(document: Document, slot: Slot, transforms: tuple[tuple[str, int], ...] = ()) -> Color:
    return Color(dict(document.theme.slots)[slot], slot, transforms)


def foot(document: Document, sheet: Sheet) -> Element:
    return paragraph(Paragraph((Run(document.metadata.title, foot_style(document)),)), sheet)


def image_element(ident: int, rect: Rect) -> Element:
    """The place of the slide's picture, with a hairline around it."""
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            non_visual(ident, "Slide Image"),
            el("p:cNvSpPr", el("a:spLocks", noGrp=True, noRot=True, noChangeAspect=True)),
            el("p:nvPr", el("p:ph", type=IMAGE[0], idx=IMAGE[1])),
        ),
        el(
            "p:spPr",
            transform(box(rect)),
            preset("rect"),
            el("a:noFill"),
            el("a:ln", el("a:solidFill", el("a:schemeClr", el("a:lumMod", val=75_000), val="bg1")), w=6350),
        ),
    )


def placeholder(
    ident: int,
    kind: tuple[str, int],
    name: str,
    rect: Rect | None,
    body: TextBody | None,
    paragraphs: list[Element],
) -> Element:
    """A text placeholder; without a rectangle or a body these come from the master."""
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            non_visual(ident, name),
            el("p:cNvSpPr", el("a:spLocks", noGrp=True)),
            el("p:nvPr", el("p:ph", type=kind[0], sz="quarter", idx=kind[1])),
        ),
        el("p:spPr", *((transform(box(rect)), preset("rect")) if rect else ())),
        el(
            "p:txBody",
            body_properties(body, body.insets) if body else el("a:bodyPr"),
            el("a:lstStyle"),
            *(paragraphs or [el("a:p")]),
        ),
    )

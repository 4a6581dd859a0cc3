"""The slide master and the layouts: backgrounds, artwork, placeholders and the styles of their text."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.document import (
    Color,
    Document,
    Face,
    Paragraph,
    Placeholder,
    PlaceholderKind,
    Run,
    SlideLayout,
    TextBody,
    TextStyle,
)
from deckbuild.geometry import Rect
from deckbuild.render.pptx.drawing import FIRST_ID, shape_tree, tree
from deckbuild.render.pptx.frame import transform
from deckbuild.render.pptx.paint import COLOR_MAP, color
from deckbuild.render.pptx.shapes import placeholder_identity, preset
from deckbuild.render.pptx.sheet import Sheet
from deckbuild.render.pptx.text import body_properties, list_level, list_levels, list_style, paragraph
from deckbuild.render.pptx.units import box
from deckbuild.render.pptx.xml import Element, el, root

LEVELS = 9
LEVEL_STEP = 18.0  # one indent per level, the width of a bullet and its gap at 18 pt
PLAIN = TextStyle(Face("", "minor"), 18.0, Color("#000000", "dark 1"))
"""What text looks like that nothing else says anything about: PowerPoint's own default size."""
LAYOUT_TYPES = {
    ("title",): "titleOnly",
    ("title", "subtitle"): "title",
    ("title", "body"): "tx",
    (): "blank",
}
"""What PowerPoint calls a layout by its main placeholders (`ST_SlideLayoutType`); others go without."""


def layout_root(layout: SlideLayout, sheet: Sheet) -> Element:
    main = tuple(slot.kind for slot in layout.placeholders if slot.kind not in ("footer", "number"))
    slots = [
        placeholder_element(slot, ident, sheet) for ident, slot in enumerate(layout.placeholders, FIRST_ID)
    ]
    return root(
        "p:sldLayout",
        el(
            "p:cSld",
            el("p:bg", el("p:bgPr", el("a:solidFill", color(layout.background)), el("a:effectLst"))),
            layout_tree(layout, slots, sheet),
            name=layout.name,
        ),
        el("p:clrMapOvr", el("a:masterClrMapping")),
        type=LAYOUT_TYPES.get(main),
        preserve=True,
        userDrawn=True,
    )


def layout_tree(layout: SlideLayout, slots: list[Element], sheet: Sheet) -> Element:
    """Artwork lies behind the placeholders, though these have the lower ids."""
    drawn = shape_tree(layout.items, sheet, *slots)
    for slot in slots:
        drawn.append(slot)  # moves it to the end: on top
    return drawn


def placeholder_element(slot: Placeholder, ident: int, sheet: Sheet) -> Element:
    """A placeholder with its style as the default of what is typed into it, and its text as the prompt."""
    paragraphs = [
        paragraph(each, sheet, slot.body, number_field=slot.kind == "number") for each in slot.body.paragraphs
    ]
    return el(
        "p:sp",
        placeholder_identity(slot, ident, slot.name),
        el("p:spPr", transform(box(slot.rect)), preset("rect")),
        el(
            "p:txBody",
            body_properties(slot.body, slot.body.insets),
            list_style(slot.body),
            *(paragraphs or [el("a:p")]),
        ),
    )


def master_root(document: Document, sheet: Sheet) -> Element:
    """The master: title, body, footer and number as the layouts have them, and the styles of nine levels.

    `p:sldLayoutIdLst` is left empty for the caller, who knows the layouts' relationships.
    """
    slots = master_slots(document)
    shapes = [placeholder_element(slot, ident, sheet) for ident, slot in enumerate(slots, FIRST_ID)]
    title, body = slots[0].body, slots[1].body
    return root(
        "p:sldMaster",
        el(
            "p:cSld",
            el("p:bg", el("p:bgRef", el("a:schemeClr", val="bg1"), idx=1001)),
            tree(*shapes),
        ),
        el("p:clrMap", **COLOR_MAP),
        el("p:sldLayoutIdLst"),
        el(
            "p:txStyles",
            el("p:titleStyle", *levels(title)[:1]),
            el("p:bodyStyle", *levels(body)),
            el("p:otherStyle", *plain_levels()),
        ),
        preserve=True,
    )


def master_slots(document: Document) -> list[Placeholder]:
    """Title, body, footer and number for the master: those of the plainest layout that has them; title and
    body are made up if no layout has them, since a master must."""
    found: dict[str, Placeholder] = {}
    for layout in sorted(document.slide_layouts, key=peculiarity):
        for slot in layout.placeholders:
            found.setdefault(slot.kind, slot)
    width, height = document.size.width, document.size.height
    title = Rect(width * 0.05, height * 0.06, width * 0.9, height * 0.14)
    body = Rect(width * 0.05, height * 0.24, width * 0.9, height * 0.64)
    found.setdefault("title", made_up("title", title, 32.0))
    found.setdefault("body", made_up("body", body, 20.0))
    return [found[kind] for kind in ("title", "body", "footer", "number") if kind in found]


def made_up(kind: PlaceholderKind, rect: Rect, size: float) -> Placeholder:
    text = TextBody((Paragraph((Run(f"Click to add {kind}", replace(PLAIN, size=size)),)),))
    return Placeholder(kind, rect, text, kind.capitalize())


def peculiarity(layout: SlideLayout) -> tuple[bool, bool, int]:
    """Sorts the layout that is most like a master first: on the theme's light ground, with a body, and
    with little artwork (white text on a band is no style for a master)."""
    has_body = any(slot.kind == "body" for slot in layout.placeholders)
    return layout.background.slot != "light 1", not has_body, len(layout.items)


def levels(body: TextBody) -> list[Element]:
    """The looks of all nine levels; one that isn't shown is the one above it, indented further."""
    shown = list_levels(body)
    here = shown.get(0) or Paragraph((Run("", PLAIN),))
    styles = []
    for level in range(LEVELS):
        here = shown.get(level) or replace(here, level=level, margin=here.margin + LEVEL_STEP)
        styles.append(list_level(level, here))
    return styles


def plain_levels() -> list[Element]:
    """Levels for text outside placeholders: the theme's minor font in its text colour."""
    return levels(TextBody((Paragraph((Run("", PLAIN),)),)))

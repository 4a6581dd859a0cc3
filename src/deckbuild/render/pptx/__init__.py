"""The document as a PowerPoint file."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.document import Document, Page, SlideLayout
from deckbuild.render import OUTPUTS
from deckbuild.render.pptx.drawing import shape_tree
from deckbuild.render.pptx.master import layout_root, master_root, master_slots
from deckbuild.render.pptx.notes import notes_master_root, notes_root
from deckbuild.render.pptx.package import CONTENT_TYPE, RELATIONSHIP_TYPE, DeckPackage, ElementPart
from deckbuild.render.pptx.presentation import (
    FIRST_MASTER_ID,
    consecutive,
    presentation_properties_root,
    presentation_root,
    table_styles_root,
    view_properties_root,
)
from deckbuild.render.pptx.properties import application_properties_root, core_properties_root
from deckbuild.render.pptx.sheet import Sheet
from deckbuild.render.pptx.theme_part import theme_root
from deckbuild.render.pptx.xml import el, qualified, root

__all__ = ["render_pptx"]


@OUTPUTS.register(".pptx")
def render_pptx(document: Document) -> bytes:
    """The bytes of a .pptx file; the same document gives the same bytes.

    What no author can cause raises `ValueError`: a connector to a shape that isn't there, a text for a
    placeholder that its layout lacks.
    """
    package = DeckPackage()
    presentation = package.add_part(
        "/ppt/presentation.xml", CONTENT_TYPE.PML_PRESENTATION_MAIN, root("p:presentation")
    )
    package.relate_to(presentation, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    master, layouts = add_master(document, package)
    notes_master = add_notes_master(document, package)
    slides = [
        package.add_part("/ppt/slides/slide%d.xml", CONTENT_TYPE.PML_SLIDE, root("p:sld"))
        for _ in document.pages
    ]
    numbered = {page.number: part for page, part in zip(document.pages, slides, strict=True)}
    number_fields = consecutive(document.pages)
    for page, part in zip(document.pages, slides, strict=True):
        draw_slide(page, part, document, package, layouts, numbered, number_fields)
        if page.notes:
            add_notes(page, part, notes_master, document, package, numbered)
    relate = presentation.relate_to
    filled = presentation_root(
        document.size,
        relate(master, RELATIONSHIP_TYPE.SLIDE_MASTER),
        relate(notes_master, RELATIONSHIP_TYPE.NOTES_MASTER),
        [
            (relate(part, RELATIONSHIP_TYPE.SLIDE), page)
            for page, part in zip(document.pages, slides, strict=True)
        ],
    )
    presentation.root = filled
    add_companions(document, package, presentation, master)
    return package.to_bytes()


def add_master(
    document: Document, package: DeckPackage
) -> tuple[ElementPart, dict[str, tuple[SlideLayout, ElementPart]]]:
    """The master with its theme, and the layouts by name."""
    master = package.add_part(
        "/ppt/slideMasters/slideMaster1.xml", CONTENT_TYPE.PML_SLIDE_MASTER, root("p:sldMaster")
    )
    theme = package.add_part("/ppt/theme/theme%d.xml", CONTENT_TYPE.OFC_THEME, theme_root(document.theme))
    language = document.metadata.language
    master.root = master_root(document, Sheet(package, master, language))
    listed = master.root.find(qualified("p:sldLayoutIdLst"))
    assert listed is not None
    layouts: dict[str, tuple[SlideLayout, ElementPart]] = {}
    for number, layout in enumerate(document.slide_layouts, 1):
        part = package.add_part(
            "/ppt/slideLayouts/slideLayout%d.xml", CONTENT_TYPE.PML_SLIDE_LAYOUT, root("p:sldLayout")
        )
        part.root = layout_root(layout, Sheet(package, part, language, user_drawn=True))
        part.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
        relation = master.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        listed.append(el("p:sldLayoutId", id=FIRST_MASTER_ID + number, r__id=relation))
        layouts[layout.name] = (layout, part)
    master.relate_to(theme, RELATIONSHIP_TYPE.THEME)
    return master, layouts


def add_notes_master(document: Document, package: DeckPackage) -> ElementPart:
    part = package.add_part(
        "/ppt/notesMasters/notesMaster1.xml", CONTENT_TYPE.PML_NOTES_MASTER, root("p:notesMaster")
    )
    part.root = notes_master_root(
        document, Sheet(package, part, document.metadata.language, theme_fonts=False)
    )
    named = replace(document.theme, name=f"{document.theme.name} notes")
    theme = package.add_part("/ppt/theme/theme%d.xml", CONTENT_TYPE.OFC_THEME, theme_root(named))
    part.relate_to(theme, RELATIONSHIP_TYPE.THEME)
    return part


def draw_slide(
    page: Page,
    part: ElementPart,
    document: Document,
    package: DeckPackage,
    layouts: dict[str, tuple[SlideLayout, ElementPart]],
    slides: dict[int, ElementPart],
    number_fields: bool,
) -> None:
    if page.slide_layout not in layouts:
        raise ValueError(
            f"page {page.number} is laid out as {page.slide_layout!r}, which the document doesn't have"
        )
    layout, layout_part = layouts[page.slide_layout]
    part.relate_to(layout_part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    sheet = Sheet(
        package,
        part,
        document.metadata.language,
        slides,
        {slot.kind: slot for slot in layout.placeholders},
        {slot.kind: slot.body for slot in master_slots(document) if slot.kind in ("footer", "number")},
        number_fields=number_fields,
    )
    part.root.extend(
        [
            el("p:cSld", shape_tree(page.items, sheet)),
            el("p:clrMapOvr", el("a:masterClrMapping")),
        ]
    )


def add_notes(
    page: Page,
    slide: ElementPart,
    master: ElementPart,
    document: Document,
    package: DeckPackage,
    slides: dict[int, ElementPart],
) -> None:
    part = package.add_part(
        "/ppt/notesSlides/notesSlide%d.xml", CONTENT_TYPE.PML_NOTES_SLIDE, root("p:notes")
    )
    part.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
    part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
    sheet = Sheet(package, part, document.metadata.language, slides, theme_fonts=False)
    part.root = notes_root(page, document, sheet)
    slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)


def add_companions(
    document: Document, package: DeckPackage, presentation: ElementPart, master: ElementPart
) -> None:
    """The parts beside the presentation: properties, views, table styles, document properties."""
    for name, content_type, kind, content in (
        (
            "presProps",
            CONTENT_TYPE.PML_PRES_PROPS,
            RELATIONSHIP_TYPE.PRES_PROPS,
            presentation_properties_root(),
        ),
        ("viewProps", CONTENT_TYPE.PML_VIEW_PROPS, RELATIONSHIP_TYPE.VIEW_PROPS, view_properties_root()),
        ("tableStyles", CONTENT_TYPE.PML_TABLE_STYLES, RELATIONSHIP_TYPE.TABLE_STYLES, table_styles_root()),
    ):
        presentation.relate_to(package.add_part(f"/ppt/{name}.xml", content_type, content), kind)
    theme = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    presentation.relate_to(theme, RELATIONSHIP_TYPE.THEME)
    core = package.add_part(
        "/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, core_properties_root(document)
    )
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    application = package.add_part(
        "/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, application_properties_root(document)
    )
    package.relate_to(application, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)

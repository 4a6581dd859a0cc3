"""The presentation part and its small companions: view and presentation properties, table styles."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from itertools import groupby

from deckbuild.document import NOTES_PAGE, Page
from deckbuild.geometry import Size
from deckbuild.render.pptx.master import plain_levels
from deckbuild.render.pptx.tables import NO_STYLE
from deckbuild.render.pptx.units import emu
from deckbuild.render.pptx.xml import Element, el, root

FIRST_SLIDE_ID = 256
"""The least slide id (`ST_SlideId`)."""
FIRST_MASTER_ID = 2**31
"""Master and layout ids share one space that starts here (`ST_SlideMasterId`)."""
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""Extension of the presentation that lists its sections (MS-PPTX, `sectionLst`)."""
SECTION_GUIDS = uuid.uuid5(uuid.NAMESPACE_OID, "deckbuild sections")
UNNAMED_SECTION = "Default Section"


def presentation_root(
    size: Size, master: str, notes_master: str, slides: Sequence[tuple[str, Page]]
) -> Element:
    """The main part; masters and slides are given by the ids of their relationships."""
    listed = [
        el("p:sldId", id=FIRST_SLIDE_ID + index, r__id=relation) for index, (relation, _) in enumerate(slides)
    ]
    pages = [page for _, page in slides]
    sections = section_list(pages)
    first = pages[0].number if pages and consecutive(pages) else 1
    return root(
        "p:presentation",
        el("p:sldMasterIdLst", el("p:sldMasterId", id=FIRST_MASTER_ID, r__id=master)),
        el("p:notesMasterIdLst", el("p:notesMasterId", r__id=notes_master)),
        el("p:sldIdLst", *listed) if listed else None,
        el("p:sldSz", cx=emu(size.width), cy=emu(size.height)),
        el("p:notesSz", cx=emu(NOTES_PAGE.width), cy=emu(NOTES_PAGE.height)),
        el("p:defaultTextStyle", *plain_levels()),
        el("p:extLst", el("p:ext", sections, uri=SECTIONS)) if sections is not None else None,
        firstSlideNum=first if first != 1 else None,
        saveSubsetFonts=True,
        autoCompressPictures=False,
    )


def consecutive(pages: Sequence[Page]) -> bool:
    """Whether the pages' numbers have no gaps, as in a whole deck or a stretch of one."""
    return all(page.number == pages[0].number + index for index, page in enumerate(pages))


def section_list(pages: Sequence[Page]) -> Element | None:
    """Neighbouring pages of one section name as a section; None if no page has a section."""
    if not any(page.section for page in pages):
        return None
    sections = []
    runs = groupby(enumerate(pages, FIRST_SLIDE_ID), key=lambda numbered: numbered[1].section)
    for number, (name, numbered) in enumerate(runs):
        slides = [el("p14:sldId", id=ident) for ident, _ in numbered]
        guid = uuid.uuid5(SECTION_GUIDS, f"{number} {name}")
        sections.append(
            el(
                "p14:section",
                el("p14:sldIdLst", *slides),
                name=name or UNNAMED_SECTION,
                id=f"{{{str(guid).upper()}}}",
            )
        )
    return el("p14:sectionLst", *sections)


def presentation_properties_root() -> Element:
    return root("p:presentationPr")


def view_properties_root() -> Element:
    """Opens in the normal view with room for the notes below the slide."""
    return root(
        "p:viewPr",
        el(
            "p:normalViewPr",
            el("p:restoredLeft", sz=15620, autoAdjust=False),
            el("p:restoredTop", sz=72000, autoAdjust=False),
        ),
        el("p:gridSpacing", cx=76200, cy=76200),
    )


def table_styles_root() -> Element:
    """The one style our tables name, without any looks of its own."""
    no_line = [
        el(f"a:{side}", el("a:ln", el("a:noFill")))
        for side in ("left", "right", "top", "bottom", "insideH", "insideV")
    ]
    return root(
        "a:tblStyleLst",
        el(
            "a:tblStyle",
            el(
                "a:wholeTbl",
                el(
                    "a:tcTxStyle",
                    el("a:fontRef", el("a:prstClr", val="black"), idx="minor"),
                    el("a:schemeClr", val="tx1"),
                ),
                el("a:tcStyle", el("a:tcBdr", *no_line), el("a:fill", el("a:noFill"))),
            ),
            styleId=NO_STYLE,
            styleName="No Style, No Grid",
        ),
        def_=NO_STYLE,
    )

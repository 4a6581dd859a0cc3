"""Pictures: a PNG or JPEG that everything shows, perhaps with an SVG that PowerPoint draws instead of it."""

from __future__ import annotations

from deckbuild.document import Picture
from deckbuild.render.pptx.frame import non_visual, transform
from deckbuild.render.pptx.shapes import preset
from deckbuild.render.pptx.sheet import Sheet
from deckbuild.render.pptx.units import box
from deckbuild.render.pptx.xml import Element, el

SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""Extension of `a:blip` that names the SVG (MS-ODRAWXML, `svgBlip`)."""
FILES = {"png": (b"\x89PNG\r\n\x1a\n", "png"), "jpeg": (b"\xff\xd8\xff", "jpg")}
"""How the files begin that a package may hold, and the ending of their parts."""


def picture_element(picture: Picture, ident: int, sheet: Sheet) -> Element:
    signature, ending = FILES.get(picture.media, (b"", ""))
    if not ending or not picture.data.startswith(signature):
        raise ValueError(f"the raster image of {picture.name or 'a picture'} is not a PNG or a JPEG")
    vector = None
    if picture.svg is not None:
        vector = el(
            "a:extLst",
            el("a:ext", el("asvg:svgBlip", r__embed=sheet.media(picture.svg, "svg")), uri=SVG),
        )
    return el(
        "p:pic",
        el(
            "p:nvPicPr",
            non_visual(ident, picture.name or f"Picture {ident}", picture.alt, picture.role),
            el("p:cNvPicPr", el("a:picLocks", noChangeAspect=True)),
            el("p:nvPr", userDrawn=sheet.user_drawn or None),
        ),
        el(
            "p:blipFill",
            el("a:blip", vector, r__embed=sheet.media(picture.data, ending)),
            el("a:stretch", el("a:fillRect")),
        ),
        el("p:spPr", transform(box(picture.rect)), preset("rect")),
    )

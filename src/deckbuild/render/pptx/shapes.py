"""Shapes and text boxes, and the texts that fill placeholders."""

from __future__ import annotations

from deckbuild.document import Freeform, Geometry, Placeholder, PlaceholderKind, Shape, Text, TextBody
from deckbuild.geometry import Point, Size
from deckbuild.render.pptx.frame import non_visual, transform
from deckbuild.render.pptx.outlines import preset_of, text_insets
from deckbuild.render.pptx.paint import fill, line
from deckbuild.render.pptx.sheet import Sheet
from deckbuild.render.pptx.text import text_body
from deckbuild.render.pptx.units import Box, box
from deckbuild.render.pptx.xml import Element, el

PLACEHOLDERS: dict[PlaceholderKind, tuple[str, int]] = {
    "title": ("title", 0),
    "subtitle": ("subTitle", 1),
    "body": ("body", 1),
    "eyebrow": ("body", 14),
    "byline": ("body", 15),
    "footer": ("ftr", 11),
    "number": ("sldNum", 12),
}
"""Type and index of each (§19.3.1.36); for title, footer and number PowerPoint's own indexes."""

MOST_OF_NAME = 40  # characters: what the selection pane shows at its usual width


def shape_element(shape: Shape, ident: int, sheet: Sheet, *, sites: bool = False) -> Element:
    at = box(shape.rect)
    body = None
    if shape.body is not None:
        insets = text_insets(shape.geometry, shape.rect.size, shape.body.insets)
        body = text_body("p:txBody", shape.body, sheet, insets=insets)
    cap = "rnd" if isinstance(shape.geometry, Freeform) else None
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            non_visual(ident, shape.name or f"Shape {ident}", shape.alt, shape.role),
            el("p:cNvSpPr"),
            el("p:nvPr", userDrawn=sheet.user_drawn or None),
        ),
        el(
            "p:spPr",
            transform(at, rotation=shape.rotation),
            geometry_element(shape.geometry, shape.rect.size, at, sites=sites),
            fill(shape.fill),
            line(shape.stroke, cap=cap),
        ),
        body,
    )


def text_element(text: Text, ident: int, sheet: Sheet) -> Element:
    if text.placeholder is not None:
        return filled_placeholder(text, text.placeholder, ident, sheet)
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            non_visual(ident, text.name or opening(text.body) or f"Text {ident}"),
            el("p:cNvSpPr", txBox=True),
            el("p:nvPr", userDrawn=sheet.user_drawn or None),
        ),
        el("p:spPr", transform(box(text.rect)), preset("rect"), el("a:noFill")),
        text_body("p:txBody", text.body, sheet),
    )


def opening(body: TextBody) -> str:
    """The first words of a text: what the selection pane calls a text box that nobody named."""
    line = " ".join(body.text.strip().partition("\n")[0].split())
    return line if len(line) <= MOST_OF_NAME else line[:MOST_OF_NAME].rsplit(" ", 1)[0] + " …"


def filled_placeholder(text: Text, kind: PlaceholderKind, ident: int, sheet: Sheet) -> Element:
    """The layout's placeholder with this text; it says where it is only if that differs from the layout's."""
    if kind not in sheet.placeholders:
        raise ValueError(f"the page's layout has no placeholder for the {kind}")
    slot = sheet.placeholders[kind]
    at = box(text.rect)
    return el(
        "p:sp",
        placeholder_identity(slot, ident, text.name or slot.name),
        el("p:spPr", transform(at) if at != box(slot.rect) else None),
        text_body(
            "p:txBody",
            text.body,
            sheet,
            inherited=sheet.styles.get(kind, slot.body),
            number_field=slot.kind == "number" and sheet.number_fields,
        ),
    )


def placeholder_identity(slot: Placeholder, ident: int, name: str) -> Element:
    kind, index = PLACEHOLDERS[slot.kind]
    return el(
        "p:nvSpPr",
        non_visual(ident, name or f"{slot.kind.capitalize()} {ident}"),
        el("p:cNvSpPr", el("a:spLocks", noGrp=True)),
        el(
            "p:nvPr",
            el(
                "p:ph",
                type=kind,
                sz="quarter" if slot.kind in ("footer", "number") else None,
                idx=index or None,
            ),
        ),
    )


def geometry_element(geometry: Geometry, size: Size, at: Box, sites: bool = False) -> Element:
    if isinstance(geometry, Freeform):
        return freeform(geometry, at, sites)
    drawn = preset_of(geometry, size)
    return preset(drawn.name, drawn.guides)


def preset(name: str, adjust: tuple[tuple[str, int], ...] = ()) -> Element:
    guides = [el("a:gd", name=guide, fmla=f"val {value}") for guide, value in adjust]
    return el("a:prstGeom", el("a:avLst", *guides), prst=name)


def freeform(path: Freeform, at: Box, sites: bool) -> Element:
    """The outline in EMU of its box; with connection sites if something may stick to it."""
    steps = []
    for name, *numbers in path.commands:
        xs, ys = [float(x) for x in numbers[::2]], [float(y) for y in numbers[1::2]]
        points = [path_point("a:pt", path, at, x, y) for x, y in zip(xs, ys, strict=True)]
        tag = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo", "Z": "a:close"}[str(name)]
        steps.append(el(tag, *points))
    return el(
        "a:custGeom",
        el("a:avLst"),
        el("a:gdLst"),
        el("a:ahLst"),
        el("a:cxnLst", *(path_sites(path, at) if sites else ())),
        el("a:rect", l="l", t="t", r="r", b="b"),
        el("a:pathLst", el("a:path", *steps, w=at.cx, h=at.cy)),
    )


def path_sites(path: Freeform, at: Box) -> list[Element]:
    """The middles of the sides, as a rectangle has them, then the outline's own sites."""
    middles = [el("a:cxn", el("a:pos", x=x, y=y), ang=turn) for turn, x, y in FOUR_SITES]
    own = [
        el("a:cxn", path_point("a:pos", path, at, site.x, site.y), ang=nearest_side(path, site))
        for site in path.sites
    ]
    return middles + own


def nearest_side(path: Freeform, site: Point) -> str:
    """The direction of the side that a site is nearest to: where connectors leave it."""
    x, y = site.x / path.size.width, site.y / path.size.height
    return min((y, "3cd4"), (x, "cd2"), (1 - y, "cd4"), (1 - x, "0"))[1]


def path_point(tag: str, path: Freeform, at: Box, x: float, y: float) -> Element:
    """A point of the outline in EMU of its box, from the box's corner."""
    return el(
        tag,
        x=round(x / path.size.width * at.cx) if path.size.width else 0,
        y=round(y / path.size.height * at.cy) if path.size.height else 0,
    )


FOUR_SITES = (("3cd4", "hc", "t"), ("cd2", "l", "vc"), ("cd4", "hc", "b"), ("0", "r", "vc"))
"""Direction and place of the connection sites of `rect`, as guides of the shape."""

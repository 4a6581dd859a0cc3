"""What every drawn thing has: an identity, alternative text, a place."""

from __future__ import annotations

from deckbuild.document import Role
from deckbuild.render.pptx.units import Box, angle
from deckbuild.render.pptx.xml import Element, el

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""Extension that marks a drawing as decorative for screen readers (MS-ODRAWXML, `decorative`)."""


def non_visual(ident: int, name: str, alt: str = "", role: Role = "label") -> Element:
    """`p:cNvPr`: id, name, and alternative text or the mark of decoration."""
    decorative = role == "decoration"
    mark = el("a:extLst", el("a:ext", el("adec:decorative", val=True), uri=DECORATIVE))
    return el(
        "p:cNvPr",
        mark if decorative else None,
        id=ident,
        name=name,
        descr="" if decorative else alt or None,
    )


def transform(
    at: Box, tag: str = "a:xfrm", *, rotation: float = 0.0, flip_h: bool = False, flip_v: bool = False
) -> Element:
    """Offset and extent; the turn is in degrees clockwise and comes after the flips (§20.1.7.6)."""
    return el(
        tag,
        el("a:off", x=at.x, y=at.y),
        el("a:ext", cx=at.cx, cy=at.cy),
        rot=angle(rotation) or None,
        flipH=flip_h or None,
        flipV=flip_v or None,
    )

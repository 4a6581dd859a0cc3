"""The theme part: twelve colours, two fonts, flat effects, and the named colours of the picker."""

from __future__ import annotations

from deckbuild.document import ThemeColors
from deckbuild.render.pptx.paint import SLOT_NAMES
from deckbuild.render.pptx.xml import Element, el, root

PLACEHOLDER_COLOR = "phClr"
"""Stands for the colour of the shape that uses a format of the theme (§20.1.10.54)."""
SCRIPT_FACE = "Arial"
SCRIPTS = ("Arab", "Hebr")
"""Scripts that the theme's faces lack, and the face that has them on every platform (ISO 15924 names)."""
LINE_WIDTHS_EMU = (12700, 19050, 28575)


def theme_root(theme: ThemeColors) -> Element:
    slots = [el(f"a:{SLOT_NAMES[slot]}", srgb(value)) for slot, value in theme.slots]
    return root(
        "a:theme",
        el(
            "a:themeElements",
            el("a:clrScheme", *slots, name=theme.name),
            el(
                "a:fontScheme",
                font("a:majorFont", theme.major_font),
                font("a:minorFont", theme.minor_font),
                name=theme.name,
            ),
            format_scheme(theme.name),
        ),
        el("a:objectDefaults"),
        el("a:extraClrSchemeLst"),
        el("a:custClrLst", *(el("a:custClr", srgb(value), name=name) for name, value in theme.custom))
        if theme.custom
        else None,
        name=theme.name,
    )


def srgb(value: str) -> Element:
    return el("a:srgbClr", val=value.removeprefix("#").upper())


def font(tag: str, latin: str) -> Element:
    return el(
        tag,
        el("a:latin", typeface=latin),
        el("a:ea", typeface=""),
        el("a:cs", typeface=""),
        *(el("a:font", script=script, typeface=SCRIPT_FACE) for script in SCRIPTS),
    )


def format_scheme(name: str) -> Element:
    """Three of each, as PowerPoint needs: plain fills, plain lines, no effects."""
    return el(
        "a:fmtScheme",
        el("a:fillStyleLst", plain(), plain(), plain()),
        el(
            "a:lnStyleLst",
            *(
                el(
                    "a:ln",
                    plain(),
                    el("a:prstDash", val="solid"),
                    el("a:round"),
                    w=width,
                    cap="flat",
                    cmpd="sng",
                    algn="ctr",
                )
                for width in LINE_WIDTHS_EMU
            ),
        ),
        el("a:effectStyleLst", *(el("a:effectStyle", el("a:effectLst")) for _ in range(3))),
        el("a:bgFillStyleLst", plain(), plain(), plain()),
        name=name,
    )


def plain() -> Element:
    return el("a:solidFill", el("a:schemeClr", val=PLACEHOLDER_COLOR))
